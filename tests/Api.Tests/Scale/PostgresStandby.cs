using System.Globalization;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun.Processes;
using InvestmentAssistant.LocalRun.Services;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Scale;

/// <summary>
/// A primary and a streaming standby on this machine. A commit is acknowledged when the standby shows it, so that nothing acknowledged is
/// lost with the primary.
/// </summary>
internal sealed class PostgresStandby : IAsyncDisposable
{
    private const string Database = "pair";

    private PostgresStandby(PrivatePostgres primary) => Primary = primary;

    public PrivatePostgres Primary { get; }

    public PrivatePostgres Standby { get; private set; } = null!;

    /// <summary>The Npgsql connection string that names both.</summary>
    public string Both =>
        new NpgsqlConnectionStringBuilder(Primary.ConnectionString(Database))
        {
            Host = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Primary.Port},127.0.0.1:{Standby.Port}"),
        }.ConnectionString;

    /// <summary>Npgsql connection string of whichever is the primary.</summary>
    public string Writable => Both + ";Target Session Attributes=primary;Host Recheck Seconds=1";

    /// <summary>Starts both. Returns when commits wait for the standby.</summary>
    public static async Task<PostgresStandby> StartAsync(LocalServices services)
    {
        var pair = new PostgresStandby(await PrivatePostgres.StartAsync(Options(services, "primary"), Ct));
        try
        {
            await pair.Primary.CreateDatabaseAsync(Database, fresh: true, Ct);
            var standby = Options(services, "standby");
            await CopyAsync(services, pair.Primary, await ServiceAccount.PrepareFolderAsync(standby.Folder));
            pair.Standby = await PrivatePostgres.StartAsync(standby, Ct);
            // Of the database, so that it goes before the option with which the server was started.
            await DoAsync(pair.Primary, $"alter database {Database} set synchronous_commit = remote_apply");
            await DoAsync(pair.Primary, "alter system set synchronous_standby_names = '*'");
            await DoAsync(pair.Primary, "select pg_reload_conf()");
            await Wait.Until(async () => await AskAsync(pair.Primary, "select sync_state from pg_stat_replication") is "sync");
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    /// <summary>kill -9 of the primary.</summary>
    public async Task KillPrimaryAsync()
    {
        Primary.Process.Send(Signal.Kill);
        await Primary.Process.Exited.WaitAsync(Ct);
    }

    /// <summary>Makes the standby the primary.</summary>
    public async Task PromoteAsync() => Assert.Equal(true, await AskAsync(Standby, "select pg_promote(true)"));

    /// <summary>Connections of the application to the standby.</summary>
    public async Task<long> ConnectionsToStandbyAsync() =>
        (long)(await AskAsync(Standby, "select count(*) from pg_stat_activity where application_name = 'investment-assistant'"))!;

    public async ValueTask DisposeAsync()
    {
        if (Standby is not null)
            await Standby.DisposeAsync();
        await Primary.DisposeAsync();
    }

    private static PostgresOptions Options(LocalServices services, string name)
    {
        var unique = $"{name}-{Guid.NewGuid().ToString("N")[..8]}";
        return new PostgresOptions(services.Folder(unique), services.Log(unique)) { Durable = false, SharedBuffers = "64MB" };
    }

    private static async Task CopyAsync(LocalServices services, PrivatePostgres primary, string folder)
    {
        var password = Path.Combine(folder, "password");
        File.Copy(Path.Combine(primary.Folder, "password"), password);
        if (ServiceAccount.Name is { } account)
            await ServiceAccount.GiveFileAsync(password, account);
        var login = new NpgsqlConnectionStringBuilder(primary.ConnectionString("postgres"));
        await using var copy = await ChildProcess.StartAsync(
            new ChildSpec(
                "pg_basebackup",
                [
                    Path.Combine(PostgresBinaries.Find(), "pg_basebackup"),
                    "--pgdata",
                    Path.Combine(folder, "data"),
                    "--host",
                    "127.0.0.1",
                    "--port",
                    primary.Port.ToString(CultureInfo.InvariantCulture),
                    "--username",
                    login.Username!,
                    "--checkpoint=fast",
                    "--write-recovery-conf",
                    "--no-sync",
                ],
                services.Log($"basebackup-{primary.Port}")
            )
            {
                RunAs = ServiceAccount.Name,
                Environment = new Dictionary<string, string> { ["PGPASSWORD"] = login.Password! },
            }
        );
        await copy.Exited.WaitAsync(Ct);
        Assert.True(copy.ExitCode is 0, copy.LogTail());
    }

    private static async Task DoAsync(PrivatePostgres server, string sql) => await AskAsync(server, sql);

    private static async Task<object?> AskAsync(PrivatePostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString(Database) + ";Pooling=false");
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Ct);
    }
}
