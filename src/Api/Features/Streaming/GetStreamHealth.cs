using FastEndpoints;

namespace InvestmentAssistant.Api.Features.Streaming;

/// <summary>Answer of GET /api/v1/ws/health.</summary>
/// <param name="Status">healthy; degraded when a topic is stale.</param>
public sealed record StreamHealthAnswer(
    string Status,
    StreamManagerStatus WebsocketManager,
    StreamerStatus RedisStreamer,
    Instant Timestamp
);

/// <summary>Whether the streams have fresh data, in the old system's shape.</summary>
public sealed class GetStreamHealth(StreamReport report, IClock clock) : EndpointWithoutRequest<StreamHealthAnswer>
{
    public override void Configure()
    {
        Get("/api/v1/ws/health");
        AllowAnonymous();
        Tags("Streams");
        Summary(s =>
        {
            s.Summary = "Health of the streams";
            s.Description =
                "healthy when every topic has fresh data, degraded when one is stale; the figures carry the old system's names.";
        });
    }

    public override Task HandleAsync(CancellationToken ct) =>
        Send.OkAsync(
            new StreamHealthAnswer(
                report.Topics().Values.Any(t => t.StaleSince is not null) ? "degraded" : "healthy",
                report.Manager(),
                report.Streamer(),
                clock.GetCurrentInstant()
            ),
            ct
        );
}
