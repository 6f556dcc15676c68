using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Platform.Persistence;

/// <summary>
/// The role that owns the tables: <c>Api schema apply</c> connects as it, so that the role that serves can create and drop nothing
/// (decision 179). Without one in the settings the serving role owns them too.
/// </summary>
/// <param name="configuration">Has <c>ConnectionStrings:PostgresOwner</c>, or <c>DB_OWNER_USER</c> and <c>DB_OWNER_PASSWORD</c>.</param>
/// <param name="serving">The connections that serve.</param>
/// <param name="documents">The documents over them.</param>
/// <param name="storeOver">Makes the same documents over other connections.</param>
public sealed class SchemaOwner(
    IConfiguration configuration,
    NpgsqlDataSource serving,
    IDocumentStore documents,
    Func<NpgsqlDataSource, IDocumentStore> storeOver
)
{
    /// <summary>Connects as the owner; the caller disposes it.</summary>
    /// <exception cref="InvalidOperationException">The settings of the owner cannot be read.</exception>
    public OwnerSession Open()
    {
        if (PostgresConnection.OwnerFrom(configuration) is not { } owner)
            return new OwnerSession(serving, documents, servingRole: null, isOwn: false);
        var builder = new NpgsqlDataSourceBuilder(owner);
        builder.UseNodaTime();
        var source = PostgresSources.PrimaryOf(builder.Build());
        var servingRole = new NpgsqlConnectionStringBuilder(PostgresConnection.From(configuration)).Username;
        var granted = servingRole == builder.ConnectionStringBuilder.Username ? null : servingRole;
        return new OwnerSession(source, storeOver(source), granted, isOwn: true);
    }
}

/// <summary>Connections and documents of the owner.</summary>
/// <param name="source">The connections.</param>
/// <param name="documents">Marten over them.</param>
/// <param name="servingRole">The role to grant rights to; null when the owner serves.</param>
/// <param name="isOwn">Whether the connections are this session's own; else they belong to the process.</param>
public sealed class OwnerSession(NpgsqlDataSource source, IDocumentStore documents, string? servingRole, bool isOwn) : IAsyncDisposable
{
    /// <summary>The grants that the serving role still lacks: rows of all tables and numbers of all sequences, no table itself.</summary>
    private const string Missing = """
        with spaces as (
            select oid, nspname from pg_namespace
            where nspowner = (select oid from pg_roles where rolname = current_user)
                and nspname !~ '^pg_' and nspname <> 'information_schema'
        )
        select format('grant usage on schema %I to %I', nspname, $1) from spaces where not has_schema_privilege($1, oid, 'usage')
        union all
        select format('grant select, insert, update, delete on %s to %I', c.oid::regclass, $1)
        from pg_class c join spaces s on s.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v') and not (has_table_privilege($1, c.oid, 'select') and has_table_privilege($1, c.oid, 'insert')
            and has_table_privilege($1, c.oid, 'update') and has_table_privilege($1, c.oid, 'delete'))
        union all
        select format('grant usage on sequence %s to %I', c.oid::regclass, $1)
        from pg_class c join spaces s on s.oid = c.relnamespace
        where case when c.relkind = 'S' then not has_sequence_privilege($1, c.oid, 'usage') end
        union all
        select format('grant execute on function %s to %I', p.oid::regprocedure, $1)
        from pg_proc p join spaces s on s.oid = p.pronamespace
        where p.prokind = 'f' and not has_function_privilege($1, p.oid, 'execute')
        union all
        -- For what is made while serving: partitions.
        select format('alter default privileges in schema %I grant select, insert, update, delete on tables to %I', nspname, $1) from spaces
        """;

    /// <summary>The owner's connections.</summary>
    public NpgsqlDataSource Source => source;

    /// <summary>The documents over them.</summary>
    public IDocumentStore Documents => documents;

    /// <summary>Grants the serving role what it needs and has not, of all that the owner has.</summary>
    /// <returns>How many grants were missing; those for tables to come are not counted.</returns>
    public async Task<int> GrantAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        if (servingRole is null)
            return 0;
        List<string> statements = [];
        await using (var command = new NpgsqlCommand(Missing, connection))
        {
            command.WithValues([servingRole]);
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
                statements.Add(rows.GetString(0));
        }
        foreach (var statement in statements)
        {
            await using var grant = new NpgsqlCommand(statement, connection);
            await grant.ExecuteNonQueryAsync(ct);
        }
        return statements.Count(s => s.StartsWith("grant", StringComparison.Ordinal));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!isOwn)
            return;
        await documents.DisposeAsync();
        await source.DisposeAsync();
    }
}
