namespace InvestmentAssistant.FollowPrices.Streams;

/// <summary>A batch or a snapshot.</summary>
public sealed record NumberedBatch<TItem>(string Type, string Epoch, long Seq, bool Conflated, IReadOnlyList<TItem> Data);

/// <summary>What became of a message.</summary>
public enum Taken
{
    Snapshot,
    Batch,

    /// <summary>It is on the board already.</summary>
    Old,

    /// <summary>It does not follow on the one before; from now on nothing but a snapshot is taken.</summary>
    Gap,
}

/// <summary>
/// The latest state of each item, as a snapshot and the batches after it say. A snapshot replaces all; a batch is merged by key; a batch
/// that does not follow on the one before leaves the board as it is, and asks for a snapshot.
/// </summary>
/// <param name="keyOf">The item's market or symbol.</param>
/// <param name="isWhole">Whether all items are followed: only then are the numbers without gaps.</param>
public sealed class MergedBoard<TItem>(Func<TItem, string> keyOf, bool isWhole)
{
    private readonly Dictionary<string, TItem> _items = new(StringComparer.Ordinal);
    private bool _needsSnapshot;

    /// <summary>By market or symbol.</summary>
    public IReadOnlyDictionary<string, TItem> Items => _items;

    /// <summary>The numbering; null before the first snapshot.</summary>
    public string? Epoch { get; private set; }

    /// <summary>Number of the last batch that is in.</summary>
    public long Seq { get; private set; }

    /// <summary>Takes a snapshot or a batch.</summary>
    public Taken Take(NumberedBatch<TItem> message)
    {
        var isSnapshot = message.Type == "snapshot";
        if (isSnapshot)
        {
            _items.Clear();
            _needsSnapshot = false;
        }
        else if (_needsSnapshot || message.Epoch != Epoch)
        {
            return Gap();
        }
        else if (message.Seq <= Seq)
        {
            return Taken.Old;
        }
        else if (isWhole && !message.Conflated && message.Seq != Seq + 1)
        {
            return Gap();
        }
        foreach (var item in message.Data)
            _items[keyOf(item)] = item;
        (Epoch, Seq) = (message.Epoch, message.Seq);
        return isSnapshot ? Taken.Snapshot : Taken.Batch;
    }

    private Taken Gap()
    {
        _needsSnapshot = true;
        return Taken.Gap;
    }
}
