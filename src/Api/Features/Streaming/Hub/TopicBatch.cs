using InvestmentAssistant.Api.Features.Streaming.Wire;

namespace InvestmentAssistant.Api.Features.Streaming.Hub;

/// <summary>
/// One batch of a topic, held for resuming and for slow readers: its items' JSON, and the frames that all subscribers of one form share.
/// </summary>
internal sealed class TopicBatch(
    int generation,
    string epoch,
    long fromSeq,
    long seq,
    string[] keys,
    byte[][] items,
    Func<TopicBatch, FrameFormat, byte[]> build
)
{
    private readonly long _items = items.Sum(i => (long)i.Length);
    private readonly byte[]?[] _frames = new byte[]?[FrameFormat.All.Length];

    public int Generation { get; } = generation;

    public string Epoch { get; } = epoch;

    public long FromSeq { get; } = fromSeq;

    public long Seq { get; } = seq;

    public string[] Keys { get; } = keys;

    /// <summary>JSON of each item, by place in <see cref="Keys"/>.</summary>
    public byte[][] Items { get; } = items;

    public long At { get; } = Environment.TickCount64;

    /// <summary>Roughly what it holds in memory right now, bytes.</summary>
    public long Size => 64 + _items + Math.Max(_items, _frames.Sum(f => (long)(f?.Length ?? 0)));

    /// <summary>The batch as a frame. One that was not prepared deflated is plain; two threads may build the same one at the same time,
    /// once.</summary>
    public byte[] Frame(FrameFormat format) =>
        _frames[format.Index] ?? (format.IsDeflated ? Frame(format.Plain) : _frames[format.Index] = build(this, format));

    /// <summary>Makes the frames that subscribers are waiting for, before the batch is offered to them.</summary>
    /// <param name="isWanted">Whether anybody has that form.</param>
    /// <param name="deflater">Deflates the frame of those that take it, once for all of them.</param>
    public void Prepare(Func<FrameFormat, bool> isWanted, MessageDeflater deflater)
    {
        foreach (var format in FrameFormat.All)
        {
            if (isWanted(format))
                _frames[format.Index] = format.IsDeflated ? deflater.Deflate(Frame(format.Plain)) : Frame(format);
        }
    }
}
