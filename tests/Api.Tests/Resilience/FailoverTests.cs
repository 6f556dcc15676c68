using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.MarketSimulator;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Resilience;

/// <summary>Two whole replicas on one PostgreSQL and one Redis; the one that feeds is killed without a chance to say goodbye.</summary>
[Collection(LongestFirst.Programs)]
public sealed class FailoverTests(LocalServices services)
{
    private static readonly TimeSpan Takeover = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private const string Key = "correct-horse-battery-staple";

    private sealed record Feed(string Name, bool Connected, int Owner, long Messages);

    [Fact]
    public async Task When_the_feeding_replica_is_killed_another_feeds_within_ten_seconds_and_no_stored_trade_is_lost_or_doubled()
    {
        // A silent market: every trade in the database is one that this test sent.
        await using var simulator = await SimulatorHost.Create(TracerTrades.SilentMarket());
        await using var redis = await services.NewRedisAsync();
        var database = await services.NewDatabaseAsync();
        var settings = new ApiSettings
        {
            Postgres = database,
            Redis = redis.Endpoint,
            Simulator = simulator.Address.ToString().TrimEnd('/'),
        };
        using var market = new HttpClient { BaseAddress = simulator.Address };
        var tracers = new TracerTrades(market, database);
        var extra = new Dictionary<string, string> { ["ADMIN_API_KEY"] = Key };
        await using var first = await ApiProcess.StartAsync(services, settings, extra);
        await using var second = await ApiProcess.StartAsync(services, settings, extra);

        await Wait.Until(
            async () => await FeedsAsync(first) is [_, _, ..] feeds && feeds.All(f => f is { Connected: true, Messages: > 0 }),
            Patience,
            "all feeds are held"
        );
        var holder = (await FeedsAsync(first)).Single(f => f.Name == "finnhub-live").Owner;
        var (killed, left) = holder == first.Process.Id ? (first, second) : (second, first);
        await SendUntilStoredAsync(tracers, atLeast: 50);
        var before = await tracers.StoredAsync();

        await killed.KillAsync();
        await Wait.Until(
            async () => await FeedsAsync(left) is [_, _, ..] feeds && feeds.All(f => f.Owner == left.Process.Id),
            Takeover,
            "the other replica holds every feed"
        );
        // Subscribing takes a second or two; on a machine busy with other tests it may take more than the lease did.
        await Wait.Until(
            async () => await FeedsAsync(left) is [_, _, ..] feeds && feeds.All(f => f is { Connected: true, Messages: > 0 }),
            Patience,
            "every feed is connected again"
        );
        await SendUntilStoredAsync(tracers, atLeast: before.Count + 50);

        // Those sent last may still be on their way. What the bars of those minutes say was traded is what the trades say: nothing was
        // folded twice.
        List<(long Ms, decimal Price, decimal Volume)> after = [];
        await Wait.Until(
            async () => (after = await tracers.StoredAsync()).Sum(t => t.Volume) == await BarVolumeAsync(database),
            Patience,
            "bars agree with trades"
        );
        Assert.Empty(before.Except(after));
        Assert.Equal(after.Count, after.Distinct().Count());
    }

    /// <summary>The feeds as a replica sees them; none while its schema is not there yet.</summary>
    private static async Task<IReadOnlyList<Feed>> FeedsAsync(ApiProcess ask)
    {
        var owners = (await FeedsInAsync(ask, "/api/v1/admin/ingestion")).ToDictionary(
            f => f.GetProperty("name").GetString()!,
            f => f.GetProperty("owner").GetString() is { } owner ? int.Parse(owner.Split('/')[^1], CultureInfo.InvariantCulture) : 0
        );
        return
        [
            .. (await FeedsInAsync(ask, "/api/v1/ingestion/status")).Select(f => new Feed(
                f.GetProperty("name").GetString()!,
                f.GetProperty("connected").GetBoolean(),
                owners.GetValueOrDefault(f.GetProperty("name").GetString()!),
                f.GetProperty("messages").GetInt64()
            )),
        ];
    }

    private static async Task<IReadOnlyList<JsonElement>> FeedsInAsync(ApiProcess ask, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Api-Key", Key);
        using var reply = await ask.Http.SendAsync(request, TestContext.Current.CancellationToken);
        if (!reply.IsSuccessStatusCode)
            return [];
        var body = JsonSerializer.Deserialize<JsonElement>(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return [.. body.GetProperty("feeds").EnumerateArray()];
    }

    /// <summary>
    /// Sends one new trade after another until PostgreSQL has the given number: those sent while no replica listens are lost.
    /// </summary>
    private static Task SendUntilStoredAsync(TracerTrades tracers, int atLeast) =>
        Wait.Until(
            async () =>
            {
                await tracers.SendAsync(10);
                return (await tracers.StoredAsync()).Count >= atLeast;
            },
            Patience,
            $"{atLeast} trades are stored"
        );

    /// <summary>Shares by the minute bars that hold stored trades; minutes without one may come from the provider's history.</summary>
    private static async Task<decimal> BarVolumeAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            """
            select sum(volume) from market.bars where resolution = 1 and symbol = $1
            and start in (select date_trunc('minute', traded_at) from market.trades where symbol = $1)
            """,
            connection
        );
        command.Parameters.AddWithValue(TracerTrades.Symbol);
        return (decimal)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
