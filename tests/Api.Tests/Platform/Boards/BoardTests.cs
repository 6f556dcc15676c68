using System.Globalization;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Tests.Features.Streaming;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Platform.Boards;

/// <summary>Boards over a real Redis: two replicas, numbers, and foreign payloads.</summary>
public sealed class BoardTests(LocalServices services)
{
    [Fact]
    public async Task Two_replicas_show_every_update_under_the_same_numbers()
    {
        await using var redis = await services.NewRedisAsync();
        await using var one = await StreamHost.StartAsync(redis);
        await using var two = await StreamHost.StartAsync(redis, attached: false);
        await Wait.Until(() => two.Crypto.Snapshot().Epoch == one.Crypto.Snapshot().Epoch);
        using var a = await one.ConnectAsync("/ws/crypto");
        using var b = await two.ConnectAsync("/ws/crypto");
        await a.ReceiveAsync("snapshot");
        await b.ReceiveAsync("snapshot");

        for (var price = 1; price <= 20; price++)
        {
            await one.PublishAsync(("BTC", price));
            var (first, second) = (await a.ReceiveAsync(), await b.ReceiveAsync());
            Assert.Equal(first.GetProperty("seq").GetInt64(), second.GetProperty("seq").GetInt64());
            Assert.Equal([("KRW-BTC", price)], ChangesDialectTests.Prices(first));
            Assert.Equal([("KRW-BTC", price)], ChangesDialectTests.Prices(second));
        }
    }

    [Fact]
    public async Task A_replica_that_starts_late_knows_the_board_and_its_numbering()
    {
        await using var redis = await services.NewRedisAsync();
        await using var one = await StreamHost.StartAsync(redis);
        await one.PublishAndSeeAsync("BTC", 48);

        await using var late = await StreamHost.StartAsync(redis, attached: false);

        await Wait.Until(() => late.Crypto.Find("KRW-BTC")?.TradePrice == 48);
        Assert.Equal(one.Crypto.Snapshot().Epoch, late.Crypto.Snapshot().Epoch);
        Assert.Equal(one.Crypto.Snapshot().Seq, late.Crypto.Snapshot().Seq);
    }

    [Fact]
    public async Task Live_and_slow_fields_meet_in_one_item_and_share_the_numbers()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        var publisher = host.Services.GetRequiredKeyedService<IBoardPublisher<EquityQuote>>("sp500");
        var board = host.Services.GetRequiredKeyedService<IBoard<EquityQuote>>("sp500");

        await publisher.PublishAsync(
            [
                new EquityQuote
                {
                    Symbol = "AAPL",
                    CompanyName = "Apple Inc.",
                    Volume24h = 1,
                },
            ],
            marketChannel: true,
            TestContext.Current.CancellationToken
        );
        await publisher.PublishAsync(
            [
                new EquityQuote
                {
                    Symbol = "AAPL",
                    Price = 200,
                    TimestampMs = 1,
                },
            ],
            marketChannel: false,
            TestContext.Current.CancellationToken
        );
        await publisher.PublishAsync(
            [new EquityQuote { Symbol = "AAPL", Volume24h = 2 }],
            marketChannel: true,
            TestContext.Current.CancellationToken
        );

