namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>Trades of a feed between two writes to the store. Thread-safe.</summary>
internal sealed class TradeBuffer
{
    private readonly Lock _lock = new();
    private List<Trade> _trades = [];

    public void Add(Trade trade)
    {
        lock (_lock)
            _trades.Add(trade);
    }

    /// <summary>The trades since the last call.</summary>
    public IReadOnlyList<Trade> Take()
    {
        lock (_lock)
        {
            if (_trades.Count == 0)
                return [];
            var taken = _trades;
            _trades = [];
            return taken;
        }
    }
}
