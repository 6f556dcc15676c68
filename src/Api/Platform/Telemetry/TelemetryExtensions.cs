using Serilog;

namespace InvestmentAssistant.Api.Platform.Telemetry;

public static class TelemetryExtensions
{
    /// <summary>Serilog to the console, OpenTelemetry when an OTLP endpoint is set.</summary>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog((_, log) => log.ReadFrom.Configuration(builder.Configuration).WriteTo.Console(
            formatProvider: System.Globalization.CultureInfo.InvariantCulture));
        return builder;
    }
}
