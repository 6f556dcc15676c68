using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace InvestmentAssistant.Api.Features.Streaming.Wire;

/// <summary>
/// The opening handshake. The reading side stays with the server's own stream; the writing side of a plain TCP connection is taken over
/// (docs/decisions/0040): a frame then costs one send() and nothing else.
/// </summary>
public static class WebSocketUpgrade
{
    private const string Guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private const int IpProtoTcp = 6,
        TcpInfo = 11,
        TcpUserTimeout = 18;

    /// <summary>Whether the request asks for a WebSocket, over HTTP/1.1 or as an HTTP/2 extended CONNECT.</summary>
    public static bool IsRequested(HttpContext http) =>
        http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true, Protocol: "websocket" }
        || (
            http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true }
            && HttpProtocol.IsHttp11(http.Request.Protocol)
            && HttpMethods.IsGet(http.Request.Method)
            && http.Request.Headers.Upgrade.Any(NamesWebSocket)
        );

    private static bool NamesWebSocket(string? upgrade) =>
        upgrade is not null && upgrade.Split(',', StringSplitOptions.TrimEntries).Contains("websocket", StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether version and key are as RFC 6455 wants them.</summary>
    public static bool IsWellFormed(HttpContext http)
    {
        if (http.Request.Headers.SecWebSocketVersion != "13")
            return false;
        if (http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true })
            return true;
        Span<byte> key = stackalloc byte[24];
        return Convert.TryFromBase64String(http.Request.Headers.SecWebSocketKey.ToString().Trim(), key, out var length) && length == 16;
    }

    /// <summary>Accepts. The stream is to be read from; frames go to the outlet only.</summary>
    /// <param name="http">The request.</param>
    /// <param name="options">The settings.</param>
    /// <param name="extensions">The answer to the client's offers; null for none.</param>
    public static async Task<(Stream Reading, Outlet Writing)> AcceptAsync(HttpContext http, StreamOptions options, string? extensions)
    {
        if (extensions is not null)
            http.Response.Headers.SecWebSocketExtensions = extensions;
        if (http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true } connect)
        {
            var tunnel = await connect.AcceptAsync();
            return (tunnel, new StreamOutlet(tunnel));
        }
        var key = http.Request.Headers.SecWebSocketKey.ToString().Trim() + Guid;
        http.Response.Headers.Upgrade = "websocket";
#pragma warning disable CA5350 // RFC 6455 prescribes SHA-1 here; nothing is kept secret by it.
        http.Response.Headers.SecWebSocketAccept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key)));
#pragma warning restore CA5350
        var socket =
            options.DirectSocket && http.Features.Get<ITlsHandshakeFeature>() is null
                ? http.Features.Get<IConnectionSocketFeature>()?.Socket
                : null;
        var sentBefore = socket is null ? null : BytesSent(socket);
        var stream = await http.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
        if (socket is null || sentBefore is null || !await ResponseIsOutAsync(socket, sentBefore.Value))
            return (stream, new StreamOutlet(stream));
        Prepare(socket, options);
        return (stream, new SocketOutlet(socket));
    }

    /// <summary>
    /// The server writes the 101 response on a thread of its own; our first frame must not overtake it. The head goes out in one piece, so
    /// the kernel's count of sent bytes shows it. False: it was not sent within a quarter of a second, and the server's stream is used
    /// instead.
    /// </summary>
    private static async Task<bool> ResponseIsOutAsync(Socket socket, ulong before)
    {
        for (var attempt = 0; attempt < 250; attempt++)
        {
            if (BytesSent(socket) is { } now && now > before)
                return true;
            if (attempt < 8)
                await Task.Yield();
            else
                await Task.Delay(1);
        }
        return false;
    }

    /// <summary>
    /// Bytes given to the kernel so far: tcpi_bytes_sent and tcpi_notsent_bytes of Linux' tcp_info; null where there is none.
    /// </summary>
    private static ulong? BytesSent(Socket socket)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        try
        {
            Span<byte> info = stackalloc byte[256];
            return socket.GetRawSocketOption(IpProtoTcp, TcpInfo, info) >= 208
                ? BitConverter.ToUInt64(info[200..]) + BitConverter.ToUInt32(info[144..])
                : null;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private static void Prepare(Socket socket, StreamOptions options)
    {
        // A full buffer must be an answer, not a wait. The server's own reads are asynchronous and do not care.
        socket.Blocking = false;
        if (options.SendBufferBytes > 0)
            socket.SendBufferSize = options.SendBufferBytes;
        // A peer that vanished is noticed after this many milliseconds of unacknowledged data, not after a quarter of an hour.
        Span<byte> timeout = stackalloc byte[4];
        BitConverter.TryWriteBytes(timeout, 60_000);
        socket.SetRawSocketOption(IpProtoTcp, TcpUserTimeout, timeout);
    }
}
