namespace InvestmentAssistant.Api.Platform.Markets.Equities;

/// <summary>
/// The last trades of a symbol by their natural key, to know one that is heard twice (a message sent again, a reconnect). PostgreSQL knows all of
/// them for good; this keeps a repeated one out of the board's running volume.
/// </summary>
internal sealed class RecentTrades
{
    private readonly long[] _hashes = new long[128];
    private int _next;

    /// <summary>Whether the trade is new; it is known from now on.</summary>
    public bool Add(Trade trade)
    {
        var hash = ((long)HashCode.Combine(trade.At, trade.Price) << 32) ^ (uint)HashCode.Combine(trade.Volume, trade.Occurrence, trade.At);
        if (hash == 0) hash = 1;
        if (_hashes.AsSpan().Contains(hash)) return false;
        _hashes[_next] = hash;
        _next = (_next + 1) % _hashes.Length;
        return true;
    }
}
