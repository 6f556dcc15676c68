namespace InvestmentAssistant.Api.Features.Streaming.Connections;

/// <summary>Counts of a topic since the start.</summary>
internal sealed class StreamCounters
{
    private long _connections,
        _deliveries,
        _bytes,
        _conflated,
        _slowClosed;

    public long Connections => Interlocked.Read(ref _connections);

    /// <summary>Messages handed to connections.</summary>
    public long Deliveries => Interlocked.Read(ref _deliveries);

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Messages that stood for more than one batch because the reader was slow (or asked for an interval).</summary>
    public long ConflatedCount => Interlocked.Read(ref _conflated);

    /// <summary>Connections closed with 4008.</summary>
    public long SlowClosedCount => Interlocked.Read(ref _slowClosed);

    public void Opened() => Interlocked.Increment(ref _connections);

    public void Ended() => Interlocked.Decrement(ref _connections);

    public void Sent(int bytes)
    {
        Interlocked.Increment(ref _deliveries);
        Interlocked.Add(ref _bytes, bytes);
    }

    public void Conflated() => Interlocked.Increment(ref _conflated);

    public void SlowClosed() => Interlocked.Increment(ref _slowClosed);
}
