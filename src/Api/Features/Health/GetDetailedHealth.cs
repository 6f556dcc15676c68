using FastEndpoints;
using InvestmentAssistant.Api.Features.Health.Parts;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Features.Health;

/// <summary>connected or disconnected, as the old system named them.</summary>
public sealed record ServiceStates(string Postgresql, string Redis);

/// <summary>The answer of <c>/health/detailed</c>.</summary>
/// <param name="Status">healthy, degraded or unhealthy.</param>
/// <param name="AppName">Name of the service.</param>
/// <param name="Version">Version of the build.</param>
/// <param name="Database">connected or disconnected.</param>
/// <param name="Redis">connected or disconnected.</param>
/// <param name="Websocket">active or inactive.</param>
/// <param name="WebsocketDetail">Connections and deliveries of the streams; null while they are inactive.</param>
/// <param name="Services">The first two once more.</param>
/// <param name="Parts">Each part by name, with its latency and what is wrong.</param>
/// <param name="Timestamp">When the parts were asked.</param>
/// <param name="DataSource">simulated or live.</param>
public sealed record DetailedHealthAnswer(
    HealthLevel Status,
    string AppName,
    string Version,
    string Database,
    string Redis,
    string Websocket,
    [property: DataOfPart("websocket")] object? WebsocketDetail,
    ServiceStates Services,
    IReadOnlyDictionary<string, PartHealth> Parts,
    Instant Timestamp,
    string DataSource
);

/// <summary>State of each part: 200 while the service can serve (healthy or degraded), 503 when it cannot (unhealthy).</summary>
public sealed class GetDetailedHealth(HealthMonitor monitor, HttpSettings settings) : EndpointWithoutRequest<DetailedHealthAnswer>
{
    public override void Configure()
    {
        Get("/health/detailed");
        Options(b => b.WithTags("Health").CachesAs(DataKind.Never));
        Summary(s =>
        {
            s.Summary = "How is each part?";
            s.Description =
                "Asks every part, at most once a second. Without Redis the service is `degraded` (200); without PostgreSQL "
                + "`unhealthy` (503).";
            s.Response<DetailedHealthAnswer>(200, "Healthy or degraded.");
            s.Response<DetailedHealthAnswer>(503, "Unhealthy: PostgreSQL cannot be reached.");
        });
    }

    public override async Task HandleAsync(CancellationToken ct)
    {
        var report = await monitor.CheckAsync(ct);
        var streams = report.Parts.GetValueOrDefault("websocket");
        var answer = new DetailedHealthAnswer(
            report.Level,
            settings.AppName,
            settings.Version,
            report.StatusOf(PostgresPart.PartName),
            report.StatusOf(RedisPart.PartName),
            streams is { Status: PartHealth.Up } ? "active" : "inactive",
            streams?.Data,
            new ServiceStates(report.StatusOf(PostgresPart.PartName), report.StatusOf(RedisPart.PartName)),
            report.Parts,
            report.At,
            settings.DataSource
        );
        if (report.Level == HealthLevel.Unhealthy)
            HttpContext.Response.Headers.RetryAfter = "5";
        await Send.ResponseAsync(answer, report.Level == HealthLevel.Unhealthy ? 503 : 200, ct);
    }
}
