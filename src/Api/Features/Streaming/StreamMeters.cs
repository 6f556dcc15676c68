using System.Diagnostics.Metrics;
using System.Globalization;
using InvestmentAssistant.Api.Features.Streaming.Connections;
using InvestmentAssistant.Api.Features.Streaming.Hub;
using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Features.Streaming;

/// <summary>The streams by topic. All but the lag is read from the counts that the topics keep anyway.</summary>
internal sealed class StreamMeters : IMeters
{
    private readonly IReadOnlyList<TopicHub> _hubs;

    public StreamMeters(IMeterFactory factory, IEnumerable<TopicHub> hubs)
    {
        _hubs = [.. hubs];
        var meter = factory.Create("InvestmentAssistant.Streams");
        meter.CreateObservableUpDownCounter("investment_assistant.stream.connections", Connections, "{connection}", "Open streams.");
        meter.CreateObservableCounter(
            "investment_assistant.stream.batches",
            () => Each(h => h.Batches),
            "{batch}",
            "Batches of changes that the board took."
        );
        meter.CreateObservableCounter(
            "investment_assistant.stream.deliveries",
            () => Each(h => h.Counters.Deliveries),
            "{message}",
            "Messages handed to connections."
        );
        meter.CreateObservableCounter(
            "investment_assistant.stream.sent",
            () => Each(h => h.Counters.Bytes),
            "By",
            "Bytes handed to connections."
        );
        meter.CreateObservableCounter(
            "investment_assistant.stream.conflations",
            () => Each(h => h.Counters.ConflatedCount),
            "{message}",
            "Messages that stood for more than one batch because the reader was slow."
        );
        meter.CreateObservableCounter(
            "investment_assistant.stream.deflate.time",
            () => _hubs.Select(h => new Measurement<double>(h.Deflater.Spent.TotalSeconds, TopicOf(h))),
            "s",
            "Time that deflating took, by the clock."
        );
        meter.CreateObservableCounter(
            "investment_assistant.stream.deflate.skipped",
            () => Each(h => h.Deflater.Skipped),
            "{message}",
            "Messages that went plain because deflating had taken its share of a core."
        );
        meter.CreateObservableCounter("investment_assistant.stream.closes", Closes, "{connection}", "Streams that ended, by close code.");
        meter.CreateObservableGauge(
            "investment_assistant.stream.staleness",
            () => _hubs.Select(h => new Measurement<double>(h.StaleSince is { } since ? (h.Now - since).TotalSeconds : 0, TopicOf(h))),
            "s",
            "Time since which a topic's source or Redis is gone; 0 while all is well."
        );
    }

    private static KeyValuePair<string, object?> TopicOf(TopicHub hub) => new("topic", hub.Topic);

    private IEnumerable<Measurement<long>> Each(Func<TopicHub, long> figure) =>
        _hubs.Select(h => new Measurement<long>(figure(h), TopicOf(h)));

    private IEnumerable<Measurement<long>> Connections() =>
        from hub in _hubs
        from kind in Enum.GetValues<StreamKind>()
        select new Measurement<long>(
            hub.Counters.ConnectionsOf(kind),
            TopicOf(hub),
            new(
                "dialect",
                kind switch
                {
                    StreamKind.Changes => "changes",
                    StreamKind.FullBoard => "full_board",
                    _ => "events",
                }
            )
        );

    private IEnumerable<Measurement<long>> Closes() =>
        from hub in _hubs
        from close in hub.Counters.Closes
        select new Measurement<long>(close.Count, TopicOf(hub), new("code", close.Code?.ToString(CultureInfo.InvariantCulture) ?? "other"));
}

/// <summary>Time from the newest event of a batch, by the provider's clock, to its frame: counted once a batch.</summary>
internal sealed class StreamLag : IMeters
{
    private static readonly InstrumentAdvice<double> s_buckets = new()
    {
        HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    };

    private readonly Histogram<double> _lag;

    public StreamLag(IMeterFactory factory) =>
        _lag = factory
            .Create("InvestmentAssistant.StreamLag")
            .CreateHistogram(
                "investment_assistant.stream.lag",
                "s",
                "Time from the newest event of a batch, by the provider's clock, to its frame.",
                advice: s_buckets,
                tags: (IEnumerable<KeyValuePair<string, object?>>?)null
            );

    /// <summary>Notes the lag of one batch.</summary>
    public void Record(string topic, Duration lag) =>
        _lag.Record(Math.Max(0, lag.TotalSeconds), new KeyValuePair<string, object?>("topic", topic));
}
