using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns.Documents;

namespace InvestmentAssistant.Api.Features.Sns.Analysis;

/// <summary>
/// The price of an asset at an instant, from whole bars that had ended by then: nothing later is looked at. While the market is closed
/// there is no price at the instant; then it is the first one after trading has begun again, and the answer says so. Stocks trade from the
/// pre-market's start to the end of after-hours trading (<see cref="MarketCalendar"/>), crypto always.
/// </summary>
public sealed class PriceFinder(MarketCalendar calendar)
{
    /// <summary>The last trade up to the instant.</summary>
    public const string LastTrade = "last_trade";

    /// <summary>The first trade after the market opened again.</summary>
    public const string NextTradable = "next_tradable";

    /// <summary>The mean of the first regular hour of a session.</summary>
    public const string MeanOfFirstHour = "mean_of_first_hour";

    /// <summary>From finest to coarsest.</summary>
    internal static readonly IReadOnlyList<BarResolution> Sizes = [BarResolution.Minute, BarResolution.QuarterHour, BarResolution.Hour];

    /// <summary>Time that a trade may take to the store: until then a bar may be incomplete.</summary>
    internal static readonly Duration Settle = Duration.FromMinutes(2);

    /// <summary>
    /// A last trade older than this is no price of now: prices are missing. Coarse bars end less often and are given their length on top.
    /// </summary>
    internal static readonly Duration Stale = Duration.FromMinutes(30);

    private static readonly Duration s_hour = Duration.FromHours(1);
    private static readonly Duration s_lookAgain = Duration.FromMinutes(5);
    private static readonly Duration s_instant = Duration.FromMilliseconds(1);

    /// <summary>The instant itself where the market trades then, else when it trades next.</summary>
    public Instant TradableFrom(AffectedAsset asset, Instant at) => TradableFrom(calendar, asset.Market, at);

    /// <inheritdoc cref="TradableFrom(AffectedAsset, Instant)"/>
    public static Instant TradableFrom(MarketCalendar calendar, string market, Instant at) =>
        MarketDay.IsCrypto(market) || calendar.PhaseAt(at) != SessionPhase.Closed ? at : calendar.Next(calendar.SessionOf(at).Date).PreOpen;

    /// <summary>Whether the asset trades around the clock.</summary>
    public static bool IsCrypto(AffectedAsset asset) => MarketDay.IsCrypto(asset.Market);

