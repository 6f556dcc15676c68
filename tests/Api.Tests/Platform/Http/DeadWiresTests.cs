using System.Net;
using System.Net.Sockets;
using InvestmentAssistant.Api.Platform.Http;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace InvestmentAssistant.Api.Tests.Platform.Http;

/// <summary>Connections whose peer no longer acknowledges.</summary>
public sealed class DeadWiresTests
{
    [Fact]
    public async Task Connections_inherit_the_limit_of_the_socket_that_accepts_them()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "TCP_USER_TIMEOUT is Linux'.");
        var options = new SocketTransportOptions();
        options.EndAfterSilence();
        using var listening = options.CreateBoundListenSocket(new IPEndPoint(IPAddress.Loopback, 0));
        listening.Listen();
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(listening.LocalEndPoint!, Ct);

        using var accepted = await listening.AcceptAsync(Ct);

        var value = new byte[4];
        accepted.GetRawSocketOption(6, 18, value);
        Assert.Equal((int)DeadWires.After.TotalMilliseconds, BitConverter.ToInt32(value));
    }
}
