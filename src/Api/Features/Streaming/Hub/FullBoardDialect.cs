using InvestmentAssistant.Api.Features.Streaming.Connections;
using InvestmentAssistant.Api.Features.Streaming.Wire;

namespace InvestmentAssistant.Api.Features.Streaming.Hub;

/// <summary>
/// The whole board in every message, made (and deflated) once for all connections and at most once an interval. All but
/// <see cref="TryNext"/> is called under the topic's lock.
/// </summary>
/// <param name="type">The message's <c>type</c>.</param>
/// <param name="interval">Least time between two boards.</param>
/// <param name="write">Writes the board as JSON; valid until the next call.</param>
/// <param name="deflater">The topic's.</param>
/// <param name="counters">The topic's.</param>
internal sealed class FullBoardDialect(
    string type,
    TimeSpan interval,
    Func<ReadOnlyMemory<byte>> write,
    MessageDeflater deflater,
    StreamCounters counters
) : IFrameSource
{
    private Version? _current;
    private bool _isOutdated;
    private long _madeAt;

    /// <summary>Notes that the board has changed.</summary>
    public void Outdate() => _isOutdated = true;

    /// <summary>Makes the next version when the board has changed and the interval is over.</summary>
    /// <returns>Whether there is a new one.</returns>
    public bool TryRenew(long now)
    {
        if (!_isOutdated || now - _madeAt < (long)interval.TotalMilliseconds)
            return false;
        Renew(now);
        return true;
    }

    /// <summary>The first message of a subscriber: the board as it is.</summary>
    public byte[] Begin(Subscriber subscriber)
    {
        var now = Environment.TickCount64;
        if (_current is null)
            Renew(now);
        else
            TryRenew(now);
        subscriber.SentSeq = _current!.Number;
        return _current.Frame(subscriber.Format);
    }

    public bool TryNext(Subscriber subscriber, out ReadOnlyMemory<byte> frame)
    {
        var current = Volatile.Read(ref _current);
        if (current is null || current.Number <= subscriber.SentSeq)
        {
            frame = default;
            return false;
        }
        // Versions between were never sent: the newest board replaces them all.
        if (subscriber.SentSeq >= 0 && current.Number - subscriber.SentSeq > 1)
            counters.Conflated();
        subscriber.SentSeq = current.Number;
        frame = current.Frame(subscriber.Format);
        return true;
    }

    private void Renew(long now)
    {
        _madeAt = now;
        _isOutdated = false;
        var frame = Frame.Of(FrameFormat.WebSocket, type, null, write().Span);
        _current = new Version((_current?.Number ?? 0) + 1, frame, deflater);
    }

    private sealed class Version
    {
        private readonly byte[] _plain;
        private readonly Lazy<byte[]> _deflated;

        public Version(long number, byte[] plain, MessageDeflater deflater)
        {
            (Number, _plain) = (number, plain);
            // By the first that wants it, outside of the topic's lock: a board takes milliseconds.
            _deflated = new(() => deflater.Deflate(plain));
        }

        public long Number { get; }

        public byte[] Frame(FrameFormat format) => format.IsDeflated ? _deflated.Value : _plain;
    }
}
