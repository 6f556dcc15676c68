namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>Changes of a board that came as one.</summary>
/// <param name="FromSeq">Number of the first batch in it; smaller than <paramref name="Seq"/> when lost batches were read back from the
/// hash.</param>
/// <param name="Seq">Number of the last batch in it.</param>
/// <param name="Epoch">The numbering it belongs to.</param>
/// <param name="Items">The changed items in their whole new state.</param>
/// <param name="IsMarketChannel">From the market channel: perhaps nothing that a stream shows has changed.</param>
/// <param name="LastEventAt">The newest event on the board.</param>
/// <param name="StaleSince">Since when the board has been stale, while it goes on with what PostgreSQL knows; else null.</param>
public sealed record BoardChange<TItem>(
    long FromSeq,
    long Seq,
    string Epoch,
    IReadOnlyList<TItem> Items,
    bool IsMarketChannel,
    Instant? LastEventAt,
    Instant? StaleSince = null
);

/// <summary>Follows a board. Calls come one at a time and in order, on the board's own loop: return fast, never throw.</summary>
public interface IBoardObserver<TItem>
    where TItem : class, IBoardItem<TItem>
{
    /// <summary>Items changed; numbers follow each other without a gap.</summary>
    void OnChanged(BoardChange<TItem> change);

    /// <summary>A new numbering began; everything known before is void.</summary>
    /// <param name="snapshot">The whole board under its new epoch.</param>
    /// <param name="recovered">Whether the board was stale until now.</param>
    void OnReset(BoardSnapshot<TItem> snapshot, bool recovered);

    /// <summary>The source or Redis is gone.</summary>
    void OnStale(BoardSnapshot<TItem> snapshot);
}

/// <summary>A board that can be followed.</summary>
public interface IObservableBoard<TItem> : IBoard<TItem>
    where TItem : class, IBoardItem<TItem>
{
    /// <summary>Adds an observer; its first call is an <see cref="IBoardObserver{TItem}.OnReset"/> with the present state.</summary>
    void Observe(IBoardObserver<TItem> observer);

    /// <summary>Payloads that were dropped: unreadable, foreign, too large, or behind a full queue.</summary>
    long Dropped { get; }
}

/// <summary>
/// The last known state of a board from PostgreSQL, for when Redis is away or empty. One is registered per board, keyed by its name (or
/// unkeyed).
/// </summary>
public interface IBoardFallback<TItem>
    where TItem : class, IBoardItem<TItem>
{
    /// <summary>All items known; called about once a second while Redis is away. May throw when PostgreSQL is away too.</summary>
    Task<IReadOnlyList<TItem>> ReadAsync(CancellationToken ct);
}
