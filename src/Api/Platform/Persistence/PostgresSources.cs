using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Platform.Persistence;

/// <summary>
/// The connections to PostgreSQL of this process. What asks for an <see cref="NpgsqlDataSource"/> gets the primary. Slices that only read
/// ask for the one keyed <see cref="Reads"/>: where the connection string names several hosts, that is a standby in a process that serves
/// and does not ingest, and the primary when no standby is there. Leases and the schema need a session of their own and ask for
/// <see cref="Sessions"/>, which passes by a pooler (decision 191).
/// </summary>
public sealed class PostgresSources : IAsyncDisposable
{
    /// <summary>Key of the connections that read.</summary>
    public const string Reads = "postgres-reads";

    /// <summary>Key of the connections whose session lasts.</summary>
    public const string Sessions = "postgres-sessions";

    private readonly NpgsqlDataSource _all;
    private readonly TargetSessionAttributes _readsFrom;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="configuration">Where PostgreSQL is, and what this process does.</param>
    /// <param name="logs">Of the driver.</param>
    public PostgresSources(IConfiguration configuration, ILoggerFactory logs)
    {
        _all = Build(PostgresConnection.From(configuration), logs);
        // Jobs and feeds read what they have just written.
        _readsFrom = AppRoles.From(configuration).Ingest ? TargetSessionAttributes.Primary : TargetSessionAttributes.PreferStandby;
        Primary = PrimaryOf(_all);
        ForReads = _all is NpgsqlMultiHostDataSource hosts ? hosts.WithTargetSession(_readsFrom) : _all;
        ForSessions = PostgresConnection.DirectFrom(configuration) is { } direct ? PrimaryOf(Build(direct, logs)) : Primary;
    }

    /// <summary>The server that takes writes.</summary>
    public NpgsqlDataSource Primary { get; }

    /// <summary>See <see cref="Reads"/>.</summary>
    public NpgsqlDataSource ForReads { get; }

    /// <summary>See <see cref="Sessions"/>.</summary>
    public NpgsqlDataSource ForSessions { get; }

    /// <summary>Returns the part of a data source that takes writes: of several hosts the primary.</summary>
    public static NpgsqlDataSource PrimaryOf(NpgsqlDataSource source) =>
        source is NpgsqlMultiHostDataSource hosts ? hosts.WithTargetSession(TargetSessionAttributes.Primary) : source;

    /// <summary>Gives Marten these connections: query sessions read where <see cref="ForReads"/> does, all others on the primary.</summary>
    public void Serve(StoreOptions store)
    {
        store.Connection(_all);
        store.Advanced.MultiHostSettings.ReadSessionPreference = _readsFrom;
        store.Advanced.MultiHostSettings.WriteSessionPreference = TargetSessionAttributes.Primary;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await ForSessions.DisposeAsync();
        await _all.DisposeAsync();
    }

    private static NpgsqlDataSource Build(string connection, ILoggerFactory logs)
    {
        var builder = new NpgsqlDataSourceBuilder(connection);
        builder.UseNodaTime();
        // The attribute of its metrics; else it is the connection string.
        builder.Name = "investment-assistant";
        builder.UseLoggerFactory(logs);
        return builder.Build();
    }
}
