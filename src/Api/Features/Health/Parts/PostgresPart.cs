using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Telemetry;
using Npgsql;

namespace InvestmentAssistant.Api.Features.Health.Parts;

/// <summary>PostgreSQL: reachable, and our schema in place.</summary>
public sealed class PostgresPart(NpgsqlDataSource postgres, SchemaGate schema) : IHealthPart
{
    public const string PartName = "postgresql";

    public string Name => PartName;

    public PartWeight Weight => PartWeight.Vital;

    public async Task<PartFinding> CheckAsync(CancellationToken ct)
    {
        await using var command = postgres.CreateCommand("select 1");
        await command.ExecuteScalarAsync(ct);
        return schema.IsOpen
            ? new PartFinding(true)
            : new PartFinding(false, schema.LastError is { } error ? $"schema not in place: {error}" : "schema not in place yet");
    }
}
