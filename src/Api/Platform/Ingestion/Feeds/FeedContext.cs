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

    /// <summary>
    /// Does work beside the prices, such as reading a list or keeping states. Whatever fails in it is logged and never ends the feed: the
    /// next round tries again.
    /// </summary>
    /// <param name="what">A sentence for the log: "the lists could not be read".</param>
    /// <param name="work">The work.</param>
    /// <param name="ct">Cancels the feed, which is no failure.</param>
    public async Task TryAsync(string what, Func<Task> work, CancellationToken ct)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("{Feed}: {What}: {Problem}", name, what, e.Message);
        }
    }

    /// <summary>Does the last work of a feed that has ended, for at most two seconds: whoever takes it over is waiting.</summary>
    /// <param name="work">Sends and keeps what came since the last round.</param>
    public async Task FinishAsync(Func<CancellationToken, Task> work)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await TryAsync("the last changes could not be sent", () => work(limit.Token), CancellationToken.None);
    }

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
