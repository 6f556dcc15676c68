using System.Diagnostics;
using System.Net;
using InvestmentAssistant.Api.Features.Streaming;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Tests.Features.Streaming;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun.Services;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace InvestmentAssistant.Api.Tests.Scale;

/// <summary>Boards over several Redis servers whose master is killed: no client ends with a wrong board.</summary>
[Collection(LongestFirst.Programs)]
public sealed class RedisFailoverTests(LocalServices services)
{
    private const int ClientsOfEach = 20;

    /// <summary>Their counts are on different servers.</summary>
    private static readonly IPAddress[] s_addresses =
    [
        IPAddress.Parse("203.0.113.7"),
        IPAddress.Parse("203.0.113.8"),
        IPAddress.Parse("203.0.113.9"),
        IPAddress.Parse("2001:db8::1"),
    ];

    [Fact]
    public async Task A_Cluster_that_loses_a_boards_master_twice_leaves_every_client_with_the_publishers_board()
    {
        await using var cluster = await RedisCluster.StartAsync(services);
        await using var one = await StreamHost.StartAsync(cluster.Configuration);
        await using var two = await StreamHost.StartAsync(cluster.Configuration, attached: false);
        await Wait.Until(() => two.Crypto.Snapshot().Epoch == one.Crypto.Snapshot().Epoch);
        await using var clients = await BoardClients.ConnectAsync(ClientsOfEach, one, two);
        Assert.Equal(["{crypto}:updates", "{sp500}:updates"], one.Services.GetRequiredService<StreamReport>().Channels);

        var first = await cluster.MasterOfAsync("{crypto}");
        await FailAsync(clients, "the master of a board in a Cluster", first);
        await RedisCluster.BringBackAsync(first);
        await clients.PublishAsync();
        await clients.ShowExactlyWhatWasPublishedAsync();

        var second = await cluster.MasterOfAsync("{crypto}");
        Assert.NotEqual(first.Port, second.Port);
        await FailQuietlyAsync(clients, second);
        Assert.Equal(first.Port, (await cluster.MasterOfAsync("{crypto}")).Port);
        Assert.Equal(one.Crypto.Snapshot().Epoch, two.Crypto.Snapshot().Epoch);
    }

    [Fact]
    public async Task Sentinels_that_replace_the_master_leave_every_client_with_the_publishers_board()
    {
        await using var group = await RedisSentinels.StartAsync(services);
        await using var one = await StreamHost.StartAsync(group.Configuration);
        await using var two = await StreamHost.StartAsync(group.Configuration, attached: false);
        await Wait.Until(() => two.Crypto.Snapshot().Epoch == one.Crypto.Snapshot().Epoch);
        await using var clients = await BoardClients.ConnectAsync(ClientsOfEach, one, two);

        await FailAsync(clients, "the master under Sentinels", group.Master);

        await Wait.Until(() => one.Crypto.Snapshot().Epoch == two.Crypto.Snapshot().Epoch);
    }

    [Fact]
    public async Task On_a_Cluster_replicas_count_the_requests_of_an_address_together()
    {
        await using var cluster = await RedisCluster.StartAsync(services);
        await using var one = new RedisConnection(Options(cluster));
        await using var two = new RedisConnection(Options(cluster));
        await Wait.Until(async () => (await one.GetAsync()).IsConnected && (await two.GetAsync()).IsConnected);
        var limits = new[] { one, two }.Select(r => new SharedLimit(NullLogger<SharedLimit>.Instance, TimeProvider.System, r)).ToArray();

        foreach (var address in s_addresses)
            for (var i = 0; i < 6; i++)
            {
                // The first command of a connection may take longer than a request waits.
                SharedCount? count = null;
                await Wait.Until(async () => (count = await limits[i % 2].CountAsync(address, 100, TimeSpan.FromMinutes(1))) is not null);
                Assert.Equal(99 - i, count!.Value.Left);
            }
        Assert.True(one.IsCluster);
    }

    private static StackExchange.Redis.ConfigurationOptions Options(RedisCluster cluster) =>
        RedisConnection.OptionsFrom(
            new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Redis", cluster.Configuration)]).Build()
        );

    /// <summary>Kills a server while batches go on.</summary>
    private static async Task FailAsync(BoardClients clients, string what, PrivateRedis server)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var load = clients.KeepPublishingAsync(stop.Token);
        await clients.FollowAsync();
        await RedisCluster.KillAsync(server);
        var killed = Stopwatch.GetTimestamp();
        await clients.FollowAsync();
        Console.WriteLine($"{what}: new prices {Stopwatch.GetElapsedTime(killed).TotalSeconds:0.0} s after it was killed");
        await stop.CancelAsync();
        await load;
        await clients.ShowExactlyWhatWasPublishedAsync();
        Console.WriteLine($"{what}: {clients.Snapshots} snapshots for {2 * ClientsOfEach} clients");
    }

    /// <summary>Kills a server; one batch comes while it is away, and none afterwards.</summary>
    private static async Task FailQuietlyAsync(BoardClients clients, PrivateRedis server)
    {
        await RedisCluster.KillAsync(server);
        var killed = Stopwatch.GetTimestamp();
        await clients.PublishAsync();
        await clients.ShowExactlyWhatWasPublishedAsync();
        Console.WriteLine($"one batch in a failover: {Stopwatch.GetElapsedTime(killed).TotalSeconds:0.0} s until all show it");
    }
}
