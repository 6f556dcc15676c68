using System.Diagnostics;
using System.Security.Cryptography;
using System.Threading.Channels;
using InvestmentAssistant.Api.Platform.MarketTime;
using Microsoft.Extensions.Options;
using NodaTime;
using StackExchange.Redis;

namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>
/// A replica's board. One loop reads everything in order: batches of both channels, the state of the connection, the silence. It subscribes first
/// and reads the hashes second, so that nothing falls between them; what the hash read already holds is recognised by its number.
/// </summary>
public sealed class Board<TItem> : BackgroundService, IObservableBoard<TItem> where TItem : class, IBoardItem<TItem>
{
    private readonly BoardDefinition _board;
    private readonly RedisConnection _redis;
    private readonly IBoardFallback<TItem>? _fallback;
    private readonly MarketCalendar _calendar;
    private readonly IClock _clock;
    private readonly BoardOptions _options;
    private readonly ILogger _log;
    private readonly Channel<Message> _inbox;
    private readonly Lock _observing = new();
    private volatile IBoardObserver<TItem>[] _observers = [];
    private volatile BoardSnapshot<TItem> _snapshot;
    private volatile BoardState<TItem> _state = BoardState<TItem>.Empty;

    // Where the publisher's numbering stands, and the one we show: the same, unless batches without a number (or of a second publisher) made us number ourselves.
    private string? _sourceEpoch;
    private long _sourceSeq;
    private bool _sourceKeepsMeta;
    private bool _numbersItself = true;
    private string _epoch = NewEpoch();
    private long _seq;
    private readonly HashSet<string> _foreignEpochs = new(StringComparer.Ordinal);

    private ChannelMessageQueue? _subscription;
    private volatile bool _lost;
    private bool _attached;
    private bool _everAttached;
    private long? _graceUntil;
    private Instant? _awaySince;
    private Instant? _silentSince;
    private long _movingSince;
    private bool _moving;
    private long _lastLive;
    private long _lastFallback;
    private int _watched;
    private long _dropped;
    private long _lastDropLog;

    public Board(BoardDefinition board, RedisConnection redis, IBoardFallback<TItem>? fallback, MarketCalendar calendar, IClock clock,
        IOptions<BoardOptions> options, ILogger<Board<TItem>> log)
    {
        (_board, _redis, _fallback, _calendar, _clock, _options, _log) = (board, redis, fallback, calendar, clock, options.Value, log);
        _inbox = Channel.CreateBounded<Message>(new BoundedChannelOptions(_options.QueueCapacity)
        {
            SingleReader = true,
            FullMode = BoundedChannelFullMode.Wait,
        });
        _snapshot = new BoardSnapshot<TItem>([], 0, _epoch, null, null);
    }

    /// <inheritdoc />
    public string Name => _board.Name;

    /// <inheritdoc />
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <inheritdoc />
    public BoardSnapshot<TItem> Snapshot() => _snapshot;

    /// <inheritdoc />
    public TItem? Find(string key) => _state.Find(key);

