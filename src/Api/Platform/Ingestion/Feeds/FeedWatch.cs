using System.Collections.Concurrent;

namespace InvestmentAssistant.Api.Platform.Ingestion.Feeds;

/// <summary>Knows whether the feeds of this process have brought any data yet.</summary>
public sealed class FeedWatch
{
    private readonly ConcurrentDictionary<string, FeedHealth> _running = new(StringComparer.Ordinal);

    /// <summary>A feed runs here from now on.</summary>
    public void Started(string feed, FeedHealth health) => _running[feed] = health;

    /// <summary>Whether the feed runs in this process and has brought an event.</summary>
    public bool HasBrought(string feed) => _running.TryGetValue(feed, out var health) && health.LastEventAt is not null;
}
