namespace InvestmentAssistant.Api.Platform.Ingestion.Feeds;

/// <summary>What the parts of a running feed share: its name in the log, what it says of itself, the time that its delays follow.</summary>
public sealed class FeedContext(string name, FeedHealth health, TimeProvider time, ILogger log)
{
    private readonly Lock _lock = new();
    private long _lastDropLog;

    public string Name => name;

    public FeedHealth Health => health;

    public TimeProvider Time => time;

    public ILogger Log => log;

    /// <summary>The time stamp that far from now.</summary>
    public long Stamp(TimeSpan fromNow) => time.GetTimestamp() + (long)(fromNow.TotalSeconds * time.TimestampFrequency);

    /// <summary>Counts unreadable or foreign messages; logs the total at most once a minute.</summary>
    public void CountDropped(int dropped)
    {
        for (var i = 0; i < dropped; i++)
            health.Drop();
        if (dropped == 0)
            return;
        lock (_lock)
        {
            if (_lastDropLog != 0 && time.GetElapsedTime(_lastDropLog) < TimeSpan.FromMinutes(1))
                return;
            _lastDropLog = time.GetTimestamp();
        }
        log.LogWarning("{Feed}: {Count} unreadable or foreign messages so far", name, health.Dropped);
    }
}
