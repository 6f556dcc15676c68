using System.Threading.Channels;
using InvestmentAssistant.Api.Platform.Persistence;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>
/// A replica's board. One loop reads everything in order: batches of both channels, the state of the connection, the silence. What the
/// hashes already hold when it attaches is recognised by its number.
/// </summary>
public sealed class Board<TItem> : BackgroundService, IObservableBoard<TItem>, IBoardFigures
    where TItem : class, IBoardItem<TItem>
{
    private readonly BoardDefinition _board;
    private readonly RedisConnection _redis;
    private readonly BoardFallback<TItem> _fallback;
    private readonly BoardDrops _drops;
    private readonly BoardOptions _options;
    private readonly IClock _clock;
    private readonly ILogger _log;
    private readonly Channel<Message> _inbox;
    private readonly BoardLink<TItem> _link;
    private readonly BoardView<TItem> _view;

    private bool _everAttached;

    public Board(
        BoardDefinition board,
        RedisConnection redis,
        IBoardFallback<TItem>? fallback,
        MarketCalendar calendar,
        IClock clock,
        IOptions<BoardOptions> options,
        ILogger<Board<TItem>> log
    )
    {
        (_board, _redis, _options, _clock, _log) = (board, redis, options.Value, clock, log);
        _fallback = new BoardFallback<TItem>(board.Name, fallback, _options.FallbackInterval, log);
        _drops = new BoardDrops(board.Name, log);
        _inbox = Channel.CreateBounded<Message>(
            new BoundedChannelOptions(_options.QueueCapacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait }
        );
        _link = new BoardLink<TItem>(board, redis, _options.MaxItems, clock, Receive);
        _view = new BoardView<TItem>(board.Name, new SilenceWatch(board, calendar, clock, _options.StaleAfter), _options, clock, log);
    }

    /// <inheritdoc />
    public string Name => _board.Name;

    /// <inheritdoc />
    public long Dropped => _drops.Count;

    /// <inheritdoc />
    public BoardSnapshot<TItem> Snapshot() => _view.Snapshot;

    /// <inheritdoc />
    public TItem? Find(string key) => _view.State.Find(key);

    /// <inheritdoc />
    public void Observe(IBoardObserver<TItem> observer) => _view.Observe(observer);

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
                        await HandleAsync(payload, message.IsMarketChannel);
                    else
                        await WatchAsync(stoppingToken);
                }
                catch (Exception e) when (RedisConnection.IsGone(e) || e is ObjectDisposedException)
                {
                    _log.LogWarning("The board {Board} lost Redis: {Reason}", Name, e.Message);
                    _link.Lose();
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // The board must survive any batch; its state is read again.
                    _log.LogError(e, "The board {Board} could not handle a batch", Name);
                    _link.Lose();
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
        finally
        {
            await _link.UnsubscribeAsync();
        }
    }

    private async Task WatchAsync(CancellationToken ct)
    {
        if (_link.DetachIfLost())
            _view.EndGrace();
        if (!_link.IsAttached)
        {
            if (await _link.TryAttachAsync() is { } stored)
            {
                _view.Listen();
                await AdoptAfterAbsenceAsync(stored);
            }
            else
            {
                _view.GoAway();
                _view.ShowSubstitute(await _fallback.ReadAsync(ct));
            }
        }
        else
        {
            _view.EndGraceIfOver();
            if (_view.Quiet > _options.DoubtAfter)
                _view.ShowSubstitute(await _fallback.ReadAsync(ct));
            else
                await ShareNumberingAsync();
        }
        _view.Look();
    }

    private async Task AdoptAfterAbsenceAsync(StoredBoard<TItem> stored)
    {
        (var firstTime, _everAttached) = (!_everAttached, true);
        // The publisher's numbers are there and have not gone back: only the tie was broken, and this replica goes on with all others.
        var isWhole = stored.Epoch == _view.Numbering.SourceEpoch && stored.Seq >= _view.Numbering.SourceSeq;
        if (stored.Epoch is not null && (stored.Epoch != _view.Numbering.SourceEpoch || _view.Numbering.IsOwn && isWhole))
        {
            _view.Adopt(stored, stored.Epoch, stored.Seq, keepsMeta: true);
            return;
        }
        if (stored.Epoch is not null && isWhole)
        {
            _view.ComeBack();
            ShowMissed(stored, [], stored.Seq);
            return;
        }
        _view.Merge(stored.Items);
        if (firstTime)
        {
            // No publisher has been here yet: what the hashes (an older writer's, perhaps) or else PostgreSQL know.
            if (_view.State.Items.Count == 0)
                _view.ShowSubstitute(await _fallback.ReadAsync(CancellationToken.None));
            _view.NumberByItself();
            _view.ComeBack();
        }
        else
        {
            // The publisher will write the whole board under a new numbering; wait for that a little before going on with what is here.
            _view.BeginGrace();
        }
    }

    /// <summary>
    /// Takes the publisher's numbering again after a time of this replica's own, so that all replicas number alike and a client can resume
    /// on any of them.
    /// </summary>
    private async Task ShareNumberingAsync()
    {
        if (_view.IsInGrace || !_view.Numbering.MayBeShared())
            return;
        var stored = await _link.ReadAsync();
        if (stored.Epoch is { } epoch && !_view.Numbering.IsForeign(epoch))
            _view.Adopt(stored, epoch, stored.Seq, keepsMeta: true);
    }

    private void Receive(ReadOnlyMemory<byte> payload, bool isMarketChannel)
    {
        if (!_inbox.Writer.TryWrite(new Message(payload, isMarketChannel)))
            _drops.Add("the queue is full");
    }

    private async Task HandleAsync(ReadOnlyMemory<byte> payload, bool isMarketChannel)
    {
        if (!_link.IsAttached)
            return;
        if (payload.Length > _options.MaxPayloadBytes)
        {
            _drops.Add("too large");
            return;
        }
        var batch = BoardPayload.Read<TItem>(payload, _board, BoardPayload.Latest(_clock), out var reason);
        if (batch is null)
        {
            _drops.Add(reason!);
            return;
        }
        if (batch.BadItems > 0)
            _drops.Add("an unreadable item in a batch");
        isMarketChannel |= batch.IsMarket;
        if (batch.Epoch is not { } epoch || _view.Numbering.IsForeign(epoch))
            HandleUnnumbered(batch, isMarketChannel);
        else if (epoch == _view.Numbering.SourceEpoch)
            await HandleNextAsync(batch, isMarketChannel, epoch, batch.Seq!.Value);
        else
            await HandleNewEpochAsync(batch, isMarketChannel, epoch, batch.Seq!.Value);
    }

    private async Task HandleNextAsync(BoardBatch<TItem> batch, bool isMarketChannel, string epoch, long seq)
    {
        if (seq <= _view.Numbering.SourceSeq)
        {
            // Contained in the hashes we read. Only a publisher that keeps no meta hash can have begun to count again.
            if (_view.Numbering.SourceKeepsMeta)
                return;
            _view.Numbering.StepBackTo(seq);
            _view.EndGrace();
        }
        if (_view.IsInGrace)
            _view.NumberByItself();
        if (seq == _view.Numbering.SourceSeq + 1)
            _view.Apply(batch.Items, isMarketChannel, seq);
        else
            await CatchUpAsync(batch, epoch, seq);
    }

    private async Task HandleNewEpochAsync(BoardBatch<TItem> batch, bool isMarketChannel, string epoch, long seq)
    {
        var stored = await _link.ReadAsync();
        if (stored.Epoch == epoch)
        {
            _view.NoteLife(isMarketChannel);
            // Number and items are written before the batch is sent: what we read has this batch in it.
            _view.Adopt(stored, epoch, stored.Seq, keepsMeta: true);
            if (seq > stored.Seq)
                _drops.Add(BoardDrops.UnknownNumber);
        }
        else if (stored.Epoch is null)
        {
            // A publisher that numbers, but keeps no meta hash: believe its numbers from here on.
            _view.NoteLife(isMarketChannel);
            _view.Adopt(stored, epoch, seq - 1, keepsMeta: false);
            _view.Apply(batch.Items, isMarketChannel, seq);
        }
        else if (stored.Epoch == _view.Numbering.SourceEpoch)
        {
            _view.Numbering.MarkForeign(epoch);
            HandleUnnumbered(batch, isMarketChannel);
        }
        else
        {
            // Neither ours nor theirs: a third one holds the board, and its state contains this batch or has overtaken it.
            _view.Adopt(stored, stored.Epoch, stored.Seq, keepsMeta: true);
        }
    }

    private void HandleUnnumbered(BoardBatch<TItem> batch, bool isMarketChannel)
    {
        if (!_view.Numbering.IsOwn || _view.IsInGrace || (_view.IsSilent && !isMarketChannel))
            _view.NumberByItself();
        _view.Numbering.NoteOwn();
        _view.Apply(batch.Items, isMarketChannel, null);
    }

    /// <summary>Reads the state after lost batches, and passes on all differences as one change.</summary>
    private async Task CatchUpAsync(BoardBatch<TItem> batch, string epoch, long seq)
    {
        var stored = await _link.ReadAsync();
        if (stored.Epoch is { } holder && holder != epoch)
        {
            _view.Adopt(stored, holder, stored.Seq, keepsMeta: true);
            return;
        }
        if (stored.Epoch is not null && stored.Seq < seq)
        {
            // The publisher writes its number before it sends the batch, in one step: whoever sent this one is not the publisher.
            _drops.Add(BoardDrops.UnknownNumber);
            if (stored.Seq <= _view.Numbering.SourceSeq)
                return;
            seq = stored.Seq;
        }
        ShowMissed(stored, stored.Epoch is null ? batch.Items : [], Math.Max(seq, stored.Seq));
    }

    /// <summary>Shows what the hashes, and a batch beside them, have that this replica has not, as one change up to that number.</summary>
    private void ShowMissed(StoredBoard<TItem> stored, IReadOnlyList<TItem> batch, long seq)
    {
        if (seq == _view.Numbering.SourceSeq)
            return;
        var before = _view.State;
        var state = before
            .With(stored.Items, newerWins: true, _options.MaxItems, out _)
            .With(batch, newerWins: true, _options.MaxItems, out _);
        _log.LogWarning("The board {Board} missed batches {From} to {To} and read them back", Name, _view.Numbering.SourceSeq + 1, seq);
        _view.Show(state, [.. state.Items.Where(i => !i.Equals(before.Find(i.Key)))], isMarketChannel: false, seq);
    }

    private readonly record struct Message(ReadOnlyMemory<byte>? Payload, bool IsMarketChannel);
}
