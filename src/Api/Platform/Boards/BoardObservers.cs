namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>
/// The snapshot that a board shows, and everyone who follows it: both change together, so that a new observer misses nothing.
/// </summary>
internal sealed class BoardObservers<TItem>(BoardSnapshot<TItem> first)
    where TItem : class, IBoardItem<TItem>
{
    private readonly Lock _gate = new();
    private volatile IBoardObserver<TItem>[] _observers = [];
    private volatile BoardSnapshot<TItem> _snapshot = first;

    public BoardSnapshot<TItem> Snapshot => _snapshot;

    /// <summary>Adds an observer, whose first call is a reset to the present state.</summary>
    public void Add(IBoardObserver<TItem> observer)
    {
        lock (_gate)
        {
            observer.OnReset(_snapshot, recovered: false);
            if (_snapshot.StaleSince is not null)
                observer.OnStale(_snapshot);
            _observers = [.. _observers, observer];
        }
    }

    public void Change(BoardSnapshot<TItem> next, BoardChange<TItem> change) => Show(next, o => o.OnChanged(change));

    public void Reset(BoardSnapshot<TItem> next, bool recovered) => Show(next, o => o.OnReset(next, recovered));

    public void GoStale(BoardSnapshot<TItem> next) => Show(next, o => o.OnStale(next));

    private void Show(BoardSnapshot<TItem> next, Action<IBoardObserver<TItem>> say)
    {
        lock (_gate)
        {
            _snapshot = next;
            foreach (var observer in _observers)
                say(observer);
        }
    }
}
