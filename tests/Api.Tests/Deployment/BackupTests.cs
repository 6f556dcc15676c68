using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun.Processes;
using InvestmentAssistant.LocalRun.Services;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>The backup that the K3s overlay makes each night, by the same script, and its way back as docs/runbook.md has it.</summary>
[Collection(LongestFirst.Programs)]
public sealed class BackupTests(LocalServices services)
{
    [Fact]
    public async Task A_dump_restores_into_an_empty_database_and_old_dumps_go()
    {
        var source = new NpgsqlConnectionStringBuilder(await services.NewDatabaseAsync());
        var target = new NpgsqlConnectionStringBuilder(await services.NewDatabaseAsync());
        await RunSqlAsync(
            source,
            """
            create schema market;
            create table market.bars (symbol text collate "C", start timestamptz, close numeric, primary key (symbol, start)) partition by range (start);
            create table market.bars_2024 partition of market.bars for values from ('2024-01-01') to ('2025-01-01');
            insert into market.bars select 'S' || n % 7, timestamptz '2024-01-01' + n * interval '1 hour', n / 3.0 from generate_series(1, 5000) n;
            """
        );
        var folder = Directory.CreateDirectory(services.Folder($"backup-{Guid.NewGuid():N}")).FullName;
        string Old(string name) => Path.Combine(folder, $"{source.Database}-{name}.dump");
        await File.WriteAllTextAsync(Old("20200101T000000Z"), "old", Ct);
        File.SetLastWriteTimeUtc(Old("20200101T000000Z"), DateTimeOffset.UnixEpoch.UtcDateTime);
        await File.WriteAllTextAsync(Path.Combine(folder, "another.dump"), "not ours", Ct);
        File.SetLastWriteTimeUtc(Path.Combine(folder, "another.dump"), DateTimeOffset.UnixEpoch.UtcDateTime);

        await RunAsync(
            "backup",
            ["/bin/sh", Path.Combine(Overlay.Root, "overlays", "k3s", "backup.sh")],
            source,
            new() { ["BACKUP_FOLDER"] = folder, ["BACKUP_KEEP_DAYS"] = "14" }
        );

        var dump = Assert.Single(Directory.GetFiles(folder, $"{source.Database}-*"));
        Assert.Matches(@"-\d{8}T\d{6}Z\.dump$", dump);
        Assert.True(File.Exists(Path.Combine(folder, "another.dump")));
        await RunAsync(
            "restore",
            ["pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", $"--dbname={target.Database}", dump],
            target,
            []
        );
        foreach (
            var question in new[]
            {
                "select count(*) from market.bars",
                "select sum(close) from market.bars where symbol = 'S3'",
                "select count(*) from market.bars_2024",
            }
        )
            Assert.Equal(await ScalarAsync(source, question), await ScalarAsync(target, question));
    }

    [Fact]
    public async Task A_dump_that_fails_leaves_nothing_that_looks_like_one()
    {
        var nowhere = new NpgsqlConnectionStringBuilder(await services.NewDatabaseAsync()) { Database = "not_there" };
        var folder = Directory.CreateDirectory(services.Folder($"backup-{Guid.NewGuid():N}")).FullName;

        var code = await RunAsync(
            "backup",
            ["/bin/sh", Path.Combine(Overlay.Root, "overlays", "k3s", "backup.sh")],
            nowhere,
            new() { ["BACKUP_FOLDER"] = folder, ["BACKUP_KEEP_DAYS"] = "14" },
            succeeds: false
        );

        Assert.NotEqual(0, code);
        Assert.Empty(Directory.GetFiles(folder));
    }

    private async Task<int> RunAsync(
        string name,
        IReadOnlyList<string> command,
        NpgsqlConnectionStringBuilder database,
        Dictionary<string, string> environment,
        bool succeeds = true
    )
    {
        // The client programs of the server that runs: Debian keeps them beside it.
        var path = $"{PostgresTools()}:{Environment.GetEnvironmentVariable("PATH")}";
        await using var process = await ChildProcess.StartAsync(
            new ChildSpec(name, ["env", $"PATH={path}", .. command], services.Log($"{name}-{Guid.NewGuid():N}"))
            {
                Environment = new Dictionary<string, string>(environment)
                {
                    ["PGHOST"] = database.Host!,
                    ["PGPORT"] = $"{database.Port}",
                    ["PGUSER"] = database.Username!,
                    ["PGPASSWORD"] = database.Password ?? "",
                    ["PGDATABASE"] = database.Database!,
                    // Files have the kernel's time, which no test moves: a dump of a moved present would be weeks old at once.
                    ["LD_PRELOAD"] = "",
                },
            }
        );
        await process.Exited.WaitAsync(TimeSpan.FromMinutes(2), Ct);
        Assert.True(process.ExitCode == 0 || !succeeds, process.LogTail());
        return process.ExitCode;
    }

    private static string PostgresTools() => PostgresBinaries.Find();

    private static async Task RunSqlAsync(NpgsqlConnectionStringBuilder database, string sql) => await ScalarAsync(database, sql);

    private static async Task<object?> ScalarAsync(NpgsqlConnectionStringBuilder database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Ct);
    }
}
