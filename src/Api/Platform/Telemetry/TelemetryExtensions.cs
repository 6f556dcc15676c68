using System.Diagnostics.Metrics;
using InvestmentAssistant.Api.Platform.Secrets;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace InvestmentAssistant.Api.Platform.Telemetry;

public static class TelemetryExtensions
{
    /// <summary>The name under which meters and activity sources of this service are exported.</summary>
    public const string SourcePrefix = "InvestmentAssistant.*";

    /// <summary>
    /// The log; metrics on the management port when there is one (<see cref="ManagementSettings"/>); metrics and traces over OTLP when
    /// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set. OpenTelemetry reads its other settings (<c>OTEL_*</c>) by itself.
    /// </summary>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddSingleton(new Uptime());
        services.AddLog(configuration);
        services.AddHostedService(provider =>
        {
            // What exports must listen before instruments count their first zero.
            provider.GetService<MeterProvider>();
            return ActivatorUtilities.CreateInstance<MetersAtStart>(provider);
        });

        var management = ManagementSettings.From(configuration);
        var isCollected = !string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        if (!isCollected && management.Port == 0)
            return builder;

        var telemetry = services
            .AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("investment-assistant"))
            .WithMetrics(metrics =>
            {
                metrics.AddOurMetrics();
                if (isCollected)
                    metrics.AddOtlpExporter();
                if (management.Port > 0)
                    metrics.AddPrometheusExporter();
            });
        if (isCollected)
            telemetry.WithTracing(traces => traces.AddOurTraces().AddOtlpExporter());
        if (management.Port > 0)
            services.AddSingleton(management).AddHostedService<ManagementServer>();
        return builder;
    }

    /// <summary>Our meters and those of the server, the HTTP clients, the runtime and Npgsql; of this host alone.</summary>
    internal static MeterProviderBuilder AddOurMetrics(this MeterProviderBuilder metrics)
    {
        metrics.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddMeter(SourcePrefix, "Npgsql", "System.Runtime");
        // Instruments are the process's, and it may have more than one host: the management server, and the hosts of tests.
        return ((IDeferredMeterProviderBuilder)metrics).Configure(
            (services, later) =>
            {
                var own = services.GetRequiredService<IMeterFactory>();
                later.AddView(i => i.Meter.Scope is IMeterFactory other && other != own ? MetricStreamConfiguration.Drop : null);
            }
        );
    }

    /// <summary>Requests, calls of providers, SQL, and our own sources; without secrets.</summary>
    internal static TracerProviderBuilder AddOurTraces(this TracerProviderBuilder traces) =>
        traces
            .AddAspNetCoreInstrumentation()
            .AddHttpClientInstrumentation()
            .AddNpgsql()
            .AddSource(SourcePrefix)
            .AddProcessor(s => new SpanRedaction(s.GetRequiredService<SecretRedactor>()));
}
