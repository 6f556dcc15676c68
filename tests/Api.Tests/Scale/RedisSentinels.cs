using System.Globalization;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun.Processes;
using InvestmentAssistant.LocalRun.Services;

namespace InvestmentAssistant.Api.Tests.Scale;

/// <summary>A master with two replicas on this machine, and three Sentinels that watch them.</summary>
internal sealed class RedisSentinels : IAsyncDisposable
{
    private const string Service = "boards";

    private readonly List<PrivateRedis> _servers = [];
    private readonly List<(ChildProcess Process, int Port)> _sentinels = [];

    private RedisSentinels() { }

    /// <summary>The StackExchange.Redis connection string: the Sentinels and what they call the master.</summary>
    public string Configuration => $"{string.Join(',', _sentinels.Select(s => $"127.0.0.1:{s.Port}"))},serviceName={Service}";

    /// <summary>The first master.</summary>
    public PrivateRedis Master => _servers[0];

    /// <summary>Starts all. Returns when the Sentinels know each other and both replicas.</summary>
    public static async Task<RedisSentinels> StartAsync(LocalServices services)
    {
        var group = new RedisSentinels();
        try
        {
            for (var i = 0; i < 3; i++)
                group._servers.Add(await StartServerAsync(services, i is 0 ? null : group.Master));
            for (var i = 0; i < 3; i++)
                group._sentinels.Add(await StartSentinelAsync(services, group.Master));
            foreach (var (process, port) in group._sentinels)
                await Wait.Until(
                    async () =>
                        !FreePort.IsFree(port)
                        && (await RedisWire.AskAsync(port, $"SENTINEL CKQUORUM {Service}")).StartsWith("+OK 3", StringComparison.Ordinal)
                        && await RedisWire.AskAsync(port, $"SENTINEL REPLICAS {Service}") is "*2",
                    what: $"a Sentinel knows all others; its log ends with:\n{process.LogTail()}"
                );
            return group;
        }
        catch
        {
            await group.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (process, _) in _sentinels)
            await process.DisposeAsync();
        foreach (var server in _servers)
            await server.DisposeAsync();
    }

    private static Task<PrivateRedis> StartServerAsync(LocalServices services, PrivateRedis? master)
    {
        var name = "watched-" + Guid.NewGuid().ToString("N")[..8];
        string[] copies = master is null ? [] : ["--replicaof", "127.0.0.1", master.Port.ToString(CultureInfo.InvariantCulture)];
        return PrivateRedis.StartAsync(services.Folder(name), services.Log(name), Ct, ["--repl-diskless-sync-delay", "0", .. copies]);
    }

    private static async Task<(ChildProcess Process, int Port)> StartSentinelAsync(LocalServices services, PrivateRedis master)
    {
        var name = "sentinel-" + Guid.NewGuid().ToString("N")[..8];
        var port = FreePort.Next();
        var file = Path.Combine(Directory.CreateDirectory(services.Folder(name)).FullName, "sentinel.conf");
        await File.WriteAllTextAsync(
            file,
            $"""
            port {port}
            bind 127.0.0.1
            dir {Path.GetDirectoryName(file)}
            sentinel monitor {Service} 127.0.0.1 {master.Port} 2
            sentinel down-after-milliseconds {Service} 2000
            sentinel failover-timeout {Service} 3000
            sentinel parallel-syncs {Service} 2

            """,
            Ct
        );
        var process = await ChildProcess.StartAsync(new ChildSpec("sentinel", ["redis-server", file, "--sentinel"], services.Log(name)));
        return (process, port);
    }
}
