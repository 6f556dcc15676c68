using Medallion.Threading.Postgres;
using Npgsql;

namespace InvestmentAssistant.Api.Platform.Ingestion.Feeds;

/// <summary>
/// Leases by name that one process in all holds: session-level advisory locks of PostgreSQL. The lock lives and dies with its connection,
/// so a crash frees it without any clock or timeout. It needs session pooling: a transaction pooler between us and PostgreSQL would break
/// it.
/// </summary>
public sealed class LeaseKeeper(NpgsqlDataSource database, ILogger<LeaseKeeper> log)
{
    /// <summary>Takes the lease when it is free.</summary>
    /// <returns>Null when another holds it.</returns>
    public async Task<Lease?> TryAcquireAsync(string name, CancellationToken ct)
    {
        var connection = await database.OpenConnectionAsync(ct);
        try
        {
            // A host that vanishes without closing its sockets must not keep the lease: the server finds out within six seconds.
            await using (
                var keepalive = new NpgsqlCommand(
                    "set tcp_keepalives_idle = 3; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 3",
                    connection
                )
            )
            {
                await keepalive.ExecuteNonQueryAsync(ct);
            }
            var key = new PostgresAdvisoryLockKey(name, allowHashing: true);
            var handle = await new PostgresDistributedLock(key, connection).TryAcquireAsync(TimeSpan.Zero, ct);
            if (handle is not null)
                return new Lease(name, connection, handle, log);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

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

/// <summary>A held lease. Watches its connection: when the server closes it or stops answering, <see cref="Lost"/> fires at once.</summary>
public sealed class Lease : IAsyncDisposable
{
    private static readonly TimeSpan s_betweenProbes = TimeSpan.FromSeconds(1);

    private readonly string _name;
    private readonly NpgsqlConnection _connection;
    private readonly PostgresDistributedLockHandle _handle;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _released = new();
    private readonly Task _watch;

    internal Lease(string name, NpgsqlConnection connection, PostgresDistributedLockHandle handle, ILogger log)
    {
        (_name, _connection, _handle, _log) = (name, connection, handle, log);
        Lost = _lost.Token;
        _watch = WatchAsync();
    }

    /// <summary>Cancelled when the lease is gone: another process may hold it from now on.</summary>
    public CancellationToken Lost { get; }

    private async Task WatchAsync()
    {
        try
        {
            while (!_released.IsCancellationRequested)
            {
                // Reads the idle connection, so that its end is seen at once and not with the next probe; true would mean a notification.
                await _connection.WaitAsync(s_betweenProbes, _released.Token);
                await using var probe = new NpgsqlCommand("select 1", _connection) { CommandTimeout = 2 };
                await probe.ExecuteScalarAsync(CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (_released.IsCancellationRequested)
        {
            // Given back on purpose.
        }
        catch (Exception e)
        {
            _log.LogWarning("The lease {Lease} is lost: {Reason}", _name, e.Message);
            await _lost.CancelAsync();
        }
    }

    /// <summary>Gives the lease back. Never throws: a backend that is gone has freed it already.</summary>
    public async ValueTask DisposeAsync()
    {
        await _released.CancelAsync();
        await _watch;
        try
        {
            await _handle.DisposeAsync();
        }
        catch (Exception e)
        {
            _log.LogDebug("The lease {Lease} could not be given back, its connection is gone: {Reason}", _name, e.Message);
            // Should the connection live on after all, it must not go back into the pool with the lock.
            NpgsqlConnection.ClearPool(_connection);
        }
        await _connection.DisposeAsync();
        _lost.Dispose();
        _released.Dispose();
    }
}
