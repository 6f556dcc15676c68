using System.Net;
using System.Net.Sockets;
using System.Text;
using InvestmentAssistant.Api.Features.Streaming;
using InvestmentAssistant.Api.Features.Streaming.Connections;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Tests.Features.Streaming;

/// <summary>Messages and connections that cost us more than those who send them.</summary>
public sealed class HostileMessageTests(LocalServices services)
{
    [Theory]
    [InlineData("""{"action":"\ud800"}""")]
    [InlineData("""{"action":"subscribe","symbols":["\udfff"]}""")]
    [InlineData("""{"action":"subscribe","symbols":["BTC","a\ud800b"]}""")]
    public async Task A_text_that_is_no_unicode_gets_an_error_and_the_stream_goes_on(string message)
    {
        await using var host = await StreamHost.StartAsync(services);
        using var client = await host.ConnectAsync("/ws/crypto");
        await client.ReceiveAsync("snapshot");

        await client.SendAsync(message);
        var error = await client.ReceiveAsync("error");
        await client.SendAsync("""{"action":"heartbeat"}""");

        Assert.Equal("bad_json", error.GetProperty("code").GetString());
        await client.ReceiveAsync("heartbeat_response");
    }

    [Fact]
    public async Task Snapshots_can_be_asked_for_once_a_second()
    {
        await using var host = await StreamHost.StartAsync(services);
        using var client = await host.ConnectAsync("/ws/crypto");
        await client.ReceiveAsync("snapshot");

        for (var i = 0; i < 20; i++)
            await client.SendAsync("""{"action":"snapshot"}""");
        await client.SendAsync("""{"action":"heartbeat"}""");
        var (snapshots, refusals) = (0, 0);
        while (await client.ReceiveAsync() is var next && next.GetProperty("type").GetString() is var type && type != "heartbeat_response")
        {
            snapshots += type == "snapshot" ? 1 : 0;
            refusals += type == "error" && next.GetProperty("code").GetString() == "too_many_snapshots" ? 1 : 0;
        }

        // How many are refused depends on how long the twenty took; all of them never come.
        Assert.True(refusals > 0, $"{snapshots} snapshots, {refusals} refusals");
        Assert.True(snapshots < 20, $"{snapshots} snapshots, {refusals} refusals");
    }

    [Theory]
    [InlineData("GET /ws/crypto HTTP/1.0", "websocket")]
    [InlineData("GET /ws/crypto HTTP/1.1", "xwebsocketx")]
    [InlineData("CONNECT /ws/crypto HTTP/1.1", "websocket")]
    [InlineData("POST /ws/crypto HTTP/1.1", "websocket")]
    public async Task Only_a_get_over_http_1_1_that_names_websocket_is_upgraded(string line, string upgrade)
    {
        await using var host = await StreamHost.StartAsync(services);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, host.Port, Ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"{line}\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: {upgrade}\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
            ),
            Ct
        );
        using var reader = new StreamReader(stream);

        Assert.Matches("^HTTP/1.1 4[0-9][0-9]", await reader.ReadLineAsync(Ct));
    }

    [Fact]
    public void The_addresses_of_one_ipv6_network_share_their_places()
    {
        var gate = new StreamGate(
            Options.Create(new StreamOptions { MaxConnectionsPerAddress = 2 }),
            HttpSettings.From(new ConfigurationBuilder().Build())
        );

        Assert.True(gate.TryEnter(Customer("2001:db8:1:2::1")));
        Assert.True(gate.TryEnter(Customer("2001:db8:1:2::2")));
        Assert.False(gate.TryEnter(Customer("2001:db8:1:2:ffff::3")));
        Assert.True(gate.TryEnter(Customer("2001:db8:1:3::1")));
        gate.Leave(Customer("2001:db8:1:2::9"));
        Assert.True(gate.TryEnter(Customer("2001:db8:1:2::4")));
        Assert.True(gate.TryEnter(Customer("203.0.113.1")));
        Assert.True(gate.TryEnter(Customer("::ffff:203.0.113.1")));
        Assert.False(gate.TryEnter(Customer("203.0.113.1")));

        IPAddress? Customer(string address)
        {
            var http = new DefaultHttpContext();
            http.Connection.RemoteIpAddress = IPAddress.Parse(address);
            return gate.CustomerOf(http);
        }
    }
}
