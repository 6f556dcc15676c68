namespace InvestmentAssistant.Api.Features.Streaming.Hub;

/// <summary>
/// The last batches of one numbering, oldest first: what a client that resumes, or a reader that fell behind, has missed. Its owner locks.
/// </summary>
/// <param name="window">Age beyond which a batch is dropped.</param>
/// <param name="maxBytes">Memory beyond which the oldest batches are dropped. The newest batch always stays.</param>
internal sealed class ReplayRing(TimeSpan window, long maxBytes)
{
    /// <summary>Each with the size it was counted with; a frame that is made later adds little.</summary>
    private readonly List<(TopicBatch Batch, long Size)> _batches = [];
    private long _bytes;

    public int Count => _batches.Count;

    public TopicBatch this[int place] => _batches[place].Batch;

    public void Add(TopicBatch batch)
    {
        var size = batch.Size;
        _batches.Add((batch, size));
        _bytes += size;
        var oldest = batch.At - (long)window.TotalMilliseconds;
        var expired = 0;
        while (expired < _batches.Count - 1 && (_batches[expired].Batch.At < oldest || _bytes > maxBytes))
            _bytes -= _batches[expired++].Size;
        if (expired > 0)
            _batches.RemoveRange(0, expired);
    }

    public void Clear()
    {
        _batches.Clear();
        _bytes = 0;
    }

    /// <summary>Place of the first batch after a number; null when a batch between is no longer here.</summary>
    public int? FirstAfter(long seq)
    {
        if (_batches.Count == 0 || _batches[0].Batch.FromSeq > seq + 1)
            return null;
        var (low, high) = (0, _batches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_batches[middle].Batch.Seq <= seq)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>The latest JSON of each item that the batches from one place up to (not including) another changed.</summary>
    /// <param name="start">First place.</param>
    /// <param name="end">Place after the last.</param>
    /// <param name="filter">Keys to take; null takes all.</param>
    public Dictionary<string, byte[]> ItemsOf(int start, int end, HashSet<string>? filter)
    {
        var items = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (var i = start; i < end; i++)
        {
            var batch = _batches[i].Batch;
            for (var k = 0; k < batch.Keys.Length; k++)
            {
                if (filter is null || filter.Contains(batch.Keys[k]))
                    items[batch.Keys[k]] = batch.Items[k];
            }
        }
        return items;
    }
}
