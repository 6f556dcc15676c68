using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Health;

/// <summary>The answer of <c>/health</c>.</summary>
/// <param name="Status">healthy as long as the process answers.</param>
/// <param name="AppName">Name of the service.</param>
/// <param name="Version">Version of the build.</param>
/// <param name="Database">connected or disconnected, by the last background probe.</param>
/// <param name="WebsocketSystem">active: the process accepts streams.</param>
/// <param name="Cors">allow_list, or enabled_for_all_origins.</param>
/// <param name="DataSource">simulated or live.</param>
public sealed record HealthAnswer(
    string Status,
    string AppName,
    string Version,
    string Database,
    string WebsocketSystem,
    string Cors,
    string DataSource
);

/// <summary>
/// Process only. Plain GETs are answered from memory before routing (<see cref="MemoryAnswers"/>); this serves what needs more: HEAD, CORS,
/// ETags.
/// </summary>
public sealed class GetHealth(ProcessHealth health) : EndpointWithoutRequest<HealthAnswer>
{
    public override void Configure()
    {
        Get("/health");
        Options(b => b.WithTags("Health").CachesAs(DataKind.Never));
        Summary(s =>
        {
            s.Summary = "Is the process alive?";
            s.Description =
                "Answers from memory: neither PostgreSQL nor Redis is asked. `database` is what the background probe found "
                + "within the last seconds.";
        });
    }

    public override Task<HealthAnswer> ExecuteAsync(CancellationToken ct) => Task.FromResult(health.Answer);
}
