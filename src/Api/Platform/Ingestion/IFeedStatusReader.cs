namespace InvestmentAssistant.Api.Platform.Ingestion;

/// <summary>Newest state of a live feed, written by the replica that runs it; at most a few seconds old.</summary>
/// <param name="Name">bithumb-live.</param>
/// <param name="Provider">bithumb.</param>
/// <param name="Connected">Whether a replica holds the lease, is alive (its row is fresh) and has its connection.</param>
/// <param name="Owner">The replica (host and process) that feeds or last fed; null when none ever did.</param>
/// <param name="LastEventAt">Time of the newest event, by the provider's clock.</param>
/// <param name="Messages">Events since the present connection holder started the feed.</param>
/// <param name="Dropped">Malformed or foreign messages among them, counted and left out.</param>
/// <param name="UpdatedAt">When the row was written; null when no replica ever fed.</param>
/// <param name="NotConfigured">The provider has no key or no address here: the feed does not run, and that is no fault.</param>
/// <param name="Error">Why the feed last stopped, in words; null while it runs.</param>
public sealed record FeedStatus(
    string Name,
    string Provider,
    bool Connected,
    string? Owner,
    Instant? LastEventAt,
    long Messages,
    long Dropped,
    Instant? UpdatedAt,
    bool NotConfigured,
    string? Error
);

/// <summary>Reads the state of all live feeds; works in any role and on any replica.</summary>
public interface IFeedStatusReader
{
    /// <summary>All feeds this build knows, ordered by name. Throws what Npgsql throws when PostgreSQL is gone.</summary>
    Task<IReadOnlyList<FeedStatus>> ReadAsync(CancellationToken ct);
}
