using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns.Documents;

namespace InvestmentAssistant.Api.Features.Sns.Analysis;

/// <summary>
/// What a market did around a post: the price at the post, the change an hour, twelve hours and a day later, for stocks also to the mean of
/// the first hour of the next session, and the
/// volume of the hours before and after. Each figure is made when its time has come and then stays. Where the market was closed at the
/// post, hours count from the first price after it.
/// </summary>
public sealed class EventStudy(PriceFinder prices, MarketDay days, SplitTable splits)
{
    public const string OneHour = "1h",
        TwelveHours = "12h",
        OneDay = "24h",
        NextDay = "next_day";

    private static readonly (string Name, Duration After)[] s_hours =
    [
        (OneHour, Duration.FromHours(1)),
        (TwelveHours, Duration.FromHours(12)),
        (OneDay, Duration.FromHours(24)),
    ];

    /// <summary>Brings an impact up to now. Finished figures stay; figures that are not due are skipped.</summary>
    /// <param name="asset">Of what.</param>
    /// <param name="postedAt">Time of the post.</param>
    /// <param name="before">As it stood; null at the first look.</param>
    /// <param name="bars">Where prices come from.</param>
    /// <param name="now">The market's clock.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<AssetImpact> AdvanceAsync(
        AffectedAsset asset,
        Instant postedAt,
        AssetImpact? before,
        IPriceBars bars,
        Instant now,
        CancellationToken ct
    )
    {
        var start = Keep(before?.Base, now) ? before!.Base : await prices.AtAsync(bars, asset, postedAt, now, before?.Base, ct);
        // While the market was closed no trade was possible: time runs from the first price after it.
        var from = start is { IsDone: true, Basis: PriceFinder.NextTradable, PriceAt: { } first }
            ? first
            : prices.TradableFrom(asset, postedAt);

        var horizons = new List<Horizon>();
        foreach (var (name, after) in s_hours)
        {
            var (at, known) = (from + after, Of(before, name));
            horizons.Add(
                await HorizonAsync(name, at, prices.TradableFrom(asset, at), known, () =>
                    prices.AtAsync(bars, asset, at, now, known?.Point, ct)
                )
            );
        }
        if (!PriceFinder.IsCrypto(asset))
        {
            var known = Of(before, NextDay);
            var (open, end) = prices.FirstHourAfter(postedAt);
            horizons.Add(
                await HorizonAsync(NextDay, open, end, known, () => PriceFinder.MeanAsync(bars, asset, open, end, now, known?.Point, ct))
            );
        }
        return new AssetImpact(asset.Symbol, start, horizons, await VolumeAsync(asset, from, start, before?.Volume, bars, now, ct));

        async Task<Horizon> HorizonAsync(string name, Instant target, Instant due, Horizon? known, Func<Task<PricePoint>> look)
        {
            if (start.Status == FigureStatus.Pending)
                return new Horizon(name, new PricePoint(FigureStatus.Pending, target, due), null);
            if (!start.IsDone)
                return new Horizon(name, new PricePoint(FigureStatus.NoData, target, due, Reason: "no_base_price"), null);
            if (known is not null && Keep(known.Point, now))
                return known;
            var point = await look();
            // A market that has not traded since then has no price of then.
            if (point.IsDone && point.PriceAt <= start.PriceAt)
                point = PriceFinder.Missing(target, due, now, known?.Point, "no_trade_since");
            return new Horizon(name, point, point.IsDone ? ChangeOf(asset, start, point) : null);
        }
    }

    /// <summary>Percent, two decimals; the earlier price in the shares of the later one's day where a split lies between.</summary>
    private decimal ChangeOf(AffectedAsset asset, PricePoint start, PricePoint end)
    {
        var then = splits.Price(
            asset.Market,
            start.Price!.Value,
            days.Current(asset.Market, start.PriceAt!.Value),
            days.Current(asset.Market, end.PriceAt!.Value)
        );
        return Math.Round((end.Price!.Value - then) / then * 100, 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>
    /// The hour of whole bars up to the post and the hour of whole bars from it on; a bar that the post falls into belongs to neither. The
    /// finest bars that fill both hours at least half are taken, for the hours must be measured alike.
    /// </summary>
    private static async Task<VolumeChange> VolumeAsync(
        AffectedAsset asset,
        Instant from,
        PricePoint start,
        VolumeChange? before,
        IPriceBars bars,
        Instant now,
        CancellationToken ct
    )
    {
        var hour = Duration.FromHours(1);
        var due = from + hour;
        if (before is { Status: FigureStatus.Done } || (before is not null && before.LookAt is null && before.Reason is "no_volume"))
            return before;
        if (start.Status == FigureStatus.Pending)
            return new VolumeChange(FigureStatus.Pending, due);
        if (before?.LookAt > now)
            return before;

        var wasClosed = start.Basis == PriceFinder.NextTradable;
        (decimal? Before, decimal After, Instant BeforeFrom, Instant AfterFrom, int Minutes)? found = null;
        foreach (var size in PriceFinder.Sizes)
        {
            var seconds = (int)size * 60L;
            var whole = Instant.FromUnixTimeSeconds(from.ToUnixTimeSeconds() / seconds * seconds);
            var afterFrom = whole == from ? whole : whole + Duration.FromSeconds(seconds);
            if (now < afterFrom + hour + PriceFinder.Settle)
                return new VolumeChange(FigureStatus.Pending, due) { LookAt = afterFrom + hour + PriceFinder.Settle };
            var after = await bars.ReadAsync(asset.Market, size, afterFrom, afterFrom + hour, ct);
            var earlier = wasClosed ? [] : await bars.ReadAsync(asset.Market, size, whole - hour, whole, ct);
            var half = 30 / (int)size;
            if (after.Count == 0 || after.Count < half)
                continue;
            found ??= (Sum(earlier), Sum(after)!.Value, whole - hour, afterFrom, (int)size);
            if (!wasClosed && (earlier.Count == 0 || earlier.Count < half))
                continue;
            found = (Sum(earlier), Sum(after)!.Value, whole - hour, afterFrom, (int)size);
            break;
        }
        if (found is not { } f)
        {
            var since = before?.MissingSince ?? now;
            return new VolumeChange(FigureStatus.NoData, due, Reason: "no_volume")
            {
                MissingSince = since,
                LookAt = PriceFinder.LookAgain(since, now),
            };
        }
        return new VolumeChange(
            FigureStatus.Done,
            due,
            f.Before,
            f.After,
            f.Before > 0 ? Math.Round((f.After - f.Before.Value) / f.Before.Value * 100, 2, MidpointRounding.AwayFromZero) : null,
            f.Before is null ? null : f.BeforeFrom,
            f.AfterFrom,
            f.Minutes,
            wasClosed ? "market_closed_before"
                : f.Before is null ? "no_trades_before"
                : null
        );
    }

    private static decimal? Sum(IReadOnlyList<Bar> bars) => bars.Count == 0 ? null : bars.Sum(b => b.Volume);

    /// <summary>Done, settled, or not to be looked at yet.</summary>
    private static bool Keep(PricePoint? point, Instant now) =>
        point is not null
        && (point.IsDone || (point.LookAt is { } at ? now < at : point is { Status: FigureStatus.NoData, MissingSince: not null }));

    private static Horizon? Of(AssetImpact? impact, string name) => impact?.Horizons.FirstOrDefault(h => h.Name == name);
}
