namespace InvestmentAssistant.Api.Features.CryptoDetails.Documents;

/// <summary>The derivatives on one index in the latest batch. Key: the index, upper case (BTC).</summary>
public sealed record CoinDerivatives
{
    public required string Id { get; init; }

    /// <summary>Sum of all rows, USD: indices are ranked by it.</summary>
    public required decimal OpenInterestUsd { get; init; }

    public IReadOnlyList<DerivativeContract> Contracts { get; init; } = [];

    /// <summary>When the batch was fetched; every index of a batch has the same.</summary>
    public required Instant FetchedAt { get; init; }
}

/// <summary>One contract on one market. Basis, spread and funding rate in percent, money in USD.</summary>
/// <param name="FundingRate">Percent a settlement of that market, as the provider gives it; null when it gives none. Answers bring it to 8
/// hours.</param>
/// <param name="ExpiresAt">Null for a perpetual.</param>
public sealed record DerivativeContract(
    string Market,
    string Symbol,
    string? ContractType,
    decimal? Price,
    decimal? Basis,
    decimal? Spread,
    decimal? FundingRate,
    decimal? OpenInterestUsd,
    decimal? VolumeUsd,
    Instant? LastTradedAt,
    Instant? ExpiresAt
);

/// <summary>The market as a whole at one hour. Key: the hour, 2026-11-23T10Z.</summary>
public sealed record GlobalSnapshot
{
    public required string Id { get; init; }
    public decimal? TotalMarketCapUsd { get; init; }
    public decimal? TotalVolumeUsd { get; init; }

    /// <summary>Shares of the total market value in percent, by symbol in lower case; the largest ten.</summary>
    public IReadOnlyDictionary<string, decimal> Dominance { get; init; } = new Dictionary<string, decimal>();

    /// <summary>24-hour change of the total market value, percent.</summary>
    public decimal? MarketCapChange24h { get; init; }

    public int? ActiveCoins { get; init; }
    public int? Exchanges { get; init; }

    /// <summary>The provider's own time.</summary>
    public Instant? UpdatedAt { get; init; }

    public required Instant FetchedAt { get; init; }
}

/// <summary>A bank's rate of a currency pair. Key: USD/KRW.</summary>
/// <param name="Id">USD/KRW.</param>
/// <param name="Rate">KRW for one USD.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="At">When it was asked for.</param>
public sealed record FxRate(string Id, decimal Rate, string Source, Instant At)
{
    public const string UsdKrw = "USD/KRW";
}