    /// <summary>The price at an instant.</summary>
    /// <param name="bars">Where prices come from.</param>
    /// <param name="asset">Of what.</param>
    /// <param name="at">When.</param>
    /// <param name="now">The market's clock.</param>
    /// <param name="before">What the last look found; null at the first.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<PricePoint> AtAsync(
        IPriceBars bars,
        AffectedAsset asset,
        Instant at,
        Instant now,
        PricePoint? before,
        CancellationToken ct
    )
    {
        var due = TradableFrom(asset, at);
        if (now < due + Settle)
            return new PricePoint(FigureStatus.Pending, at, due) { LookAt = due + Settle };
        if (IsCrypto(asset))
            return await LastAsync(bars, asset, at, Stale, Instant.MinValue, ct) is { } last
                ? Found(at, due, last.Bar.Close, last.End, LastTrade, last.Size)
                : Missing(at, due, now, before, "price_gap");

        var session = calendar.SessionOf(due);
        if (due == at)
        {
            // Outside regular hours long pauses between trades are no gap; only this session's trades count, never yesterday's.
            var sinceStart = at - session.PreOpen;
            var stale = calendar.PhaseAt(at) == SessionPhase.Regular ? Duration.Min(Stale, sinceStart) : sinceStart;
            if (await LastAsync(bars, asset, at, stale, session.PreOpen, ct) is { } last)
                return Found(at, due, last.Bar.Close, last.End, LastTrade, last.Size);
            if (await LastAsync(bars, asset, at, sinceStart, session.PreOpen, ct) is not null)
                return Missing(at, due, now, before, "price_gap");
        }
        // Nothing has traded yet in this session.
        var until = Instant.Max(due, session.Open) + Stale;
        if (await FirstAsync(bars, asset, due, until, ct) is { } first)
            return Found(at, due, first.Bar.Open, first.Bar.Start, NextTradable, first.Size);
        return now < until + Settle
            ? new PricePoint(FigureStatus.Pending, at, due) { LookAt = Instant.Min(now + s_lookAgain, until + Settle) }
            : Missing(at, due, now, before, "price_gap");
    }

    /// <summary>The first regular hour of the first session that opens after the instant.</summary>
    public (Instant Open, Instant End) FirstHourAfter(Instant at) => (calendar.NextOpen(at), calendar.NextOpen(at) + s_hour);

    /// <summary>
    /// The mean price of a first regular hour: of the closes of the bars that end in it. Of hour bars that is one, which ends in its
    /// middle.
    /// </summary>
    /// <param name="bars">Where prices come from.</param>
    /// <param name="asset">Of what.</param>
    /// <param name="open">Start of the hour.</param>
    /// <param name="end">Its end.</param>
    /// <param name="now">The market's clock.</param>
    /// <param name="before">What the last look found; null at the first.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<PricePoint> MeanAsync(
        IPriceBars bars,
        AffectedAsset asset,
        Instant open,
        Instant end,
        Instant now,
        PricePoint? before,
        CancellationToken ct
    )
    {
        if (now < end + Settle)
            return new PricePoint(FigureStatus.Pending, open, end) { LookAt = end + Settle };
        foreach (var size in Sizes)
        {
            var length = Duration.FromMinutes((int)size);
            var inHour = await bars.ReadAsync(asset.Market, size, open - length + s_instant, end - length + s_instant, ct);
            // A third of the hour at least, or the mean is of something else.
            if (inHour.Count * 3 >= 60 / (int)size)
                return Found(open, end, Math.Round(inHour.Average(b => b.Close), 8), inHour[^1].Start + length, MeanOfFirstHour, size);
        }
        return Missing(open, end, now, before, "price_gap");
    }

    /// <summary>
    /// A figure whose price is missing: looked for again, ever more seldom, for three days after it was first missed, since history may be
    /// filled in.
    /// </summary>
    internal static PricePoint Missing(Instant at, Instant due, Instant now, PricePoint? before, string reason)
    {
        var since = before?.MissingSince ?? now;
        return new PricePoint(FigureStatus.NoData, at, due, Reason: reason) { MissingSince = since, LookAt = LookAgain(since, now) };
    }

    internal static Instant? LookAgain(Instant missingSince, Instant now)
    {
        var waited = now - missingSince;
        if (waited >= Duration.FromDays(3))
            return null;
        // At first with every run of the job, which comes each minute.
        return now + Duration.Min(Duration.Max(waited / 2, Duration.FromSeconds(50)), Duration.FromHours(6));
    }

    private static PricePoint Found(Instant at, Instant due, decimal price, Instant priceAt, string basis, BarResolution size) =>
        new(FigureStatus.Done, at, due, price, priceAt, basis, (int)size);

    /// <summary>
    /// The bar of any size that ended last up to the instant, the finest of several; none that ended longer ago than
    /// <paramref name="stale"/> or began before the floor.
    /// </summary>
    private static async Task<(Bar Bar, Instant End, BarResolution Size)?> LastAsync(
        IPriceBars bars,
        AffectedAsset asset,
        Instant at,
        Duration stale,
        Instant floor,
        CancellationToken ct
    )
    {
        (Bar Bar, Instant End, BarResolution Size)? best = null;
        foreach (var size in Sizes)
        {
            var length = Duration.FromMinutes((int)size);
            // A coarse bar ends up to its length later than the last trade in it: it is given that on top, counted from a minute's bar.
            var from = Instant.Max(floor, at - stale - length - (length - Duration.FromMinutes(1)));
            var ended = await bars.ReadAsync(asset.Market, size, from, at - length + s_instant, ct);
            if (ended.Count > 0 && ended[^1] is var bar && (best is null || bar.Start + length > best.Value.End))
                best = (bar, bar.Start + length, size);
        }
        return best;
    }

    private static async Task<(Bar Bar, BarResolution Size)?> FirstAsync(
        IPriceBars bars,
        AffectedAsset asset,
        Instant from,
        Instant until,
        CancellationToken ct
    )
    {
        (Bar Bar, BarResolution Size)? best = null;
        foreach (var size in Sizes)
        {
            if (
                await bars.ReadAsync(asset.Market, size, from, until, ct) is [var bar, ..]
                && (best is null || bar.Start < best.Value.Bar.Start)
            )
                best = (bar, size);
        }
        return best;
    }
}
