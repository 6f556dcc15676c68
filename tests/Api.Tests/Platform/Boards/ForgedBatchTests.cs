using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Tests.Features.Streaming;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Platform.Boards;

/// <summary>What somebody writes to Redis who is not the publisher: it is counted, and the board goes on as if it had not come.</summary>
public sealed class ForgedBatchTests(LocalServices services)
{
    /// <summary>A good item beside the bad one; the time is that of the host's own quotes.</summary>
    private const string Good = """{"market":"KRW-ETH","trade_price":5,"timestamp":1760000000001}""";

    [Theory]
    [InlineData("""{"type":"crypto_update","epoch":"EPOCH","seq":9000000000000000000,"data":[ITEM]}""")]
    [InlineData("""{"type":"crypto_update","epoch":"EPOCH","seq":9007199254740991,"data":[ITEM]}""")]
    [InlineData("""{"type":"crypto_update","epoch":"EPOCH","seq":1000000,"data":[ITEM]}""")]
    [InlineData("""{"type":"crypto_update","epoch":"EPOCH","seq":-1,"data":[ITEM]}""")]
    [InlineData("""{"type":"crypto_update","epoch":"EPOCH","data":[ITEM]}""")]
    [InlineData("""{"type":"crypto_update","epoch":"a\"b\n\ndata: {}","seq":2,"data":[ITEM]}""")]
    [InlineData("""{"type":"crypto_update","epoch":"\ud800","seq":2,"data":[ITEM]}""")]
    public async Task A_batch_with_numbers_that_are_not_the_publishers_changes_nothing(string payload)
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        await using var forger = await RawRedis.ConnectAsync(redis.Endpoint);
        await host.PublishAndSeeAsync("BTC", 48);
        var before = host.Crypto.Snapshot();

        await forger.PublishAsync(
            "crypto_updates",
            payload
                .Replace("EPOCH", before.Epoch, StringComparison.Ordinal)
                .Replace("ITEM", """{"market":"KRW-BTC","trade_price":1,"timestamp":1760000000001}""", StringComparison.Ordinal)
        );

        await Wait.Until(() => host.Status.Dropped == 1);
        Assert.Equal((before.Epoch, before.Seq), (host.Crypto.Snapshot().Epoch, host.Crypto.Snapshot().Seq));
        await host.PublishAndSeeAsync("BTC", 49);
        Assert.Equal((before.Epoch, before.Seq + 1), (host.Crypto.Snapshot().Epoch, host.Crypto.Snapshot().Seq));
    }

    [Theory]
    [InlineData("""{"market":"KRW-BTC","trade_price":-1}""")]
    [InlineData("""{"market":"KRW-BTC","trade_price":0}""")]
    [InlineData("""{"market":"KRW-BTC","trade_price":70000000000000000000000000000}""")]
    [InlineData("""{"market":"KRW-BTC","trade_price":1,"timestamp":9000000000000000000}""")]
    [InlineData("""{"market":"KRW-BTC","trade_price":1,"timestamp":4070908800000}""")]
    [InlineData("""{"market":"KRW-BTC","trade_price":1,"acc_trade_price":-5}""")]
    [InlineData("""{"market":"KRW-BTC","trade_price":1,"korean_name":"\ud800"}""")]
    [InlineData("""{"market":"KRW-BTC","trade_price":1,"korean_name":"LONG"}""")]
    public async Task An_item_that_cannot_be_true_is_left_out_and_the_one_beside_it_is_not(string item)
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        await using var forger = await RawRedis.ConnectAsync(redis.Endpoint);
        await host.PublishAndSeeAsync("BTC", 48);

        item = item.Replace("LONG", new string('가', 100_000), StringComparison.Ordinal);
        await forger.PublishAsync("crypto_updates", $$"""{"type":"crypto_update","data":[{{item}},{{Good}}]}""");

        await Wait.Until(() => host.Crypto.Find("KRW-ETH")?.TradePrice == 5);
        Assert.Equal((48m, null), (host.Crypto.Find("KRW-BTC")!.TradePrice, host.Crypto.Find("KRW-BTC")!.KoreanName));
        Assert.Equal(1, host.Status.Dropped);
    }

    [Fact]
    public async Task A_board_does_not_go_back_to_what_an_older_publisher_knows()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        await using var other = await StreamHost.StartAsync(redis, attached: false);
        await host.Publisher.PublishAsync([Quote(200, at: 10), Quote(7, at: 10, "KRW-ETH")], marketChannel: false, Ct);
        await Wait.Until(() => other.Crypto.Find("KRW-ETH") is not null);

        // A feed that starts again, here and on another replica, begins with what the store had kept.
        await host.Publisher.PublishAsync([Quote(100, at: 5) with { EnglishName = "Bitcoin" }], marketChannel: false, Ct);
        await Wait.Until(() => other.Crypto.Find("KRW-BTC")?.EnglishName == "Bitcoin");
        await other.Publisher.PublishAsync([Quote(90, at: 4), Quote(8, at: 11, "KRW-ETH")], marketChannel: false, Ct);
        await Wait.Until(() => host.Crypto.Find("KRW-ETH")?.TradePrice == 8 && other.Crypto.Find("KRW-ETH")?.TradePrice == 8);

        await using var late = await StreamHost.StartAsync(redis, attached: false);
        await Wait.Until(() => late.Crypto.Find("KRW-ETH")?.TradePrice == 8);
        Assert.All([host, other, late], replica => Assert.Equal(200, replica.Crypto.Find("KRW-BTC")?.TradePrice));
    }

    private static CryptoQuote Quote(decimal price, long at, string market = "KRW-BTC") =>
        new()
        {
            Market = market,
            TradePrice = price,
            Timestamp = 1_760_000_000_000 + at,
        };
}
