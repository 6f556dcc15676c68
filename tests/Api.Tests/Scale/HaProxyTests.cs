using System.Diagnostics;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Resilience;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.LocalRun.Processes;
using InvestmentAssistant.MarketSimulator;

namespace InvestmentAssistant.Api.Tests.Scale;

/// <summary>Three processes that serve and one that ingests, behind HAProxy: one is killed, one drained.</summary>
[Collection(LongestFirst.Programs)]
public sealed class HaProxyTests(LocalServices services)
{
    private const int Clients = 3_000;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(180);

    [Fact(Explicit = true)]
    public async Task Three_thousand_streams_come_through_a_killed_and_a_drained_replica_with_the_right_price()
    {
        Assert.SkipUnless(File.Exists("/usr/sbin/haproxy"), "haproxy is not installed");
        await using var simulator = await SimulatorHost.Create(TracerTrades.SilentMarket());
        await using var redis = await services.NewRedisAsync();
        var settings = new ApiSettings
        {
            Postgres = await services.NewDatabaseAsync(),
            Redis = redis.Endpoint,
            Simulator = simulator.Address.ToString().TrimEnd('/'),
        };
        using var market = new HttpClient { BaseAddress = simulator.Address };
        var tracers = new TracerTrades(market, settings.Postgres);
        await using var feeding = await ApiProcess.StartAsync(services, settings with { Roles = "ingest" });
        var serving = settings with { Roles = "api" };
        await using var api1 = await ApiProcess.StartAsync(services, serving);
        await using var api2 = await ApiProcess.StartAsync(services, serving);
        await using var api3 = await ApiProcess.StartAsync(services, serving);
        await using var proxy = await HaProxy.StartAsync(services, [api1.Port, api2.Port, api3.Port]);

        var began = Stopwatch.GetTimestamp();
        await using var crowd = new StreamCrowd(Clients, proxy.Port);
        await AllAreCurrentAsync(crowd, tracers, "after the start", began, proxy);

        var killed = Stopwatch.GetTimestamp();
        await api1.KillAsync();
        await AllAreCurrentAsync(crowd, tracers, "after a kill", killed, proxy);
        Assert.Equal(0, (await proxy.SessionsAsync())["api1"]);

        var drained = Stopwatch.GetTimestamp();
        await proxy.DrainAsync("api2");
        api2.Process.Send(Signal.Terminate);
        await AllAreCurrentAsync(crowd, tracers, "after a drain", drained, proxy);
        Assert.Equal(0, (await proxy.SessionsAsync())["api2"]);
        Assert.True(crowd.Counts.SentAway > 0, "nobody was sent away");
    }

    /// <summary>Sends a trade after the other until all clients show the last one.</summary>
    private static async Task AllAreCurrentAsync(StreamCrowd crowd, TracerTrades tracers, string when, long since, HaProxy proxy)
    {
        await Wait.Until(
            async () =>
            {
                await tracers.SendAsync(1);
                for (var look = 0; look < 50 && !crowd.AllShow(TracerTrades.PriceOf(tracers.Sent)); look++)
                    await Task.Delay(20, Ct);
                return crowd.AllShow(TracerTrades.PriceOf(tracers.Sent));
            },
            s_patience,
            $"all clients show the last price {when}"
        );
        var (resumed, snapshots, sentAway) = crowd.Counts;
        Console.WriteLine(
            $"{when}: all {Clients} clients show the last price after {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s; so far "
                + $"{resumed} resumed, {snapshots} snapshots, {sentAway} sent away; streams "
                + string.Join(", ", (await proxy.SessionsAsync()).Select(s => $"{s.Key} {s.Value}"))
        );
    }
}
