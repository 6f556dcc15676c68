using InvestmentAssistant.Api.Platform.Boards;
using Medallion.Threading.Postgres;
using Npgsql;

namespace InvestmentAssistant.Api.Platform.Ingestion.Feeds;

/// <summary>A lock that is held in PostgreSQL, and the session that holds it.</summary>
internal sealed record HeldLock(NpgsqlConnection Connection, PostgresDistributedLockHandle Handle, int ProcessId, Instant StartedAt);

/// <summary>
/// A held lease. Watches its session. When that ends, the lease is in doubt: while PostgreSQL is away nobody else can take it, so its
/// holder goes on, and takes the lock again as soon as PostgreSQL answers. Only when another has it by then, or shows that it has, is it
/// <see cref="Lost"/>.
/// </summary>
public sealed class Lease : IAsyncDisposable, IPublishingRight
{
    private static readonly TimeSpan s_betweenProbes = TimeSpan.FromSeconds(1);

    private readonly string _name;
    private readonly LeaseKeeper _keeper;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _released = new();
    private readonly Task _watch;
    private HeldLock _held;
    private volatile bool _isCertain = true;

    internal Lease(string name, HeldLock held, LeaseKeeper keeper, ILogger log)
    {
        (_name, _held, _keeper, _log) = (name, held, keeper, log);
        Lost = _lost.Token;
        _watch = WatchAsync();
    }

    /// <summary>Cancelled when the lease is gone: another process holds it.</summary>
    public CancellationToken Lost { get; }

    /// <inheritdoc />
    public bool IsCertain => _isCertain;

    /// <inheritdoc />
    public void Yield()
    {
        if (_isCertain || _lost.IsCancellationRequested)
            return;
        _log.LogWarning("The lease {Lease} is lost: another replica has shown that it holds it", _name);
        // Those who wait for it run on threads of their own: this is called in the middle of a publish.
        _ = _lost.CancelAsync();
    }

    private async Task WatchAsync()
    {
        while (!_released.IsCancellationRequested && !_lost.IsCancellationRequested)
        {
            try
            {
                // Reads the idle connection, so that its end is seen at once and not with the next probe; true would mean a notification.
                await _held.Connection.WaitAsync(s_betweenProbes, _released.Token);
                await using var probe = new NpgsqlCommand("select 1", _held.Connection) { CommandTimeout = LeaseKeeper.CommandSeconds };
                await probe.ExecuteScalarAsync(CancellationToken.None);
            }
            catch (OperationCanceledException) when (_released.IsCancellationRequested)
            {
                // Given back on purpose.
            }
            catch (Exception e)
            {
                _isCertain = false;
                _log.LogWarning("The lease {Lease} is in doubt, PostgreSQL ended its session: {Reason}", _name, e.Message);
                await CloseAsync(_held);
                await RegainAsync();
            }
        }
    }

    private async Task RegainAsync()
    {
        while (!_released.IsCancellationRequested && !_lost.IsCancellationRequested)
        {
            try
            {
                if (await _keeper.TakeAsync(_name, _held, _released.Token) is not { } held)
                {
                    _log.LogWarning("The lease {Lease} is lost: another holds it", _name);
                    await _lost.CancelAsync();
                    return;
                }
                (_held, _isCertain) = (held, true);
                _log.LogInformation("The lease {Lease} is held again", _name);
                return;
            }
            catch (Exception e)
            {
                _log.LogDebug("The lease {Lease} cannot be taken again yet: {Reason}", _name, e.Message);
            }
            await Task.Delay(LeaseKeeper.BetweenTries(), _released.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Gives the lease back. Never throws: a backend that is gone has freed it already.</summary>
    public async ValueTask DisposeAsync()
    {
        await _released.CancelAsync();
        await _watch;
        if (_isCertain)
            await CloseAsync(_held);
        _lost.Dispose();
        _released.Dispose();
    }

    private async Task CloseAsync(HeldLock held)
    {
        try
        {
            await held.Handle.DisposeAsync();
        }
        catch (Exception e)
        {
            _log.LogDebug("The lease {Lease} could not be given back, its connection is gone: {Reason}", _name, e.Message);
            // Should the connection live on after all, it must not go back into the pool with the lock.
            NpgsqlConnection.ClearPool(held.Connection);
        }
        await held.Connection.DisposeAsync();
    }
}
