using InvestmentAssistant.Api.Domain.Bithumb;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using InvestmentAssistant.Api.Platform.Providers;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.Sns.Analysis;

/// <summary>
/// Hour bars from before the charts' 31 days, of the assets that older posts are about and miss prices of, and only of those: a first visit
/// to an account brings posts of 90 days. Then the
/// minutes around the newest posts of which none are kept.
/// </summary>
public abstract class PastHoursJob(
    AnalysisStore analyses,
    IMarketStore store,
    PostMinutes minutes,
    PostBarStore kept,
    IOptions<SnsOptions> options,
    IClock clock
) : IDataSetJob
{
    /// <summary>Days of which the charts' own jobs keep hours.</summary>
    private static readonly Duration s_charted = Duration.FromDays(31);

    /// <summary>Posts of a run whose minutes are fetched: the rest of a first visit waits for the next hours, so that live quotes keep
    /// their share of the calls.</summary>
    private const int MostPosts = 120;

    /// <summary>From when on minutes may be complete; most posts' are, those of a closed market later.</summary>
    private static readonly Duration s_minutesOver = Duration.FromHours(8);

    private readonly ItemFailures _failures = new() { PlanMayEnd = true };
    private readonly ItemFailures _minuteFailures = new() { PlanMayEnd = true };

    public abstract DataSetDescription Description { get; }

    /// <summary>Boards whose assets this provider has.</summary>
    protected abstract IReadOnlyList<string> Boards { get; }

    /// <summary>The whole bars of a market in a span, and the rows that were bad.</summary>
    protected abstract Task<(IReadOnlyList<Bar> Bars, int Dropped)> FetchAsync(
        string market,
        BarResolution size,
        Instant from,
        Instant to,
        CancellationToken ct
    );

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var (from, charted) = (now - Duration.FromDays(options.Value.HistoryDays + 2), now - s_charted);
        var markets = _failures.Begin(await WaitingAsync(charted, ct), m => m);
        int rows = 0,
            dropped = 0,
            answered = 0;
        foreach (var (market, place) in markets.Select((m, i) => (m, i + 1)))
        {
            var held = await store.ReadBarsAsync(market, BarResolution.Hour, from, now, ct);
            // History is fetched whole, so its first half shows whether it is there.
            if (held is [var first, ..] && first.Start < from + ((charted - from) / 2))
                continue;
            // Up to what is held, or to the last whole hour: the charts' jobs fetch only where they find nothing, and would never fill the
            // hole.
            var to = held is [var oldest, ..] ? oldest.Start : Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 3600 * 3600);
            var end = await _failures.TryAsync(market, async () =>
            {
                var (bars, bad) = await FetchAsync(market, BarResolution.Hour, from, to, ct);
                (dropped, answered) = (dropped + bad, answered + 1);
                _failures.Answered();
                Bar[] whole = [.. bars.Where(b => b.Start + Duration.FromHours(1) <= to)];
                if (whole.Length > 0)
                    rows += await store.WriteHistoryBarsAsync(BarResolution.Hour, whole, ct);
                context.Progress($"{place} of {markets.Count} assets");
            });
            if (end is ItemEnd.NotCovered)
                return NotCovered(rows, dropped);
            if (end is ItemEnd.Limited)
                return JobOutcome.CutBy(_failures.Limit!, rows, dropped, answered, markets.Count - place + 1, "assets");
            if (end is ItemEnd.Failed)
                context.Progress($"{market}: {_failures.Latest!.Message}");
        }
        var past = await MinutesAsync(context, now, ct);
        return past with
        {
            Rows = rows + past.Rows,
            Dropped = dropped + past.Dropped,
            Complete = past.Complete && _failures.Count == 0,
            Note = _failures.Count == 0 ? past.Note : $"{_failures.Count} assets failed, next time again",
        };
    }

    /// <summary>Fetches the minutes around posts that came with a first visit, or from a time without a running feed; what the provider has
    /// none of is kept as none.</summary>
    private async Task<JobOutcome> MinutesAsync(JobContext context, Instant now, CancellationToken ct)
    {
        int rows = 0,
            dropped = 0;
        var queue = await kept.WantedAsync(Boards, now - s_minutesOver, MostPosts * 5, ct);
        var over = queue.Where(w => minutes.IsOver(w.Market, w.PostedAt, now));
        var wanted = _minuteFailures.Begin(over, w => PostBars.IdOf(w.AnalysisId, w.Market)).Take(MostPosts).ToList();
        foreach (var (post, place) in wanted.Select((w, i) => (w, i + 1)))
        {
            var (from, to) = minutes.SpanOf(post.Market, post.PostedAt);
            var end = await _minuteFailures.TryAsync(PostBars.IdOf(post.AnalysisId, post.Market), async () =>
            {
                var (bars, bad) = await MinutesOfAsync(post.Market, from, to, ct);
                _minuteFailures.Answered();
                // Our own where we have them, as everywhere.
                var own = await store.ReadBarsAsync(post.Market, BarResolution.Minute, from, to, ct);
                var asked = bars.Where(b => b.Start >= from && b.Start < to);
                Bar[] all = [.. own.Concat(asked).DistinctBy(b => b.Start).OrderBy(b => b.Start)];
                await kept.WriteAsync(PostBars.Of(post.AnalysisId, post.Market, all, now), ct);
                (rows, dropped) = (rows + all.Length, dropped + bad);
                if (place % 20 == 0)
                    context.Progress($"minutes of {place} of {wanted.Count} posts");
            });
            if (end is ItemEnd.NotCovered)
                return NotCovered(rows, dropped);
            if (end is ItemEnd.Limited)
                return JobOutcome.CutBy(_minuteFailures.Limit!, rows, dropped, place - 1, wanted.Count - place + 1, "posts");
            if (end is ItemEnd.Failed)
                context.Progress($"{post.Market}: {_minuteFailures.Latest!.Message}");
        }
        return new JobOutcome(
            rows,
            dropped,
            Complete: _minuteFailures.Count == 0,
            Note: _minuteFailures.Count == 0 ? null : $"minutes of {_minuteFailures.Count} posts failed, next time again"
        );
    }

    /// <summary>
    /// Returns none when the provider does not know the market: that is kept as none too, since asked again each time, it would stand
    /// before all others.
    /// </summary>
    private async Task<(IReadOnlyList<Bar> Bars, int Dropped)> MinutesOfAsync(string market, Instant from, Instant to, CancellationToken ct)
    {
        try
        {
            return await FetchAsync(market, BarResolution.Minute, from, to, ct);
        }
        catch (ProviderException refused) when (refused.Kind is ProviderFailure.Rejected)
        {
            return ([], 0);
        }
    }

    private static JobOutcome NotCovered(int rows, int dropped) =>
        new(rows, dropped, Note: "the plan does not cover candles: posts from before our own prices stay without");

    /// <summary>Waits, at a first start, until the first posts have been analysed; gives what there is after a minute.</summary>
    private async Task<IReadOnlyList<string>> WaitingAsync(Instant postedBefore, CancellationToken ct)
    {
        for (var attempt = 0; attempt < 120 && !await analyses.HasAnyAsync(ct); attempt++)
            await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
        return await analyses.MarketsWithoutPricesAsync(Boards, postedBefore, ct);
    }
}

