using FastEndpoints;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Derivatives;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;
using InvestmentAssistant.Api.Platform.Http;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Investment;

/// <summary>GET /api/v1/crypto/details/investment/{symbol}: everything an investor looks at, in nine parts.</summary>
public sealed class GetInvestment(
    CoinDirectory coins,
    PremiumReader premiums,
    DerivativesReader derivatives,
    MarketReader markets,
    CoinCloses closes,
    IOptionsMonitor<CryptoDetailsOptions> settings,
    IClock clock
) : Endpoint<CoinRequest, InvestmentAnswer>
{
    public override void Configure()
    {
        Get("investment/{symbol}");
        Group<CryptoDetailsGroup>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "Investment analysis of a coin";
            s.Description =
                "Market data, supply, kimchi premium, derivatives, the market as a whole, risk, opportunity and usual portfolio "
                + "shares. Declared decimals are texts; "
                + "scores come with their inputs and weights (docs/crypto-scores.md), and unknown values are null. Information, not "
                + "advice.";
        });
    }

    public override async Task<InvestmentAnswer> ExecuteAsync(CoinRequest request, CancellationToken ct)
    {
        var coin = await coins.FindAsync(request.Symbol, ct);
        var premium = await premiums.ReadAsync(coin, ct);
        var contracts = await derivatives.ReadAsync(coin, ct);
        var market = await markets.ReadAsync(ct);
        var answer = PremiumAnswer.Of(premium, settings.CurrentValue);
        var risk = RiskAnalysis.Of(
            coin,
            SpreadOf(premium.Premium),
            RiskAnalysis.RealizedVolatility(await closes.ReadAsync(coin, ct)),
            WarningOf(premium.Premium),
            clock.GetCurrentInstant().InUtc().Date
        );
        var data = MarketData.Of(coin, premium.Premium);
        return new InvestmentAnswer(
            new InvestmentBasics(
                coin.Id,
                coin.Symbol,
                coin.Name,
                coin.Details?.ImageLarge ?? coin.Listing.ImageUrl,
                coin.Rank,
                coin.Details?.Categories ?? []
            ),
            data,
            SupplyData.Of(coin),
            answer,
            contracts,
            GlobalContext.Of(coin, market, data.MarketCapUsd),
            risk,
            InvestmentOpportunity.Of(coin, contracts, answer.ArbitrageOpportunity),
            PortfolioGuidance.Of(risk, coin.Rank),
            Newest(coin.FetchedAt, premium.Premium.Domestic.To, premium.Premium.Global.To, contracts.BatchAt, market.Latest?.FetchedAt),
            [.. Sources(premium.Premium, contracts, market)],
            coin.Symbol,
            premium.Premium.Percent,
            risk,
            new InvestmentTimes(
                coin.Listing.FetchedAt,
                coin.Details?.FetchedAt,
                premium.Premium.Domestic.To,
                premium.Premium.Global.To,
                contracts.BatchAt,
                market.Latest?.FetchedAt
            ),
            InvestmentAnswer.InformationOnly
        );
    }

    /// <summary>Warning about the coin's market on the domestic exchange; null without one.</summary>
    private static string? WarningOf(KimchiPremium premium) =>
        premium.Domestic.LeftOut.FirstOrDefault(q => q.Quote.ExchangeId == PremiumCalculator.Bithumb)?.Reason switch
        {
            LeftOutReason.Suspended => MarketCondition.Suspended,
            LeftOutReason.Warned => MarketCondition.Warned,
            LeftOutReason.NotTraded => MarketCondition.NotTraded,
            _ => null,
        };

    private static decimal? SpreadOf(KimchiPremium premium)
    {
        var (domestic, global) = (premium.Domestic.SpreadPercent, premium.Global.SpreadPercent);
        if (
            domestic is null
            || global is null
            || premium.DomesticVolumeUsd is not { } domesticVolume
            || premium.GlobalVolumeUsd is not { } globalVolume
        )
            return global ?? domestic;
        return ((domestic * domesticVolume) + (global * globalVolume)) / (domesticVolume + globalVolume);
    }

    private static Instant Newest(Instant known, params ReadOnlySpan<Instant?> others)
    {
        foreach (var other in others)
        {
            if (other > known)
                known = other.Value;
        }
        return known;
    }

    private static IEnumerable<string> Sources(KimchiPremium premium, DerivativesSummary contracts, HeldMarket market)
    {
        yield return "CoinGecko";
        if (contracts.BatchAt is not null)
            yield return "Derivatives";
        if (premium.Global.Used.Count > 0)
            yield return "Tickers";
        if (market.Latest is not null)
            yield return "Global";
        if (premium.Domestic.Used.Any(q => q.ExchangeId == PremiumCalculator.Bithumb))
            yield return "Bithumb";
    }
}

