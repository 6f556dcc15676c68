using System.Text.Json;
using System.Text.Json.Serialization;
using InvestmentAssistant.Api.Platform.Json;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;

/// <summary>A row of <c>/coins/markets</c>. Prices in USD; a coin without trades has none.</summary>
public sealed record CoinMarketRow(
    string? Id,
    string? Symbol,
    string? Name,
    string? Image,
    decimal? CurrentPrice,
    decimal? MarketCap,
    decimal? MarketCapRank,
    decimal? TotalVolume,
    decimal? PriceChangePercentage24h,
    decimal? PriceChangePercentage7dInCurrency,
    decimal? PriceChangePercentage30dInCurrency,
    decimal? CirculatingSupply,
    decimal? TotalSupply,
    decimal? MaxSupply,
    decimal? Ath,
    decimal? AthChangePercentage,
    Instant? AthDate,
    decimal? Atl,
    decimal? AtlChangePercentage,
    Instant? AtlDate,
    Instant? LastUpdated
);

/// <summary>A reply of <c>/coins/{id}</c>, as far as it is used. Money is by currency: usd, krw.</summary>
public sealed record CoinDetailsReply(
    string? Id,
    string? Symbol,
    string? Name,
    string? WebSlug,
    string? AssetPlatformId,
    decimal? BlockTimeInMinutes,
    string? HashingAlgorithm,
    IReadOnlyList<string?>? Categories,
    IReadOnlyDictionary<string, string?>? Description,
    CoinLinks? Links,
    IReadOnlyDictionary<string, string?>? Image,
    string? CountryOrigin,
    string? GenesisDate,
    decimal? MarketCapRank,
    CoinMarketData? MarketData,
    CoinCommunityData? CommunityData,
    CoinDeveloperData? DeveloperData,
    Instant? LastUpdated
);

/// <summary>Links of a coin; a missing link is an empty text.</summary>
public sealed record CoinLinks(
    IReadOnlyList<string?>? Homepage,
    string? Whitepaper,
    IReadOnlyList<string?>? BlockchainSite,
    string? TwitterScreenName,
    string? FacebookUsername,
    string? TelegramChannelIdentifier,
    string? SubredditUrl,
    IReadOnlyDictionary<string, IReadOnlyList<string?>?>? ReposUrl
);

/// <summary>Market figures; changes in percent.</summary>
public sealed record CoinMarketData(
    IReadOnlyDictionary<string, decimal?>? CurrentPrice,
    IReadOnlyDictionary<string, decimal?>? MarketCap,
    IReadOnlyDictionary<string, decimal?>? TotalVolume,
    IReadOnlyDictionary<string, decimal?>? Ath,
    IReadOnlyDictionary<string, decimal?>? AthChangePercentage,
    IReadOnlyDictionary<string, Instant?>? AthDate,
    IReadOnlyDictionary<string, decimal?>? Atl,
    IReadOnlyDictionary<string, decimal?>? AtlChangePercentage,
    IReadOnlyDictionary<string, Instant?>? AtlDate,
    decimal? PriceChangePercentage24h,
    decimal? PriceChangePercentage7d,
    decimal? PriceChangePercentage30d,
    decimal? TotalSupply,
    decimal? MaxSupply,
    bool? MaxSupplyInfinite,
    decimal? CirculatingSupply
);

/// <summary>People around a coin. The provider gives no count of X followers any more.</summary>
public sealed record CoinCommunityData(decimal? RedditSubscribers, decimal? TelegramChannelUserCount, decimal? TwitterFollowers);

/// <summary>Activity in a coin's repositories; the series has one number a day, oldest first.</summary>
public sealed record CoinDeveloperData(
    decimal? Forks,
    decimal? Stars,
    decimal? TotalIssues,
    decimal? ClosedIssues,
    decimal? PullRequestsMerged,
    decimal? CommitCount4Weeks,
    [property: JsonPropertyName("last_4_weeks_commit_activity_series")] IReadOnlyList<decimal?>? CommitsByDay
);

/// <summary>A row of <c>/coins/{id}/tickers</c>. Last is in the target currency, volume in coins, spread in percent.</summary>
public sealed record CoinTickerRow(
    string? Base,
    string? Target,
    CoinTickerMarket? Market,
    decimal? Last,
    decimal? Volume,
    IReadOnlyDictionary<string, decimal?>? ConvertedLast,
    IReadOnlyDictionary<string, decimal?>? ConvertedVolume,
    decimal? BidAskSpreadPercentage,
    Instant? Timestamp,
    Instant? LastTradedAt,
    Instant? LastFetchAt,
    bool? IsAnomaly,
    bool? IsStale,
    string? TrustScore = null
);

/// <summary>The exchange of a ticker.</summary>
public sealed record CoinTickerMarket(string? Name, string? Identifier);

/// <summary>A reply of <c>/coins/{id}/market_chart</c>: pairs of Unix milliseconds and USD.</summary>
public sealed record MarketChartReply(IReadOnlyList<IReadOnlyList<decimal?>>? Prices);

/// <summary>
/// A row of <c>/derivatives</c>. Basis, spread and funding rate (an interval's) in percent, open interest and volume in USD, times in Unix
/// seconds.
/// </summary>
public sealed record DerivativeRow(
    string? Market,
    string? Symbol,
    string? IndexId,
    decimal? Price,
    decimal? PricePercentageChange24h,
    string? ContractType,
    decimal? Index,
    decimal? Basis,
    decimal? Spread,
    decimal? FundingRate,
    decimal? OpenInterest,
    decimal? Volume24h,
    decimal? LastTradedAt,
    decimal? ExpiredAt
);

/// <summary>A reply of <c>/global</c>.</summary>
public sealed record GlobalReply(GlobalData? Data);

/// <summary>The market as a whole; totals by currency, shares in percent by coin, the time in Unix seconds.</summary>
public sealed record GlobalData(
    decimal? ActiveCryptocurrencies,
    decimal? Markets,
    IReadOnlyDictionary<string, decimal?>? TotalMarketCap,
    IReadOnlyDictionary<string, decimal?>? TotalVolume,
    IReadOnlyDictionary<string, decimal?>? MarketCapPercentage,
    [property: JsonPropertyName("market_cap_change_percentage_24h_usd")] decimal? MarketCapChangePercentage24h,
    decimal? UpdatedAt
);

/// <summary>A reply of <c>/exchange_rates</c>: what one bitcoin costs.</summary>
public sealed record ExchangeRatesReply(IReadOnlyDictionary<string, BitcoinRate?>? Rates);

/// <summary>Units of a currency for one bitcoin.</summary>
public sealed record BitcoinRate(decimal? Value);

/// <summary>Settings for its JSON: a figure too large for a decimal, or an invalid time, becomes null and the coin is kept.</summary>
internal static class CoinGeckoWire
{
    public static readonly JsonSerializerOptions Json = LenientJson.Options(WireNaming.Policy);
}
