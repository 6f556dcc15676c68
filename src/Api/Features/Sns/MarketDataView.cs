using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns.Analysis;
using InvestmentAssistant.Api.Features.Sns.Documents;

namespace InvestmentAssistant.Api.Features.Sns;

/// <summary>A bar, USD or KRW, as traded.</summary>
/// <param name="Timestamp">Its start.</param>
/// <param name="Volume">Shares or coins.</param>
public sealed record TimelineBar(Instant Timestamp, decimal? Open, decimal? High, decimal? Low, decimal? Close, decimal? Volume);

/// <param name="Kind">stock, etf or crypto.</param>
/// <param name="BarMinutes">Length of the bars of price_timeline: 1; null when there are none.</param>
public sealed record AssetInfo(string Symbol, string Name, string Kind, string Currency, int? BarMinutes);

/// <summary>The days around a post.</summary>
/// <param name="BarMinutes">Length of the bars: 15 or 60; null when there are none.</param>
/// <param name="Bars">Ascending, at most 500.</param>
public sealed record WiderTimeline(int? BarMinutes, IReadOnlyList<TimelineBar> Bars);

/// <summary>The market around a post.</summary>
/// <param name="PriceTimeline"> Minutes, ascending, at most 500: an hour before the post and those after it; empty when no minutes of that
/// time exist. A minute without a trade between two of a session has the price before it and no volume. </param>
/// <param name="DataSource">sp500_realtime, etf_realtime or bithumb_realtime: our own store, fed by that stream and its history.</param>
/// <param name="WiderTimeline">A day on either side for coins, two for stocks.</param>
public sealed record MarketDataView(
    IReadOnlyList<TimelineBar> PriceTimeline,
    string DataSource,
    AssetInfo AssetInfo,
    WiderTimeline WiderTimeline
);

/// <summary>Reads the bars around a post: minutes from the store or, where it has dropped them, from what is kept with the analysis;
/// coarser ones of the days around it.</summary>
public sealed class MarketDataReader(IMarketStore store, PriceFinder prices, PostMinutes minutes, PostBarStore kept)
{
    public async Task<IReadOnlyDictionary<string, MarketDataView>> ReadAsync(PostAnalysis analysis, CancellationToken ct)
    {
        var data = new Dictionary<string, MarketDataView>();
        var keptOf = await kept.LoadAsync([analysis], ct);
        foreach (var asset in analysis.Assets)
        {
            var bars = await MinutesAsync(asset.Market, analysis, keptOf, ct);
            data[asset.Symbol] = new MarketDataView(
                View(bars),
                asset.Board switch
                {
                    "crypto" => "bithumb_realtime",
                    "etf" => "etf_realtime",
                    _ => "sp500_realtime",
                },
                new AssetInfo(asset.Symbol, asset.Name, asset.Kind, AffectedAssetView.CurrencyOf(asset.Market), bars.Count == 0 ? null : 1),
                await WiderAsync(asset, analysis.PostedAt, ct)
            );
        }
        return data;
    }

    private async Task<IReadOnlyList<Bar>> MinutesAsync(
        string market,
        PostAnalysis analysis,
        IReadOnlyDictionary<string, PostBars> keptOf,
        CancellationToken ct
    )
    {
        var (from, to) = minutes.SpanOf(market, analysis.PostedAt);
        IEnumerable<Bar> bars = await store.ReadBarsAsync(market, BarResolution.Minute, from, to, ct);
        if (keptOf.TryGetValue(PostBars.IdOf(analysis.Id, market), out var held))
            bars = bars.Concat(held.ToBars()).DistinctBy(b => b.Start).OrderBy(b => b.Start);
        return minutes.Around(market, analysis.PostedAt, [.. bars]);
    }

    /// <summary>In the finest bars that fit.</summary>
    private async Task<WiderTimeline> WiderAsync(AffectedAsset asset, Instant postedAt, CancellationToken ct)
    {
        var side = Duration.FromDays(PriceFinder.IsCrypto(asset) ? 1 : 2);
        // After a weekend the days begin when trading does.
        var (from, to) = (postedAt - side, prices.TradableFrom(asset, postedAt) + side);
        IReadOnlyList<Bar> bars = [];
        var length = (int?)null;
        foreach (var size in new[] { BarResolution.QuarterHour, BarResolution.Hour })
        {
            var read = await store.ReadBarsAsync(asset.Market, size, from, to, ct);
            // Finer bars that cover a shorter time than coarser ones would show less of it.
            if (read.Count is 0 or > PostMinutes.Most || (bars.Count > 0 && Span(read, size) <= Span(bars, (BarResolution)length!.Value)))
                continue;
            (bars, length) = (read, (int)size);
        }
        return new WiderTimeline(length, View(bars));
    }

    private static IReadOnlyList<TimelineBar> View(IReadOnlyList<Bar> bars) =>
        [.. bars.Select(b => new TimelineBar(b.Start, b.Open, b.High, b.Low, b.Close, b.Volume))];

    /// <summary>Span of the bars, rounded to a quarter of a day: an hour more at an end is not worth bars four times as long.</summary>
    private static long Span(IReadOnlyList<Bar> bars, BarResolution size) =>
        (long)Math.Round((bars[^1].Start - bars[0].Start + Duration.FromMinutes((int)size)).TotalHours / 6);
}
