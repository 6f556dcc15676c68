using System.Globalization;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun.Processes;
using InvestmentAssistant.LocalRun.Services;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Scale;

/// <summary>A PgBouncer in transaction mode before one database.</summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    /// <summary>Connections to PostgreSQL that all clients share.</summary>
    public const int PoolSize = 6;

    private readonly ChildProcess _process;

    private PgBouncer(ChildProcess process, string connectionString) => (_process, ConnectionString) = (process, connectionString);

    /// <summary>The Npgsql connection string that leads through it.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts it. Returns when it listens.</summary>
    /// <param name="services">Where its files go.</param>
    /// <param name="direct">The database.</param>
    public static async Task<PgBouncer> StartAsync(LocalServices services, string direct)
    {
        var behind = new NpgsqlConnectionStringBuilder(direct);
        var port = FreePort.Next();
        var name = $"pgbouncer-{port.ToString(CultureInfo.InvariantCulture)}";
        var folder = await ServiceAccount.PrepareFolderAsync(services.Folder(name));
        var file = Path.Combine(folder, "pgbouncer.ini");
        await File.WriteAllTextAsync(
            file,
            $"""
            [databases]
            {behind.Database} = host=127.0.0.1 port={behind.Port} user={behind.Username} password={behind.Password}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = any
            pool_mode = transaction
            default_pool_size = {PoolSize}
            max_client_conn = 500

            """,
            Ct
        );
        if (ServiceAccount.Name is { } account)
            await ServiceAccount.GiveFileAsync(file, account);
        var process = await ChildProcess.StartAsync(
            new ChildSpec("pgbouncer", ["/usr/sbin/pgbouncer", file], services.Log(name)) { RunAs = ServiceAccount.Name }
        );
        await Wait.Until(() => process.HasExited || !FreePort.IsFree(port), what: "PgBouncer listens");
        Assert.False(process.HasExited, process.LogTail());
        var through = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Database = behind.Database,
            Username = behind.Username,
        };
        return new PgBouncer(process, through.ConnectionString);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
