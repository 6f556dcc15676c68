using System.Text.Json;
using System.Text.Json.Serialization;
using InvestmentAssistant.Api.Features.Streaming.Connections;
using InvestmentAssistant.Api.Features.Streaming.Hub;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Persistence;

namespace InvestmentAssistant.Api.Features.Streaming;

/// <summary>One topic's figures since the start of this process.</summary>
/// <param name="Connections">Open right now, all dialects.</param>
/// <param name="Seq">Number of the last batch.</param>
/// <param name="Epoch">The numbering it belongs to.</param>
/// <param name="LastEventAt">The newest event on the board.</param>
/// <param name="StaleSince">Since when the source or Redis is gone; null when all is well.</param>
/// <param name="Deliveries">Messages handed to connections.</param>
/// <param name="Conflated">Messages that stood for more than one batch.</param>
/// <param name="Dropped">Payloads from Redis that were unreadable, foreign, too large or too many.</param>
/// <param name="SlowClosed">Connections closed with 4008.</param>
/// <param name="Bytes">Bytes handed to connections.</param>
public sealed record TopicStatus(
    long Connections,
    long Seq,
    string Epoch,
    Instant? LastEventAt,
    Instant? StaleSince,
    long Deliveries,
    long Conflated,
    long Dropped,
    long SlowClosed,
    long Bytes
);

/// <summary>Connections by topic, under the names the old system used: <c>{topic}_subscribers</c>.</summary>
public sealed record StreamManagerStatus(long TotalConnections, long DashboardSubscribers)
{
    /// <summary>Connections of each topic.</summary>
    [JsonExtensionData, OneOfEachTopic("{topic}_subscribers", typeof(long))]
    public Dictionary<string, JsonElement> ByTopic { get; init; } = [];
}

/// <param name="IsStreaming">Whether at least one topic is not stale.</param>
/// <param name="SubscribedChannels">The Redis channels listened to.</param>
public sealed record StreamerStatus(
    bool IsStreaming,
    IReadOnlyList<string> SubscribedChannels,
    bool WebsocketManagerConnected,
    double UptimeSeconds,
    StreamerPerformance Performance
);

/// <summary>Batches taken from the channels by topic, under the names the old system used: <c>{topic}_updates</c>.</summary>
public sealed record StreamerPerformance(long TotalMessages, long Errors, IReadOnlyDictionary<string, Instant?> LastUpdates)
{
    /// <summary>Batches of each topic.</summary>
    [JsonExtensionData, OneOfEachTopic("{topic}_updates", typeof(long))]
    public Dictionary<string, JsonElement> ByTopic { get; init; } = [];
}

/// <summary>The figures behind /ws/status, /api/v1/ws/health and the health pages.</summary>
public sealed class StreamReport
{
    private readonly IReadOnlyList<TopicHub> _hubs;
    private readonly StreamGate _gate;
    private readonly IReadOnlyList<BoardDefinition> _boards;
    private readonly RedisConnection _redis;
    private readonly long _startedAt = Environment.TickCount64;

    internal StreamReport(IEnumerable<TopicHub> hubs, IEnumerable<BoardDefinition> boards, StreamGate gate, RedisConnection redis) =>
        (_hubs, _boards, _gate, _redis) = ([.. hubs], [.. boards], gate, redis);

    /// <summary>The Redis channels that this process listens to.</summary>
    public IReadOnlyList<string> Channels => [.. _boards.SelectMany(b => b.Channels(_redis.IsCluster))];

    /// <summary>Open streams of this process.</summary>
    public int ActiveConnections => _gate.Count;

    public double UptimeSeconds => Math.Round((Environment.TickCount64 - _startedAt) / 1000.0, 1);

    /// <summary>active, or inactive while the process drains.</summary>
    public string Status => _gate.IsDraining ? "inactive" : "active";

    /// <summary>By topic name.</summary>
    public IReadOnlyDictionary<string, TopicStatus> Topics() =>
        _hubs.ToDictionary(
            h => h.Topic,
            h => new TopicStatus(
                h.Counters.Connections,
                h.Seq,
                h.Epoch,
                h.LastEventAt,
                h.StaleSince,
                h.Counters.Deliveries,
                h.Counters.ConflatedCount,
                h.Dropped,
                h.Counters.SlowClosedCount,
                h.Counters.Bytes
            )
        );

    public StreamManagerStatus Manager() => new(ActiveConnections, 0) { ByTopic = ByTopic("subscribers", h => h.Counters.Connections) };

    public StreamerStatus Streamer() =>
        new(
            _hubs.Any(h => h.StaleSince is null),
            Channels,
            true,
            UptimeSeconds,
            new StreamerPerformance(
                _hubs.Sum(h => h.Batches),
                _hubs.Sum(h => h.Dropped),
                _hubs.ToDictionary(h => h.Topic, h => h.LastEventAt)
            )
            {
                ByTopic = ByTopic("updates", h => h.Batches),
            }
        );

    private Dictionary<string, JsonElement> ByTopic(string what, Func<TopicHub, long> figure) =>
        _hubs.ToDictionary(h => $"{h.Topic}_{what}", h => JsonSerializer.SerializeToElement(figure(h)));
}
