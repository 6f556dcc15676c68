using System.Globalization;
using System.Net.Sockets;
using System.Text;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.LocalRun.Processes;

namespace InvestmentAssistant.Api.Tests.Scale;

/// <summary>HAProxy with deploy/haproxy.cfg, on other ports.</summary>
internal sealed class HaProxy : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly int _commands;

    private HaProxy(ChildProcess process, int port, int commands) => (_process, Port, _commands) = (process, port, commands);

    /// <summary>Where clients connect.</summary>
    public int Port { get; }

    /// <summary>Starts it. Returns when it listens.</summary>
    /// <param name="services">Where its files go.</param>
    /// <param name="ports">Of api1, api2 and api3.</param>
    public static async Task<HaProxy> StartAsync(LocalServices services, IReadOnlyList<int> ports)
    {
        var (port, commands) = (FreePort.Next(), FreePort.Next());
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Current.Root, "deploy", "haproxy.cfg"), Ct);
        var places = new List<(string Given, int Port)> { ("127.0.0.1:8080", port), ("127.0.0.1:9999", commands) };
        places.AddRange(ports.Select((p, i) => (string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:888{i + 1}"), p)));
        foreach (var (given, own) in places)
        {
            Assert.Contains(given, text, StringComparison.Ordinal);
            text = text.Replace(given, string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{own}"), StringComparison.Ordinal);
        }
        var file = Path.Combine(Directory.CreateDirectory(services.Folder($"haproxy-{port}")).FullName, "haproxy.cfg");
        await File.WriteAllTextAsync(file, text, Ct);
        var process = await ChildProcess.StartAsync(
            new ChildSpec("haproxy", ["/usr/sbin/haproxy", "-db", "-f", file], services.Log($"haproxy-{port}"))
        );
        await Wait.Until(() => process.HasExited || !FreePort.IsFree(port), what: "HAProxy listens");
        Assert.False(process.HasExited, process.LogTail());
        return new HaProxy(process, port, commands);
    }

    /// <summary>Sends nothing new to a server; what it has goes on.</summary>
    public async Task DrainAsync(string server) => Assert.Equal("", (await AskAsync($"set server api/{server} state drain")).Trim());

    /// <summary>Open streams and requests by server.</summary>
    public async Task<IReadOnlyDictionary<string, int>> SessionsAsync()
    {
        // "api,api1,qcur,qmax,scur,..."
        var rows = (await AskAsync("show stat")).Split('\n').Select(l => l.Split(',')).Where(c => c is ["api", not "BACKEND", ..]);
        return rows.ToDictionary(c => c[1], c => int.Parse(c[4], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private async Task<string> AskAsync(string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _commands, Ct);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\n"), Ct);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync(Ct);
    }
}
