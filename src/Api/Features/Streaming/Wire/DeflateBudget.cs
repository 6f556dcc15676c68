namespace InvestmentAssistant.Api.Features.Streaming.Wire;

/// <summary>
/// How long this process may deflate: a share of one core, measured by the clock, so that waiting for a core counts as well. What is over
/// the share makes the process send plain frames until the time is made up for.
/// </summary>
/// <param name="share">Seconds a second, for all topics together; 0 is never.</param>
/// <param name="time">The clock.</param>
public sealed class DeflateBudget(double share, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly double _share = share;
    private double _left = share;
    private readonly TimeProvider _time = time;
    private long _at = time.GetTimestamp();

    /// <summary>Whether there is time for one more frame.</summary>
    public bool HasTime
    {
        get
        {
            lock (_gate)
            {
                Refill();
                return _left > 0;
            }
        }
    }

    /// <summary>Notes how long a frame took. A debt is at most what two seconds make up for.</summary>
    public void Spend(TimeSpan duration)
    {
        lock (_gate)
        {
            Refill();
            _left = Math.Max(_left - duration.TotalSeconds, -2 * _share);
        }
    }

    private void Refill()
    {
        var now = _time.GetTimestamp();
        _left = Math.Min(_share, _left + _time.GetElapsedTime(_at, now).TotalSeconds * _share);
        _at = now;
    }
}
