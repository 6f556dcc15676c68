namespace InvestmentAssistant.Api.Features.CryptoDetails.Documents;

/// <summary>
/// A coin's newest prices on every venue that a premium can be made of: KRW at domestic, USD and USDT at other exchanges. Key: the coin's
/// id.
/// </summary>
public sealed record CoinTickers
{
    public required string Id { get; init; }
    public IReadOnlyList<VenueTicker> Venues { get; init; } = [];
    public required Instant FetchedAt { get; init; }
}

/// <summary>One pair on one exchange.</summary>
/// <param name="Target">KRW, USD or USDT.</param>
/// <param name="Last">In the target currency.</param>
/// <param name="PriceUsd">The provider's conversion.</param>
/// <param name="Volume">Coins in 24 hours.</param>
/// <param name="VolumeUsd">USD in 24 hours, the provider's conversion.</param>
/// <param name="SpreadPercent">Between bid and ask.</param>
/// <param name="At">Time of the last trade; the time of the message says nothing about the price's age.</param>
/// <param name="TrustScore">green, yellow or red; null where the provider gives none, as it does for all since 2026.</param>
public sealed record VenueTicker(
    string ExchangeId,
    string ExchangeName,
    string Base,
    string Target,
    decimal Last,
    decimal? PriceUsd,
    decimal? Volume,
    decimal? VolumeUsd,
    decimal? SpreadPercent,
    Instant? At,
    bool IsAnomaly,
    bool IsStale,
    string? TrustScore = null
);

/// <summary>A coin's venues on one Seoul day, each as last seen that day. Key: coin/date.</summary>
public sealed record VenueDay
{
    public required string Id { get; init; }
    public required string CoinId { get; init; }
    public required LocalDate Date { get; init; }
    public IReadOnlyList<VenueDayPoint> Venues { get; init; } = [];

    public static string IdOf(string coin, LocalDate date) => FormattableString.Invariant($"{coin}/{date:uuuu-MM-dd}");
}

/// <summary>
/// An exchange's last state of a day: of several pairs the most traded one. USD of a domestic one are KRW at the rate that the premium was
/// stated with.
/// </summary>
public sealed record VenueDayPoint(string ExchangeId, decimal PriceUsd, decimal? VolumeUsd, decimal? SpreadPercent, Instant At);
