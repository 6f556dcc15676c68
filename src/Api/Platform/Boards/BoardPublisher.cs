using InvestmentAssistant.Api.Platform.Persistence;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>
/// Numbers and publishes a board's changes. A numbering (epoch) lasts as long as one publisher holds the board without interruption: a new
/// one begins when another replica takes over, when Redis was away, and after a silence long enough for the replicas to have called the
/// board stale.
/// </summary>
public sealed class BoardPublisher<TItem> : IBoardPublisher<TItem>, IDisposable
    where TItem : class, IBoardItem<TItem>
{
    private static readonly TimeSpan RetryEvery = TimeSpan.FromSeconds(1);

    private readonly BoardDefinition _board;
    private readonly RedisConnection _redis;
    private readonly BoardOptions _options;
    private readonly PublishingRights _rights;
    private readonly IClock _clock;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _end = new();
    private readonly PublishedState<TItem> _state = new();
    private string? _epoch;
    private string? _epochBefore;
    private long _seq;
    private volatile bool _inRedis;
    private volatile bool _away;
    private int _returning;
    private int _disposed;
    private int _watched;

    public BoardPublisher(
        BoardDefinition board,
        RedisConnection redis,
        IOptions<BoardOptions> options,
        PublishingRights rights,
        IClock clock,
        ILogger<BoardPublisher<TItem>> log
    )
    {
        _board = board;
        _rights = rights;
        _clock = clock;
        _redis = redis;
        _options = options.Value;
        _log = log;
    }

    private BoardKeys Keys => BoardKeys.Of(_board, _redis.IsCluster);

    /// <inheritdoc />
    public async ValueTask PublishAsync(IReadOnlyList<TItem> changed, bool marketChannel, CancellationToken ct)
    {
        if (changed.Count == 0)
            return;
        if (_away)
        {
            // The feed must not wait for a Redis that may hang: keep the state; Redis is looked for beside it.
            _state.Keep(changed, marketChannel);
            return;
        }
        await _turn.WaitAsync(ct);
        try
        {
            if (_away)
                _state.Keep(changed, marketChannel);
            else
                await SendAsync(changed, marketChannel);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask RetainAsync(IReadOnlySet<string> keys, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            var news = _state.TakeOff(keys, []);
            if (_away)
                return; // the numbering that begins when Redis is back is without them
            var multiplexer = await _redis.GetAsync();
            Watch(multiplexer);
            var database = multiplexer.GetDatabase();
            // What an earlier publisher left is taken off too.
            var left = await database.HashKeysAsync(Keys.LiveHash);
            if (_state.TakeOff(keys, left.Select(k => (string)k!)) || news)
                await BeginEpochAsync(database, [], marketChannel: false, isTakeover: false);
        }
        catch (Exception e) when (RedisConnection.IsGone(e))
        {
            _log.LogWarning("The board {Board} cannot be cleared of old items, Redis is away: {Reason}", _board.Name, e.Message);
            GoAway();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        // A host that knows it by two names disposes it twice.
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        _end.Cancel();
        _end.Dispose();
        _turn.Dispose();
    }

    private async Task SendAsync(IReadOnlyList<TItem> changed, bool marketChannel)
    {
        // A replica calls a silent board stale and waits for a new numbering; begin it a little before it could.
        var silent = !marketChannel && _state.IsSilentFor(0.8 * _options.StaleAfter);
        changed = _state.Merge(changed, marketChannel);
        if (changed.Count == 0)
            return;
        try
        {
            var multiplexer = await _redis.GetAsync();
            Watch(multiplexer);
            var database = multiplexer.GetDatabase();
            if (!_inRedis || silent)
                await BeginEpochAsync(database, changed, marketChannel, isTakeover: false);
            else if (await WriteAsync(database, changed, marketChannel, _epoch!, _epoch!, _seq + 1, whole: false))
                _seq++;
            else
                await BeginEpochAsync(database, changed, marketChannel, isTakeover: await IsAnothersAsync(database));
        }
        catch (Exception e) when (RedisConnection.IsGone(e))
        {
            // Unknown whether the last batch arrived: a new numbering begins when Redis is back.
            _log.LogWarning("The board {Board} cannot be published, Redis is away: {Reason}", _board.Name, e.Message);
            GoAway();
        }
    }

    private void GoAway()
    {
        _inRedis = false;
        _away = true;
        if (Interlocked.Exchange(ref _returning, 1) == 0)
            _ = Task.Run(ReturnAsync);
    }

    /// <summary>
    /// Looks for Redis until it is back: of a server that has become the master in another's place no event tells, and a quiet market has
    /// no next change.
    /// </summary>
    private async Task ReturnAsync()
    {
        var end = _end.Token;
        while (_away && !end.IsCancellationRequested)
        {
            await Task.Delay(RetryEvery, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!end.IsCancellationRequested)
                await RepublishAsync();
        }
        Interlocked.Exchange(ref _returning, 0);
        // It may have gone away again since the last look.
        if (_away && !end.IsCancellationRequested)
            GoAway();
    }

    /// <summary>Takes over what the hashes know better than we do, and writes the whole board under a new numbering.</summary>
    /// <param name="isTakeover">Another publisher was here after us: of two states of one moment its is the later, save for what we have
    /// just got.</param>
    private async Task BeginEpochAsync(IDatabase database, IReadOnlyList<TItem> changed, bool marketChannel, bool isTakeover)
    {
        if (!_rights.MayTakeOver(_board.Name) && await IsAnothersAsync(database))
        {
            _rights.Yield(_board.Name);
            return;
        }
        var fresh = changed.Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        _state.TakeOverGone(StoredBoard<TItem>.GoneIn(await database.HashGetAsync(Keys.MetaHash, "gone")));
        var latest = BoardPayload.Latest(_clock);
        foreach (var hash in new[] { Keys.MarketHash, Keys.LiveHash })
        {
            if (hash is null)
                continue;
            var entries = await database.HashGetAllAsync(hash);
            _state.TakeOver(
                entries.Select(e => BoardPayload.ReadItem<TItem>(e.Value, latest)).OfType<TItem>(),
                fresh,
                theirsIsLater: isTakeover
            );
        }
        var epoch = BoardNumbering.NewEpoch();
        await WriteAsync(database, changed, marketChannel, "", epoch, 1, whole: true);
        (_epochBefore, _epoch, _seq, _inRedis, _away) = (_epoch, epoch, 1, true, false);
        _log.LogInformation("The board {Board} is published under epoch {Epoch}, {Items} items", _board.Name, epoch, _state.Count);
    }

    /// <summary>
    /// Whether another publisher holds the board. A copy that has become the master may not have got our newest numbering, and still has
    /// the one before it.
    /// </summary>
    private async Task<bool> IsAnothersAsync(IDatabase database) =>
        await database.HashGetAsync(Keys.MetaHash, "epoch") is { IsNull: false } holder
        && _epoch is not null
        && holder != _epoch
        && holder != _epochBefore;

    /// <summary>Writes the whole state at once when Redis is back, not only when the next change comes.</summary>
    private void Watch(ConnectionMultiplexer multiplexer)
    {
        if (Interlocked.Exchange(ref _watched, 1) == 1)
            return;
        multiplexer.ConnectionFailed += (_, e) =>
        {
            // A publisher that has published nothing has nothing to write back.
            if (e.ConnectionType == ConnectionType.Interactive && _epoch is not null && !RedisConnection.IsCopy(multiplexer, e.EndPoint))
                GoAway();
        };
        multiplexer.ConnectionRestored += (_, e) =>
        {
            if (e.ConnectionType == ConnectionType.Interactive)
                _ = Task.Run(RepublishAsync);
        };
    }

    private async Task RepublishAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (_inRedis || !_away)
                return;
            var database = (await _redis.GetAsync()).GetDatabase();
            // Another publisher may have taken the board while we were cut off: then it is theirs, until we have something new to say.
            if (await IsAnothersAsync(database))
                (_inRedis, _away) = (true, false);
            else
                await BeginEpochAsync(database, [], marketChannel: false, isTakeover: false);
        }
        catch (Exception e)
        {
            // Nobody waits for this task: whatever failed is tried again.
            _log.LogDebug("The board {Board} could not be written again: {Reason}", _board.Name, e.Message);
            GoAway();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<bool> WriteAsync(
        IDatabase database,
        IReadOnlyList<TItem> changed,
        bool marketChannel,
        string expected,
        string epoch,
        long seq,
        bool whole
    )
    {
        var board = Keys;
        var (stored, gone) = whole ? _state.Whole() : (_state.WholeOf(changed), "*");
        // Under a new numbering other publishers' hashes were merged in: the batch has what came of it.
        if (whole)
            changed = _state.WholeOf(changed);
        var values = new RedisValue[7 + 2 * stored.Count];
        values[0] = expected;
        values[1] = epoch;
        values[2] = seq;
        values[3] = marketChannel ? board.MarketChannel : board.LiveChannel;
        values[4] = BoardPayload.Write(marketChannel ? _board.MarketBatchType : _board.BatchType, epoch, seq, changed);
        values[5] = board.MarketHash is not null && (marketChannel || whole) ? "1" : "0";
        values[6] = gone;
        for (var i = 0; i < stored.Count; i++)
        {
            values[7 + 2 * i] = stored[i].Key;
            values[8 + 2 * i] = BoardPayload.WriteItem(stored[i]);
        }
        RedisKey[] keys = [board.LiveHash, board.MarketHash ?? board.LiveHash, board.MetaHash];
        // The text goes along each time: a restarted Redis has forgotten every script.
        return (int)
                await database.ScriptEvaluateAsync(BoardScript.For(board.Subscription.IsSharded), keys, values, CommandFlags.NoScriptCache)
            == 1;
    }
}
