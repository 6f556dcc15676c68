using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Platform.Http;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Premium;

public sealed record KimchiPremiumDetailedRequest
{
    /// <summary>Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) is taken too.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>premium_desc, premium_asc, volume_desc or volume_asc; volume is that of both sides.</summary>
    [QueryParam]
    public string SortBy { get; init; } = "premium_desc";

    /// <summary>USD in 24 hours: pairs of which both sides trade less are dropped.</summary>
    [QueryParam]
    public decimal MinVolume { get; init; }
}

public sealed class KimchiPremiumDetailedValidator : Validator<KimchiPremiumDetailedRequest>
{
    public KimchiPremiumDetailedValidator()
    {
        RuleFor(r => r.Symbol).IsCoinSymbol();
        RuleFor(r => r.SortBy).IsOneOf("premium_desc", "premium_asc", "volume_desc", "volume_asc");
        RuleFor(r => r.MinVolume).GreaterThanOrEqualTo(0);
    }
}

/// <summary>GET /api/v1/crypto/details/kimchi-premium/{symbol}/detailed: every domestic venue against every other.</summary>
public sealed class GetKimchiPremiumDetailed(CoinDirectory coins, PremiumReader premiums, IOptionsMonitor<CryptoDetailsOptions> settings)
    : Endpoint<KimchiPremiumDetailedRequest, KimchiPremiumDetailedAnswer>
{
    public override void Configure()
    {
        Get("kimchi-premium/{symbol}/detailed");
        Group<CryptoDetailsGroup>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "Kimchi premium, pair by pair";
            s.Description =
                "Every domestic venue against every venue elsewhere, of those that enter the premium (flagged, old and outlying "
                + "ones do not). `summary` is the one "
                + "premium over all of them; `statistics` are over the pairs left after min_volume.";
        });
    }

    public override async Task<KimchiPremiumDetailedAnswer> ExecuteAsync(KimchiPremiumDetailedRequest request, CancellationToken ct)
    {
        var coin = await coins.FindAsync(request.Symbol, ct);
        var now = await premiums.ReadAsync(coin, ct);
        var pairs = VenueComparison
            .Of(now.Premium)
            .Where(p => p.KoreanVolumeUsd >= request.MinVolume || p.GlobalVolumeUsd >= request.MinVolume);
        List<VenueComparison> sorted =
        [
            .. (
                request.SortBy switch
                {
                    "premium_asc" => pairs.OrderBy(p => p.PremiumPercentage),
                    "volume_desc" => pairs.OrderByDescending(p => p.KoreanVolumeUsd + p.GlobalVolumeUsd),
                    "volume_asc" => pairs.OrderBy(p => p.KoreanVolumeUsd + p.GlobalVolumeUsd),
                    _ => pairs.OrderByDescending(p => p.PremiumPercentage),
                }
            )
                .ThenBy(p => p.KoreanExchange, StringComparer.Ordinal)
                .ThenBy(p => p.GlobalExchange, StringComparer.Ordinal)
                .ThenBy(p => p.GlobalPair, StringComparer.Ordinal),
        ];
        return new KimchiPremiumDetailedAnswer(
            coin.Symbol,
            now.At,
            PremiumAnswer.Of(now, settings.CurrentValue),
            sorted,
            ComparisonStatistics.Of(sorted, new ComparisonFilters(request.SortBy, request.MinVolume))
        );
    }
}

/// <param name="Timestamp">Time of the newest input.</param>
public sealed record KimchiPremiumDetailedAnswer(
    string Symbol,
    Instant Timestamp,
    PremiumAnswer Summary,
    IReadOnlyList<VenueComparison> ExchangeComparisons,
    ComparisonStatistics Statistics
);

