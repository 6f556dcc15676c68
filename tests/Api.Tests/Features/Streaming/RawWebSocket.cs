using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Features.Streaming;

/// <summary>
/// A WebSocket client that writes any frame, right or wrong, and reads only when asked to. What it reads must be what the AsyncAPI document
/// says.
/// </summary>
internal sealed class RawWebSocket : IDisposable
{
    /// <summary>First byte of a text message in one frame; the server sends no other kind.</summary>
    private const int FinalText = 0x81;

    /// <summary>The bit that marks a deflated message.</summary>
    public const int DeflatedBit = 0x40;

    /// <summary>The line of a request that offers permessage-deflate as browsers do.</summary>
    public const string OffersDeflate = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly string _path;
    private readonly StreamSchemas _schemas;

    private RawWebSocket(Socket socket, string path, StreamSchemas schemas) =>
        (_socket, _stream, _path, _schemas) = (socket, new NetworkStream(socket, ownsSocket: true), path, schemas);

    /// <summary>Messages read so far, as the AsyncAPI document calls them.</summary>
    public HashSet<(string Address, string Message)> Seen { get; } = [];

    /// <summary>The server's answer to offered extensions; null without one.</summary>
    public string? Extensions { get; private set; }

    /// <summary>Payloads of the frames that came deflated, as they came.</summary>
    public List<byte[]> Deflated { get; } = [];

    /// <param name="port">Of 127.0.0.1.</param>
    /// <param name="path">With its query.</param>
    /// <param name="headers">Further lines of the request, each with its end.</param>
    /// <param name="receiveBuffer">Bytes that the kernel keeps for a slow reader.</param>
    /// <param name="schemas">Another document than the product's own.</param>
    public static async Task<RawWebSocket> ConnectAsync(
        int port,
        string path,
        string? headers = null,
        int? receiveBuffer = null,
        StreamSchemas? schemas = null
    )
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer is { } size)
            socket.ReceiveBufferSize = size;
        await socket.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        var client = new RawWebSocket(socket, path, schemas ?? StreamSchemas.Ours);
        await client.SendRawAsync(Handshake(port, path, headers));
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await client.ReadExactlyAsync(one);
            head.Append((char)one[0]);
        }
        Assert.StartsWith("HTTP/1.1 101", head.ToString(), StringComparison.Ordinal);
        const string extensions = "Sec-WebSocket-Extensions: ";
        client.Extensions = head.ToString()
            .Split("\r\n")
            .SingleOrDefault(l => l.StartsWith(extensions, StringComparison.OrdinalIgnoreCase))
            ?[extensions.Length..];
        return client;
    }

    /// <summary>The opening request of a client.</summary>
    public static byte[] Handshake(int port, string path, string? headers = null)
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        return Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: "
                + $"{key}\r\nSec-WebSocket-Version: 13\r\n{headers}\r\n"
        );
    }

    /// <summary>Sends a frame; masked, as a client must, by default.</summary>
    public Task SendFrameAsync(int opcode, ReadOnlySpan<byte> payload, bool final = true, bool masked = true, int reserved = 0)
    {
        var frame = new List<byte> { (byte)((final ? 0x80 : 0) | reserved | opcode) };
        var bit = masked ? 0x80 : 0;
        if (payload.Length < 126)
        {
            frame.Add((byte)(bit | payload.Length));
        }
        else
        {
            frame.Add((byte)(bit | 126));
            frame.Add((byte)(payload.Length >> 8));
            frame.Add((byte)payload.Length);
        }
        byte[] mask = masked ? RandomNumberGenerator.GetBytes(4) : [0, 0, 0, 0];
        if (masked)
            frame.AddRange(mask);
        for (var i = 0; i < payload.Length; i++)
            frame.Add((byte)(payload[i] ^ mask[i & 3]));
        return SendRawAsync([.. frame]);
    }

    public Task SendAsync(string text) => SendFrameAsync(1, Encoding.UTF8.GetBytes(text));

    public async Task SendRawAsync(byte[] bytes) => await _stream.WriteAsync(bytes, TestContext.Current.CancellationToken);

    /// <summary>Sends a text deflated.</summary>
    public Task SendDeflatedAsync(string text) => SendFrameAsync(1, Deflate(Encoding.UTF8.GetBytes(text)), reserved: DeflatedBit);

    /// <summary>A message as permessage-deflate sends it.</summary>
    public static byte[] Deflate(ReadOnlySpan<byte> text)
    {
        var output = new MemoryStream();
        using var deflater = new DeflateStream(output, CompressionLevel.Optimal);
        deflater.Write(text);
        deflater.Flush();
        return output.ToArray()[..^4];
    }

    private static byte[] Inflate(byte[] payload)
    {
        using var inflater = new DeflateStream(new MemoryStream([.. payload, 0, 0, 0xFF, 0xFF]), CompressionMode.Decompress);
        using var output = new MemoryStream();
        inflater.CopyTo(output);
        return output.ToArray();
    }

    /// <summary>The next frame: opcode and payload, inflated; the server must not mask.</summary>
    public async Task<(int Opcode, byte[] Payload)> ReceiveFrameAsync()
    {
        var head = new byte[2];
        await ReadExactlyAsync(head);
        Assert.Equal(0, head[1] & 0x80);
        long length = head[1] & 0x7F;
        if (length == 126)
        {
            var more = new byte[2];
            await ReadExactlyAsync(more);
            length = BinaryPrimitives.ReadUInt16BigEndian(more);
        }
        else if (length == 127)
        {
            var more = new byte[8];
            await ReadExactlyAsync(more);
            length = BinaryPrimitives.ReadInt64BigEndian(more);
        }
        var payload = new byte[length];
        await ReadExactlyAsync(payload);
        if ((head[0] & DeflatedBit) != 0)
        {
            Assert.True(Extensions is not null && head[0] == (FinalText | DeflatedBit), $"a deflated frame of kind {head[0]:x}");
            Deflated.Add(payload);
            payload = Inflate(payload);
        }
        if ((head[0] & ~DeflatedBit) == FinalText)
            Seen.Add(_schemas.Check(_path, payload));
        return (head[0] & 0x0F, payload);
    }

    /// <summary>The next text message, passing over pings.</summary>
    public async Task<JsonElement> ReceiveAsync()
    {
        while (true)
        {
            var (opcode, payload) = await ReceiveFrameAsync();
            if (opcode == 0x9)
                continue;
            Assert.True(opcode == 1, $"frame with opcode {opcode}: {Encoding.UTF8.GetString(payload)}");
            return JsonDocument.Parse(payload).RootElement;
        }
    }

    /// <summary>The next message of that type, passing over others.</summary>
    public async Task<JsonElement> ReceiveAsync(string type)
    {
        while (true)
        {
            var message = await ReceiveAsync();
            if (message.GetProperty("type").GetString() == type)
                return message;
        }
    }

    /// <summary>The code of the closing frame, passing over messages before it.</summary>
    public async Task<int> ReceiveCloseAsync()
    {
        while (true)
        {
            var (opcode, payload) = await ReceiveFrameAsync();
            if (opcode == 8)
                return BinaryPrimitives.ReadUInt16BigEndian(payload);
        }
    }

    public void Dispose() => _stream.Dispose();

    private async Task ReadExactlyAsync(byte[] buffer)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await _stream.ReadExactlyAsync(buffer, patience.Token);
    }
}
