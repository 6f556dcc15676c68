using System.Text.Json;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Crypto;
using InvestmentAssistant.Api.Features.Etf;
using InvestmentAssistant.Api.Features.Sp500;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Features.Streaming;

/// <summary>The changes dialect with <c>format=compact</c>: rows instead of objects, and the same values in them.</summary>
public sealed class CompactFormTests(LocalServices services)
{
    [Theory]
    [InlineData(null)]
    [InlineData(RawWebSocket.OffersDeflate)]
    public async Task Rows_are_the_items_of_the_other_form_byte_for_byte(string? offer)
    {
        await using var host = await StreamHost.StartAsync(services);
        await PublishAsync(host, 48_500_000.10m, 0.000_000_01m);
        using var objects = await host.ConnectAsync("/ws/crypto");
        using var rows = await host.ConnectAsync("/ws/crypto?format=compact", offer);

        var keys = await KeysAsync(rows);
        var (snapshot, other) = (await rows.ReceiveAsync(), await objects.ReceiveAsync());
        Assert.Equal(Fields(other), Fields(snapshot, keys));
        Assert.Equal(Numbers(other), Numbers(snapshot));
        await PublishAsync(host, 1.50m, -7m);
        var (batch, otherBatch) = (await rows.ReceiveAsync(), await objects.ReceiveAsync());
        Assert.Equal(Fields(otherBatch), Fields(batch, keys));
        Assert.Equal(Numbers(otherBatch), Numbers(batch));

        Assert.Contains(Fields(snapshot, keys), f => f is "trade_price=48500000.10");
        Assert.Contains(Fields(batch, keys), f => f is "korean_name=\"비트 \\\"코인\\\"\"");
    }

