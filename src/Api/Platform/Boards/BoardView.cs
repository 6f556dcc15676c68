using System.Diagnostics;

namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>
/// What a replica shows of a board: its state under a numbering, its freshness, and everyone who follows it. Changed by the board's loop
/// alone; read by anyone.
/// </summary>
internal sealed class BoardView<TItem>
    where TItem : class, IBoardItem<TItem>
{
    private readonly string _name;
    private readonly BoardOptions _options;
    private readonly IClock _clock;
    private readonly ILogger _log;
    private readonly SilenceWatch _silence;
    private readonly BoardObservers<TItem> _observers;
    private volatile BoardState<TItem> _state = BoardState<TItem>.Empty;
    private long? _graceUntil;
    private Instant? _awaySince;

    public BoardView(string name, SilenceWatch silence, BoardOptions options, IClock clock, ILogger log)
    {
        (_name, _silence, _options, _clock, _log) = (name, silence, options, clock, log);
        _observers = new BoardObservers<TItem>(NewSnapshot());
    }

    public BoardNumbering Numbering { get; } = new();

    public BoardSnapshot<TItem> Snapshot => _observers.Snapshot;

    public BoardState<TItem> State => _state;

    /// <summary>Whether the publisher is given time to write the whole board under a new numbering.</summary>
    public bool IsInGrace => _graceUntil is not null;

    /// <summary>Whether no live batch has come for too long.</summary>
    public bool IsSilent => _silence.Since is not null;

    /// <summary>For how long no live batch has come although the market should be moving.</summary>
    public TimeSpan Quiet => _silence.Quiet;

    public void Observe(IBoardObserver<TItem> observer) => _observers.Add(observer);

    /// <summary>Takes items of unknown age without showing a change: newer fields win.</summary>
    public void Merge(IReadOnlyList<TItem> items) => _state = _state.With(items, newerWins: true, _options.MaxItems, out _);

    /// <summary>Takes a publisher's whole state and numbering, and shows them.</summary>
    public void Adopt(StoredBoard<TItem> stored, string epoch, long seq, bool keepsMeta)
    {
        _state = _state.Without(stored.Gone).With(stored.Items, newerWins: true, _options.MaxItems, out _);
        Numbering.Adopt(epoch, seq, keepsMeta);
        _graceUntil = null;
        _awaySince = null;
        ShowFreshness();
    }

    /// <summary>Begins a numbering of this replica's own.</summary>
    public void NumberByItself()
    {
        Numbering.BeginOwn();
        _graceUntil = null;
    }

    /// <summary>Goes on as a board whose source is there.</summary>
    public void ComeBack() => _awaySince = null;

    /// <summary>
    /// Notes that Redis is away, from now unless it was already. What is shown until it is back has this replica's own numbering.
    /// </summary>
    public void GoAway()
    {
        if (_awaySince is not null)
            return;
        _awaySince = _clock.GetCurrentInstant();
        if (!Numbering.IsOwn)
            NumberByItself();
    }

    /// <summary>
    /// Shows what PostgreSQL knows better while Redis brings nothing: only items that are newer than the board's, as one change. Staleness
    /// stays as it is.
    /// </summary>
    public void ShowSubstitute(IReadOnlyList<TItem> items)
    {
        var newer = items.Where(i => _state.Find(i.Key) is not { } known || i.EventAt > known.EventAt).ToList();
        if (newer.Count == 0)
            return;
        if (!Numbering.IsOwn)
            NumberByItself();
        // Readers take the numbering first, and then the change in it.
        ShowFreshness();
        _state = _state.With(newer, newerWins: true, _options.MaxItems, out var changed);
        var (from, seq) = Numbering.Advance(null);
        var next = NewSnapshot();
        _observers.Change(
            next,
            new BoardChange<TItem>(from, seq, Numbering.Epoch, changed, IsMarketChannel: false, _state.LastEventAt, next.StaleSince)
        );
    }

    public void BeginGrace() => _graceUntil = Stopwatch.GetTimestamp() + (long)(_options.RepublishGrace.TotalSeconds * Stopwatch.Frequency);

    public void EndGrace() => _graceUntil = null;

    /// <summary>Goes on with what is here when the publisher has not written the board in time.</summary>
    public void EndGraceIfOver()
    {
        if (_graceUntil is not { } until || Stopwatch.GetTimestamp() <= until)
            return;
        NumberByItself();
        ComeBack();
    }

    /// <summary>Starts the wait for a live batch over: the replica has only just begun to listen.</summary>
    public void Listen() => _silence.Restart();

    /// <summary>Notes that a message came from the source.</summary>
    public void NoteLife(bool isMarketChannel)
    {
        _graceUntil = null;
        _awaySince = null;
        if (!isMarketChannel)
            _silence.Break();
    }

    /// <summary>Shows one batch. Of an item that is older than what is shown only the fields that nobody knew are taken.</summary>
    public void Apply(IReadOnlyList<TItem> items, bool isMarketChannel, long? sourceSeq) =>
        Show(_state.With(items, newerWins: true, _options.MaxItems, out var changed), changed, isMarketChannel, sourceSeq);

    /// <summary>Shows a new state whose difference is one change.</summary>
    public void Show(BoardState<TItem> state, IReadOnlyList<TItem> changed, bool isMarketChannel, long? sourceSeq)
    {
        NoteLife(isMarketChannel);
        ShowFreshness();
        var (from, seq) = Numbering.Advance(sourceSeq);
        _state = state;
        _observers.Change(NewSnapshot(), new BoardChange<TItem>(from, seq, Numbering.Epoch, changed, isMarketChannel, state.LastEventAt));
    }

    /// <summary>Looks at the silence, and shows what it means.</summary>
    public void Look()
    {
        _silence.Look(_state.LastEventAt);
        ShowFreshness();
    }

    /// <summary>Passes on a new numbering, staleness or its end, when there is news.</summary>
    public void ShowFreshness()
    {
        var before = Snapshot;
        var next = NewSnapshot();
        if (next.StaleSince is not null)
        {
            if (before.StaleSince is not null && before.Epoch == next.Epoch && ReferenceEquals(before.Items, next.Items))
                return;
            if (before.Epoch != next.Epoch)
                _observers.Reset(next, recovered: false);
            _observers.GoStale(next);
            if (before.StaleSince is null)
                _log.LogWarning("The board {Board} is stale since {Since}", _name, next.StaleSince);
        }
        else if (before.StaleSince is not null || before.Epoch != next.Epoch)
        {
            _observers.Reset(next, recovered: before.StaleSince is not null);
            if (before.StaleSince is not null)
                _log.LogInformation("The board {Board} has recovered under epoch {Epoch}", _name, next.Epoch);
        }
    }

    private BoardSnapshot<TItem> NewSnapshot() =>
        new(_state.Items, Numbering.Seq, Numbering.Epoch, _state.LastEventAt, _awaySince ?? _silence.Since);
}
