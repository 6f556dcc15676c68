using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Platform.Ingestion.Feeds;

/// <summary>What the feeds that run, or ran, in this process bring: connection, events, bad messages, and how late they arrive.</summary>
public sealed class FeedMeters : IMeters
{
    private static readonly InstrumentAdvice<double> s_buckets = new()
    {
        HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    };

    private readonly ConcurrentDictionary<string, FeedHealth> _feeds = new(StringComparer.Ordinal);
    private readonly Histogram<double> _lag;

    public FeedMeters(IMeterFactory factory)
    {
        var meter = factory.Create("InvestmentAssistant.Feeds");
        meter.CreateObservableUpDownCounter(
            "investment_assistant.feed.connections",
            () => Each(h => h.IsConnected ? 1 : 0),
            "{connection}",
            "Connections of a feed to its provider: 1 on the replica that feeds."
        );
        meter.CreateObservableCounter(
            "investment_assistant.feed.events",
            () => Each(h => h.Messages),
            "{event}",
            "Events that a feed brought since it began to run here."
        );
        meter.CreateObservableCounter(
            "investment_assistant.feed.dropped",
            () => Each(h => h.Dropped),
            "{message}",
            "Unreadable or foreign messages of a feed."
        );
        _lag = meter.CreateHistogram(
            "investment_assistant.feed.lag",
            "s",
            "Time from the newest event of a message, by the provider's clock, to its arrival.",
            advice: s_buckets,
            tags: (IEnumerable<KeyValuePair<string, object?>>?)null
        );
    }

    /// <summary>Follows a feed that begins to run here.</summary>
    public void Follow(string feed, FeedHealth health)
    {
        _feeds[feed] = health;
        health.OnLag = lag => _lag.Record(lag.TotalSeconds, new KeyValuePair<string, object?>("feed", feed));
    }

    private IEnumerable<Measurement<long>> Each(Func<FeedHealth, long> figure) =>
        _feeds.Select(f => new Measurement<long>(figure(f.Value), KeyValuePair.Create("feed", (object?)f.Key)));
}
