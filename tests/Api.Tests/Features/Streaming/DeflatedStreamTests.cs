using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Streaming;

/// <summary>Streams whose messages come deflated (RFC 7692), on a real port.</summary>
public sealed class DeflatedStreamTests(LocalServices services)
{
    private const string Answer = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

    [Theory]
    [InlineData(RawWebSocket.OffersDeflate, null, Answer)]
    [InlineData("Sec-WebSocket-Extensions: x\r\nSec-WebSocket-Extensions: permessage-deflate\r\n", null, Answer)]
    [InlineData("Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=9\r\n", null, null)]
    [InlineData(null, null, null)]
    [InlineData(RawWebSocket.OffersDeflate, "false", null)]
    public async Task An_offer_is_answered_and_kept_to(string? offer, string? setting, string? answer)
    {
        await using var host = await StreamHost.StartAsync(services, new() { ["Streaming:Deflate"] = setting ?? "true" });
        await PublishAsync(host, 1);
        foreach (var path in (string[])["/ws/crypto", "/api/v1/ws/crypto"])
        {
            using var client = await host.ConnectAsync(path, offer);

            var board = await client.ReceiveAsync();
            await client.SendAsync("""{"action":"heartbeat"}""");
            await client.ReceiveAsync("heartbeat_response");

            Assert.True(board.GetProperty("data").GetArrayLength() > 300);
            Assert.Equal(answer, client.Extensions);
            // The board; a heartbeat is too short to gain.
            Assert.Equal(answer is null ? 0 : 1, client.Deflated.Count);
        }
    }

