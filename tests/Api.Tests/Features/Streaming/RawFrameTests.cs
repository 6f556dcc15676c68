using System.Text;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Streaming;

/// <summary>RFC 6455 by the byte, on a real port.</summary>
public sealed class RawFrameTests(LocalServices services)
{
    private const int Continuation = 0,
        Text = 1,
        Binary = 2,
        Close = 8,
        Ping = 9,
        Pong = 10;

    [Theory]
    [InlineData("/ws/crypto")]
    [InlineData("/api/v1/ws/crypto")]
    public async Task A_message_in_fragments_with_a_ping_between_is_one_message(string path)
    {
        await using var host = await StreamHost.StartAsync(services);
        using var client = await host.ConnectAsync(path);
        await client.ReceiveAsync();

        await client.SendFrameAsync(Text, "{\"action\":"u8, final: false);
        await client.SendFrameAsync(Ping, "between"u8);
        await client.SendFrameAsync(Continuation, ""u8, final: false);
        await client.SendFrameAsync(Continuation, "\"heartbeat\"}"u8);

        var pong = await client.ReceiveFrameAsync();
        Assert.Equal((Pong, "between"), (pong.Opcode, Encoding.UTF8.GetString(pong.Payload)));
        Assert.Equal("heartbeat_response", (await client.ReceiveAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_character_split_between_fragments_is_still_text()
    {
        await using var host = await StreamHost.StartAsync(services);
        using var client = await host.ConnectAsync("/ws/crypto");
        await client.ReceiveAsync();
        var bytes = StreamHost.Utf8("{\"action\":\"heartbeat\",\"note\":\"비트\"}");
        var middle = Array.IndexOf(bytes, (byte)0xEB) + 1;

        await client.SendFrameAsync(Text, bytes.AsSpan(0, middle), final: false);
        await client.SendFrameAsync(Continuation, bytes.AsSpan(middle));

        Assert.Equal("heartbeat_response", (await client.ReceiveAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Bytes_that_come_one_by_one_are_a_frame_in_the_end()
    {
        await using var host = await StreamHost.StartAsync(services);
        using var client = await host.ConnectAsync("/ws/crypto");
        await client.ReceiveAsync();
        // {"type":"ping"} masked with zeros.
        byte[] frame = [0x81, 0x80 | 15, 0, 0, 0, 0, .. "{\"type\":\"ping\"}"u8];

        foreach (var one in frame)
            await client.SendRawAsync([one]);

        Assert.Equal("heartbeat", (await client.ReceiveAsync()).GetProperty("type").GetString());
    }

    public static TheoryData<string, int> Faults =>
        new()
        {
            { "invalid UTF-8", 1007 },
            { "UTF-8 that ends in the middle of a character", 1007 },
            { "binary", 1003 },
            { "unmasked", 1002 },
            { "reserved bit", 1002 },
            { "unknown opcode", 1002 },
            { "continuation of nothing", 1002 },
            { "message inside a message", 1002 },
            { "fragmented ping", 1002 },
            { "oversize", 1009 },
            { "oversize in fragments", 1009 },
            { "oversize announced, not sent", 1009 },
            { "close code 1005", 1002 },
            { "close with one byte", 1002 },
            { "ping flood", 4013 },
            { "message flood", 4013 },
            { "flood of empty fragments", 4013 },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_broken_rule_closes_with_its_own_code(string fault, int code)
    {
        await using var host = await StreamHost.StartAsync(services);
        using var client = await host.ConnectAsync("/ws/crypto");
        await client.ReceiveAsync();

        switch (fault)
        {
            case "invalid UTF-8":
                await client.SendFrameAsync(Text, [(byte)'"', 0xC3, 0x28, (byte)'"']);
                break;
            case "UTF-8 that ends in the middle of a character":
                await client.SendFrameAsync(Text, [(byte)'"', 0xEB, 0xB9]);
                break;
            case "binary":
                await client.SendFrameAsync(Binary, "x"u8);
                break;
            case "unmasked":
                await client.SendFrameAsync(Text, "{}"u8, masked: false);
                break;
            case "reserved bit":
                await client.SendFrameAsync(Text, "{}"u8, reserved: 0x40);
                break;
            case "unknown opcode":
                await client.SendFrameAsync(3, "x"u8);
                break;
            case "continuation of nothing":
                await client.SendFrameAsync(Continuation, "x"u8);
                break;
            case "message inside a message":
                await client.SendFrameAsync(Text, "x"u8, final: false);
                await client.SendFrameAsync(Text, "x"u8);
                break;
            case "fragmented ping":
                await client.SendFrameAsync(Ping, "x"u8, final: false);
                break;
            case "oversize":
                await client.SendFrameAsync(Text, new byte[4097]);
                break;
            case "oversize in fragments":
                await client.SendFrameAsync(Text, new byte[3000], final: false);
                await client.SendFrameAsync(Continuation, new byte[3000]);
                break;
            case "oversize announced, not sent":
                await client.SendRawAsync([0x81, 0x80 | 127, 0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 3, 4]);
                break;
            case "close code 1005":
                await client.SendFrameAsync(Close, [0x03, 0xED]);
                break;
            case "close with one byte":
                await client.SendFrameAsync(Close, [0x03]);
                break;
            case "ping flood":
                for (var i = 0; i < 200; i++)
                    await client.SendFrameAsync(Ping, "x"u8);
                break;
            case "message flood":
                for (var i = 0; i < 200; i++)
                    await client.SendAsync("{\"action\":\"heartbeat\"}");
                break;
            case "flood of empty fragments":
                await client.SendFrameAsync(Text, "x"u8, final: false);
                for (var i = 0; i < 2000; i++)
                    await client.SendFrameAsync(Continuation, ""u8, final: false);
                break;
            default:
                Assert.Fail(fault);
                break;
        }

        Assert.Equal(code, await client.ReceiveCloseAsync());
    }

    [Fact]
    public async Task The_largest_allowed_message_is_read()
    {
        await using var host = await StreamHost.StartAsync(services);
        using var client = await host.ConnectAsync("/ws/crypto");
        await client.ReceiveAsync();
        const string start = "{\"action\":\"heartbeat\",\"note\":\"";

        await client.SendAsync(start + new string('x', 4096 - start.Length - 2) + "\"}");

        Assert.Equal("heartbeat_response", (await client.ReceiveAsync()).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("{bad", "bad_json")]
    [InlineData("[1,2]", "bad_json")]
    [InlineData("null", "bad_json")]
    [InlineData("{}", "unknown_action")]
    [InlineData("{\"action\":\"sing\"}", "unknown_action")]
    [InlineData("{\"action\":7}", "unknown_action")]
    [InlineData("{\"action\":\"subscribe\",\"symbols\":\"BTC\"}", "bad_symbols")]
    [InlineData("{\"action\":\"subscribe\",\"symbols\":[1]}", "bad_symbols")]
    public async Task A_message_that_makes_no_sense_is_answered_and_the_stream_goes_on(string message, string code)
    {
        await using var redis = await services.NewRedisAsync();
        await using var host = await StreamHost.StartAsync(redis);
        using var client = await host.ConnectAsync("/ws/crypto");
        await client.ReceiveAsync();

        await client.SendAsync(message);
        var error = await client.ReceiveAsync();
        Assert.Equal(("error", code), (error.GetProperty("type").GetString(), error.GetProperty("code").GetString()));

        await host.PublishAsync(("BTC", 5));
        Assert.Equal("crypto_update", (await client.ReceiveAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_client_that_closes_is_answered_with_its_own_code()
    {
        await using var host = await StreamHost.StartAsync(services);
        using var client = await host.ConnectAsync("/ws/crypto");
        await client.ReceiveAsync();
        await Wait.Until(() => host.Status.Connections == 1);

        await client.SendFrameAsync(Close, [0x03, 0xE8]);

        Assert.Equal(1000, await client.ReceiveCloseAsync());
        await Wait.Until(() => host.Status.Connections == 0);
    }

    [Fact]
    public async Task A_client_that_vanishes_leaves_no_connection_behind()
    {
        await using var host = await StreamHost.StartAsync(services);
        var client = await host.ConnectAsync("/ws/crypto");
        await client.ReceiveAsync();
        await Wait.Until(() => host.Status.Connections == 1);

        client.Dispose();

        await Wait.Until(() => host.Status.Connections == 0);
    }
}
