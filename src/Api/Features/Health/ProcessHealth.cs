using System.Text.Json;
using InvestmentAssistant.Api.Features.Health.Parts;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Json;

namespace InvestmentAssistant.Api.Features.Health;

/// <summary>
/// The body of <c>/health</c>, kept as bytes: asking costs no query and no serialization. Renewed when the background probe learns
/// something new.
/// </summary>
public sealed class ProcessHealth(HttpSettings settings) : IMemoryAnswer
{
    private volatile HealthAnswer _answer = AnswerOf(settings, database: PartHealth.Down);
    private volatile byte[] _json = JsonSerializer.SerializeToUtf8Bytes(AnswerOf(settings, database: PartHealth.Down), JsonSettings.Wire);

    public string Path => "/health";

    public ReadOnlyMemory<byte> Json => _json;

    /// <summary>The same as an object.</summary>
    public HealthAnswer Answer => _answer;

    public void Learn(HealthReport report)
    {
        var database = report.StatusOf(PostgresPart.PartName);
        if (_answer.Database == database)
            return;
        _answer = AnswerOf(settings, database);
        _json = JsonSerializer.SerializeToUtf8Bytes(_answer, JsonSettings.Wire);
    }

    private static HealthAnswer AnswerOf(HttpSettings settings, string database) =>
        new(
            "healthy",
            settings.AppName,
            settings.Version,
            database,
            "active",
            settings.CorsOrigins.Contains("*") ? "enabled_for_all_origins" : "allow_list",
            settings.DataSource
        );
}