        await Wait.Until(() => board.Find("AAPL")?.Volume24h == 2);
        var apple = board.Find("AAPL")!;
        Assert.Equal(("Apple Inc.", 200m, 1L), (apple.CompanyName, apple.Price, apple.TimestampMs));
        Assert.Equal(3, board.Snapshot().Seq);
    }

    [Fact]
    public async Task A_batch_without_a_number_is_relayed_and_numbered_here()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        await using var outsider = await RawRedis.ConnectAsync(redis.Endpoint);
        await host.PublishAndSeeAsync("BTC", 1);
        using var client = await host.ConnectAsync("/ws/crypto");
        var before = await client.ReceiveAsync("snapshot");

        await outsider.PublishAsync(
            "crypto_updates",
            """{"type":"crypto_update","data":[{"market":"KRW-BTC","trade_price":"2.5"},{"market":7},{"trade_price":3}]}"""
        );

        var snapshot = await client.ReceiveAsync();
        Assert.Equal("snapshot", snapshot.GetProperty("type").GetString());
        Assert.NotEqual(before.GetProperty("epoch").GetString(), snapshot.GetProperty("epoch").GetString());
        var batch = await client.ReceiveAsync();
        Assert.Equal([("KRW-BTC", 2.5m)], ChangesDialectTests.Prices(batch));
        Assert.Equal(snapshot.GetProperty("seq").GetInt64() + 1, batch.GetProperty("seq").GetInt64());
        Assert.Equal(1_760_000_000_000, batch.GetProperty("data")[0].GetProperty("timestamp").GetInt64());
        Assert.Equal(1, host.Status.Dropped);

        await host.PublishAsync(("BTC", 3));
        var next = await client.ReceiveAsync();
        Assert.Equal(batch.GetProperty("seq").GetInt64() + 1, next.GetProperty("seq").GetInt64());
    }

    [Fact]
    public async Task A_publisher_with_numbers_of_its_own_is_believed()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis, attached: false);
        await using var outsider = await RawRedis.ConnectAsync(redis.Endpoint);
        var seq = 100;
        await Wait.Until(async () =>
        {
            seq++;
            await outsider.PublishAsync(
                "crypto_updates",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"type":"crypto_update","epoch":"e1","seq":{{seq}},"data":[{"market":"KRW-BTC","trade_price":{{seq}}}]}"""
                )
            );
            return host.Crypto.Find("KRW-BTC") is not null;
        });

        await Wait.Until(() => host.Crypto.Snapshot() is { Epoch: "e1", Seq: > 100 });
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"type\":\"crypto_update\"}")]
    [InlineData("{\"message\":\"updated\",\"count\":3}")]
    [InlineData("{\"type\":\"sp500_trade\",\"data\":[{\"market\":\"KRW-BTC\",\"trade_price\":9}]}")]
    [InlineData("[{\"market\":\"KRW-BTC\",\"trade_price\":9}]")]
    [InlineData("{\"type\":\"crypto_update\",\"data\":[{\"market\":\"KRW-<script>\",\"trade_price\":9}]}")]
    [InlineData("too large")]
    public async Task What_is_no_batch_of_the_board_is_counted_and_dropped(string payload)
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        await using var outsider = await RawRedis.ConnectAsync(redis.Endpoint);
        await host.PublishAndSeeAsync("BTC", 1);
        var before = host.Crypto.Snapshot();
        if (payload == "too large")
            payload =
                "{\"type\":\"crypto_update\",\"note\":\""
                + new string('x', 1_000_000)
                + "\",\"data\":[{\"market\":\"KRW-BTC\",\"trade_price\":9}]}";

        await outsider.PublishAsync("crypto_updates", payload);

        await Wait.Until(() => host.Status.Dropped == 1);
        Assert.Equal(before.Seq, host.Crypto.Snapshot().Seq);
        Assert.Equal(1, host.Crypto.Find("KRW-BTC")?.TradePrice);
    }

    [Fact]
    public async Task What_is_taken_off_leaves_every_replica_and_the_hash_under_a_new_numbering()
    {
        await using var redis = await services.NewRedisAsync();
        await using var one = await StreamHost.StartAsync(redis);
        await using var two = await StreamHost.StartAsync(redis, attached: false);
        await one.PublishAsync(("BTC", 1), ("OLD", 2));
        await Wait.Until(() => two.Crypto.Find("KRW-OLD") is not null);
        using var client = await two.ConnectAsync("/ws/crypto");
        var before = await client.ReceiveAsync("snapshot");

        await one.Publisher.RetainAsync(new HashSet<string> { "KRW-BTC" }, TestContext.Current.CancellationToken);

        var after = await client.ReceiveAsync("snapshot");
        Assert.NotEqual(before.GetProperty("epoch").GetString(), after.GetProperty("epoch").GetString());
        Assert.Equal([("KRW-BTC", 1m)], ChangesDialectTests.Prices(after));
        await Wait.Until(() =>
            one.Crypto.Snapshot().Items is [{ Market: "KRW-BTC" }] && two.Crypto.Snapshot().Items is [{ Market: "KRW-BTC" }]
        );
        // A ticker that was on its way does not bring it back, nor does the next publisher.
        await one.PublishAsync(("OLD", 3), ("BTC", 4));
        await Wait.Until(() => two.Crypto.Find("KRW-BTC")?.TradePrice == 4);
        await using var late = await StreamHost.StartAsync(redis, attached: false);
        await late.PublishAsync(("BTC", 5));
        await Wait.Until(() => two.Crypto.Find("KRW-BTC")?.TradePrice == 5);
        Assert.Null(late.Crypto.Find("KRW-OLD"));
        Assert.Null(two.Crypto.Find("KRW-OLD"));

        // Listed again, it comes back.
        await late.Publisher.RetainAsync(new HashSet<string> { "KRW-BTC", "KRW-OLD" }, TestContext.Current.CancellationToken);
        await late.PublishAsync(("OLD", 6));
        await Wait.Until(() => two.Crypto.Find("KRW-OLD")?.TradePrice == 6);
    }

    [Fact]
    public async Task Retaining_what_is_there_begins_no_new_numbering()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        await host.PublishAndSeeAsync("BTC", 1);
        var listed = host.Crypto.Snapshot().Items.Select(i => i.Market).Append("KRW-NEW").ToHashSet();
        var before = host.Crypto.Snapshot().Epoch;

        await host.Publisher.RetainAsync(listed, TestContext.Current.CancellationToken);
        await host.PublishAndSeeAsync("NEW", 2);

        Assert.Equal(before, host.Crypto.Snapshot().Epoch);
    }
}
