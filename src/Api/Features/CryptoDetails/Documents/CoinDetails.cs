namespace InvestmentAssistant.Api.Features.CryptoDetails.Documents;

/// <summary>CoinGecko's data of one coin beside its price. Key: its id there. Null or an empty list = the provider sends nothing.</summary>
public sealed record CoinDetails
{
    public required string Id { get; init; }
    public required string Symbol { get; init; }
    public required string Name { get; init; }
    public string? WebSlug { get; init; }

    /// <summary>The chain that a token lives on; null for a chain's own coin.</summary>
    public string? Platform { get; init; }

    public decimal? BlockMinutes { get; init; }
    public string? HashingAlgorithm { get; init; }

    /// <summary>As the provider orders them.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The category that says most about it; see <see cref="Reference.CategoryTable"/>.</summary>
    public string? PrimaryCategory { get; init; }

    /// <summary>English, plain text, at most 5,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Korean, where the provider has one.</summary>
    public string? DescriptionKo { get; init; }

    public LocalDate? GenesisDate { get; init; }
    public string? CountryOrigin { get; init; }
    public CoinProjectLinks Links { get; init; } = new();
    public string? ImageThumb { get; init; }
    public string? ImageSmall { get; init; }
    public string? ImageLarge { get; init; }
    public int? Rank { get; init; }
    public decimal? PriceUsd { get; init; }
    public decimal? PriceKrw { get; init; }
    public decimal? MarketCapUsd { get; init; }
    public decimal? CirculatingSupply { get; init; }
    public decimal? MaxSupply { get; init; }

    /// <summary>True when the provider says that there is no upper limit; null when it does not say.</summary>
    public bool? MaxSupplyInfinite { get; init; }

    public long? RedditSubscribers { get; init; }
    public long? TelegramUsers { get; init; }
    public long? TwitterFollowers { get; init; }
    public int? Forks { get; init; }
    public int? Stars { get; init; }
    public int? TotalIssues { get; init; }
    public int? ClosedIssues { get; init; }
    public int? MergedPullRequests { get; init; }
    public int? Commits4Weeks { get; init; }

    /// <summary>Commits of each of the last 28 days, oldest first; empty when not counted.</summary>
    public IReadOnlyList<int> CommitsByDay { get; init; } = [];

    /// <summary>The provider's own time.</summary>
    public Instant? UpdatedAt { get; init; }

    public required Instant FetchedAt { get; init; }
}

/// <summary>Where a project is found.</summary>
public sealed record CoinProjectLinks
{
    public string? Homepage { get; init; }
    public string? Whitepaper { get; init; }
    public IReadOnlyList<string> Explorers { get; init; } = [];
    public string? Twitter { get; init; }
    public string? Facebook { get; init; }
    public string? Telegram { get; init; }
    public string? Subreddit { get; init; }
    public IReadOnlyList<string> Repositories { get; init; } = [];
}
