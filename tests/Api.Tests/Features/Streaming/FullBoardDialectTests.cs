using System.Text.Json;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Features.Streaming;

/// <summary>/api/v1/ws/{topic}: what the deployed front end reads.</summary>
public sealed class FullBoardDialectTests(LocalServices services)
{
    [Fact]
    public async Task Every_message_carries_the_whole_board_dearest_first_under_old_and_new_names()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        await host.Publisher.PublishAsync(
            [
                new CryptoQuote
                {
                    Market = "KRW-XRP",
                    TradePrice = 700,
                    Timestamp = 1,
                },
                new CryptoQuote
                {
                    Market = "KRW-BTC",
                    KoreanName = "비트코인",
                    EnglishName = "Bitcoin",
                    TradePrice = 48_500_000,
                    ChangeRate = 2.555m,
                    ChangePrice = 1_200_000,
                    Volume24h = 12.5m,
                    AccTradePrice24h = 600_000_000,
                    TradeVolume = 0.01m,
                    Timestamp = 1_760_000_000_000,
                    Source = "bithumb",
                },
            ],
            marketChannel: false,
            TestContext.Current.CancellationToken
        );
        await Wait.Until(() => host.Crypto.Find("KRW-BTC") is not null);
        using var client = await host.ConnectAsync("/api/v1/ws/crypto");

        var message = await client.ReceiveAsync();

        Assert.Equal("crypto_update", message.GetProperty("type").GetString());
        Assert.Equal(message.GetProperty("data_count").GetInt32(), message.GetProperty("data").GetArrayLength());
        var first = message.GetProperty("data")[0];
        Assert.Equal("KRW-XRP", message.GetProperty("data")[1].GetProperty("market_code").GetString());
        Assert.Equal(
            ("KRW-BTC", "BTC", "비트코인"),
            (
                first.GetProperty("market_code").GetString(),
                first.GetProperty("symbol").GetString(),
                first.GetProperty("crypto_name").GetString()
            )
        );
        Assert.Equal("2.56%", first.GetProperty("change_rate_24h").GetString());
        Assert.Equal(0.02555m, first.GetProperty("signed_change_rate").GetDecimal());
        Assert.Equal("RISE", first.GetProperty("change").GetString());
        Assert.Equal(12.5m, first.GetProperty("volume").GetDecimal());
        Assert.Equal(1_760_000_000_000, first.GetProperty("timestamp_field").GetInt64());
        Assert.Equal(JsonValueKind.Null, first.GetProperty("prev_closing_price").ValueKind);
    }

    [Fact]
    public async Task Stocks_come_best_first_with_the_unknown_last_and_the_market_status()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        var publisher = host.Services.GetRequiredKeyedService<IBoardPublisher<EquityQuote>>("sp500");
        await publisher.PublishAsync(
            [new EquityQuote { Symbol = "MMM", CompanyName = "3M" }],
            marketChannel: true,
            TestContext.Current.CancellationToken
        );
        await publisher.PublishAsync(
            [
                new EquityQuote
                {
                    Symbol = "AAPL",
                    Price = 200,
                    PreviousClose = 202,
                    ChangeAmount = -2,
                    ChangeRate = -0.99m,
                    TimestampMs = 1_760_000_000_000,
                    SessionVolume = 5,
                },
                new EquityQuote
                {
                    Symbol = "MSFT",
                    Price = 500,
                    PreviousClose = 490,
                    ChangeAmount = 10,
                    ChangeRate = 2.04m,
                    TimestampMs = 1_760_000_000_000,
                },
            ],
            marketChannel: false,
            TestContext.Current.CancellationToken
        );
        var board = host.Services.GetRequiredKeyedService<IBoard<EquityQuote>>("sp500");
        await Wait.Until(() => board.Find("MSFT") is not null);
        using var client = await host.ConnectAsync("/api/v1/ws/sp500");

        var message = await client.ReceiveAsync();

        Assert.Equal(
            ["MSFT", "AAPL", "MMM"],
            message.GetProperty("data").EnumerateArray().Select(i => i.GetProperty("symbol").GetString()!)
        );
        Assert.Equal("US/Eastern", message.GetProperty("market_status").GetProperty("timezone").GetString());
        var apple = message.GetProperty("data")[1];
        Assert.Equal(
            (200m, -0.99m, false),
            (
                apple.GetProperty("current_price").GetDecimal(),
                apple.GetProperty("change_percentage").GetDecimal(),
                apple.GetProperty("is_positive").GetBoolean()
            )
        );
        Assert.Equal("2025-10-09T08:53:20Z", apple.GetProperty("last_updated").GetString());
        var unknown = message.GetProperty("data")[2];
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null),
            (unknown.GetProperty("price").ValueKind, unknown.GetProperty("is_positive").ValueKind)
        );
    }

    [Fact]
    public async Task However_often_the_board_changes_no_second_message_comes_within_the_interval()
    {
        await using var host = await StreamHost.StartAsync(services, new() { ["Streaming:FullBoardInterval"] = "01:00:00" });
        using var client = await host.ConnectAsync("/api/v1/ws/crypto");
        await client.ReceiveAsync();
        for (var price = 1; price <= 40; price++)
            await host.PublishAndSeeAsync("BTC", price);

        await client.SendAsync("{\"type\":\"ping\"}");

        Assert.Equal("heartbeat", (await client.ReceiveAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task The_message_after_the_interval_has_the_latest_board()
    {
        await using var host = await StreamHost.StartAsync(services);
        using var client = await host.ConnectAsync("/api/v1/ws/crypto");
        await client.ReceiveAsync();
        for (var price = 1; price <= 40; price++)
            await host.PublishAndSeeAsync("BTC", price);

        decimal Price(JsonElement message) =>
            message
                .GetProperty("data")
                .EnumerateArray()
                .Where(i => i.GetProperty("symbol").GetString() == "BTC")
                .Select(i => i.GetProperty("price").GetDecimal())
                .FirstOrDefault();
        for (var price = 0m; price < 40; price = Price(await client.ReceiveAsync()))
            Assert.InRange(price, 0, 39);
    }

    [Fact]
    public async Task The_front_ends_words_are_understood()
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        using var client = await host.ConnectAsync("/api/v1/ws/crypto");
        await client.ReceiveAsync();

        await client.SendAsync("{\"action\":\"heartbeat\"}");
        Assert.EndsWith(
            "Z",
            (await client.ReceiveAsync("heartbeat_response")).GetProperty("timestamp").GetString(),
            StringComparison.Ordinal
        );
        await client.SendAsync("{\"type\":\"ping\"}");
        await client.ReceiveAsync("heartbeat");
        await client.SendAsync("{\"action\":\"unsubscribe\"}");
        Assert.Equal(1000, await client.ReceiveCloseAsync());
    }
}
