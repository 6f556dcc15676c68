using System.Globalization;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Tests.Features.Streaming;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Platform.Boards;

/// <summary>Boards over a real Redis: gaps, a second publisher, and a Redis that goes away.</summary>
public sealed class BoardOutageTests(LocalServices services)
{
    [Fact]
    public async Task Lost_batches_are_read_back_and_passed_on_as_one()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        await using var outsider = await RawRedis.ConnectAsync(redis.Endpoint);
        await host.PublishAndSeeAsync("BTC", 1);
        var now = host.Crypto.Snapshot();
        using var client = await host.ConnectAsync("/ws/crypto");
        await client.ReceiveAsync("snapshot");

        // What a publisher does, less the publish of the batch between.
        await outsider.Database.HashSetAsync(
            "crypto_realtime_data",
            "KRW-ETH",
            """{"market":"KRW-ETH","trade_price":7,"timestamp":1760000000001}"""
        );
        await outsider.Database.HashSetAsync("crypto_realtime_data:meta", "seq", now.Seq + 2);
        await outsider.PublishAsync(
            "crypto_updates",
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"type":"crypto_update","epoch":"{{now.Epoch}}","seq":{{now.Seq + 2}},"data":[{"market":"KRW-BTC","trade_price":2}]}"""
            )
        );

        var batch = await client.ReceiveAsync();
        Assert.True(batch.GetProperty("conflated").GetBoolean());
        Assert.Equal(now.Seq + 2, batch.GetProperty("seq").GetInt64());
        Assert.Contains(("KRW-ETH", 7m), ChangesDialectTests.Prices(batch));
    }

    [Fact]
    public async Task A_second_publisher_takes_over_what_the_first_one_knew_under_a_new_numbering()
    {
        await using var redis = await services.NewRedisAsync();
        await using var first = await StreamHost.StartAsync(redis);
        await first.PublishAndSeeAsync("BTC", 1);
        await using var second = await StreamHost.StartAsync(redis, attached: false);
        await Wait.Until(() => second.Crypto.Find("KRW-BTC") is not null);
        var before = first.Crypto.Snapshot().Epoch;

        await second.PublishAsync(("ETH", 2));

        await Wait.Until(() => first.Crypto.Find("KRW-ETH") is not null && second.Crypto.Find("KRW-ETH") is not null);
        Assert.NotEqual(before, first.Crypto.Snapshot().Epoch);
        Assert.Equal(first.Crypto.Snapshot().Epoch, second.Crypto.Snapshot().Epoch);
        Assert.Equal(1, second.Crypto.Find("KRW-BTC")?.TradePrice);
    }

    [Fact]
    public async Task What_is_taken_off_while_Redis_is_away_is_not_there_when_it_is_back()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        await host.PublishAndSeeAsync("BTC", 1);
        await host.PublishAndSeeAsync("OLD", 2);
        await redis.StopServerAsync();
        await Wait.Until(() => host.Crypto.Snapshot().StaleSince is not null);

        await host.Publisher.RetainAsync(new HashSet<string> { "KRW-BTC" }, TestContext.Current.CancellationToken);
        await redis.StartServerAsync(TestContext.Current.CancellationToken);

        await Wait.Until(async () =>
        {
            await host.PublishAsync(("BTC", 3));
            return host.Crypto.Snapshot() is { StaleSince: null, Items: [{ Market: "KRW-BTC", TradePrice: 3 }] };
        });
    }

    [Fact]
    public async Task Redis_gone_and_back_means_stale_then_recovered_with_a_snapshot_under_a_new_epoch()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        await host.PublishAndSeeAsync("BTC", 1);
        using var client = await host.ConnectAsync("/ws/crypto");
        var before = await client.ReceiveAsync("snapshot");

        await redis.StopServerAsync();
        await client.ReceiveAsync("stale");
        // The feed goes on meanwhile; nothing of it is lost.
        await host.PublishAsync(("BTC", 2));
        Assert.NotNull(host.Crypto.Snapshot().StaleSince);
        using (var newcomer = await host.ConnectAsync("/ws/crypto"))
        {
            Assert.Equal("snapshot", (await newcomer.ReceiveAsync()).GetProperty("type").GetString());
            Assert.Equal("stale", (await newcomer.ReceiveAsync()).GetProperty("type").GetString());
        }
        await redis.StartServerAsync(TestContext.Current.CancellationToken);

        await client.ReceiveAsync("recovered");
        var after = await client.ReceiveAsync();
        Assert.Equal("snapshot", after.GetProperty("type").GetString());
        Assert.NotEqual(before.GetProperty("epoch").GetString(), after.GetProperty("epoch").GetString());
        Assert.Contains(("KRW-BTC", 2m), ChangesDialectTests.Prices(after));
        await host.PublishAsync(("BTC", 3));
        Assert.Equal([("KRW-BTC", 3)], ChangesDialectTests.Prices(await client.ReceiveAsync()));
    }

    [Fact]
    public async Task A_Redis_that_hangs_delays_the_feed_only_once()
    {
        const Signal stop = (Signal)19,
            goOn = (Signal)18;
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        await host.PublishAndSeeAsync("BTC", 1);
        redis.Process.Send(stop);
        try
        {
            await host.PublishAsync(("BTC", 2));
            for (var price = 3; price <= 100; price++)
                Assert.True(host.PublishAsync(("BTC", price)).IsCompletedSuccessfully);
        }
        finally
        {
            redis.Process.Send(goOn);
        }

        await Wait.Until(async () =>
        {
            await host.PublishAsync(("ETH", 1));
            return host.Crypto.Find("KRW-BTC")?.TradePrice == 100;
        });
    }

    [Fact]
    public async Task Without_Redis_the_board_is_what_PostgreSQL_last_knew_and_stale()
    {
        await using var redis = await services.NewRedisAsync();
        await redis.StopServerAsync();
        var fallback = new LastQuotes { Price = 1 };

        await using var host = await StreamHost.StartAsync(
            redis,
            new() { ["Boards:FallbackInterval"] = "00:00:00.1" },
            s => s.AddSingleton<IBoardFallback<CryptoQuote>>(fallback),
            attached: false
        );

        await Wait.Until(() => host.Crypto.Find("KRW-BTC")?.TradePrice == 1);
        await Wait.Until(() => host.Crypto.Snapshot().StaleSince is not null);
        fallback.Price = 2;
        await Wait.Until(() => host.Crypto.Find("KRW-BTC")?.TradePrice == 2);
    }

    [Fact]
    public async Task While_Redis_is_away_streams_go_on_with_what_PostgreSQL_knows_marked_as_stale()
    {
        await using var redis = await services.NewRedisAsync();
        var fallback = new LastQuotes();
        await using var host = await StreamHost.StartAsync(redis, new() { ["Boards:FallbackInterval"] = "00:00:00.1" }, s =>
            s.AddSingleton<IBoardFallback<CryptoQuote>>(fallback)
        );
        await host.PublishAndSeeAsync("BTC", 1);
        using var client = await host.ConnectAsync("/ws/crypto");
        var before = await client.ReceiveAsync("snapshot");
        fallback.Price = 5;

        await redis.StopServerAsync();

        // The snapshot of the new numbering and the mark come in any order; changes follow.
        HashSet<string> seen = [];
        for (var price = 5m; price < 7; price += 1)
        {
            fallback.Price = price;
            while (true)
            {
                var message = await client.ReceiveAsync();
                var type = message.GetProperty("type").GetString()!;
                seen.Add(type);
                if (type is not ("snapshot" or "crypto_update"))
                    continue;
                Assert.NotEqual(before.GetProperty("epoch").GetString(), message.GetProperty("epoch").GetString());
                if (ChangesDialectTests.Prices(message).Contains(("KRW-BTC", price)))
                    break;
            }
        }
        Assert.Superset(new HashSet<string> { "snapshot", "stale", "crypto_update" }, seen);
        Assert.NotNull(host.Crypto.Snapshot().StaleSince);
        Assert.NotNull(host.Status.StaleSince);
    }

    [Fact]
    public async Task A_subscription_that_is_cut_leaves_all_replicas_under_the_publishers_numbering()
    {
        await using var redis = await services.NewRedisAsync();
        await using var first = await StreamHost.StartAsync(redis);
        await using var second = await StreamHost.StartAsync(redis, attached: false);
        await using var outsider = await RawRedis.ConnectAsync(redis.Endpoint);
        await first.PublishAndSeeAsync("BTC", 1);
        await Wait.Until(() => second.Crypto.Snapshot().Epoch == first.Crypto.Snapshot().Epoch);

        for (var price = 2; price < 5; price++)
        {
            await outsider.Database.ExecuteAsync("CLIENT", "KILL", "TYPE", "pubsub");
            await first.PublishAsync(("BTC", price));
        }

        await Wait.Until(() =>
        {
            var (one, other) = (first.Crypto.Snapshot(), second.Crypto.Snapshot());
            return one.Epoch == other.Epoch && one.Seq == other.Seq && first.Crypto.Find("KRW-BTC")?.TradePrice == 4;
        });
        await first.PublishAsync(("BTC", 5));
        await Wait.Until(() => second.Crypto.Find("KRW-BTC")?.TradePrice == 5);
        Assert.Equal(await outsider.Database.HashGetAsync("crypto_realtime_data:meta", "epoch"), second.Crypto.Snapshot().Epoch);
    }

    [Fact]
    public async Task When_Redis_refuses_writes_the_board_goes_on_from_PostgreSQL()
    {
        await using var redis = await services.NewRedisAsync();
        var fallback = new LastQuotes();
        await using var host = await StreamHost.StartAsync(
            redis,
            new() { ["Boards:FallbackInterval"] = "00:00:00.1", ["Boards:DoubtAfter"] = "00:00:00.5" },
            s => s.AddSingleton<IBoardFallback<CryptoQuote>>(fallback)
        );
        await using var outsider = await RawRedis.ConnectAsync(redis.Endpoint);
        await host.PublishAndSeeAsync("BTC", 1);

        fallback.Price = 5;
        await outsider.Database.ExecuteAsync("CONFIG", "SET", "maxmemory", "1");

        await Wait.Until(async () =>
        {
            await host.PublishAsync(("BTC", 2));
            return host.Crypto.Find("KRW-BTC")?.TradePrice == 5;
        });
        await outsider.Database.ExecuteAsync("CONFIG", "SET", "maxmemory", "0");
        await Wait.Until(async () =>
        {
            await host.PublishAsync(("ETH", 3));
            var epoch = await outsider.Database.HashGetAsync("crypto_realtime_data:meta", "epoch");
            return host.Crypto.Find("KRW-ETH")?.TradePrice == 3 && host.Crypto.Snapshot().Epoch == epoch;
        });
    }

    [Fact]
    public async Task A_market_that_never_closes_and_falls_silent_is_stale_until_it_moves()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis, new() { ["Boards:StaleAfter"] = "00:00:00.5" });
        await host.PublishAndSeeAsync("BTC", 1);
        using var client = await host.ConnectAsync("/ws/crypto");
        var before = await client.ReceiveAsync("snapshot");

        await client.ReceiveAsync("stale");
        await host.PublishAsync(("BTC", 2));

        await client.ReceiveAsync("recovered");
        var after = await client.ReceiveAsync("snapshot");
        Assert.NotEqual(before.GetProperty("epoch").GetString(), after.GetProperty("epoch").GetString());
        Assert.Contains(("KRW-BTC", 2m), ChangesDialectTests.Prices(after));
    }

    private sealed class LastQuotes : IBoardFallback<CryptoQuote>
    {
        private long _at = 1_760_000_000_001;

        /// <summary>Of Bitcoin; null while PostgreSQL knows nothing.</summary>
        public decimal? Price { get; set; }

        public Task<IReadOnlyList<CryptoQuote>> ReadAsync(CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<CryptoQuote>>(
                Price is null
                    ? []
                    :
                    [
                        new CryptoQuote
                        {
                            Market = "KRW-BTC",
                            TradePrice = Price,
                            Timestamp = _at++,
                        },
                    ]
            );
    }
}
