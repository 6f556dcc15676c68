using InvestmentAssistant.Api.Features.Streaming.Connections;
using InvestmentAssistant.Api.Features.Streaming.Wire;

namespace InvestmentAssistant.Api.Features.Streaming.Hub;

/// <summary>All subscribers of one dialect of a topic, spread over a sender loop a core.</summary>
internal sealed class SenderGroup(int loops, Action<Exception> onFault)
{
    private readonly SenderLoop[] _loops = [.. Enumerable.Range(0, loops).Select(_ => new SenderLoop(onFault))];
    private readonly int[] _ofFormat = new int[FrameFormat.All.Length];
    private int _added = -1;

    public bool IsEmpty => _loops.All(l => l.Subscribers.Length == 0);

    public IEnumerable<Subscriber> Subscribers => _loops.SelectMany(l => l.Subscribers);

    /// <summary>Whether a subscriber has that form.</summary>
    public bool Has(FrameFormat format) => Volatile.Read(ref _ofFormat[format.Index]) > 0;

    public void Add(Subscriber subscriber)
    {
        Interlocked.Increment(ref _ofFormat[subscriber.Format.Index]);
        _loops[(uint)Interlocked.Increment(ref _added) % (uint)_loops.Length].Add(subscriber);
    }

    /// <returns>Whether it was here.</returns>
    public bool Remove(Subscriber subscriber)
    {
        if (!_loops.Any(l => l.Remove(subscriber)))
            return false;
        Interlocked.Decrement(ref _ofFormat[subscriber.Format.Index]);
        return true;
    }

    /// <summary>
    /// Offers a batch to all; null makes them look for themselves. The first loop runs on the calling thread, the others beside it.
    /// </summary>
    public void Post(TopicBatch? batch)
    {
        for (var i = _loops.Length - 1; i >= 0; i--)
            _loops[i].Post(batch, here: i == 0);
    }
}
