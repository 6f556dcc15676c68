using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace InvestmentAssistant.Api.Tests.Scale;

/// <summary>Commands to one Redis server, whatever it says of others: what an administrator does.</summary>
internal static class RedisWire
{
    /// <summary>Sends a command on a connection of its own and returns the reply: of an array its first line.</summary>
    public static async Task<string> AskAsync(int port, string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, Ct);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), Ct);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var first = await reader.ReadLineAsync(Ct) ?? "";
        if (!first.StartsWith('$'))
            return first;
        var text = new char[int.Parse(first[1..], CultureInfo.InvariantCulture)];
        await reader.ReadBlockAsync(text, Ct);
        return new string(text);
    }

    /// <summary>Sends a command that is answered with OK.</summary>
    public static async Task DoAsync(int port, string command) => Assert.Equal("+OK", await AskAsync(port, command));
}
