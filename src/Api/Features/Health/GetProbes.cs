using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Health;

/// <summary>The answer of a Kubernetes probe.</summary>
/// <param name="Status">alive, ready, started; or what is missing.</param>
public sealed record ProbeAnswer(string Status);

/// <summary>Liveness: restart me when this fails. It asks nothing, so that a database that is gone never restarts the service.</summary>
public sealed class GetLiveness : EndpointWithoutRequest<ProbeAnswer>
{
    public override void Configure()
    {
        Get("/health/live");
        Options(b => b.WithTags("Health").CachesAs(DataKind.Never));
        Summary(s =>
        {
            s.Summary = "Liveness probe";
            s.Description = "200 as long as the process answers.";
        });
    }

    public override Task<ProbeAnswer> ExecuteAsync(CancellationToken ct) => Task.FromResult(new ProbeAnswer("alive"));
}

/// <summary>Readiness: send me requests.</summary>
public sealed class GetReadiness(HealthMonitor monitor) : EndpointWithoutRequest<ProbeAnswer>
{
    public override void Configure()
    {
        Get("/health/ready");
        Options(b => b.WithTags("Health").CachesAs(DataKind.Never));
        Summary(s =>
        {
            s.Summary = "Readiness probe";
            s.Description = "200 while the service can serve, with or without Redis; 503 when PostgreSQL cannot be reached.";
            s.Response<ProbeAnswer>(200, "Send requests.");
            s.Response<ProbeAnswer>(503, "Send none.");
        });
    }

    public override async Task HandleAsync(CancellationToken ct)
    {
        var ready = (await monitor.CheckAsync(ct)).Level != HealthLevel.Unhealthy;
        await Send.ResponseAsync(new ProbeAnswer(ready ? "ready" : "not ready: PostgreSQL"), ready ? 200 : 503, ct);
    }
}

/// <summary>Startup: the schema is in place and the first answers can be given.</summary>
public sealed class GetStartup(Platform.Persistence.SchemaGate schema) : EndpointWithoutRequest<ProbeAnswer>
{
    public override void Configure()
    {
        Get("/health/startup");
        Options(b => b.WithTags("Health").CachesAs(DataKind.Never));
        Summary(s =>
        {
            s.Summary = "Startup probe";
            s.Description = "503 until the database schema is in place, from then on 200.";
            s.Response<ProbeAnswer>(200, "Started.");
            s.Response<ProbeAnswer>(503, "Starting.");
        });
    }

    public override Task HandleAsync(CancellationToken ct) =>
        Send.ResponseAsync(new ProbeAnswer(schema.IsOpen ? "started" : "starting: schema not in place yet"), schema.IsOpen ? 200 : 503, ct);
}
