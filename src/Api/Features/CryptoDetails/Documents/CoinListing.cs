using System.Text.Json.Serialization;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Documents;

/// <summary>
/// A coin of CoinGecko's list by market capitalization. Key: its id there. Money in USD, changes in percent; null = not known.
/// </summary>
public sealed record CoinListing
{
    /// <summary>CoinGecko's id: bitcoin.</summary>
    public required string Id { get; init; }

    /// <summary>Upper case: BTC. Several coins may share one.</summary>
    public required string Symbol { get; init; }

    public required string Name { get; init; }
    public string? ImageUrl { get; init; }
    public decimal? PriceUsd { get; init; }
    public decimal? MarketCapUsd { get; init; }

    /// <summary>1 = largest; null for a coin without a market value, or one that the list no longer has.</summary>
    public int? Rank { get; init; }

    public decimal? VolumeUsd { get; init; }
    public decimal? Change24h { get; init; }
    public decimal? Change7d { get; init; }
    public decimal? Change30d { get; init; }
    public decimal? CirculatingSupply { get; init; }
    public decimal? TotalSupply { get; init; }
    public decimal? MaxSupply { get; init; }
    public decimal? AthUsd { get; init; }
    public decimal? AthChange { get; init; }
    public Instant? AthAt { get; init; }
    public decimal? AtlUsd { get; init; }

    /// <summary>May reach millions of percent.</summary>
    public decimal? AtlChange { get; init; }

    public Instant? AtlAt { get; init; }

    /// <summary>The provider's own time of these figures.</summary>
    public Instant? UpdatedAt { get; init; }

    public required Instant FetchedAt { get; init; }

    /// <summary>Whether it has a price and is traded; the figures of a dead coin stay on the list for years.</summary>
    [JsonIgnore]
    public bool IsAlive => PriceUsd is > 0 && VolumeUsd is not <= 0 && !(FetchedAt - UpdatedAt > s_silence);

    private static readonly Duration s_silence = Duration.FromDays(7);
}

/// <summary>Which coin a market of the domestic exchange trades. Key: the market code.</summary>
public sealed record CoinMapping
{
    /// <summary>KRW-BTC.</summary>
    public required string Id { get; init; }

    /// <summary>BTC.</summary>
    public required string Symbol { get; init; }

    /// <summary>CoinGecko's id.</summary>
    public required string CoinId { get; init; }

    /// <summary>How it was chosen among its namesakes: pinned, name, similar_name or price.</summary>
    public required string Method { get; init; }

    /// <summary>Coins of that symbol that it was chosen from.</summary>
    public required int Candidates { get; init; }

    /// <summary>When it last changed.</summary>
    public required Instant MappedAt { get; init; }
}

/// <summary>That the provider was asked for something about a coin: whose turn it is next follows from it. Key: purpose/coin.</summary>
public sealed record CoinCall
{
    public required string Id { get; init; }

    /// <summary>details, tickers or history.</summary>
    public required string Purpose { get; init; }

    public required string CoinId { get; init; }
    public required Instant At { get; init; }

    /// <summary>False when the provider does not know the coin.</summary>
    public required bool Found { get; init; }

    /// <summary>Failed calls of this coin in a row while others were answered.</summary>
    public int Failures { get; init; }

    public static CoinCall Of(string purpose, string coin, Instant at, bool found, int failures = 0) =>
        new()
        {
            Id = $"{purpose}/{coin}",
            Purpose = purpose,
            CoinId = coin,
            At = at,
            Found = found,
            Failures = failures,
        };

    /// <summary>Time until the coin's next turn.</summary>
    /// <param name="turn">After an answer.</param>
    /// <param name="retry">After a first failure; twice as long after each further one.</param>
    /// <param name="longest">Bounds the wait after failures.</param>
    public Duration Wait(Duration turn, Duration retry, Duration longest) =>
        Failures == 0 ? turn : Duration.Min(retry * (1 << Math.Min(Failures - 1, 12)), longest);
}
