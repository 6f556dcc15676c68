using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.LocalRun.Processes;
using InvestmentAssistant.MarketSimulator;

namespace InvestmentAssistant.Api.Tests.Resilience;

/// <summary>
/// A roll-out under load: two replicas are asked to stop one after the other while five hundred clients follow a stock whose numbered
/// trades come ten times a second.
/// </summary>
[Collection(LongestFirst.Programs)]
public sealed class RollingRestartTests(LocalServices services)
{
    private const int Clients = 500;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Every_client_is_sent_away_connects_again_and_ends_with_the_right_price()
    {
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
        await using var first = await ApiProcess.StartAsync(services, settings);
        await using var second = await ApiProcess.StartAsync(services, settings);
        var ports = new List<int> { first.Port, second.Port };

        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var clients = Enumerable.Range(0, Clients).Select(i => new Follower(i)).ToList();
        var following = Task.WhenAll(clients.Select(c => c.FollowAsync(ports, end.Token)));
        await SendUntilAllShowItAsync(tracers, clients);
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var sending = tracers.KeepSendingAsync(pause.Token);

        await StopAsync(first, ports);
        await using var third = await ApiProcess.StartAsync(services, settings);
        lock (ports)
            ports.Add(third.Port);
        await StopAsync(second, ports);
        await Wait.Until(() => clients.TrueForAll(c => c.Port == third.Port), s_patience, "all clients are on the new replica");

        await pause.CancelAsync();
        await sending.WaitAsync(Ct);
        await SendUntilAllShowItAsync(tracers, clients);
        await end.CancelAsync();
        await following.WaitAsync(Ct);
        Assert.All(clients, c => Assert.True(c.SentAway > 0, "a client was cut without going_away"));
        Assert.Empty(clients.SelectMany(c => c.WentBack));
        Console.WriteLine(
            $"{Clients} clients through two restarts: {clients.Sum(c => c.SentAway)} going_away, {clients.Sum(c => c.Resumed)} resumed, "
                + $"{clients.Sum(c => c.Snapshots)} snapshots"
        );
    }

    /// <summary>As a load balancer does: no new connections, then the request to end.</summary>
    private static async Task StopAsync(ApiProcess replica, List<int> ports)
    {
        lock (ports)
            ports.Remove(replica.Port);
        replica.Process.Send(Signal.Terminate);
        await replica.Process.Exited.WaitAsync(Ct);
        Assert.Equal(0, replica.Process.ExitCode);
    }

    /// <summary>
    /// Trades that come while no feed is connected are lost, so one after another is sent until one is shown to everybody.
    /// </summary>
    private static Task SendUntilAllShowItAsync(TracerTrades tracers, List<Follower> clients) =>
        Wait.Until(
            async () =>
            {
                await tracers.SendAsync(1);
                var price = TracerTrades.PriceOf(tracers.Sent);
                for (var look = 0; look < 50 && !clients.TrueForAll(c => c.Price == price); look++)
                    await Task.Delay(20, Ct);
                return clients.TrueForAll(c => c.Price == price);
            },
            s_patience,
            "all clients show the last price"
        );
}
