using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using JasperFx;
using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Platform.Persistence;

/// <summary>
/// Brings the database to what this build declares: documents and plain tables through Marten, then every <see cref="ISchemaPart"/>. Can be
/// run any number of times, and by several replicas at once: an advisory lock puts them in a row. What was applied is remembered by its
/// fingerprint, so that a process can wait for the schema of its own build (<see cref="SchemaAtStart"/>).
/// </summary>
public sealed class SchemaApplier
{
    /// <summary>Number of the advisory lock: "schema" as ASCII.</summary>
    private const long Lock = 0x736368656D61;

    /// <summary>
    /// One row a schema that was ever in place; tables are only added to, so an older build finds its own again after a roll-back.
    /// </summary>
    private const string History = PersistenceExtensions.DocumentSchema + ".schema_history";

    private readonly NpgsqlDataSource _source;
    private readonly SchemaOwner _owner;
    private readonly IReadOnlyList<ISchemaPart> _parts;
    private readonly ILogger<SchemaApplier> _log;
    private readonly Lazy<string> _fingerprint;

    public SchemaApplier(
        NpgsqlDataSource source,
        IDocumentStore store,
        SchemaOwner owner,
        IEnumerable<ISchemaPart> parts,
        ILogger<SchemaApplier> log
    )
    {
        (_source, _owner, _log) = (source, owner, log);
        _parts = [.. parts.OrderBy(p => p.Name, StringComparer.Ordinal)];
        _fingerprint = new(() => FingerprintOf([store.Storage.ToDatabaseScript(), .. _parts.Select(p => p.Sql)]));
    }

    /// <summary>SHA-256, in hex, over everything this build declares.</summary>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>Creates and alters what is missing, as the owner, and grants its use to the serving role; never drops a table.</summary>
    /// <exception cref="NpgsqlException">PostgreSQL is gone or refuses a statement.</exception>
    public async Task ApplyAsync(CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        await using var owner = _owner.Open();
        await using var connection = await owner.Source.OpenConnectionAsync(ct);
        await ExecuteAsync(connection, $"select pg_advisory_lock({Lock})", ct);
        try
        {
            await owner.Documents.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
            foreach (var part in _parts)
            {
                await using var transaction = await connection.BeginTransactionAsync(ct);
                await ExecuteAsync(connection, part.Sql, ct);
                await transaction.CommitAsync(ct);
                _log.LogDebug("Schema part {Part} is applied", part.Name);
            }
            await RememberAsync(connection, ct);
            if (await owner.GrantAsync(connection, ct) is > 0 and var grants)
                _log.LogInformation("The serving role got {Grants} rights that it lacked", grants);
        }
        finally
        {
            // Closing would free it too, but a pooled connection is not closed.
            if (connection.State == System.Data.ConnectionState.Open)
                await ExecuteAsync(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
        _log.LogInformation("Schema is up to date ({Elapsed} ms)", (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Whether the schema of this build is in place.</summary>
    /// <exception cref="NpgsqlException">PostgreSQL is gone.</exception>
    public async Task<bool> IsAppliedAsync(CancellationToken ct)
    {
        await using var command = _source.CreateCommand($"select exists (select from {History} where fingerprint = $1)");
        command.WithValues([Fingerprint]);
        try
        {
            return await command.ExecuteScalarAsync(ct) is true;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return false; // a new database
        }
    }

    private async Task RememberAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await ExecuteAsync(
            connection,
            $"""
            create schema if not exists {PersistenceExtensions.DocumentSchema};
            create table if not exists {History} (fingerprint text primary key, build text not null, applied_at timestamptz not null);
            """,
            ct
        );
        await using var command = new NpgsqlCommand(
            $"""
            insert into {History} (fingerprint, build, applied_at) values ($1, $2, now())
            on conflict (fingerprint) do update set build = excluded.build, applied_at = excluded.applied_at
            """,
            connection
        );
        command.WithValues([Fingerprint, typeof(SchemaApplier).Assembly.GetName().Version?.ToString(3) ?? ""]);
        await command.ExecuteNonQueryAsync(ct);
    }

    internal static string FingerprintOf(IEnumerable<string> statements) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', statements))));

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
