using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Streaming;

/// <summary>What operators see of the streams.</summary>
public sealed class StreamMetersTests(LocalServices services)
{
    [Fact]
    public async Task Connections_deliveries_closes_and_lag_are_counted_by_topic()
    {
        await using var host = await StreamHost.StartAsync(services, new() { ["Streaming:MaxConnections"] = "3" });
        using var probe = new MeterProbe(host.Services);
        using var changes = await host.ConnectAsync("/ws/crypto");
        using var board = await host.ConnectAsync("/api/v1/ws/crypto");
        using var events = new HttpClient();
        using var stream = await events.GetStreamAsync(new Uri($"http://127.0.0.1:{host.Port}/sse/crypto"), Ct);
        await changes.ReceiveAsync("snapshot");
        double Of(string name, params string[] tags) => probe.Of("investment_assistant.stream." + name, [.. tags, "topic=crypto"]);

        foreach (var dialect in (string[])["changes", "full_board", "events"])
            await Wait.Until(() => Of("connections", $"dialect={dialect}") == 1);
        Assert.Equal(0, probe.Of("investment_assistant.stream.connections", "topic=sp500"));

        await host.PublishAndSeeAsync("BTC", 7);
        await changes.ReceiveAsync("crypto_update");
        // A frame is counted once it is handed over, which may be after it was read here.
        await Wait.Until(() => Of("deliveries") >= 4 && Of("sent") > 200 && Of("batches") > 0);
        await Wait.Until(() => Of("lag") > 0);
        Assert.Equal(0, Of("staleness"));
        Assert.Equal(1, probe.Of("investment_assistant.redis.connections"));

        // One too many; one that says goodbye; one whose wire is cut.
        using var fourth = await host.ConnectAsync("/ws/crypto");
        Assert.Equal(4029, await fourth.ReceiveCloseAsync());
        await changes.SendFrameAsync(8, [0x03, 0xE8]);
        await Wait.Until(() => Of("closes", "code=1000") == 1);
        board.Dispose();
        await Wait.Until(() => Of("closes", "code=1006") == 1);
        Assert.Equal(1, Of("closes", "code=4029"));
        // Codes that clients make up are one.
        await Wait.Until(() => Of("connections") == 1);
        using var odd = await host.ConnectAsync("/ws/crypto");
        await odd.SendFrameAsync(8, [0x0F, 0xA1]);
        await Wait.Until(() => Of("closes", "code=other") == 1);
    }

    [Fact]
    public async Task What_comes_from_Redis_and_is_no_batch_is_counted()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        using var probe = new MeterProbe(host.Services);

        await using var outsider = await RawRedis.ConnectAsync(redis.Endpoint);
        Assert.Equal(1, await outsider.PublishAsync("crypto_updates", "no JSON"));

        await Wait.Until(() => probe.Of("investment_assistant.board.dropped", "board=crypto") == 1);
        Assert.Equal(0, probe.Of("investment_assistant.board.dropped", "board=sp500"));
    }
}
