using InvestmentAssistant.Api.Platform.Persistence;
using Medallion.Threading.Postgres;
using Npgsql;

namespace InvestmentAssistant.Api.Platform.Ingestion.Feeds;

/// <summary>
/// Leases by name that one process in all holds: session-level advisory locks of PostgreSQL. The lock lives and dies with its connection,
/// so a crash frees it without any clock or timeout. It needs a session of its own: a pooler in transaction mode would break it.
/// </summary>
public sealed class LeaseKeeper([FromKeyedServices(PostgresSources.Sessions)] NpgsqlDataSource database, ILogger<LeaseKeeper> log)
{
    /// <summary>Seconds in which PostgreSQL answers a command about a lease, or is away.</summary>
    internal const int CommandSeconds = 2;

    /// <summary>Takes the lease when it is free.</summary>
    /// <returns>Null when another holds it.</returns>
    public async Task<Lease?> TryAcquireAsync(string name, CancellationToken ct) =>
        await TakeAsync(name, before: null, ct) is { } held ? new Lease(name, held, this, log) : null;

    /// <summary>Takes the lock in a session of its own.</summary>
    /// <param name="name">The lease.</param>
    /// <param name="before">The session that held it before and was lost: it is ended first, should the server still have it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when another holds it.</returns>
    internal async Task<HeldLock?> TakeAsync(string name, HeldLock? before, CancellationToken ct)
    {
        var connection = await database.OpenConnectionAsync(ct);
        try
        {
            // A host that vanishes without closing its sockets must not keep the lease: the server finds out within six seconds.
            await ExecuteAsync(
                connection,
                "set tcp_keepalives_idle = 3; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 3",
                ct
            );
            if (before is not null)
            {
                await using var end = Command(
                    connection,
                    "select pg_terminate_backend(pid, 1000) from pg_stat_activity where pid = $1 and backend_start = $2"
                );
                await end.WithValues([before.ProcessId, before.StartedAt]).ExecuteNonQueryAsync(ct);
            }
            await using var mine = Command(connection, "select backend_start from pg_stat_activity where pid = pg_backend_pid()");
            var startedAt = (Instant)(await mine.ExecuteScalarAsync(ct))!;
            var key = new PostgresAdvisoryLockKey(name, allowHashing: true);
            var handle = await new PostgresDistributedLock(key, connection).TryAcquireAsync(TimeSpan.Zero, ct);
            if (handle is not null)
                return new HeldLock(connection, handle, connection.ProcessID, startedAt);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = Command(connection, sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql) =>
        new(sql, connection) { CommandTimeout = CommandSeconds };

    /// <summary>Waits for the lease.</summary>
    public async Task<Lease> AcquireAsync(string name, CancellationToken ct)
    {
        while (true)
        {
            if (await TryAcquireAsync(name, ct) is { } lease)
                return lease;
            await Task.Delay(BetweenTries(), ct);
        }
    }

    /// <summary>
    /// Half a second to one: a crashed holder is followed at once, subscribing still fits into ten seconds, and N replicas do not ask in
    /// step.
    /// </summary>
    public static TimeSpan BetweenTries() => TimeSpan.FromSeconds(0.5 + Random.Shared.NextDouble() / 2);
}