    [Fact]
    public async Task A_client_that_comes_back_gets_the_keys_and_then_what_it_missed()
    {
        await using var host = await StreamHost.StartAsync(services);
        await host.PublishAndSeeAsync("BTC", 1);
        var before = host.Crypto.Snapshot();
        await host.PublishAndSeeAsync("BTC", 2);
        await host.PublishAndSeeAsync("ETH", 3);
        using var client = await host.ConnectAsync($"/ws/crypto?format=compact&epoch={before.Epoch}&since={before.Seq}");
        using var current = await host.ConnectAsync($"/ws/crypto?format=compact&epoch={before.Epoch}&since={before.Seq + 2}");

        var keys = await KeysAsync(client);
        Assert.Contains("trade_price=2", Fields(await client.ReceiveAsync("crypto_update"), keys));
        var last = await client.ReceiveAsync("crypto_update");
        Assert.Contains("market=\"KRW-ETH\"", Fields(last, keys));
        Assert.Equal(before.Seq + 2, last.GetProperty("seq").GetInt64());
        Assert.Equal(keys, await KeysAsync(current));
        Assert.Equal("heartbeat", (await current.ReceiveAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Symbols_and_intervals_are_served_in_rows_too()
    {
        await using var host = await StreamHost.StartAsync(services);
        await host.PublishAndSeeAsync("ETH", 1);
        await host.PublishAndSeeAsync("BTC", 1);
        using var some = await host.ConnectAsync("/ws/crypto?format=compact&symbols=ETH");
        using var paced = await host.ConnectAsync("/ws/crypto?format=Compact&interval=50");
        var keys = await KeysAsync(some);
        await some.ReceiveAsync("snapshot");
        Assert.Equal(keys, (await paced.ReceiveAsync("keys")).GetProperty("keys").EnumerateArray().Select(k => k.GetString()!));
        await paced.ReceiveAsync("snapshot");

        await host.PublishAndSeeAsync("BTC", 2);
        await host.PublishAndSeeAsync("ETH", 2);

        Assert.Equal(
            ["market=\"KRW-ETH\""],
            Fields(await some.ReceiveAsync(), keys).Where(f => f.StartsWith("market", StringComparison.Ordinal))
        );
        while (!Fields(await paced.ReceiveAsync("crypto_update"), keys).Contains("market=\"KRW-ETH\"")) { }
    }

    [Theory]
    [InlineData("rows")]
    [InlineData("compact,compact")]
    public async Task Another_format_is_named_in_an_error_and_objects_are_served(string format)
    {
        await using var host = await StreamHost.StartAsync(services);
        using var client = await host.ConnectAsync($"/ws/crypto?format={format}");
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{host.Port}") };
        using var events = await EventReader.OpenAsync(http, $"/sse/crypto?format={format}");

        Assert.Equal("bad_format", (await client.ReceiveAsync("error")).GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Object, (await client.ReceiveAsync("snapshot")).GetProperty("data")[0].ValueKind);
        Assert.Equal("error", (await events.ReadAsync()).Type);
        Assert.Equal("snapshot", (await events.ReadAsync()).Type);
    }

    /// <summary>The keys are read from the description; the values come from the format.</summary>
    [Fact]
    public void Formats_write_the_described_fields_in_the_described_order()
    {
        using var provider = new ServiceCollection()
            .AddTopic<CryptoQuote, CryptoTopic>()
            .AddTopic<EquityQuote, Sp500Topic>()
            .AddTopic<EquityQuote, EtfTopic>()
            .BuildServiceProvider();
        var topics = provider.GetServices<StreamTopic>().ToDictionary(t => t.Name, t => t.Keys);

        Assert.Equal(topics["crypto"], Written(new CryptoTopic(), new CryptoQuote { Market = "KRW-BTC" }));
        Assert.Equal(topics["sp500"], Written(new Sp500Topic(), new EquityQuote { Symbol = "AAPL" }));
        Assert.Equal(topics["etf"], Written(new EtfTopic(), new EquityQuote { Symbol = "SPY" }));

        static IEnumerable<string> Written<TItem>(TopicFormat<TItem> format, TItem item)
            where TItem : class, IBoardItem<TItem>
        {
            using var output = new MemoryStream();
            using (var json = new Utf8JsonWriter(output))
                format.WriteItem(json, item);
            return JsonElement.Parse(output.ToArray()).EnumerateObject().Select(p => p.Name);
        }
    }

    private static async Task<IReadOnlyList<string>> KeysAsync(RawWebSocket client)
    {
        var first = await client.ReceiveAsync();
        Assert.Equal("keys", first.GetProperty("type").GetString());
        return [.. first.GetProperty("keys").EnumerateArray().Select(k => k.GetString()!)];
    }

    /// <summary>name=value of each field of each item, the value as it is on the wire.</summary>
    private static IReadOnlyList<string> Fields(JsonElement message, IReadOnlyList<string>? keys = null) =>
        [
            .. message
                .GetProperty("data")
                .EnumerateArray()
                .SelectMany(item =>
                    keys is null
                        ? item.EnumerateObject().Select(p => $"{p.Name}={p.Value.GetRawText()}")
                        : keys.Zip(item.EnumerateArray(), (key, value) => $"{key}={value.GetRawText()}")
                ),
        ];

    private static (string?, long) Numbers(JsonElement message) =>
        (message.GetProperty("epoch").GetString(), message.GetProperty("seq").GetInt64());

    private static async Task PublishAsync(StreamHost host, decimal price, decimal change)
    {
        await host.Publisher.PublishAsync(
            [
                new CryptoQuote
                {
                    Market = "KRW-BTC",
                    KoreanName = "비트 \"코인\"",
                    TradePrice = price,
                    ChangePrice = change,
                    Timestamp = 1_760_000_000_000,
                },
                new CryptoQuote { Market = "KRW-ETH", TradePrice = price + 1 },
            ],
            marketChannel: false,
            Ct
        );
        await Wait.Until(() => host.Crypto.Find("KRW-ETH")?.TradePrice == price + 1);
    }
}
