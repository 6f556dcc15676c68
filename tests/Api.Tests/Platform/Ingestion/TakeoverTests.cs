using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.MarketSimulator;

namespace InvestmentAssistant.Api.Tests.Platform.Ingestion;

/// <summary>Two real processes on one database; the one that feeds is killed without a chance to say goodbye.</summary>
public sealed class TakeoverTests(LocalServices services)
{
    private sealed record Feed(bool Connected, int Owner, long Messages);

    [Fact]
    public async Task When_the_feeding_process_is_killed_the_other_takes_its_feeds_within_ten_seconds()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var simulator = await SimulatorHost.Create(new SimulatorOptions { AlwaysOpen = true, CryptoPerSecond = 40, StocksPerSecond = 40 });
        await using var redis = await services.NewRedisAsync("takeover");
        var settings = new ApiSettings
        {
            Postgres = await services.NewDatabaseAsync(), Redis = redis.Endpoint, Simulator = simulator.Address.ToString().TrimEnd('/'),
        };
        // As many symbols as the free plan of the real provider follows live.
        var fewSymbols = new Dictionary<string, string> { ["Providers:finnhub:MaxLiveSymbols"] = "50" };
        await using var first = await ApiProcess.StartAsync(services, settings, fewSymbols);
        await using var second = await ApiProcess.StartAsync(services, settings, fewSymbols);
        await Wait.Until(async () => (await FeedsAsync(second)).All(f => f is { Connected: true, Messages: > 0 }), TimeSpan.FromSeconds(60));

        // Both were started at about the same time: whoever holds a feed, kill it and look at the other.
        var (killed, left) = (await FeedsAsync(second))[0].Owner == first.Process.Id ? (first, second) : (second, first);
        var watch = Stopwatch.StartNew();
        await killed.KillAsync();
        await Wait.Until(async () => (await FeedsAsync(left)).All(f => f.Owner == left.Process.Id), TimeSpan.FromSeconds(10));
        // Subscribing takes a second or two; on a machine busy with the other tests it may take more than the lease did.
        await Wait.Until(async () => (await FeedsAsync(left)).All(f => f is { Connected: true, Messages: > 0 }), TimeSpan.FromSeconds(30));

        TestContext.Current.SendDiagnosticMessage($"Both feeds were taken over after {watch.Elapsed.TotalSeconds:0.0} s");
        async Task<IReadOnlyList<Feed>> FeedsAsync(ApiProcess replica)
        {
            using var reply = await replica.Http.GetAsync(new Uri("/api/v1/ingestion/status", UriKind.Relative), ct);
            if (!reply.IsSuccessStatusCode) return [new Feed(false, 0, 0)]; // the schema is not there yet
            var status = JsonSerializer.Deserialize<JsonElement>(await reply.Content.ReadAsStringAsync(ct));
            return
            [
                .. status.GetProperty("feeds").EnumerateArray().Select(f => new Feed(
                    f.GetProperty("connected").GetBoolean(),
                    f.GetProperty("owner").GetString() is { } owner ? int.Parse(owner.Split('/')[^1], CultureInfo.InvariantCulture) : 0,
                    f.GetProperty("messages").GetInt64())),
            ];
        }
    }
}
