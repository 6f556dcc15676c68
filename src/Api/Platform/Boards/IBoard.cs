namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>An item of a board: the latest state of one instrument.</summary>
public interface IBoardItem<TSelf>
    where TSelf : class, IBoardItem<TSelf>
{
    /// <summary>Field of the item in the Redis hash; unique on its board.</summary>
    string Key { get; }

    /// <summary>When the state was true, by the provider's clock.</summary>
    Instant? EventAt { get; }

    /// <summary>
    /// Whether the item can be true: prices, amounts and texts in range, and not of a time after <paramref name="latest"/>. What Redis
    /// hands over is believed only then.
    /// </summary>
    bool IsPlausible(Instant latest) => EventAt is not { } at || at <= latest;

    /// <summary>This state with every field that <paramref name="newer"/> knows taken from it.</summary>
    TSelf MergedWith(TSelf newer);
}

/// <summary>All items of a board at one moment.</summary>
/// <param name="Items">Ordered by key (ordinal).</param>
/// <param name="Seq">Number of the last batch that is in it.</param>
/// <param name="Epoch">Changes when a new numbering starts.</param>
/// <param name="LastEventAt">The newest event on the board, or null when it is empty.</param>
/// <param name="StaleSince">Since when the source or Redis is gone; null when all is well.</param>
public sealed record BoardSnapshot<TItem>(IReadOnlyList<TItem> Items, long Seq, string Epoch, Instant? LastEventAt, Instant? StaleSince);

/// <summary>A replica's view of one board: latest state in memory, fed by the Redis channel, by PostgreSQL when Redis is gone.</summary>
public interface IBoard<TItem>
    where TItem : class, IBoardItem<TItem>
{
    /// <summary>crypto, sp500 or etf.</summary>
    string Name { get; }

    /// <summary>One consistent moment of the whole board; cheap, cached until something changes.</summary>
    BoardSnapshot<TItem> Snapshot();

    /// <summary>The latest state of one item, or null when the board does not have it.</summary>
    TItem? Find(string key);
}

/// <summary>The feeding replica's side: numbers a batch of changes, keeps the Redis hash, publishes the batch.</summary>
public interface IBoardPublisher<TItem>
    where TItem : class, IBoardItem<TItem>
{
    /// <summary>
    /// Publishes changed items on the board's live channel (or, with <paramref name="marketChannel"/>, on its market channel). Never throws
    /// for a Redis that is gone: the latest state is kept and sent whole, under a new epoch, when Redis is back.
    /// </summary>
    ValueTask PublishAsync(IReadOnlyList<TItem> changed, bool marketChannel, CancellationToken ct);

    /// <summary>
    /// Takes everything but these items off the board, here, in Redis and on every replica: a new numbering begins, so that streams get a
    /// snapshot without them. Nothing happens when there is nothing else. For a Redis that is gone as above.
    /// </summary>
    ValueTask RetainAsync(IReadOnlySet<string> keys, CancellationToken ct);
}
