using InvestmentAssistant.Api.Features.Streaming.Wire;

namespace InvestmentAssistant.Api.Features.Streaming.Connections;

/// <summary>What a connection speaks.</summary>
internal enum StreamKind
{
    Changes,
    FullBoard,

    /// <summary>The changes dialect as server-sent events.</summary>
    Events,
}

/// <summary>Counts of a topic since the start. Counting takes an addition and no memory.</summary>
internal sealed class StreamCounters
{
    /// <summary>Codes that are counted by themselves; a client may name others, which count as one.</summary>
    private static readonly ushort[] s_codes =
    [
        CloseCodes.Normal,
        CloseCodes.GoingAway,
        CloseCodes.ProtocolError,
        CloseCodes.Unsupported,
        CloseCodes.Abnormal,
        CloseCodes.BadText,
        CloseCodes.OriginRefused,
        CloseCodes.TooBig,
        CloseCodes.TooSlow,
        CloseCodes.TooManyMessages,
        CloseCodes.TooManyConnections,
    ];

    private readonly long[] _connections = new long[Enum.GetValues<StreamKind>().Length];
    private readonly long[] _closes = new long[s_codes.Length + 1];
    private long _deliveries,
        _bytes,
        _conflated;

    public long Connections => Enum.GetValues<StreamKind>().Sum(ConnectionsOf);

    /// <summary>Messages handed to connections.</summary>
    public long Deliveries => Interlocked.Read(ref _deliveries);

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Messages that stood for more than one batch because the reader was slow (or asked for an interval).</summary>
    public long ConflatedCount => Interlocked.Read(ref _conflated);

    /// <summary>Connections closed with 4008.</summary>
    public long SlowClosedCount => Interlocked.Read(ref _closes[Array.IndexOf(s_codes, CloseCodes.TooSlow)]);

    /// <summary>Ends of connections by code; null stands for all other codes.</summary>
    public IEnumerable<(ushort? Code, long Count)> Closes =>
        _closes.Select((_, i) => (i < s_codes.Length ? s_codes[i] : (ushort?)null, Interlocked.Read(ref _closes[i])));

    public long ConnectionsOf(StreamKind kind) => Interlocked.Read(ref _connections[(int)kind]);

    public void Opened(StreamKind kind) => Interlocked.Increment(ref _connections[(int)kind]);

    public void Ended(StreamKind kind) => Interlocked.Decrement(ref _connections[(int)kind]);

    public void Sent(int bytes)
    {
        Interlocked.Increment(ref _deliveries);
        Interlocked.Add(ref _bytes, bytes);
    }

    public void Conflated() => Interlocked.Increment(ref _conflated);

    /// <summary>Notes how a connection ended.</summary>
    public void Closed(ushort code)
    {
        var place = Array.IndexOf(s_codes, code);
        Interlocked.Increment(ref _closes[place < 0 ? s_codes.Length : place]);
    }
}
