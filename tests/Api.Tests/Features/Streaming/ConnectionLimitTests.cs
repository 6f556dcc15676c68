using System.Net;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Streaming;

/// <summary>Which connections are accepted, which are closed, and how.</summary>
public sealed class ConnectionLimitTests(LocalServices services)
{
    [Theory]
    [InlineData("Origin: https://evil.example\r\n", true)]
    [InlineData("Origin: null\r\n", true)]
    [InlineData("Origin: https://front.example\r\n", false)]
    [InlineData("", false)]
    public async Task A_page_of_a_foreign_origin_is_refused(string header, bool refused)
    {
        await using var host = await StreamHost.StartAsync(services);
        using var client = await host.ConnectAsync("/ws/crypto", header);

        if (refused)
            Assert.Equal(1008, await client.ReceiveCloseAsync());
        else
            Assert.Equal("snapshot", (await client.ReceiveAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task One_address_has_a_limit_and_a_freed_place_can_be_taken()
    {
        await using var host = await StreamHost.StartAsync(
            services,
            new() { ["Streaming:MaxConnectionsPerAddress"] = "2", ["Streaming:LoopbackIsExempt"] = "false" }
        );
        using var one = await host.ConnectAsync("/ws/crypto");
        var two = await host.ConnectAsync("/api/v1/ws/crypto");
        using var three = await host.ConnectAsync("/ws/crypto");
        Assert.Equal(4029, await three.ReceiveCloseAsync());

        two.Dispose();

        await Wait.Until(async () =>
        {
            using var four = await host.ConnectAsync("/ws/crypto");
            var (opcode, _) = await four.ReceiveFrameAsync();
            return opcode == 1;
        });
    }

    [Fact]
    public async Task Without_an_upgrade_the_address_says_what_it_speaks()
    {
        await using var host = await StreamHost.StartAsync(services);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{host.Port}") };
        using var answer = await http.GetAsync(new Uri("/ws/crypto", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UpgradeRequired, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_reader_that_stops_is_conflated_and_one_that_never_goes_on_is_closed_with_4008()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(
            redis,
            new()
            {
                ["Streaming:SendBufferBytes"] = "4096",
                ["Streaming:SendDeadline"] = "00:00:02",
                ["Streaming:CloseGrace"] = "00:00:20",
            }
        );
        using var reader = await RawWebSocket.ConnectAsync(host.Port, "/ws/crypto", receiveBuffer: 4096);
        using var quick = await host.ConnectAsync("/ws/crypto");
        var last = 0m;
        // 300 items a batch: a stopped reader's buffers are full after a few.
        for (var price = 1m; host.Status.SlowClosed == 0; price++)
        {
            await host.PublishAsync([.. Enumerable.Range(0, 300).Select(i => ($"C{i}", price))]);
            // Clients that read are not delayed.
            while (last < price)
            {
                var batch = await quick.ReceiveAsync();
                last = ChangesDialectTests.Prices(batch).Where(p => p.Key == "KRW-C0").Select(p => p.Price).LastOrDefault(last);
            }
        }

        Assert.Equal(4008, await reader.ReceiveCloseAsync());
        Assert.Equal(1, host.Status.SlowClosed);
        // It does not answer the close; gone, it need not be waited for until the grace is over.
        reader.Dispose();
        await Wait.Until(() => host.Status.Connections == 1);
    }

    [Fact]
    public async Task A_slow_reader_that_goes_on_gets_the_latest_of_what_it_missed_as_one_batch()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(
            redis,
            new() { ["Streaming:SendBufferBytes"] = "4096", ["Streaming:SendDeadline"] = "00:01:00" }
        );
        using var reader = await RawWebSocket.ConnectAsync(host.Port, "/ws/crypto", receiveBuffer: 4096);
        for (var price = 1m; price <= 200; price++)
            await host.PublishAsync([.. Enumerable.Range(0, 100).Select(i => ($"C{i}", price))]);
        await Wait.Until(() => host.Crypto.Find("KRW-C99")?.TradePrice == 200);

        var messages = 0;
        var conflated = false;
        for (var price = 0m; price < 200; messages++)
        {
            var message = await reader.ReceiveAsync();
            conflated |= message.TryGetProperty("conflated", out var mark) && mark.GetBoolean();
            price = ChangesDialectTests.Prices(message).Where(p => p.Key == "KRW-C99").Select(p => p.Price).LastOrDefault();
        }

        Assert.True(conflated);
        Assert.InRange(messages, 1, 199);
        Assert.True(host.Status.Conflated > 0);
    }

    [Fact]
    public async Task A_stopping_replica_sends_its_clients_away()
    {
        await using var host = await StreamHost.StartAsync(services, new() { ["Streaming:DrainTime"] = "00:00:00.1" });
        using var client = await host.ConnectAsync("/ws/crypto");
        using var old = await host.ConnectAsync("/api/v1/ws/crypto");
        await client.ReceiveAsync();

        var stopping = host.StopAsync();

        Assert.InRange((await client.ReceiveAsync("going_away")).GetProperty("retry_after_ms").GetInt32(), 1, 10_000);
        Assert.Equal(1001, await client.ReceiveCloseAsync());
        Assert.Equal(1001, await old.ReceiveCloseAsync());
        client.Dispose();
        old.Dispose();
        await stopping;
    }

    [Fact]
    public async Task Server_sent_events_speak_the_changes_dialect_and_resume_by_their_id()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        await host.PublishAndSeeAsync("BTC", 1);
        var now = host.Crypto.Snapshot();
        await host.PublishAndSeeAsync("BTC", 2);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{host.Port}") };

        Assert.Equal(("snapshot", $"{now.Epoch}:{now.Seq + 1}"), await FirstAsync(http, null));
        Assert.Equal(("crypto_update", $"{now.Epoch}:{now.Seq + 1}"), await FirstAsync(http, $"{now.Epoch}:{now.Seq}"));
        await Wait.Until(() => host.Status.Connections == 0);
    }

    private static async Task<(string Type, string? Id)> FirstAsync(HttpClient http, string? lastEventId)
    {
        using var events = await EventReader.OpenAsync(http, "/sse/crypto", lastEventId);
        var first = await events.ReadAsync();
        return (first.Type, first.Id);
    }
}
