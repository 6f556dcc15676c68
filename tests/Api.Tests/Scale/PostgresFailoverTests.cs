using System.Diagnostics;
using System.Net;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Resilience;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.MarketSimulator;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Scale;

/// <summary>The product over a primary and a standby of PostgreSQL; the primary is killed and the standby promoted.</summary>
[Collection(LongestFirst.Programs)]
public sealed class PostgresFailoverTests(LocalServices services)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    private int _words;

    [Fact(Explicit = true)]
    public async Task A_killed_primary_takes_nothing_acknowledged_with_it_and_reads_go_on()
    {
        await using var simulator = await SimulatorHost.Create(TracerTrades.SilentMarket());
        await using var redis = await services.NewRedisAsync();
        await using var pair = await PostgresStandby.StartAsync(services);
        var settings = new ApiSettings
        {
            Postgres = pair.Both,
            Redis = redis.Endpoint,
            Simulator = simulator.Address.ToString().TrimEnd('/'),
        };
        using var market = new HttpClient { BaseAddress = simulator.Address };
        var tracers = new TracerTrades(market, pair.Writable);
        await using var feeding = await ApiProcess.StartAsync(services, settings);
        await using var serving = await ApiProcess.StartAsync(services, settings with { Roles = "api" });
        await using var ledger = await Ledger.OpenAsync(pair.Writable);
        await SendUntilStoredAsync(tracers, atLeast: 50);
        await Wait.Until(async () => await SearchAsync(serving) is HttpStatusCode.OK);
        Assert.True(await pair.ConnectionsToStandbyAsync() > 0, "no read went to the standby");

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var writing = ledger.KeepWritingAsync(stop.Token);
        await Wait.Until(() => ledger.Acknowledged.Count > 100);
        var before = await tracers.StoredAsync();
        await pair.KillPrimaryAsync();
        var killed = Stopwatch.GetTimestamp();
        // Sent while there is nowhere to write: they wait in memory.
        await tracers.SendAsync(20);
        for (var i = 0; i < 20; i++)
            Assert.Equal(HttpStatusCode.OK, await SearchAsync(serving));

        var acknowledged = ledger.Acknowledged.Count;
        await pair.PromoteAsync();
        await Wait.Until(() => ledger.Acknowledged.Count > acknowledged, s_patience, "writes go on");
        var written = Stopwatch.GetElapsedTime(killed);
        await SendUntilStoredAsync(tracers, before.Count + 50);
        Console.WriteLine(
            $"a killed primary: the first write {written.TotalSeconds:0.0} s and new trades "
                + $"{Stopwatch.GetElapsedTime(killed).TotalSeconds:0.0} s after it was killed, the promotion included"
        );
        Assert.Equal(HttpStatusCode.OK, await SearchAsync(serving));
        Assert.Equal(HttpStatusCode.OK, await SearchAsync(feeding));

        await stop.CancelAsync();
        await writing;
        Assert.Empty(ledger.Acknowledged.Except(await ledger.ReadAsync()));
        var after = await tracers.StoredAsync();
        Assert.Empty(before.Except(after));
        Assert.Equal(after.Count, after.Distinct().Count());
    }

    /// <summary>Searches for a word that nobody searched for, so that no kept answer will do.</summary>
    private async Task<HttpStatusCode> SearchAsync(ApiProcess replica)
    {
        using var answer = await replica.Http.GetAsync(new Uri($"/api/v1/market-news/search?q=word{_words++}", UriKind.Relative), Ct);
        return answer.StatusCode;
    }

    private static Task SendUntilStoredAsync(TracerTrades tracers, int atLeast) =>
        Wait.Until(
            async () =>
            {
                await tracers.SendAsync(10);
                return (await tracers.StoredAsync()).Count >= atLeast;
            },
            s_patience,
            $"{atLeast} trades are stored"
        );

    /// <summary>Rows that a client wrote, and those that PostgreSQL acknowledged.</summary>
    private sealed class Ledger : IAsyncDisposable
    {
        private readonly NpgsqlDataSource _source;

        private Ledger(NpgsqlDataSource source) => _source = source;

        public List<int> Acknowledged { get; } = [];

        public static async Task<Ledger> OpenAsync(string database)
        {
            var settings = new NpgsqlConnectionStringBuilder(database) { TargetSessionAttributes = null };
            var hosts = new NpgsqlDataSourceBuilder(settings.ConnectionString).BuildMultiHost();
            var ledger = new Ledger(hosts.WithTargetSession(TargetSessionAttributes.Primary));
            await using var make = ledger._source.CreateCommand("create table public.ledger (number int primary key)");
            await make.ExecuteNonQueryAsync(Ct);
            return ledger;
        }

        public async Task KeepWritingAsync(CancellationToken end)
        {
            for (var number = 1; !end.IsCancellationRequested; number++)
            {
                try
                {
                    await using var write = _source.CreateCommand("insert into public.ledger values ($1)");
                    write.Parameters.AddWithValue(number);
                    await write.ExecuteNonQueryAsync(end);
                    Acknowledged.Add(number);
                }
                catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
                {
                    // Not acknowledged: it may be there or not. The next one has another number.
                    await Task.Delay(20, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
        }

        public async Task<List<int>> ReadAsync()
        {
            List<int> numbers = [];
            await using var read = _source.CreateCommand("select number from public.ledger");
            await using var rows = await read.ExecuteReaderAsync(Ct);
            while (await rows.ReadAsync(Ct))
                numbers.Add(rows.GetInt32(0));
            return numbers;
        }

        public ValueTask DisposeAsync() => _source.DisposeAsync();
    }
}
