namespace InvestmentAssistant.Api.Features.Sns.Documents;

/// <summary>Where an interrupted walk back through a timeline stands.</summary>
/// <param name="NewestId">The newest post it has seen: the account is held up to here once the walk is done.</param>
/// <param name="OldestId">It goes on before this one.</param>
public sealed record TimelineWalkState(string NewestId, string OldestId);

/// <summary>
/// A followed account: who it is, and up to which post its timeline is held. Natural key: network and user name without regard to case.
/// </summary>
public sealed record SocialAccount
{
    /// <summary>source/username in lower case.</summary>
    public required string Id { get; init; }

    /// <summary>x or truth_social_posts.</summary>
    public required string Source { get; init; }

    /// <summary>As the network writes it.</summary>
    public required string Username { get; init; }

    /// <summary>The network's id; null when it knows no such name.</summary>
    public string? UserId { get; init; }

    public string? DisplayName { get; init; }

    public bool Verified { get; init; }

    public long? Followers { get; init; }

    /// <summary>When the network was last asked who it is.</summary>
    public required Instant LookedUpAt { get; init; }

    /// <summary>Every post up to this id is held; null before the first whole visit.</summary>
    public string? SinceId { get; init; }

    /// <summary>A walk that was interrupted; null when there is none.</summary>
    public TimelineWalkState? Walk { get; init; }

    /// <summary>When its timeline was last read; null when never.</summary>
    public Instant? VisitedAt { get; init; }

    public static string IdOf(string source, string username) => $"{source}/{username.ToLowerInvariant()}";
}

/// <summary>When a source last answered.</summary>
/// <param name="Id">One of <see cref="SocialSource"/>.</param>
public sealed record SocialFetch(string Id, Instant FetchedAt);
