using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Telemetry;
using Npgsql;

namespace InvestmentAssistant.Api.Features.Health.Parts;

/// <summary>
/// PostgreSQL: reachable, our schema in place, and ready to write. A full disk or a copy that may only be read answers every question and
/// stores nothing.
/// </summary>
public sealed class PostgresPart(NpgsqlDataSource postgres, SchemaGate schema) : IHealthPart
{
    public const string PartName = "postgresql";

    public string Name => PartName;

    public PartWeight Weight => PartWeight.Vital;

    public async Task<PartFinding> CheckAsync(CancellationToken ct)
    {
        await using var command = postgres.CreateCommand(schema.IsOpen ? HealthSchema.Write : "select 1");
        try
        {
            await command.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException e) when (schema.IsOpen && e.SqlState is DiskFull or ReadOnly)
        {
            return new PartFinding(false, $"refuses writes: {e.MessageText}");
        }
        return schema.IsOpen
            ? new PartFinding(true)
            : new PartFinding(false, schema.LastError is { } error ? $"schema not in place: {error}" : "schema not in place yet");
    }

    private const string DiskFull = PostgresErrorCodes.DiskFull;
    private const string ReadOnly = PostgresErrorCodes.ReadOnlySqlTransaction;
}

/// <summary>One row that health checks write.</summary>
internal sealed class HealthSchema : ISchemaPart
{
    /// <summary>Writes it; replicas that meet wait for each other, which is a moment.</summary>
    public const string Write =
        "insert into health.probe (id, written_at) values (1, now()) on conflict (id) do update set written_at = excluded.written_at";

    public string Name => "health";

    public string Sql =>
        """
            create schema if not exists health;
            create table if not exists health.probe (id int primary key, written_at timestamptz not null);
            """;
}
