namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>
/// Waiting times between attempts to connect: doubling from one second to half a minute, with full jitter above the first half, so that
/// replicas do not come back in step and a provider's limit of attempts (Bithumb: 10 a second, then a block of 10 minutes) is never near.
/// </summary>
public sealed class Reconnects(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private int _failures;
    private long _connectedSince;

    /// <summary>Call when a connection stands.</summary>
    public void Connected() => _connectedSince = time.GetTimestamp();

    /// <summary>Returns the time to wait now. A connection that held for a minute resets the count.</summary>
    public TimeSpan Next()
    {
        if (_connectedSince != 0 && time.GetElapsedTime(_connectedSince) > TimeSpan.FromMinutes(1))
            _failures = 0;
        _connectedSince = 0;
        var full = TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(_failures++, 10)));
        return full * (0.5 + Random.Shared.NextDouble() / 2);
    }
}
