using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Features.Streaming;

/// <summary>The streams of this process in the health answers: up until it drains; a stale topic is shown.</summary>
public sealed class StreamsPart(StreamReport report) : IHealthPart
{
    public string Name => "websocket";

    public PartWeight Weight => PartWeight.NoEffect;

    public Type DataType => typeof(StreamsDetail);

    public Task<PartFinding> CheckAsync(CancellationToken ct)
    {
        var stale = report.Topics().Where(t => t.Value.StaleSince is not null).Select(t => t.Key).Order(StringComparer.Ordinal).ToList();
        return Task.FromResult(
            new PartFinding(
                report.Status == "active",
                stale.Count == 0 ? null : "stale: " + string.Join(", ", stale),
                new StreamsDetail(report.Manager(), report.Streamer())
            )
        );
    }
}

/// <summary>The objects under <c>websocket_detail</c>.</summary>
public sealed record StreamsDetail(StreamManagerStatus Manager, StreamerStatus Streamer);
