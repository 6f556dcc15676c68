using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.MarketSimulator;
using NodaTime;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Resilience;

/// <summary>Two whole replicas on one PostgreSQL and one Redis; the one that feeds is killed with -9.</summary>
public sealed class FailoverTests(LocalServices services)
{
    private const string Symbol = "AAPL";
    private static readonly string[] RegularSale = ["1"];
    private static readonly TimeSpan Takeover = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private long _lastMs = SystemClock.Instance.GetCurrentInstant().ToUnixTimeMilliseconds() - 60_000;
    private int _sent;

    [Fact]
    public async Task When_the_feeding_replica_is_killed_another_feeds_and_no_stored_trade_is_lost_or_doubled()
    {
        // A silent market: every trade in the database is one that this test sent.
        await using var simulator = await SimulatorHost.Create(new SimulatorOptions { Live = false, AlwaysOpen = true });
        await using var redis = await services.NewRedisAsync();
        var database = await services.NewDatabaseAsync();
        var settings = new ApiSettings { Postgres = database, Redis = redis.Endpoint, Simulator = simulator.Address.ToString().TrimEnd('/') };
        using var market = new HttpClient { BaseAddress = simulator.Address };
        await using var first = await ApiProcess.StartAsync(services, settings);
        await using var second = await ApiProcess.StartAsync(services, settings);

        var owner = await FeederAsync(first, among: [first, second], Patience);
        var survivor = owner == first ? second : first;
        await SendUntilStoredAsync(market, database, atLeast: 50);
        var before = await StoredAsync(database);

        var killed = System.Diagnostics.Stopwatch.StartNew();
        await owner.KillAsync();
        await FeederAsync(survivor, among: [survivor], Takeover + Takeover);
        TestContext.Current.SendDiagnosticMessage("taken over after {0:0.0} s", killed.Elapsed.TotalSeconds);
        await SendUntilStoredAsync(market, database, atLeast: before.Count + 50);

        var after = await StoredAsync(database);
        Assert.Empty(before.Except(after));
        Assert.Equal(after.Count, after.Distinct().Count());
        // What the bars of those minutes say was traded is what the trades say: nothing was folded twice.
        Assert.Equal(after.Sum(t => t.Volume), await BarVolumeAsync(database));
    }

    /// <summary>Waits until one of the replicas holds the stock feed and is connected.</summary>
    private static async Task<ApiProcess> FeederAsync(ApiProcess ask, ApiProcess[] among, TimeSpan patience)
    {
        ApiProcess? feeder = null;
        await Wait.Until(async () =>
        {
            using var status = JsonDocument.Parse(await ask.Http.GetStringAsync(new Uri("/api/v1/ingestion/status", UriKind.Relative), TestContext.Current.CancellationToken));
            var feed = status.RootElement.GetProperty("feeds").EnumerateArray().FirstOrDefault(f => f.GetProperty("name").GetString() == "finnhub-live");
            if (feed.ValueKind != JsonValueKind.Object || !feed.GetProperty("connected").GetBoolean()) return false;
            var owner = feed.GetProperty("owner").GetString()!;
            feeder = among.FirstOrDefault(r => owner.EndsWith(string.Create(CultureInfo.InvariantCulture, $"/{r.Process.Id}"), StringComparison.Ordinal));
            return feeder is not null;
        }, patience, "a living replica holds the stock feed");
        return feeder!;
    }

    /// <summary>Sends one new trade after another until so many are in PostgreSQL: those sent while nobody listens are not heard by anybody.</summary>
    private async Task SendUntilStoredAsync(HttpClient market, string database, int atLeast) =>
        await Wait.Until(async () =>
        {
            var trades = Enumerable.Range(0, 10).Select(_ => new
            {
                symbol = Symbol,
                price = 300 + ++_sent * 0.01m,
                volume = _sent,
                t = _lastMs = Math.Max(_lastMs + 1, SystemClock.Instance.GetCurrentInstant().ToUnixTimeMilliseconds()),
                c = RegularSale,
            });
            using var answer = await market.PostAsJsonAsync(new Uri("/control/trades", UriKind.Relative), trades, TestContext.Current.CancellationToken);
            answer.EnsureSuccessStatusCode();
            return (await StoredAsync(database)).Count >= atLeast;
        }, Patience, $"{atLeast} trades are stored");

    private static async Task<List<(long Ms, decimal Price, decimal Volume)>> StoredAsync(string database)
    {
        var rows = new List<(long, decimal, decimal)>();
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select (extract(epoch from traded_at) * 1000)::bigint, price, volume from market.trades where symbol = $1", connection);
        command.Parameters.AddWithValue(Symbol);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add((reader.GetInt64(0), reader.GetDecimal(1), reader.GetDecimal(2)));
        return rows;
    }

    /// <summary>Shares by the minute bars that hold stored trades; minutes without one may come from the provider's history.</summary>
    private static async Task<decimal> BarVolumeAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("""
            select sum(volume) from market.bars where resolution = 1 and symbol = $1
            and start in (select date_trunc('minute', traded_at) from market.trades where symbol = $1)
            """, connection);
        command.Parameters.AddWithValue(Symbol);
        return (decimal)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
