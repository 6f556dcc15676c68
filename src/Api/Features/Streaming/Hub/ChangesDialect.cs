using InvestmentAssistant.Api.Features.Streaming.Connections;
using InvestmentAssistant.Api.Features.Streaming.Wire;

namespace InvestmentAssistant.Api.Features.Streaming.Hub;

/// <summary>
/// A snapshot first, then what changed: chooses what a subscriber needs next and makes each frame once for all subscribers at the same
/// number; what is made for one subscriber alone is never deflated. All but <see cref="TryNext"/> is called under the topic's lock.
/// </summary>
internal sealed class ChangesDialect(
    TopicState state,
    ReplayRing ring,
    FrameComposer frames,
    MessageDeflater deflater,
    StreamCounters counters,
    Func<bool> isMarketOpen
) : IFrameSource
{
    /// <summary>Place of the shared snapshot among the shared frames: a number that no batch has.</summary>
    private const long SnapshotPlace = -1;

    /// <summary>
    /// Batches by which a client may be ahead, having come from a replica that is ahead of this one; it waits until this one is past it.
    /// </summary>
    private const long MaxAhead = 1_000;

    private readonly Dictionary<(long After, FrameFormat Format), byte[]> _shared = [];

    /// <summary>Takes a batch into the ring, with the frames that somebody wants.</summary>
    public TopicBatch Take(long fromSeq, long seq, string[] keys, byte[][] items, Func<FrameFormat, bool> isWanted)
    {
        var batch = new TopicBatch(state.Generation, state.Epoch, fromSeq, seq, keys, items, FrameOf);
        batch.Prepare(isWanted, deflater);
        _shared.Clear();
        ring.Add(batch);
        return batch;
    }

    /// <summary>Drops frames that quote the board as it was; with a new numbering also the batches.</summary>
    public void Forget(bool newNumbering)
    {
        _shared.Clear();
        if (newNumbering)
            ring.Clear();
    }

    /// <summary>The first messages of a subscriber: what it missed, if that is held in whole, else a snapshot.</summary>
    public void Begin(Subscriber subscriber, ResumePoint? resume, List<byte[]> first)
    {
        if (resume is null || !TryResume(subscriber, resume, first))
            first.Add(Snapshot(subscriber));
        if (state.StaleSince is { } since)
            first.Add(frames.Stale(subscriber.Format, since));
    }

    public bool TryNext(Subscriber subscriber, out ReadOnlyMemory<byte> frame)
    {
        lock (state.Gate)
        {
            frame = default;
            if (subscriber.SentGeneration != state.Generation)
            {
                frame = Snapshot(subscriber);
                return true;
            }
            if (subscriber.SentSeq >= state.Seq)
                return false;
            if (subscriber.Interval > 0)
            {
                var now = Environment.TickCount64;
                if (now < subscriber.NextDue)
                    return false;
                subscriber.NextDue = now + subscriber.Interval;
            }
            if (ring.FirstAfter(subscriber.SentSeq) is not { } start)
            {
                counters.Conflated();
                frame = Snapshot(subscriber);
                return true;
            }
            var after = subscriber.SentSeq;
            subscriber.SentSeq = state.Seq;
            if (ring.Count - start > 1)
                counters.Conflated();
            frame = subscriber.Filter is null
                ? Shared(start, after, subscriber.Format)
                : Compose(start, ring.Count, after, subscriber.Format, subscriber.Filter);
            return !frame.IsEmpty;
        }
    }

    private bool TryResume(Subscriber subscriber, ResumePoint resume, List<byte[]> first)
    {
        if (resume.Epoch != state.Epoch || resume.Since < 0 || resume.Since > state.Seq + MaxAhead)
            return false;
        var start = resume.Since < state.Seq ? ring.FirstAfter(resume.Since) : ring.Count;
        if (start is null)
            return false;
        subscriber.SentGeneration = state.Generation;
        subscriber.SentSeq = Math.Max(resume.Since, state.Seq);
        for (var i = start.Value; i < ring.Count; i++)
        {
            var batch = ring[i];
            if (subscriber.Filter is null && resume.Since < batch.FromSeq)
                first.Add(batch.Frame(subscriber.Format));
            else if (Compose(i, i + 1, resume.Since, subscriber.Format, subscriber.Filter) is { } frame)
                first.Add(frame);
        }
        if (start == ring.Count)
            first.Add(frames.Heartbeat(subscriber.Format, "heartbeat", state, isMarketOpen()));
        return true;
    }

    private byte[] Shared(int start, long after, FrameFormat format)
    {
        if (ring.Count - start == 1 && ring[start].FromSeq == after + 1)
            return ring[start].Frame(format);
        if (!_shared.TryGetValue((after, format), out var frame))
        {
            frame = format.IsDeflated
                ? deflater.Deflate(Shared(start, after, format.Plain))
                : Compose(start, ring.Count, after, format, filter: null)!;
            _shared[(after, format)] = frame;
        }
        return frame;
    }

    /// <summary>Batches start to end as one, latest value each; null when a filter leaves nothing.</summary>
    private byte[]? Compose(int start, int end, long after, FrameFormat format, HashSet<string>? filter)
    {
        var items = ring.ItemsOf(start, end, filter);
        if (items.Count == 0 && filter is not null)
            return null;
        var last = ring[end - 1].Seq;
        return frames.Batch(format, state.Epoch, last, items.Values, conflated: last - after > 1 && (filter is null || end - start > 1));
    }

    private byte[] Snapshot(Subscriber subscriber)
    {
        subscriber.SentGeneration = state.Generation;
        subscriber.SentSeq = state.Seq;
        return subscriber.Filter is { } filter ? frames.Snapshot(subscriber.Format, state, filter) : SharedSnapshot(subscriber.Format);
    }

    private byte[] SharedSnapshot(FrameFormat format)
    {
        if (!_shared.TryGetValue((SnapshotPlace, format), out var frame))
        {
            frame = format.IsDeflated ? deflater.Deflate(SharedSnapshot(format.Plain)) : frames.Snapshot(format, state, filter: null);
            _shared[(SnapshotPlace, format)] = frame;
        }
        return frame;
    }

    private byte[] FrameOf(TopicBatch batch, FrameFormat format)
    {
        lock (state.Gate)
            return frames.Batch(format, batch.Epoch, batch.Seq, batch.Items, conflated: batch.FromSeq != batch.Seq);
    }
}
