using InvestmentAssistant.Api.Features.Streaming.Wire;

namespace InvestmentAssistant.Api.Features.Streaming.Hub;

/// <summary>
/// One batch of a topic, held for resuming and for slow readers: its items' JSON, and the frame that all plain subscribers share.
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
    private byte[]? _webSocket;
    private byte[]? _event;

    public int Generation { get; } = generation;

    public string Epoch { get; } = epoch;

    public long FromSeq { get; } = fromSeq;

    public long Seq { get; } = seq;

    public string[] Keys { get; } = keys;

    /// <summary>JSON of each item, by place in <see cref="Keys"/>.</summary>
    public byte[][] Items { get; } = items;

    public long At { get; } = Environment.TickCount64;

    /// <summary>Roughly what it holds in memory.</summary>
    public long Size { get; } = 64 + 2 * items.Sum(i => (long)i.Length);

    /// <summary>The batch as a frame; two threads may build the same one at the same time, once.</summary>
    public byte[] Frame(FrameFormat format) =>
        format == FrameFormat.WebSocket ? _webSocket ??= build(this, format) : _event ??= build(this, format);
}
