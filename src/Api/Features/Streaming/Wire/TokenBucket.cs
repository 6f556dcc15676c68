namespace InvestmentAssistant.Api.Features.Streaming.Wire;

/// <summary>A burst, refilled at a steady rate. Not for use by two threads.</summary>
public struct TokenBucket(int burst, int perSecond)
{
    private double _tokens = burst;
    private long _at = Environment.TickCount64;

    /// <summary>Takes one; false when none is left.</summary>
    public bool TryTake()
    {
        var now = Environment.TickCount64;
        _tokens = Math.Min(burst, _tokens + (now - _at) * perSecond / 1000.0);
        _at = now;
        if (_tokens < 1)
            return false;
        _tokens--;
        return true;
    }
}
