using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Domain.Markets.Storage;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Tests.Domain.Markets;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.LocalRun.Processes;
using InvestmentAssistant.LocalRun.Services;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime.Testing;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>
/// The two roles that compose and the K3s overlay make, by the same script, and the schema as its Job applies it: the role that serves can
/// do all its work and nothing else.
/// </summary>
public sealed class DatabaseRolesTests(LocalServices services)
{
    private const string Owner = "test_owner";
    private const string Serving = "test_app";
    private const string Password = "a'password \"of\" $many signs";

    /// <summary>All that the application has, in any schema of its own.</summary>
    private const string Ours = "n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')";

    [Fact]
    public async Task The_role_that_serves_does_its_work_and_can_make_and_drop_nothing()
    {
        var super = new NpgsqlConnectionStringBuilder(await services.NewDatabaseAsync());
        // Twice each: a release runs on what is there.
        for (var run = 0; run < 2; run++)
        {
            await RunAsync("/bin/sh", super, [Path.Combine(Overlay.Root, "overlays", "k3s", "roles.sh")]);
            await RunAsync(DotnetHost.Path, super, [Repository.Current.ApiDll, "schema", "apply"]);
        }
        var serving = new NpgsqlConnectionStringBuilder(super.ConnectionString)
        {
            Username = Serving,
            Password = Password,
        }.ConnectionString;
        await using var provider = MarketTestStore.Build(serving, new FakeClock(Instant.FromUtc(2026, 6, 10, 0, 0)));
        var source = provider.GetRequiredService<NpgsqlDataSource>();

        await HasWhatItNeedsAsync(source);
        await MakesAndDropsItsPartitionsAsync(provider);
        await CannotAsync(source);
    }

    private static async Task HasWhatItNeedsAsync(NpgsqlDataSource source)
    {
        async Task<long> CountAsync(string sql) => (long)(await ScalarAsync(source, sql))!;

        var tables = $"from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and {Ours}";
        Assert.True(await CountAsync($"select count(*) {tables}") > 50);
        Assert.Equal(
            0,
            await CountAsync(
                $"select count(*) {tables} and not (has_table_privilege(c.oid, 'select') and has_table_privilege(c.oid, 'insert') "
                    + "and has_table_privilege(c.oid, 'update') and has_table_privilege(c.oid, 'delete'))"
            )
        );
        Assert.Equal(
            0,
            await CountAsync(
                "select count(*) from pg_sequences s where schemaname <> 'public' "
                    + "and not has_sequence_privilege(format('%I.%I', schemaname, sequencename), 'usage')"
            )
        );
        Assert.Equal(
            0,
            await CountAsync(
                $"select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where {Ours} "
                    + "and not has_function_privilege(p.oid, 'execute')"
            )
        );
        // Leases, and the staging tables of trades.
        await ScalarAsync(source, "select pg_advisory_lock(1), pg_advisory_unlock(1)");
        await ScalarAsync(source, "create temp table staged (x int) on commit drop");

        Assert.Equal(
            "f f f f f",
            await ScalarAsync(
                source,
                "select concat_ws(' ', rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls) from pg_roles "
                    + "where rolname = current_user"
            )
        );
        Assert.Equal(
            0,
            await CountAsync(
                "select count(*) from pg_shdepend d join pg_roles r on r.oid = d.refobjid "
                    + "where r.rolname = current_user and d.deptype = 'o'"
            )
        );
        Assert.Equal(
            0,
            await CountAsync("select count(*) from pg_namespace where nspname !~ '^pg_temp' and has_schema_privilege(oid, 'create')")
        );
        Assert.False(await ScalarAsync(source, "select has_database_privilege(current_database(), 'create')") as bool?);
    }

    private static async Task MakesAndDropsItsPartitionsAsync(ServiceProvider provider)
    {
        var (old, recent) = (Instant.FromUtc(2026, 1, 5, 12, 0), Instant.FromUtc(2026, 6, 9, 12, 0));
        var written = await provider
            .GetRequiredService<IMarketStore>()
            .WriteTradesAsync([new Trade("AAPL", old, 200m, 1m, 0), new Trade("AAPL", recent, 210m, 1m, 0)], Ct);
        Assert.Equal(2, written);

        var retention = new RetentionJob(
            provider.GetRequiredService<TickPartitions>(),
            Options.Create(new RetentionOptions()),
            provider.GetRequiredService<IClock>()
        );
        await retention.RunAsync(new JobContext(_ => { }), Ct);

        var source = provider.GetRequiredService<NpgsqlDataSource>();
        Assert.Equal(recent, await ScalarAsync(source, "select min(traded_at) from market.trades"));
        Assert.Equal(0L, await ScalarAsync(source, "select count(*) from pg_tables where tablename = 'trades_20260105'"));
    }

    private static async Task CannotAsync(NpgsqlDataSource source)
    {
        foreach (
            var statement in new[]
            {
                "create table public.x (x int)",
                "create table market.x (x int)",
                "create schema x",
                "create database x",
                "create role x",
                "drop table market.trades",
                "drop table market.trades_20260609",
                "truncate market.day_bars",
                "alter table market.trades add x int",
                "create or replace function market.drop_partition(child text) returns void language sql as ''",
                "select market.drop_partition('day_bars')",
                "select market.drop_partition('bars_1m')",
                "select market.drop_partition('x; drop table market.trades')",
                "select market.make_partition('day_bars', '2026-01-01', '2026-01-02')",
                "select market.make_partition(null, '2026-01-01', '2026-01-02')",
                "copy market.trades to program 'id'",
                "select pg_read_file('/etc/passwd')",
                $"set role {Owner}",
            }
        )
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(source, statement));
            Assert.True(refused.SqlState == PostgresErrorCodes.InsufficientPrivilege, $"{statement}: {refused.MessageText}");
        }
    }

    private async Task RunAsync(string program, NpgsqlConnectionStringBuilder super, IReadOnlyList<string> arguments)
    {
        await using var process = await ChildProcess.StartAsync(
            new ChildSpec(
                "roles",
                ["env", $"PATH={PostgresBinaries.Find()}:{Environment.GetEnvironmentVariable("PATH")}", program, .. arguments],
                services.Log($"roles-{Guid.NewGuid():N}")
            )
            {
                Environment = new Dictionary<string, string>
                {
                    // Of the image's first start, with the superuser's own connection.
                    ["PGHOST"] = super.Host!,
                    ["PGPORT"] = $"{super.Port}",
                    ["PGPASSWORD"] = super.Password!,
                    ["POSTGRES_USER"] = super.Username!,
                    ["POSTGRES_DB"] = super.Database!,
                    // Of the Job.
                    ["DB_HOST"] = super.Host!,
                    ["DB_PORT"] = $"{super.Port}",
                    ["DB_NAME"] = super.Database!,
                    ["DB_USER"] = Serving,
                    ["DB_PASSWORD"] = Password,
                    ["DB_OWNER_USER"] = Owner,
                    ["DB_OWNER_PASSWORD"] = Password,
                },
                HideVariable = ApiSettings.IsForeign,
                WorkingFolder = Repository.Current.ApiFolder,
            }
        );
        await process.Exited.WaitAsync(TimeSpan.FromMinutes(2), Ct);
        Assert.True(process.ExitCode == 0, process.LogTail(30));
    }

    private static async Task<object?> ScalarAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }
}
