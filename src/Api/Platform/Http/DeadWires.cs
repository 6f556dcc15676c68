using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// Ends connections whose peer no longer acknowledges: a cable was pulled, a phone lost its network. Without it the system tries for a
/// quarter of an hour, and an event stream, whose client never sends anything, would live as long.
/// </summary>
public static class DeadWires
{
    /// <summary>Time without an acknowledgement: two heartbeats of a stream.</summary>
    public static readonly TimeSpan After = TimeSpan.FromSeconds(30);

    /// <summary>Number of the option TCP_USER_TIMEOUT on Linux, milliseconds; .NET has no name for it.</summary>
    private const int UserTimeout = 18;

    /// <summary>Has the listening socket made with that limit, which its connections inherit. Other systems keep their own.</summary>
    public static void EndAfterSilence(this SocketTransportOptions sockets) => sockets.CreateBoundListenSocket = Bind;

    private static Socket Bind(EndPoint address)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(address);
        if (OperatingSystem.IsLinux() && socket.ProtocolType is ProtocolType.Tcp)
            socket.SetRawSocketOption((int)SocketOptionLevel.Tcp, UserTimeout, BitConverter.GetBytes((int)After.TotalMilliseconds));
        return socket;
    }
}