/// <summary>Past hours of US stocks and funds, and minutes around posts.</summary>
public sealed class PastStockHoursJob(
    FinnhubClient finnhub,
    AnalysisStore analyses,
    IMarketStore store,
    PostMinutes minutes,
    PostBarStore kept,
    IOptions<SnsOptions> options,
    IClock clock
) : PastHoursJob(analyses, store, minutes, kept, options, clock)
{
    /// <summary>The provider gives a month of intraday candles a call.</summary>
    private static readonly Duration s_month = Duration.FromDays(30);

    public override DataSetDescription Description { get; } =
        new("sns-stock-hours", FinnhubClient.Provider, "Past prices of stocks that posts are about", "0 33 * * * ?", Duration.FromHours(4));

    protected override IReadOnlyList<string> Boards { get; } = ["sp500", "etf"];

    protected override async Task<(IReadOnlyList<Bar> Bars, int Dropped)> FetchAsync(
        string market,
        BarResolution size,
        Instant from,
        Instant to,
        CancellationToken ct
    )
    {
        var bars = new List<Bar>();
        var dropped = 0;
        for (var start = from; start < to; start += s_month)
        {
            if (
                await finnhub.CandlesAsync(market, size == BarResolution.Minute ? "1" : "60", start, Instant.Min(start + s_month, to), ct)
                is not { } candles
            )
                continue;
            var (month, bad) = FinnhubBars.Intraday(market, candles);
            bars.AddRange(month);
            dropped += bad;
        }
        return (bars, dropped);
    }
}

/// <summary>Past hours of coins, and minutes around posts.</summary>
public sealed class PastCoinHoursJob(
    BithumbClient bithumb,
    AnalysisStore analyses,
    IMarketStore store,
    PostMinutes minutes,
    PostBarStore kept,
    IOptions<SnsOptions> options,
    IClock clock
) : PastHoursJob(analyses, store, minutes, kept, options, clock)
{
    public override DataSetDescription Description { get; } =
        new("sns-coin-hours", BithumbClient.Provider, "Past prices of coins that posts are about", "0 38 * * * ?", Duration.FromHours(4));

    protected override IReadOnlyList<string> Boards { get; } = ["crypto"];

    protected override async Task<(IReadOnlyList<Bar> Bars, int Dropped)> FetchAsync(
        string market,
        BarResolution size,
        Instant from,
        Instant to,
        CancellationToken ct
    )
    {
        var bars = new List<Bar>();
        var dropped = 0;
        while (to > from)
        {
            var page = await bithumb.MinuteCandlesAsync(market, (int)size, to, BithumbClient.MaxCandles, ct);
            var mapped = page.Rows.Select(BithumbCandles.ToBar).ToList();
            dropped += page.Dropped + mapped.Count(b => b is null);
            Bar[] good = [.. mapped.OfType<Bar>().Where(b => b.Symbol == market && b.Start < to)];
            bars.AddRange(good.Where(b => b.Start >= from));
            if (good.Length == 0 || page.Rows.Count < BithumbClient.MaxCandles)
                break;
            to = good.Min(b => b.Start);
        }
        return (bars, dropped);
    }
}
