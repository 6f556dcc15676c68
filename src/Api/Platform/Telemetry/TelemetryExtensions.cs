using System.Globalization;
using InvestmentAssistant.Api.Platform.Secrets;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace InvestmentAssistant.Api.Platform.Telemetry;

public static class TelemetryExtensions
{
    /// <summary>The name under which meters and activity sources of this service are exported.</summary>
    public const string SourcePrefix = "InvestmentAssistant.*";

    /// <summary>
    /// Serilog to the console at <c>LOG_LEVEL</c> (debug, info, warning, error; default information; finer rules in section Serilog), and
    /// traces and metrics over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.
    /// </summary>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.AddSingleton(new Uptime());
        builder.Services.AddSecretRedactor();
        builder.Services.AddSerilog(
            (services, log) =>
                log
                    .MinimumLevel.Is(LevelOf(configuration["LOG_LEVEL"]))
                    // The framework's own line a request would double ours; its warnings still come.
                    .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
                    .MinimumLevel.Override("System.Net.Http.HttpClient", LogEventLevel.Warning)
                    .MinimumLevel.Override("Polly", LogEventLevel.Warning)
                    .MinimumLevel.Override("Npgsql", LogEventLevel.Warning)
                    .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
                    .MinimumLevel.Override("Marten", LogEventLevel.Warning)
                    .ReadFrom.Configuration(LevelsIn(configuration))
                    .Enrich.FromLogContext()
                    // One door before every sink, those of the settings included: no secret passes.
                    .WriteTo.Sink(new RedactingSink(SinksOf(configuration), services.GetRequiredService<SecretRedactor>()))
        );

        if (!string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            builder
                .Services.AddOpenTelemetry()
                .ConfigureResource(r => r.AddService("investment-assistant"))
                .WithTracing(t =>
                    t.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddNpgsql().AddSource(SourcePrefix).AddOtlpExporter()
                )
                .WithMetrics(m =>
                    m.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddMeter(SourcePrefix, "Npgsql").AddOtlpExporter()
                );
        }
        return builder;
    }

    /// <summary>The levels of section Serilog, without its sinks: these stand behind the redaction.</summary>
    private static IConfiguration LevelsIn(IConfiguration configuration) =>
        new ConfigurationBuilder().AddInMemoryCollection(configuration.AsEnumerable().Where(s => IsLevel(s.Key.Split(':')))).Build();

    private static bool IsLevel(string[] key) =>
        key is [var section, var part, ..]
        && section.Equals("Serilog", StringComparison.OrdinalIgnoreCase)
        && part.Equals("MinimumLevel", StringComparison.OrdinalIgnoreCase);

    private static Logger SinksOf(IConfiguration configuration) =>
        new LoggerConfiguration()
            .ReadFrom.Configuration(configuration)
            .MinimumLevel.Verbose()
            .WriteTo.Console(
                formatProvider: CultureInfo.InvariantCulture,
                outputTemplate: "{Timestamp:HH:mm:ss.fff} {Level:u3} {SourceContext} {CorrelationId} {Message:lj}{NewLine}{Exception}"
            )
            .CreateLogger();

    /// <summary>The old system's level names and Serilog's; an unknown one stops the start.</summary>
    internal static LogEventLevel LevelOf(string? name) =>
        name?.Trim().ToUpperInvariant() switch
        {
            null or "" or "INFO" or "INFORMATION" => LogEventLevel.Information,
            "TRACE" or "VERBOSE" => LogEventLevel.Verbose,
            "DEBUG" => LogEventLevel.Debug,
            "WARN" or "WARNING" => LogEventLevel.Warning,
            "ERROR" => LogEventLevel.Error,
            "CRITICAL" or "FATAL" => LogEventLevel.Fatal,
            _ => throw new InvalidOperationException($"LOG_LEVEL is '{name}'; known are debug, info, warning, error and critical."),
        };
}