/// <summary>A domestic venue against another.</summary>
/// <param name="KoreanPriceUsd">At the stated rate, 8 decimals.</param>
/// <param name="KoreanVolumeUsd">24 hours.</param>
/// <param name="KoreanSpread">Percent.</param>
/// <param name="GlobalSpread">Percent.</param>
/// <param name="PremiumPercentage">Percent of the global price, 3 decimals.</param>
/// <param name="PriceDiffUsd">Korean minus global, 8 decimals.</param>
/// <param name="VolumeRatio">Korean volume / global volume, 4 decimals.</param>
/// <param name="GlobalPair">An exchange may have one pair against USD and one against USDT.</param>
public sealed record VenueComparison(
    string KoreanExchange,
    decimal KoreanPriceUsd,
    decimal KoreanVolumeUsd,
    decimal? KoreanSpread,
    string GlobalExchange,
    decimal GlobalPriceUsd,
    decimal GlobalVolumeUsd,
    decimal? GlobalSpread,
    decimal PremiumPercentage,
    decimal PriceDiffUsd,
    decimal VolumeRatio,
    string KoreanPair,
    string GlobalPair
)
{
    /// <summary>All pairs of quotes that entered; none without a rate.</summary>
    public static IEnumerable<VenueComparison> Of(KimchiPremium premium)
    {
        if (premium.Rate.UsdKrw is not { } rate)
            yield break;
        foreach (var korean in premium.Domestic.Used)
        {
            foreach (var global in premium.Global.Used)
            {
                var (price, volume) = (korean.Price!.Value / rate, korean.Volume!.Value / rate);
                yield return new VenueComparison(
                    korean.ExchangeId,
                    KimchiPremium.Round(price, 8)!.Value,
                    KimchiPremium.Round(volume, 2)!.Value,
                    korean.SpreadPercent,
                    global.ExchangeId,
                    KimchiPremium.Round(global.Price, 8)!.Value,
                    global.Volume!.Value,
                    global.SpreadPercent,
                    KimchiPremium.Round(KimchiPremium.PercentOf(price, global.Price), 3)!.Value,
                    KimchiPremium.Round(price - global.Price, 8)!.Value,
                    KimchiPremium.Round(volume / global.Volume, 4)!.Value,
                    korean.Pair,
                    global.Pair
                );
            }
        }
    }
}

/// <summary>Figures over the pairs given.</summary>
public sealed record ComparisonStatistics(
    int TotalComparisons,
    int KoreanExchangesCount,
    int GlobalExchangesCount,
    ComparisonFilters FiltersApplied,
    PremiumStatistics PremiumStats,
    VolumeStatistics VolumeStats
)
{
    public static ComparisonStatistics Of(IReadOnlyList<VenueComparison> pairs, ComparisonFilters filters)
    {
        var (korean, global) = (
            pairs.DistinctBy(p => (p.KoreanExchange, p.KoreanPair)).ToList(),
            pairs.DistinctBy(p => (p.GlobalExchange, p.GlobalPair)).ToList()
        );
        var premiums = pairs.Select(p => p.PremiumPercentage).ToList();
        return new ComparisonStatistics(
            pairs.Count,
            korean.Select(p => p.KoreanExchange).Distinct().Count(),
            global.Select(p => p.GlobalExchange).Distinct().Count(),
            filters,
            new PremiumStatistics(
                premiums.Count == 0 ? null : KimchiPremium.Round(premiums.Average(), 3),
                premiums.Count == 0 ? null : premiums.Max(),
                premiums.Count == 0 ? null : premiums.Min(),
                premiums.Count(p => p > 0),
                premiums.Count(p => p < 0)
            ),
            new VolumeStatistics(korean.Sum(p => p.KoreanVolumeUsd), global.Sum(p => p.GlobalVolumeUsd))
        );
    }
}

public sealed record ComparisonFilters(string SortBy, decimal MinVolume);

/// <summary>Percent over the pairs, each counted alike; null without pairs.</summary>
public sealed record PremiumStatistics(decimal? Average, decimal? Max, decimal? Min, int PositiveCount, int NegativeCount);

/// <summary>USD in 24 hours, each venue counted once.</summary>
public sealed record VolumeStatistics(decimal TotalKoreanVolume, decimal TotalGlobalVolume);
