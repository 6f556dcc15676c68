namespace InvestmentAssistant.Api.Features.Streaming.Hub;

/// <summary>
/// What a topic's messages are made of: the latest JSON of each item, the numbering, the freshness. Read and changed under
/// <see cref="Gate"/>; only the number and the epoch are read without it.
/// </summary>
internal sealed class TopicState
{
    private long _seq;

    /// <summary>Guards this state and what both dialects make of it. Taken after a subscriber's own lock, never before.</summary>
    public Lock Gate { get; } = new();

    /// <summary>JSON of each item by board key, ordinal order.</summary>
    public SortedDictionary<string, byte[]> Latest { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts the numberings: a subscriber of another generation needs a snapshot.</summary>
    public int Generation { get; private set; }

    public string Epoch { get; private set; } = "";

    /// <summary>Number of the last batch.</summary>
    public long Seq => Volatile.Read(ref _seq);

    public Instant? LastEventAt { get; private set; }

    public Instant? StaleSince { get; private set; }

    /// <summary>Takes a batch: its items replace the known ones, and the topic is as fresh as the batch says.</summary>
    public void Apply(string[] keys, byte[][] items, long seq, Instant? lastEventAt, Instant? staleSince)
    {
        for (var i = 0; i < keys.Length; i++)
            Latest[keys[i]] = items[i];
        (LastEventAt, StaleSince) = (lastEventAt, staleSince);
        Volatile.Write(ref _seq, seq);
    }

    /// <summary>Replaces all items.</summary>
    public void Replace(IEnumerable<(string Key, byte[] Json)> items, Instant? lastEventAt, Instant? staleSince)
    {
        Latest.Clear();
        foreach (var (key, json) in items)
            Latest[key] = json;
        (LastEventAt, StaleSince) = (lastEventAt, staleSince);
    }

    /// <summary>Begins a new numbering.</summary>
    public void Renumber(string epoch, long seq)
    {
        Generation++;
        Epoch = epoch;
        Volatile.Write(ref _seq, seq);
    }

    /// <summary>
    /// Leaves out items whose JSON is the known one: the market channel carries fields that this dialect does not show, and an item that
    /// looks unchanged is no change.
    /// </summary>
    public void KeepDifferent(ref string[] keys, ref byte[][] items)
    {
        var (k, v) = (keys, items);
        var kept = Enumerable
            .Range(0, k.Length)
            .Where(i => !Latest.TryGetValue(k[i], out var known) || !known.AsSpan().SequenceEqual(v[i]))
            .ToArray();
        if (kept.Length == k.Length)
            return;
        keys = [.. kept.Select(i => k[i])];
        items = [.. kept.Select(i => v[i])];
    }
}