/// <param name="LastUpdated">Time of the newest input.</param>
/// <param name="KimchiPremiumPercent">The number of `kimchi_premium`, beside it; percent.</param>
/// <param name="RiskAssessment">The same as `risk_analysis`.</param>
/// <param name="AsOf">When each input was fetched or true.</param>
public sealed record InvestmentAnswer(
    InvestmentBasics BasicInfo,
    MarketData MarketData,
    SupplyData SupplyData,
    PremiumAnswer KimchiPremium,
    DerivativesSummary Derivatives,
    GlobalContext GlobalContext,
    RiskAnalysis RiskAnalysis,
    InvestmentOpportunity InvestmentOpportunity,
    PortfolioGuidance PortfolioGuidance,
    Instant LastUpdated,
    IReadOnlyList<string> DataSources,
    string Symbol,
    decimal? KimchiPremiumPercent,
    RiskAnalysis RiskAssessment,
    InvestmentTimes AsOf,
    string Disclaimer
)
{
    public const string InformationOnly = "투자 판단을 위한 정보이며 투자 권유가 아닙니다. 가상자산은 원금 손실 위험이 있습니다.";
}

/// <param name="Categories">As CoinGecko names them.</param>
public sealed record InvestmentBasics(
    string CoingeckoId,
    string Symbol,
    string Name,
    string? ImageLarge,
    int? MarketCapRank,
    IReadOnlyList<string> Categories
);

/// <summary>Prices and what came before; declared decimals are texts, changes percent. What follows from the price shown is of its instant;
/// the rest says its own.</summary>
/// <param name="CurrentPriceUsd">The world price of the premium while that is live, else that of the coin list.</param>
/// <param name="CurrentPriceKrw">The domestic price while that is live, else the provider's conversion.</param>
/// <param name="MarketCapUsd">Whole USD: the price shown x the circulating supply shown; the list's figure where the supply is not
/// known.</param>
/// <param name="TotalVolumeUsd">24 hours, whole USD.</param>
/// <param name="AthUsd">The highest price ever, the one shown included.</param>
/// <param name="AthChangePercentage">Of the price shown against the highest ever, 5 decimals.</param>
/// <param name="AtlUsd">The lowest price ever, the one shown included.</param>
/// <param name="AtlChangePercentage">Of the price shown against the lowest ever; may be millions.</param>
/// <param name="IsLive">Whether the USD price is live.</param>
/// <param name="UpdatedAt">The list's own time of volume and changes.</param>
/// <param name="AsOf">When the USD price was true; market value and the distances from the extremes follow from it.</param>
/// <param name="PriceKrwAsOf">When the KRW price was true; null without one.</param>
public sealed record MarketData(
    string? CurrentPriceUsd,
    string? CurrentPriceKrw,
    long? MarketCapUsd,
    long? TotalVolumeUsd,
    string? PriceChangePercentage24h,
    string? PriceChangePercentage7d,
    string? PriceChangePercentage30d,
    string? AthUsd,
    string? AthChangePercentage,
    Instant? AthDate,
    string? AtlUsd,
    string? AtlChangePercentage,
    Instant? AtlDate,
    bool IsLive,
    Instant? UpdatedAt,
    Instant AsOf,
    Instant? PriceKrwAsOf
)
{
    public static MarketData Of(Coin coin, KimchiPremium premium)
    {
        var (listing, details) = (coin.Listing, coin.Details);
        var listedAt = listing.UpdatedAt ?? listing.FetchedAt;
        var (price, at) = (premium.GlobalUsd, listing.PriceUsd) switch
        {
            ({ } live, _) => (live, premium.Global.From ?? listedAt),
            (_, { } listed) => (listed, listedAt),
            _ => (details?.PriceUsd, details?.UpdatedAt ?? details?.FetchedAt ?? listedAt),
        };
        var (ath, athAt) = price > listing.AthUsd ? (price, at) : (listing.AthUsd, listing.AthAt);
        var (atl, atlAt) = price < listing.AtlUsd ? (price, at) : (listing.AtlUsd, listing.AtlAt);
        var krw = premium.PriceKrw ?? details?.PriceKrw;
        return new MarketData(
            Decimals.Text(price),
            Decimals.Text(krw),
            Whole(price * coin.CirculatingSupply ?? listing.MarketCapUsd),
            Whole(listing.VolumeUsd),
            Decimals.Text(listing.Change24h),
            Decimals.Text(listing.Change7d),
            Decimals.Text(listing.Change30d),
            Decimals.Text(ath),
            Decimals.Text(From(ath, price) ?? listing.AthChange, 5),
            athAt,
            Decimals.Text(atl),
            Decimals.Text(From(atl, price) ?? listing.AtlChange, 5),
            atlAt,
            premium.GlobalUsd is not null,
            listedAt,
            at,
            krw is null ? null
                : premium.PriceKrw is not null ? premium.Domestic.From
                : details?.UpdatedAt ?? details?.FetchedAt
        );
    }

    private static decimal? From(decimal? extreme, decimal? price) => extreme is > 0 ? (price - extreme) / extreme * 100 : null;

    private static long? Whole(decimal? value) =>
        value is { } v and < long.MaxValue ? (long)Math.Round(v, MidpointRounding.AwayFromZero) : null;
}

/// <summary>When the inputs were fetched, or true; null = that input is missing.</summary>
public sealed record InvestmentTimes(
    Instant List,
    Instant? Details,
    Instant? DomesticPrice,
    Instant? GlobalPrice,
    Instant? Derivatives,
    Instant? Global
);
