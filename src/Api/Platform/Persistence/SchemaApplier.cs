using System.Diagnostics;
using JasperFx;
using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Platform.Persistence;

/// <summary>
/// Brings the database to what this build declares: documents and plain tables through Marten, then every <see cref="ISchemaPart"/>. Can be run
/// any number of times, and by several replicas at once: an advisory lock puts them in a row.
/// </summary>
public sealed class SchemaApplier(NpgsqlDataSource source, IDocumentStore store, IEnumerable<ISchemaPart> parts, ILogger<SchemaApplier> log)
{
    /// <summary>Number of the advisory lock: "schema" as ASCII.</summary>
    private const long Lock = 0x736368656D61;

    /// <summary>Creates and alters what is missing; never drops a table.</summary>
    /// <exception cref="NpgsqlException">PostgreSQL is gone or refuses a statement.</exception>
    public async Task ApplyAsync(CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        await using var connection = await source.OpenConnectionAsync(ct);
        await ExecuteAsync(connection, $"select pg_advisory_lock({Lock})", ct);
        try
        {
            await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
            foreach (var part in parts.OrderBy(p => p.Name, StringComparer.Ordinal))
            {
                await using var transaction = await connection.BeginTransactionAsync(ct);
                await ExecuteAsync(connection, part.Sql, ct);
                await transaction.CommitAsync(ct);
                log.LogDebug("Schema part {Part} is applied", part.Name);
            }
        }
        finally
        {
            // Closing would free it too, but a pooled connection is not closed.
            if (connection.State == System.Data.ConnectionState.Open)
                await ExecuteAsync(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
        log.LogInformation("Schema is up to date ({Elapsed} ms)", (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
