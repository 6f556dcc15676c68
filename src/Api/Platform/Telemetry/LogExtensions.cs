using System.Globalization;
using InvestmentAssistant.Api.Platform.Secrets;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace InvestmentAssistant.Api.Platform.Telemetry;

public static class LogExtensions
{
    private const string Human =
        "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} {SourceContext} {CorrelationId} {Message:lj}{NewLine}{Exception}";

    /// <summary>
    /// Serilog to the console at <c>LOG_LEVEL</c> (debug, info, warning, error; default information; finer rules in section Serilog), as
    /// lines for people or, with <c>LOG_FORMAT=json</c>, as Serilog's compact JSON with trace and span.
    /// </summary>
    internal static IServiceCollection AddLog(this IServiceCollection services, IConfiguration configuration)
    {
        var isJson = IsJson(configuration["LOG_FORMAT"]);
        return services
            .AddSecretRedactor()
            .AddSerilog(
                (provider, log) =>
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
                        .WriteTo.Sink(new RedactingSink(SinksOf(configuration, isJson), provider.GetRequiredService<SecretRedactor>()))
            );
    }

    /// <summary>Writes an entry in one of both forms.</summary>
    internal static ITextFormatter FormOf(bool isJson) =>
        isJson
            // Rendered: whoever searches the log has the words, and @i groups what came of one template.
            ? new RenderedCompactJsonFormatter()
            : new MessageTemplateTextFormatter(Human, CultureInfo.InvariantCulture);

    /// <summary>The levels of section Serilog, without its sinks: these stand behind the redaction.</summary>
    private static IConfiguration LevelsIn(IConfiguration configuration) =>
        new ConfigurationBuilder().AddInMemoryCollection(configuration.AsEnumerable().Where(s => IsLevel(s.Key.Split(':')))).Build();

    private static bool IsLevel(string[] key) =>
        key is [var section, var part, ..]
        && section.Equals("Serilog", StringComparison.OrdinalIgnoreCase)
        && part.Equals("MinimumLevel", StringComparison.OrdinalIgnoreCase);

    private static Logger SinksOf(IConfiguration configuration, bool isJson) =>
        new LoggerConfiguration()
            .ReadFrom.Configuration(configuration)
            .MinimumLevel.Verbose()
            .WriteTo.Console(FormOf(isJson))
            .CreateLogger();

    /// <summary>Whether <c>LOG_FORMAT</c> asks for JSON; an unknown form stops the start.</summary>
    internal static bool IsJson(string? name) =>
        name?.Trim().ToUpperInvariant() switch
        {
            null or "" or "TEXT" => false,
            "JSON" => true,
            _ => throw new InvalidOperationException($"LOG_FORMAT is '{name}'; known are text and json."),
        };

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
