using System.Globalization;
using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Resilience;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.MarketSimulator;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Scale;

/// <summary>The product behind a PgBouncer in transaction mode.</summary>
[Collection(LongestFirst.Programs)]
public sealed class PgBouncerTests(LocalServices services)
{
    private const string Key = "correct-horse-battery-staple";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    [Fact(Explicit = true)]
    public async Task Behind_a_transaction_pooler_trades_are_stored_once_reads_are_answered_and_one_replica_feeds()
    {
        Assert.SkipUnless(File.Exists("/usr/sbin/pgbouncer"), "pgbouncer is not installed");
        await using var simulator = await SimulatorHost.Create(TracerTrades.SilentMarket());
        await using var redis = await services.NewRedisAsync();
        var direct = await services.NewDatabaseAsync();
        await using var pooler = await PgBouncer.StartAsync(services, direct);
        var settings = new ApiSettings
        {
            Postgres = pooler.ConnectionString,
            Redis = redis.Endpoint,
            Simulator = simulator.Address.ToString().TrimEnd('/'),
        };
        var extra = new Dictionary<string, string> { ["ConnectionStrings:PostgresDirect"] = direct, ["ADMIN_API_KEY"] = Key };
        using var market = new HttpClient { BaseAddress = simulator.Address };
        var tracers = new TracerTrades(market, direct);
        await using var first = await ApiProcess.StartAsync(services, settings, extra);
        await using var second = await ApiProcess.StartAsync(services, settings, extra);
        await SendUntilStoredAsync(tracers, 200);

        string[] routes =
        [
            "market-news/search?q=word{0}",
            "market-news/?page={0}",
            "earnings-calendar/upcoming?days={0}",
            "sns/posts?limit={0}",
        ];
        await Parallel.ForEachAsync(
            Enumerable.Range(1, 160),
            new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Ct },
            async (number, ct) =>
            {
                var route = string.Format(CultureInfo.InvariantCulture, routes[number % routes.Length], number % 20 + 1);
                using var answer = await (number % 2 is 0 ? first : second).Http.GetAsync(
                    new Uri("/api/v1/" + route, UriKind.Relative),
                    ct
                );
                Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{route}: {answer.StatusCode}");
            }
        );
        Assert.InRange(await PooledConnectionsAsync(direct), 1, PgBouncer.PoolSize);

        var owners = await OwnersAsync(first);
        Assert.Equal(owners, await OwnersAsync(second));
        var (killed, left) = owners[0] == first.Process.Id ? (first, second) : (second, first);
        await killed.KillAsync();
        await Wait.Until(
            async () => (await OwnersAsync(left)).TrueForAll(o => o == left.Process.Id),
            s_patience,
            "the other replica holds every feed"
        );
        await SendUntilStoredAsync(tracers, (await tracers.StoredAsync()).Count + 100);
        var stored = await tracers.StoredAsync();
        Assert.Equal(stored.Count, stored.Distinct().Count());
    }

    /// <summary>Server connections that came through the pooler; those that go directly have another name.</summary>
    private static async Task<int> PooledConnectionsAsync(string direct)
    {
        await using var connection = new NpgsqlConnection(direct + ";Pooling=false");
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(
            "select count(*)::int from pg_stat_activity where datname = current_database() and application_name = 'investment-assistant'",
            connection
        );
        return (int)(await command.ExecuteScalarAsync(Ct))!;
    }

    /// <summary>Processes that run the feeds.</summary>
    private static async Task<List<int>> OwnersAsync(ApiProcess ask)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/admin/ingestion");
        request.Headers.Add("X-Api-Key", Key);
        using var reply = await ask.Http.SendAsync(request, Ct);
        reply.EnsureSuccessStatusCode();
        var body = JsonSerializer.Deserialize<JsonElement>(await reply.Content.ReadAsStringAsync(Ct));
        return
        [
            .. body.GetProperty("feeds")
                .EnumerateArray()
                .Select(f => int.Parse((f.GetProperty("owner").GetString() ?? "0").Split('/')[^1], CultureInfo.InvariantCulture)),
        ];
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
}
