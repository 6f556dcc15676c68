using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using InvestmentAssistant.Api.Platform.Markets;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Platform.Providers.Bithumb;
using InvestmentAssistant.Api.Platform.Providers.Finnhub;
using Microsoft.Extensions.Options;
using NodaTime;

namespace InvestmentAssistant.Api.Features.Sns.Analysis;

/// <summary>
/// Hour bars from before the charts' 31 days, of the assets that older posts are about and miss prices of, and only of those: a first visit to an account brings posts of 90 days.
/// </summary>
public abstract class PastHoursJob(AnalysisStore analyses, IMarketStore store, IOptions<SnsOptions> options, IClock clock) : IDataSetJob
{
    /// <summary>The charts' own jobs keep the hours of so many days.</summary>
    private static readonly Duration s_charted = Duration.FromDays(31);

    private readonly ItemFailures _failures = new();

    public abstract DataSetDescription Description { get; }

    /// <summary>Boards whose assets this provider has.</summary>
    protected abstract IReadOnlyList<string> Boards { get; }

    /// <summary>The whole hours of a market in a span, and the rows that were bad.</summary>
    protected abstract Task<(IReadOnlyList<Bar> Bars, int Dropped)> FetchAsync(string market, Instant from, Instant to, CancellationToken ct);

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var (from, charted) = (now - Duration.FromDays(options.Value.HistoryDays + 2), now - s_charted);
        var markets = _failures.Begin(await WaitingAsync(charted, ct), m => m);
        int rows = 0, dropped = 0;
        foreach (var (market, place) in markets.Select((m, i) => (m, i + 1)))
        {
            var held = await store.ReadBarsAsync(market, BarResolution.Hour, from, now, ct);
            // History is fetched whole, so its first half tells whether it is there.
            if (held is [var first, ..] && first.Start < from + ((charted - from) / 2)) continue;
            // Up to what is held, or to the last whole hour: the charts' jobs fetch only where they find nothing, and would leave a hole for good.
            var to = held is [var oldest, ..] ? oldest.Start : Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 3600 * 3600);
            try
            {
                var (bars, bad) = await FetchAsync(market, from, to, ct);
                dropped += bad;
                _failures.Answered();
                Bar[] whole = [.. bars.Where(b => b.Start + Duration.FromHours(1) <= to)];
                if (whole.Length > 0) rows += await store.WriteHistoryBarsAsync(BarResolution.Hour, whole, ct);
                context.Progress($"{place} of {markets.Count} assets");
            }
            catch (ProviderException refused) when (refused.Kind is ProviderFailure.Unauthorized)
            {
                return new JobOutcome(rows, dropped, Note: "the plan does not cover candles: posts from before our own prices stay without");
            }
            catch (ProviderException stop) when (stop.Kind is ProviderFailure.BudgetSpent or ProviderFailure.RateLimited)
            {
                return new JobOutcome(rows, dropped, Complete: false, Note: stop.Message);
            }
            catch (ProviderException e) when (_failures.Take(market, e))
            {
                context.Progress($"{market}: {e.Message}");
            }
        }
        return new JobOutcome(rows, dropped, Complete: _failures.Count == 0,
            Note: _failures.Count == 0 ? null : $"{_failures.Count} assets failed, next time again");
    }

    /// <summary>Waits, at a first start, until the first posts have been analysed; gives what there is after a minute.</summary>
    private async Task<IReadOnlyList<string>> WaitingAsync(Instant postedBefore, CancellationToken ct)
    {
        for (var attempt = 0; attempt < 120 && !await analyses.HasAnyAsync(ct); attempt++) await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
        return await analyses.MarketsWithoutPricesAsync(Boards, postedBefore, ct);
    }
}

/// <summary>Past hours of US stocks and funds.</summary>
public sealed class PastStockHoursJob(FinnhubClient finnhub, AnalysisStore analyses, IMarketStore store, IOptions<SnsOptions> options, IClock clock)
    : PastHoursJob(analyses, store, options, clock)
{
    /// <summary>The provider gives a month of intraday candles a call.</summary>
    private static readonly Duration s_month = Duration.FromDays(30);

    public override DataSetDescription Description { get; } =
        new("sns-stock-hours", FinnhubClient.Provider, "Past hours of stocks that posts are about", "0 33 * * * ?", Duration.FromHours(4));

    protected override IReadOnlyList<string> Boards { get; } = ["sp500", "etf"];

    protected override async Task<(IReadOnlyList<Bar> Bars, int Dropped)> FetchAsync(string market, Instant from, Instant to, CancellationToken ct)
    {
        var bars = new List<Bar>();
        var dropped = 0;
        for (var start = from; start < to; start += s_month)
        {
            if (await finnhub.CandlesAsync(market, "60", start, Instant.Min(start + s_month, to), ct) is not { } candles) continue;
            var (month, bad) = FinnhubBars.Intraday(market, candles);
            bars.AddRange(month);
            dropped += bad;
        }
        return (bars, dropped);
    }
}

/// <summary>Past hours of coins.</summary>
public sealed class PastCoinHoursJob(BithumbClient bithumb, AnalysisStore analyses, IMarketStore store, IOptions<SnsOptions> options, IClock clock)
    : PastHoursJob(analyses, store, options, clock)
{
    public override DataSetDescription Description { get; } =
        new("sns-coin-hours", BithumbClient.Provider, "Past hours of coins that posts are about", "0 38 * * * ?", Duration.FromHours(4));

    protected override IReadOnlyList<string> Boards { get; } = ["crypto"];

    protected override async Task<(IReadOnlyList<Bar> Bars, int Dropped)> FetchAsync(string market, Instant from, Instant to, CancellationToken ct)
    {
        var bars = new List<Bar>();
        var dropped = 0;
        while (to > from)
        {
            var page = await bithumb.MinuteCandlesAsync(market, 60, to, BithumbClient.MaxCandles, ct);
            var mapped = page.Rows.Select(BithumbCandles.ToBar).ToList();
            dropped += page.Dropped + mapped.Count(b => b is null);
            Bar[] good = [.. mapped.OfType<Bar>().Where(b => b.Symbol == market && b.Start < to)];
            bars.AddRange(good.Where(b => b.Start >= from));
            if (good.Length == 0 || page.Rows.Count < BithumbClient.MaxCandles) break;
            to = good.Min(b => b.Start);
        }
        return (bars, dropped);
    }
}
