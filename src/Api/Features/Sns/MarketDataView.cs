using InvestmentAssistant.Api.Features.Sns.Analysis;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Markets;
using NodaTime;

namespace InvestmentAssistant.Api.Features.Sns;

/// <summary>A bar, USD or KRW, as traded.</summary>
/// <param name="Timestamp">Its start.</param>
/// <param name="Volume">Shares or coins.</param>
public sealed record TimelineBar(Instant Timestamp, decimal? Open, decimal? High, decimal? Low, decimal? Close, decimal? Volume);

/// <param name="Kind">stock, etf or crypto.</param>
/// <param name="BarMinutes">Length of the bars; null when there are none.</param>
public sealed record AssetInfo(string Symbol, string Name, string Kind, string Currency, int? BarMinutes);

/// <summary>The market around a post.</summary>
/// <param name="PriceTimeline">Ascending, at most 500 bars; empty when nothing is stored of that time.</param>
/// <param name="DataSource">sp500_realtime, etf_realtime or bithumb_realtime: our own store, fed by that stream and its history.</param>
public sealed record MarketDataView(IReadOnlyList<TimelineBar> PriceTimeline, string DataSource, AssetInfo AssetInfo);

/// <summary>Reads the bars around a post: a day on either side for coins, two for stocks, in the finest bars that fit into 500.</summary>
public sealed class MarketDataReader(IMarketStore store, PriceFinder prices)
{
    public const int MostBars = 500;

    public async Task<IReadOnlyDictionary<string, MarketDataView>> ReadAsync(PostAnalysis analysis, CancellationToken ct)
    {
        var data = new Dictionary<string, MarketDataView>();
        foreach (var asset in analysis.Assets)
        {
            var side = Duration.FromDays(PriceFinder.IsCrypto(asset) ? 1 : 2);
            // After a weekend the days begin when trading does.
            var (from, to) = (analysis.PostedAt - side, prices.TradableFrom(asset, analysis.PostedAt) + side);
            IReadOnlyList<Bar> bars = [];
            var minutes = (int?)null;
            foreach (var size in new[] { BarResolution.Minute, BarResolution.QuarterHour, BarResolution.Hour })
            {
                var read = await store.ReadBarsAsync(asset.Market, size, from, to, ct);
                // Finer bars that cover a shorter time than coarser ones would show less of it.
                if (read.Count is 0 or > MostBars || (bars.Count > 0 && Span(read, size) <= Span(bars, (BarResolution)minutes!.Value))) continue;
                (bars, minutes) = (read, (int)size);
            }
            data[asset.Symbol] = new MarketDataView(
                [.. bars.Select(b => new TimelineBar(b.Start, b.Open, b.High, b.Low, b.Close, b.Volume))],
                asset.Board switch { "crypto" => "bithumb_realtime", "etf" => "etf_realtime", _ => "sp500_realtime" },
                new AssetInfo(asset.Symbol, asset.Name, asset.Kind, AffectedAssetView.CurrencyOf(asset.Market), minutes));
        }
        return data;
    }

    /// <summary>What bars cover, to the next quarter of a day: an hour more at an end is not worth bars four times as long.</summary>
    private static long Span(IReadOnlyList<Bar> bars, BarResolution size) =>
        (long)Math.Round((bars[^1].Start - bars[0].Start + Duration.FromMinutes((int)size)).TotalHours / 6);
}
