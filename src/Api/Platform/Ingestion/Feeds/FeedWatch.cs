using System.Collections.Concurrent;
using InvestmentAssistant.Api.Platform.Boards;

namespace InvestmentAssistant.Api.Platform.Ingestion.Feeds;

/// <summary>Knows the feeds that run in this process: what entitles them to publish, and whether they have brought any data yet.</summary>
public sealed class FeedWatch(PublishingRights rights, FeedMeters meters)
{
    private readonly ConcurrentDictionary<string, FeedHealth> _running = new(StringComparer.Ordinal);

    /// <summary>A feed runs here from now on, by this lease.</summary>
    public void Started(ILiveFeed feed, FeedHealth health, IPublishingRight lease)
    {
        _running[feed.Name] = health;
        meters.Follow(feed.Name, health);
        rights.Claim(feed.Boards, lease);
    }

    /// <summary>Whether the feed runs in this process and has brought an event.</summary>
    public bool HasBrought(string feed) => _running.TryGetValue(feed, out var health) && health.LastEventAt is not null;
}
