using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Secrets;
using Npgsql;

namespace InvestmentAssistant.Api.Platform.Ingestion.Feeds;

/// <summary>The row that the feeding replica keeps of each live feed, and its reader for all others.</summary>
public sealed class FeedStatusStore(
    NpgsqlDataSource database,
    IClock clock,
    IEnumerable<ILiveFeed> feeds,
    JobCatalog catalog,
    SecretRedactor secrets
) : IFeedStatusReader
{
    private readonly IReadOnlyList<ILiveFeed> _feeds = [.. feeds.OrderBy(f => f.Name, StringComparer.Ordinal)];

    /// <summary>Enters this replica as the one that feeds.</summary>
    public async Task ClaimAsync(ILiveFeed feed, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            insert into ingestion.live_feeds as f (name, provider, owner, connected, messages, dropped, started_at, updated_at,
            heartbeat_at)
            values (@name, @provider, @owner, false, 0, 0, @now, @now, now())
            on conflict (name) do update set
                provider = excluded.provider, owner = excluded.owner, connected = false, messages = 0, dropped = 0,
                started_at = excluded.started_at, updated_at = excluded.updated_at, heartbeat_at = now(), error = null
            """
        );
        command.With(("name", feed.Name), ("provider", feed.Provider), ("owner", Replica.Name), ("now", clock.GetCurrentInstant()));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Writes what the feed says of itself, unless another replica has taken over.</summary>
    public async Task UpdateAsync(ILiveFeed feed, FeedHealth health, bool connected, string? error, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            update ingestion.live_feeds
            set connected = @connected, last_event_at = coalesce(@last_event_at, last_event_at), messages = @messages, dropped = @dropped,
                updated_at = @now, heartbeat_at = now(), error = @error
            where name = @name and owner = @owner
            """
        );
        command.With(("name", feed.Name), ("owner", Replica.Name), ("connected", connected));
        command.Parameters.Add(new NpgsqlParameter<Instant?>("last_event_at", health.LastEventAt));
        command.With(("messages", health.Messages), ("dropped", health.Dropped), ("now", clock.GetCurrentInstant()));
        command.Parameters.Add(new NpgsqlParameter<string?>("error", secrets.Redact(error)));
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<IReadOnlyList<FeedStatus>> ReadAsync(CancellationToken ct)
    {
        // Whether the owner lives is judged in real time, by the server's clock.
        await using var command = database.CreateCommand(
            """
            select name, connected and heartbeat_at > now() - interval '10 seconds', owner, last_event_at, messages, dropped, updated_at,
            error
            from ingestion.live_feeds
            """
        );
        var rows = new Dictionary<string, FeedStatus>(StringComparer.Ordinal);
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                var row = new FeedStatus(
                    reader.GetString(0),
                    "",
                    reader.GetBoolean(1),
                    reader.GetString(2),
                    await reader.GetFieldValueAsync<Instant?>(3, ct),
                    reader.GetInt64(4),
                    reader.GetInt64(5),
                    await reader.GetFieldValueAsync<Instant>(6, ct),
                    NotConfigured: false,
                    secrets.Redact(reader[7] as string)
                );
                rows[row.Name] = row;
            }
        }
        return
        [
            .. _feeds.Select(feed =>
                rows.GetValueOrDefault(feed.Name, new FeedStatus(feed.Name, "", false, null, null, 0, 0, null, false, null)) with
                {
                    Provider = feed.Provider,
                    NotConfigured = !catalog.IsConfigured(feed.Provider),
                }
            ),
        ];
    }
}

internal sealed class FeedStatusSchema : ISchemaPart
{
    public string Name => "ingestion-live-feeds";

    public string Sql =>
        """
            create schema if not exists ingestion;
            create table if not exists ingestion.live_feeds (
                name text primary key,
                provider text not null,
                owner text not null,
                connected boolean not null,
                last_event_at timestamptz,
                messages bigint not null,
                dropped bigint not null,
                started_at timestamptz not null,
                updated_at timestamptz not null,
                heartbeat_at timestamptz not null,
                error text
            );
            """;
}