    [Fact]
    public async Task A_header_that_breaks_the_grammar_gets_400()
    {
        await using var host = await StreamHost.StartAsync(services);
        using var client = new ClientWebSocket();
        client.Options.SetRequestHeader("Sec-WebSocket-Extensions", "permessage-deflate; =1");
        client.Options.CollectHttpResponseDetails = true;

        await Assert.ThrowsAsync<WebSocketException>(() => client.ConnectAsync(new Uri($"ws://127.0.0.1:{host.Port}/ws/crypto"), Ct));

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, client.HttpStatusCode);
    }

    [Fact]
    public async Task Deflated_and_plain_readers_of_both_dialects_end_with_the_same_board()
    {
        await using var host = await StreamHost.StartAsync(
            services,
            new() { ["Streaming:FullBoardInterval"] = "00:00:00.05", ["Streaming:SendDeadline"] = "00:01:00" }
        );
        await PublishAsync(host, 1);
        using var plain = await host.ConnectAsync("/ws/crypto");
        using var deflated = await host.ConnectAsync("/ws/crypto", RawWebSocket.OffersDeflate);
        using var another = await host.ConnectAsync("/ws/crypto", RawWebSocket.OffersDeflate);
        using var board = await host.ConnectAsync("/api/v1/ws/crypto", RawWebSocket.OffersDeflate);
        using var framework = await FrameworkClientAsync(host, "/ws/crypto");
        const int last = 25;

        for (var price = 2; price <= last; price++)
            await PublishAsync(host, price);

        var expected = await MergeAsync(() => plain.ReceiveAsync(), last);
        Assert.Equal(host.Crypto.Snapshot().Items.Select(i => i.Market).Order(), expected.Keys.Order());
        Assert.Equal(expected, await MergeAsync(() => deflated.ReceiveAsync(), last));
        Assert.Equal(expected, await MergeAsync(() => another.ReceiveAsync(), last));
        Assert.Equal(expected, await MergeAsync(() => ReadAsync(framework), last));
        Assert.Equal(expected, await MergeAsync(() => board.ReceiveAsync(), last));
        Assert.Empty(plain.Deflated);
        // One deflated frame for all.
        var (one, other) = (deflated.Deflated.Select(Convert.ToHexString), another.Deflated.Select(Convert.ToHexString));
        Assert.True(one.Intersect(other).Count() > 1);
    }

    [Fact]
    public async Task A_slow_reader_gets_what_it_missed_as_one_deflated_batch()
    {
        await using var host = await StreamHost.StartAsync(
            services,
            new() { ["Streaming:SendBufferBytes"] = "4096", ["Streaming:SendDeadline"] = "00:01:00" }
        );
        using var reader = await RawWebSocket.ConnectAsync(host.Port, "/ws/crypto", RawWebSocket.OffersDeflate, receiveBuffer: 4096);
        const int last = 120;
        for (var price = 1; price <= last; price++)
            await PublishAsync(host, price);

        var conflated = false;
        var board = await MergeAsync(
            async () =>
            {
                var message = await reader.ReceiveAsync();
                conflated |= message.TryGetProperty("conflated", out var mark) && mark.GetBoolean();
                return message;
            },
            last
        );

        Assert.True(conflated);
        Assert.InRange(reader.Deflated.Count, 1, last - 1);
        Assert.Equal(host.Crypto.Snapshot().Items.Count, board.Count);
    }

    [Fact]
    public async Task Without_time_for_it_everything_goes_plain_and_is_counted()
    {
        await using var host = await StreamHost.StartAsync(services, new() { ["Streaming:DeflateShare"] = "0" });
        using var probe = new MeterProbe(host.Services);
        await PublishAsync(host, 1);
        using var client = await host.ConnectAsync("/ws/crypto", RawWebSocket.OffersDeflate);

        await MergeAsync(() => client.ReceiveAsync(), 1);

        Assert.Equal(Answer, client.Extensions);
        Assert.Empty(client.Deflated);
        Assert.True(probe.Of("investment_assistant.stream.deflate.skipped", "topic=crypto") > 0);
        Assert.Equal(0, probe.Of("investment_assistant.stream.deflate.time"));
    }

    [Theory]
    [InlineData("/ws/crypto")]
    [InlineData("/api/v1/ws/crypto")]
    public async Task A_client_may_deflate_what_it_says(string path)
    {
        await using var host = await StreamHost.StartAsync(services);
        using var client = await host.ConnectAsync(path, RawWebSocket.OffersDeflate);
        await client.ReceiveAsync();
        var deflated = RawWebSocket.Deflate("""{"action":"heartbeat","note":"비트코인"}"""u8);

        await client.SendFrameAsync(1, deflated, reserved: RawWebSocket.DeflatedBit);
        await client.ReceiveAsync("heartbeat_response");
        // In fragments: only the first has the bit. A ping between has none.
        await client.SendFrameAsync(1, deflated.AsSpan(0, 5), final: false, reserved: RawWebSocket.DeflatedBit);
        await client.SendFrameAsync(9, "?"u8);
        await client.SendFrameAsync(0, deflated.AsSpan(5));
        Assert.Equal(10, (await client.ReceiveFrameAsync()).Opcode);
        await client.ReceiveAsync("heartbeat_response");
        // And plain, as before.
        await client.SendAsync("""{"action":"heartbeat"}""");
        await client.ReceiveAsync("heartbeat_response");
        // The largest message, stored in blocks instead of compressed: longer on the wire than in itself.
        const string start = "{\"action\":\"heartbeat\",\"note\":\"";
        var largest = Encoding.UTF8.GetBytes(start + new string('x', 4096 - start.Length - 2) + "\"}");
        await client.SendFrameAsync(1, [0, 0x00, 0x10, 0xFF, 0xEF, .. largest, 0], reserved: RawWebSocket.DeflatedBit);
        await client.ReceiveAsync("heartbeat_response");
    }

    public static TheoryData<string, int> Faults =>
        new()
        {
            { "a bomb", 1009 },
            { "a bomb of four megabytes", 1009 },
            { "one byte too much", 1009 },
            { "a bomb in fragments", 1009 },
            { "no deflate", 1007 },
            { "text that is not UTF-8", 1007 },
            { "a deflated ping", 1002 },
            { "a deflated close", 1002 },
            { "the bit on a continuation", 1002 },
            { "another bit", 1002 },
            { "another bit beside it", 1002 },
            { "binary", 1003 },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_broken_rule_closes_with_its_own_code_and_others_are_served(string fault, int code)
    {
        await using var host = await StreamHost.StartAsync(services);
        using var client = await host.ConnectAsync("/ws/crypto", RawWebSocket.OffersDeflate);
        using var witness = await host.ConnectAsync("/ws/crypto", RawWebSocket.OffersDeflate);
        await client.ReceiveAsync("snapshot");
        await witness.ReceiveAsync("snapshot");
        const int bit = RawWebSocket.DeflatedBit;
        var sound = RawWebSocket.Deflate("""{"action":"heartbeat"}"""u8);

        await (
            fault switch
            {
                "a bomb" => client.SendDeflatedAsync(new string('x', 100_000)),
                "a bomb of four megabytes" => client.SendDeflatedAsync(new string('[', 4_000_000)),
                "one byte too much" => client.SendDeflatedAsync(new string(' ', 4_097)),
                "a bomb in fragments" => InFragmentsAsync(client, RawWebSocket.Deflate(new byte[2_000_000])),
                "no deflate" => client.SendFrameAsync(1, [0xFF, 0xFF, 0xFF], reserved: bit),
                "text that is not UTF-8" => client.SendFrameAsync(1, RawWebSocket.Deflate([0x22, 0xC3, 0x28, 0x22]), reserved: bit),
                "a deflated ping" => client.SendFrameAsync(9, sound, reserved: bit),
                "a deflated close" => client.SendFrameAsync(8, [0x03, 0xE8], reserved: bit),
                "the bit on a continuation" => BitOnContinuationAsync(client, sound),
                "another bit" => client.SendFrameAsync(1, sound, reserved: 0x20),
                "another bit beside it" => client.SendFrameAsync(1, sound, reserved: bit | 0x10),
                _ => client.SendFrameAsync(2, sound, reserved: bit),
            }
        );

        Assert.Equal(code, await client.ReceiveCloseAsync());
        await witness.SendDeflatedAsync("""{"action":"heartbeat"}""");
        await witness.ReceiveAsync("heartbeat_response");
    }

    private static async Task InFragmentsAsync(RawWebSocket client, byte[] deflated)
    {
        var middle = deflated.Length / 2;
        await client.SendFrameAsync(1, deflated.AsSpan(0, middle), final: false, reserved: RawWebSocket.DeflatedBit);
        await client.SendFrameAsync(0, deflated.AsSpan(middle));
    }

    private static async Task BitOnContinuationAsync(RawWebSocket client, byte[] deflated)
    {
        await client.SendFrameAsync(1, deflated.AsSpan(0, 3), final: false, reserved: RawWebSocket.DeflatedBit);
        await client.SendFrameAsync(0, deflated.AsSpan(3), reserved: RawWebSocket.DeflatedBit);
    }

    /// <summary>300 markets with that price and its place.</summary>
    internal static async Task PublishAsync(StreamHost host, int price)
    {
        await host.PublishAsync([.. Enumerable.Range(0, 300).Select(i => ($"C{i}", (decimal)price + i))]);
        await Wait.Until(() => host.Crypto.Find("KRW-C299")?.TradePrice == price + 299);
    }

    /// <summary>The prices of a reader's board when the last ones have come.</summary>
    private static async Task<SortedDictionary<string, decimal>> MergeAsync(Func<Task<JsonElement>> next, int last)
    {
        var board = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        while (board.GetValueOrDefault("KRW-C299") != last + 299)
        {
            var message = await next();
            if (message.TryGetProperty("data", out var data))
            {
                foreach (var item in data.EnumerateArray())
                    board[item.GetProperty("market").GetString()!] = item.GetProperty("trade_price").GetDecimal();
            }
        }
        return board;
    }

    private static async Task<ClientWebSocket> FrameworkClientAsync(StreamHost host, string path)
    {
        var client = new ClientWebSocket();
        client.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        await client.ConnectAsync(new Uri($"ws://127.0.0.1:{host.Port}{path}"), Ct);
        return client;
    }

    private static async Task<JsonElement> ReadAsync(ClientWebSocket client)
    {
        using var text = new MemoryStream();
        var buffer = new byte[10_000];
        while (true)
        {
            var result = await client.ReceiveAsync(buffer, Ct);
            text.Write(buffer, 0, result.Count);
            if (result.EndOfMessage)
                return JsonElement.Parse(text.ToArray());
        }
    }
}
