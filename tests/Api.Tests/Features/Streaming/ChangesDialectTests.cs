using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Streaming;

/// <summary>/ws/{topic}: snapshot, changes, subscriptions, resuming.</summary>
public sealed class ChangesDialectTests(LocalServices services)
{
    [Fact]
    public async Task The_whole_board_comes_first_and_then_only_what_changed()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        await host.PublishAsync(("BTC", 100), ("ETH", 10));
        await Wait.Until(() => host.Crypto.Find("KRW-ETH") is not null);
        using var client = await host.ConnectAsync("/ws/crypto");

        var snapshot = await client.ReceiveAsync();
        Assert.Equal(("snapshot", "crypto"), (snapshot.GetProperty("type").GetString(), snapshot.GetProperty("topic").GetString()));
        Assert.Equal("2025-10-09T08:53:20Z", snapshot.GetProperty("last_event_at").GetString());
        Assert.Equal([("KRW-BTC", 100), ("KRW-ETH", 10)], Prices(snapshot).Where(p => !p.Key.Contains("PROBE", StringComparison.Ordinal)));

        await host.PublishAsync(("ETH", 11));
        var batch = await client.ReceiveAsync();
        Assert.Equal("crypto_update", batch.GetProperty("type").GetString());
        Assert.Equal([("KRW-ETH", 11)], Prices(batch));
        Assert.Equal(snapshot.GetProperty("seq").GetInt64() + 1, batch.GetProperty("seq").GetInt64());
        Assert.Equal(snapshot.GetProperty("epoch").GetString(), batch.GetProperty("epoch").GetString());
        Assert.False(batch.TryGetProperty("conflated", out _));
    }

    [Fact]
    public async Task Symbols_of_the_query_are_served_and_unknown_ones_named()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        await host.PublishAsync(("BTC", 100), ("ETH", 10), ("XRP", 1));
        await Wait.Until(() => host.Crypto.Find("KRW-XRP") is not null);
        using var client = await host.ConnectAsync("/ws/crypto?symbols=btc,KRW-ETH,nope");

        var error = await client.ReceiveAsync();
        Assert.Equal("unknown_symbol", error.GetProperty("code").GetString());
        Assert.Equal("nope", error.GetProperty("symbols")[0].GetString());
        Assert.Equal([("KRW-BTC", 100), ("KRW-ETH", 10)], Prices(await client.ReceiveAsync()));

        await host.PublishAsync(("XRP", 2));
        await host.PublishAsync(("XRP", 3), ("BTC", 101));
        Assert.Equal([("KRW-BTC", 101)], Prices(await client.ReceiveAsync()));
    }

    [Fact]
    public async Task Commands_are_answered_with_the_set_now_held()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        await host.PublishAsync(("BTC", 100), ("ETH", 10), ("XRP", 1));
        await Wait.Until(() => host.Crypto.Find("KRW-XRP") is not null);
        using var client = await host.ConnectAsync("/ws/crypto");
        await client.ReceiveAsync();

        // While all are held, naming some means these only.
        await client.SendAsync("{\"action\":\"subscribe\",\"symbols\":[\"BTC\"]}");
        Assert.Equal(["KRW-BTC"], Held(await client.ReceiveAsync()));
        Assert.Equal([("KRW-BTC", 100)], Prices(await client.ReceiveAsync("snapshot")));

        await client.SendAsync("{\"action\":\"subscribe\",\"symbols\":[\"eth\"]}");
        Assert.Equal(["KRW-BTC", "KRW-ETH"], Held(await client.ReceiveAsync()));
        Assert.Equal([("KRW-BTC", 100), ("KRW-ETH", 10)], Prices(await client.ReceiveAsync("snapshot")));

        await client.SendAsync("{\"action\":\"unsubscribe\",\"symbols\":[\"BTC\"]}");
        Assert.Equal(["KRW-ETH"], Held(await client.ReceiveAsync()));
        await host.PublishAsync(("BTC", 101));
        await host.PublishAsync(("BTC", 102), ("ETH", 11));
        Assert.Equal([("KRW-ETH", 11)], Prices(await client.ReceiveAsync()));

        await client.SendAsync("{\"action\":\"subscribe\"}");
        Assert.Equal("*", (await client.ReceiveAsync("subscribed")).GetProperty("symbols").GetString());
        await client.ReceiveAsync("snapshot");

        await client.SendAsync("{\"action\":\"unsubscribe\"}");
        Assert.Equal([], Held(await client.ReceiveAsync("subscribed")));

        await client.SendAsync("{\"action\":\"snapshot\"}");
        Assert.Empty(Prices(await client.ReceiveAsync("snapshot")));
    }

    [Fact]
    public async Task An_interval_gathers_batches_and_marks_what_it_gathered()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        using var client = await host.ConnectAsync("/ws/crypto?interval=1500");
        var seq = (await client.ReceiveAsync("snapshot")).GetProperty("seq").GetInt64();
        await host.PublishAndSeeAsync("BTC", 1);
        Assert.Equal(seq + 1, (await client.ReceiveAsync()).GetProperty("seq").GetInt64());

        for (var price = 2; price <= 5; price++)
            await host.PublishAndSeeAsync("BTC", price);

        var gathered = await client.ReceiveAsync();
        Assert.True(gathered.GetProperty("conflated").GetBoolean());
        Assert.Equal([("KRW-BTC", 5)], Prices(gathered));
        Assert.Equal(seq + 5, gathered.GetProperty("seq").GetInt64());
    }

    [Fact]
    public async Task A_client_that_comes_back_gets_exactly_what_it_missed_even_from_another_replica()
    {
        await using var redis = await services.NewRedisAsync();
        await using var one = await StreamHost.StartAsync(redis);
        await using var other = await StreamHost.StartAsync(redis, attached: false);
        await Wait.Until(() => other.Crypto.Snapshot().Epoch == one.Crypto.Snapshot().Epoch);
        await one.PublishAndSeeAsync("BTC", 1);
        string epoch;
        long seq;
        using (var client = await one.ConnectAsync("/ws/crypto"))
        {
            var snapshot = await client.ReceiveAsync();
            (epoch, seq) = (snapshot.GetProperty("epoch").GetString()!, snapshot.GetProperty("seq").GetInt64());
        }
        await one.PublishAndSeeAsync("BTC", 2);
        await one.PublishAndSeeAsync("BTC", 3);
        await Wait.Until(() => other.Crypto.Find("KRW-BTC")?.TradePrice == 3);

        foreach (var host in new[] { one, other })
        {
            using var again = await host.ConnectAsync($"/ws/crypto?epoch={epoch}&since={seq}");
            var first = await again.ReceiveAsync();
            var second = await again.ReceiveAsync();
            Assert.Equal((seq + 1, seq + 2), (first.GetProperty("seq").GetInt64(), second.GetProperty("seq").GetInt64()));
            Assert.Equal([("KRW-BTC", 2)], Prices(first));
            Assert.Equal([("KRW-BTC", 3)], Prices(second));
        }
    }

    [Fact]
    public async Task A_client_that_missed_nothing_gets_a_heartbeat_and_continues()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        var now = host.Crypto.Snapshot();
        using var client = await host.ConnectAsync($"/ws/crypto?epoch={now.Epoch}&since={now.Seq}");

        Assert.Equal("heartbeat", (await client.ReceiveAsync()).GetProperty("type").GetString());
        await host.PublishAsync(("BTC", 2));
        Assert.Equal(now.Seq + 1, (await client.ReceiveAsync()).GetProperty("seq").GetInt64());
    }

    [Theory]
    [InlineData("elsewhere", 0)]
    [InlineData(null, -100)]
    public async Task What_is_no_longer_held_is_answered_with_a_snapshot_never_with_a_part(string? epoch, long behind)
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis, new() { ["Streaming:ResumeBytes"] = "2000" });
        for (var price = 1; price <= 30; price++)
            await host.PublishAndSeeAsync("BTC", price);
        var now = host.Crypto.Snapshot();
        using var client = await host.ConnectAsync($"/ws/crypto?epoch={epoch ?? now.Epoch}&since={Math.Max(0, now.Seq + behind)}");

        Assert.Equal("snapshot", (await client.ReceiveAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Silence_is_broken_by_a_heartbeat_that_says_when_the_last_event_was()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis, new() { ["Streaming:HeartbeatAfter"] = "00:00:00.3" });
        await host.PublishAndSeeAsync("BTC", 1);
        using var client = await host.ConnectAsync("/ws/crypto");
        await client.ReceiveAsync("snapshot");

        var heartbeat = await client.ReceiveAsync("heartbeat");
        Assert.Equal("2025-10-09T08:53:20Z", heartbeat.GetProperty("last_event_at").GetString());
        Assert.True(heartbeat.GetProperty("market_open").GetBoolean());
    }

    internal static IEnumerable<(string Key, decimal Price)> Prices(JsonElement message) =>
        message
            .GetProperty("data")
            .EnumerateArray()
            .Select(i => (i.GetProperty("market").GetString()!, i.GetProperty("trade_price").GetDecimal()));

    private static IEnumerable<string> Held(JsonElement acknowledgement)
    {
        Assert.Equal("subscribed", acknowledgement.GetProperty("type").GetString());
        return acknowledgement.GetProperty("symbols").EnumerateArray().Select(s => s.GetString()!);
    }
}
