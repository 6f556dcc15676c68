using OpenTelemetry.Metrics;

namespace InvestmentAssistant.Api.Platform.Telemetry;

/// <summary>
/// Serves <c>/metrics</c> on the management port. It is a server of its own, and not a second port of the public one: neither can ever
/// answer a route of the other, and a scrape passes none of the public limits.
/// </summary>
internal sealed class ManagementServer(ManagementSettings settings, MeterProvider meters, ILogger<ManagementServer> log)
    : IHostedService,
        IAsyncDisposable
{
    private WebApplication? _server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Empty: the settings of the public server (ASPNETCORE_URLS and its like) are not this one's.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(settings.Address);
        _server = builder.Build();
        _server.UseOpenTelemetryPrometheusScrapingEndpoint(
            meters,
            predicate: null,
            path: "/metrics",
            configureBranchedPipeline: null,
            optionsName: null
        );
        await _server.StartAsync(cancellationToken);
        log.LogInformation("Metrics are at {Address}/metrics", settings.Address);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
