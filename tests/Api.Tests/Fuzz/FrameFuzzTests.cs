using System.Globalization;
using System.Text;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Features.Streaming;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Fuzz;

/// <summary>
/// Two thousand WebSocket frames, drawn from the commands of our own AsyncAPI document and broken in many ways. The same ones in each run;
/// FUZZ_SEED draws others.
/// </summary>
public sealed class FrameFuzzTests(LocalServices services)
{
    private const int Frames = 2_000;

    /// <summary>Codes of docs/streams.md and of RFC 6455 that a wrong frame may be closed with.</summary>
    private static readonly int[] s_codes = [1000, 1002, 1003, 1007, 1009];

    private static readonly string[] s_commands =
    [
        """{"action":"subscribe","symbols":["BTC","ETH"]}""",
        """{"action":"unsubscribe","symbols":["BTC"]}""",
        """{"action":"snapshot"}""",
        """{"action":"heartbeat"}""",
        """{"action":"ping"}""",
        """{"action":"interval","interval":1000}""",
        "ping",
        "{}",
        "[]",
        "null",
        "42",
        "\"text\"",
    ];

    [Fact]
    public async Task Whatever_frames_come_they_get_an_answer_or_a_numbered_close_and_others_are_served()
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable("FUZZ_SEED") ?? "20261130", CultureInfo.InvariantCulture);
        var random = new Random(seed);
        await using var host = await StreamHost.StartAsync(
            services,
            new() { ["Streaming:MessageBurst"] = "100000", ["Streaming:MessagesPerSecond"] = "100000" }
        );
        await host.PublishAndSeeAsync("BTC", 1);
        using var witness = await host.ConnectAsync("/ws/crypto");
        await witness.ReceiveAsync("snapshot");
        var (sent, closes) = (0, new SortedDictionary<int, int>());

        while (sent < Frames)
        {
            using var client = await host.ConnectAsync(
                random.Next(2) == 0 ? "/ws/crypto" : "/ws/crypto?symbols=BTC&interval=100",
                random.Next(2) == 0 ? null : RawWebSocket.OffersDeflate
            );
            var most = random.Next(1, 40);
            for (var i = 0; i < most && sent < Frames; i++, sent++)
            {
                var (opcode, payload, final, reserved) = Draw(random);
                if (!await TrySendAsync(client, opcode, payload, final, reserved))
                    break;
            }
            // Either it still understands us, or it has said why it does not.
            await TrySendAsync(client, 8, [0x03, 0xE8], final: true, reserved: 0);
            var code = await client.ReceiveCloseAsync();
            closes[code] = closes.GetValueOrDefault(code) + 1;
        }

        Console.WriteLine($"{sent} frames, seed {seed}; closes by code: {string.Join(", ", closes)}");
        Assert.Empty(closes.Keys.Except(s_codes));
        await witness.SendAsync("""{"action":"heartbeat"}""");
        await witness.ReceiveAsync("heartbeat_response");
        await host.PublishAsync(("BTC", 2));
        Assert.Equal([("KRW-BTC", 2)], ChangesDialectTests.Prices(await witness.ReceiveAsync("crypto_update")));
    }

    private static async Task<bool> TrySendAsync(RawWebSocket client, int opcode, byte[] payload, bool final, int reserved)
    {
        try
        {
            await client.SendFrameAsync(opcode, payload, final, masked: true, reserved);
            return true;
        }
        catch (IOException)
        {
            // Closed already; its last frame is still there to read.
            return false;
        }
    }

    private static (int Opcode, byte[] Payload, bool Final, int Reserved) Draw(Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(s_commands[random.Next(s_commands.Length)]);
        return random.Next(14) switch
        {
            0 => (1, Mutated(bytes, random), true, 0),
            1 => (1, Mutated(Mutated(bytes, random), random), true, 0),
            2 => (1, Encoding.UTF8.GetBytes(Nested(random.Next(1, 1_500))), true, 0),
            3 => (1, Encoding.UTF8.GetBytes(Symbols(random)), true, 0),
            4 => (9, bytes[..Math.Min(bytes.Length, 125)], true, 0),
            5 => (10, bytes[..Math.Min(bytes.Length, 125)], true, 0),
            6 when random.Next(8) == 0 => (2, bytes, true, 0),
            7 when random.Next(8) == 0 => (random.Next(3, 8), bytes, true, 0),
            8 when random.Next(8) == 0 => (1, bytes, true, 0x40),
            9 when random.Next(8) == 0 => (1, new byte[random.Next(4_097, 9_000)], true, 0),
            10 when random.Next(8) == 0 => (1, bytes, false, 0),
            12 => (1, RawWebSocket.Deflate(bytes), true, RawWebSocket.DeflatedBit),
            13 => (1, Mutated(RawWebSocket.Deflate(bytes), random), true, RawWebSocket.DeflatedBit),
            _ => (1, bytes, true, 0),
        };
    }

    private static byte[] Mutated(byte[] bytes, Random random)
    {
        if (bytes.Length == 0)
            return bytes;
        var copy = bytes.ToArray();
        copy[random.Next(copy.Length)] = (byte)random.Next(256);
        return random.Next(3) == 0 ? copy[..random.Next(copy.Length)] : copy;
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static string Symbols(Random random) =>
        JsonSerializer.Serialize(
            new { action = "subscribe", symbols = Enumerable.Range(0, random.Next(1, 300)).Select(i => $"S{i}\u0000"[..random.Next(1, 3)]) }
        );
}