    /// <inheritdoc />
    public void Observe(IBoardObserver<TItem> observer)
    {
        lock (_observing)
        {
            observer.OnReset(_snapshot, recovered: false);
            if (_snapshot.StaleSince is not null)
                observer.OnStale(_snapshot);
            _observers = [.. _observers, observer];
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A first connection takes a moment; only after that is an absent Redis called absent.
        await Task.WhenAny(_redis.GetAsync(), Task.Delay(TimeSpan.FromSeconds(2), stoppingToken));
        // Ticks share the queue with the batches, so that one loop sees all in order.
        using var ticks = new Timer(_ => _inbox.Writer.TryWrite(default), null, TimeSpan.Zero, _options.WatchInterval);
        try
        {
            await foreach (var message in _inbox.Reader.ReadAllAsync(stoppingToken))
            {
                try
                {
                    if (message.Payload is { } payload)
                        await HandleAsync(payload, message.IsSlow);
                    else
                        await WatchAsync(stoppingToken);
                }
                catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
                {
                    _log.LogWarning("The board {Board} lost Redis: {Reason}", Name, e.Message);
                    _lost = true;
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // Whatever one batch did, the board must live on; its state is read anew.
                    _log.LogError(e, "The board {Board} could not handle a batch", Name);
                    _lost = true;
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        finally
        {
            if (_subscription is { } subscription)
                await subscription.UnsubscribeAsync(CommandFlags.FireAndForget);
        }
    }

    // ---- the connection ----

    private async Task WatchAsync(CancellationToken ct)
    {
        if (_lost || (_attached && !_redis.IsConnected))
        {
            _lost = false;
            _attached = false;
            _graceUntil = null;
        }
        if (!_attached)
        {
            if (!await TryAttachAsync())
            {
                _awaySince ??= _clock.GetCurrentInstant();
                await FallBackAsync(ct);
            }
        }
        else if (_graceUntil is { } until && Stopwatch.GetTimestamp() > until)
        {
            NumberAnew();
            _awaySince = null;
        }
        WatchSilence();
        Publish(recover: true);
    }

    private async Task<bool> TryAttachAsync()
    {
        // While Redis is away this completes only after its time-out: look again at the next tick instead of waiting for it.
        var connecting = _redis.GetAsync();
        if (!connecting.IsCompleted)
            return false;
        var multiplexer = await connecting;
        if (Interlocked.Exchange(ref _watched, 1) == 0)
            multiplexer.ConnectionFailed += (_, _) => _lost = true;
        if (!multiplexer.IsConnected)
            return false;
        try
        {
            var subscriber = multiplexer.GetSubscriber();
            if (_subscription is { } old)
            {
                _subscription = null;
                await old.UnsubscribeAsync(CommandFlags.FireAndForget);
            }
            var subscription = await subscriber.SubscribeAsync(
                _board.MarketChannel is null ? RedisChannel.Literal(_board.SubscriptionPattern) : RedisChannel.Pattern(_board.SubscriptionPattern));
            _subscription = subscription;
            subscription.OnMessage(Receive);
            var read = await ReadHashesAsync(multiplexer.GetDatabase());
            if (_lost)
                return false;
            _attached = true;
            _lastLive = Stopwatch.GetTimestamp();
            await AdoptAfterAbsenceAsync(read);
            return true;
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            return false;
        }
    }

    private async Task AdoptAfterAbsenceAsync(HashRead read)
    {
        var firstTime = !_everAttached;
        _everAttached = true;
        if (read.Epoch is not null && read.Epoch != _sourceEpoch)
        {
            Adopt(read);
            _awaySince = null;
        }
        else if (firstTime)
        {
            // No publisher has been here yet: what the hashes (an older writer's, perhaps) or else PostgreSQL know.
            _state = _state.With(read.Items, newerWins: true, _options.MaxItems, out _);
            if (_state.Items.Count == 0)
                await FallBackAsync(CancellationToken.None);
            NumberAnew();
            _awaySince = null;
        }
        else
        {
            // The publisher will write the board anew, under a new numbering; wait for that a little before going on with what is here.
            _state = _state.With(read.Items, newerWins: true, _options.MaxItems, out _);
            _graceUntil = Stopwatch.GetTimestamp() + (long)(_options.RepublishGrace.TotalSeconds * Stopwatch.Frequency);
        }
    }

    /// <summary>Called by StackExchange.Redis, whose own queue has no bound: hand over and return.</summary>
    private void Receive(ChannelMessage message)
    {
        var isSlow = false;
        if (_board.MarketChannel is not null)
        {
            var channel = (string?)message.Channel;
            isSlow = channel == _board.MarketChannel;
            if (!isSlow && channel != _board.LiveChannel)
                return;
        }
        if (!_inbox.Writer.TryWrite(new Message((ReadOnlyMemory<byte>)message.Message, isSlow)))
            Drop("the queue is full");
    }

    private async Task FallBackAsync(CancellationToken ct)
    {
        if (_fallback is null || (_lastFallback != 0 && Stopwatch.GetElapsedTime(_lastFallback) < _options.FallbackInterval))
            return;
        _lastFallback = Stopwatch.GetTimestamp();
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(TimeSpan.FromSeconds(5));
            _state = _state.With(await _fallback.ReadAsync(patience.Token), newerWins: true, _options.MaxItems, out _);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            _log.LogDebug(e, "The board {Board} found no last state in PostgreSQL", Name);
        }
    }

    private void WatchSilence()
    {
        var moves = _board.TradesAlways || _calendar.PhaseAt(_clock.GetCurrentInstant()) == SessionPhase.Regular;
        if (moves && !_moving)
            _movingSince = Stopwatch.GetTimestamp();
        _moving = moves;
        var quiet = moves && Stopwatch.GetElapsedTime(Math.Max(_lastLive, _movingSince)) > _options.StaleAfter;
        if (quiet && _silentSince is null)
            _silentSince = _state.LastEventAt ?? _clock.GetCurrentInstant();
        else if (!moves)
            _silentSince = null;
    }

    // ---- batches ----

    private async Task HandleAsync(ReadOnlyMemory<byte> payload, bool isSlow)
    {
        if (!_attached)
            return;
        if (payload.Length > _options.MaxPayloadBytes)
        {
            Drop("too large");
            return;
        }
        var batch = BoardPayload.Read<TItem>(payload, _board, out var reason);
        if (batch is null)
        {
            Drop(reason!);
            return;
        }
        if (batch.BadItems > 0)
            Drop("an unreadable item in a batch");
        if (batch.Epoch is { } epoch && !_foreignEpochs.Contains(epoch))
            await HandleNumberedAsync(batch, isSlow, epoch, batch.Seq!.Value);
        else
            HandleUnnumbered(batch, isSlow);
    }

    private async Task HandleNumberedAsync(BoardBatch<TItem> batch, bool isSlow, string epoch, long seq)
    {
        if (epoch == _sourceEpoch)
        {
            if (seq <= _sourceSeq)
            {
                // Contained in the hashes we read. Only a publisher that keeps no meta hash can have begun to count again.
                if (_sourceKeepsMeta)
                    return;
                _sourceSeq = seq - 1;
                NumberAnew();
            }
            if (_graceUntil is not null)
                NumberAnew();
            if (seq == _sourceSeq + 1)
                Apply(batch.Items, isSlow, seq);
            else
                await CatchUpAsync(batch, epoch, seq);
            return;
        }
        var read = await ReadHashesAsync((await _redis.GetAsync()).GetDatabase());
        if (read.Epoch == epoch)
        {
            Alive(isSlow);
            Adopt(read);
            Publish(recover: true);
            if (seq > _sourceSeq)
                Apply(batch.Items, isSlow, seq);
        }
        else if (read.Epoch is null)
        {
            // A publisher that numbers, but keeps no meta hash: believe its numbers from here on.
            Alive(isSlow);
            Adopt(read with { Epoch = epoch, Seq = seq - 1, KeepsMeta = false });
            Publish(recover: true);
            Apply(batch.Items, isSlow, seq);
        }
        else if (read.Epoch == _sourceEpoch)
        {
            if (_foreignEpochs.Count >= 64)
                _foreignEpochs.Clear();
            _foreignEpochs.Add(epoch);
            HandleUnnumbered(batch, isSlow);
        }
        else
        {
            // Neither ours nor theirs: a third one holds the board, and its state contains this batch or has overtaken it.
            Adopt(read);
            Publish(recover: true);
        }
    }

    private void HandleUnnumbered(BoardBatch<TItem> batch, bool isSlow)
    {
        if (!_numbersItself || _graceUntil is not null || (_silentSince is not null && !isSlow))
            NumberAnew();
        Apply(batch.Items, isSlow, null);
    }

    /// <summary>Batches were lost: read the state, and pass on as one change whatever differs.</summary>
    private async Task CatchUpAsync(BoardBatch<TItem> batch, string epoch, long seq)
    {
        var before = _state;
        var read = await ReadHashesAsync((await _redis.GetAsync()).GetDatabase());
        if (read.Epoch is not null && read.Epoch != epoch)
        {
            Adopt(read);
            Publish(recover: true);
            return;
        }
        var state = before.With(read.Items, newerWins: read.Epoch is null, _options.MaxItems, out _);
        if (read.Epoch is null || read.Seq < seq)
            state = state.With(batch.Items, newerWins: false, _options.MaxItems, out _);
        _log.LogWarning("The board {Board} missed batches {From} to {To} and read them back", Name, _sourceSeq + 1, seq - 1);
        Settle(state, [.. state.Items.Where(i => !i.Equals(before.Find(i.Key)))], isSlow: false, Math.Max(seq, read.Seq));
    }

    private void Apply(IReadOnlyList<TItem> items, bool isSlow, long? sourceSeq) =>
        Settle(_state.With(items, newerWins: false, _options.MaxItems, out var changed), changed, isSlow, sourceSeq);

    private void Settle(BoardState<TItem> state, IReadOnlyList<TItem> changed, bool isSlow, long? sourceSeq)
    {
        Alive(isSlow);
        Publish(recover: true);
        var from = _seq + 1;
        if (sourceSeq is { } number)
            _sourceSeq = number;
        _seq = _numbersItself ? from : _sourceSeq;
        _state = state;
        var change = new BoardChange<TItem>(from, _seq, _epoch, changed, isSlow, state.LastEventAt);
        lock (_observing)
        {
            _snapshot = NewSnapshot();
            foreach (var observer in _observers)
                observer.OnChanged(change);
        }
    }

    private void Alive(bool isSlow)
    {
        _graceUntil = null;
        _awaySince = null;
        if (isSlow)
            return;
        _lastLive = Stopwatch.GetTimestamp();
        _silentSince = null;
    }

    /// <summary>Takes a publisher's whole state and numbering.</summary>
    private void Adopt(HashRead read)
    {
        _state = _state.Without(read.Gone).With(read.Items, newerWins: true, _options.MaxItems, out _);
        (_sourceEpoch, _sourceSeq, _sourceKeepsMeta) = (read.Epoch, read.Seq, read.KeepsMeta);
        (_epoch, _seq, _numbersItself) = (read.Epoch!, read.Seq, false);
        _graceUntil = null;
        _awaySince = null;
    }

    private void NumberAnew()
    {
        (_epoch, _seq, _numbersItself) = (NewEpoch(), 0, true);
        _graceUntil = null;
    }

    /// <summary>Tells observers of a new numbering, of staleness or its end, when there is news.</summary>
    private void Publish(bool recover)
    {
        var before = _snapshot;
        var next = NewSnapshot();
        if (next.StaleSince is not null)
        {
            if (before.StaleSince is not null && before.Epoch == next.Epoch && ReferenceEquals(before.Items, next.Items))
                return;
            lock (_observing)
            {
                _snapshot = next;
                foreach (var observer in _observers)
                    observer.OnStale(next);
            }
            if (before.StaleSince is null)
                _log.LogWarning("The board {Board} is stale since {Since}", Name, next.StaleSince);
        }
        else if (recover && (before.StaleSince is not null || before.Epoch != next.Epoch))
        {
            lock (_observing)
            {
                _snapshot = next;
                foreach (var observer in _observers)
                    observer.OnReset(next, recovered: before.StaleSince is not null);
            }
            if (before.StaleSince is not null)
                _log.LogInformation("The board {Board} has recovered under epoch {Epoch}", Name, next.Epoch);
        }
    }

    private BoardSnapshot<TItem> NewSnapshot() =>
        new(_state.Items, _seq, _epoch, _state.LastEventAt, _awaySince ?? _silentSince);

    private async Task<HashRead> ReadHashesAsync(IDatabase database)
    {
        // In one transaction, so that the number belongs to the items.
        var transaction = database.CreateTransaction();
        var live = transaction.HashGetAllAsync(_board.LiveHash);
        var market = _board.MarketHash is null ? null : transaction.HashGetAllAsync(_board.MarketHash);
        var meta = transaction.HashGetAllAsync(_board.MetaHash);
        await transaction.ExecuteAsync();
        var state = BoardState<TItem>.Empty;
        // The live hash holds the merged item and leads; the market hash adds what only it knows.
        foreach (var entries in new[] { market is null ? [] : await market, await live })
            state = state.With([.. entries.Select(e => BoardPayload.ReadItem<TItem>(e.Value)).OfType<TItem>()], newerWins: false, _options.MaxItems, out _);
        string? epoch = null;
        long seq = 0;
        string[] gone = [];
        foreach (var field in await meta)
        {
            if (field.Name == "epoch")
                epoch = (string?)field.Value;
            else if (field.Name == "seq" && field.Value.TryParse(out long number))
                seq = number;
            else if (field.Name == "gone")
                gone = ((string?)field.Value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        }
        return new HashRead(state.Items, epoch, seq, gone);
    }

    private void Drop(string reason)
    {
        var count = Interlocked.Increment(ref _dropped);
        var last = Interlocked.Read(ref _lastDropLog);
        if (last != 0 && Stopwatch.GetElapsedTime(last) < TimeSpan.FromMinutes(1))
            return;
        if (Interlocked.CompareExchange(ref _lastDropLog, Stopwatch.GetTimestamp(), last) == last)
            _log.LogWarning("The board {Board} dropped a payload: {Reason}; {Count} dropped since the start", Name, reason, count);
    }

    private static string NewEpoch() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    private readonly record struct Message(ReadOnlyMemory<byte>? Payload, bool IsSlow);

    /// <param name="Gone">Keys that the publisher has taken off the board.</param>
    private sealed record HashRead(IReadOnlyList<TItem> Items, string? Epoch, long Seq, string[] Gone, bool KeepsMeta = true);
}
