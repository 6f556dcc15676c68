using FastEndpoints;

namespace InvestmentAssistant.Api.Features.Streaming;

/// <summary>Answer of GET /ws/status.</summary>
/// <param name="Status">active, or inactive while the process is stopping.</param>
/// <param name="ActiveConnections">Open streams of this process.</param>
/// <param name="Channels">Redis channels listened to.</param>
/// <param name="UptimeSeconds">Since the streams started.</param>
/// <param name="Topics">By topic name.</param>
public sealed record StreamStatusAnswer(
    string Status,
    int ActiveConnections,
    IReadOnlyList<string> Channels,
    double UptimeSeconds,
    IReadOnlyDictionary<string, TopicStatus> Topics,
    StreamManagerStatus Manager,
    StreamerStatus Streamer,
    Instant Timestamp
);

/// <summary>Counts of this process's streams.</summary>
public sealed class GetStreamStatus(StreamReport report, IClock clock) : EndpointWithoutRequest<StreamStatusAnswer>
{
    public override void Configure()
    {
        Get("/ws/status");
        AllowAnonymous();
        Tags("Streams");
        Summary(s =>
        {
            s.Summary = "State of the streams of this process";
            s.Description = "Connections, numbering, deliveries and losses by topic.";
        });
    }

    public override Task HandleAsync(CancellationToken ct) =>
        Send.OkAsync(
            new StreamStatusAnswer(
                report.Status,
                report.ActiveConnections,
                report.Channels,
                report.UptimeSeconds,
                report.Topics(),
                report.Manager(),
                report.Streamer(),
                clock.GetCurrentInstant()
            ),
            ct
        );
}
