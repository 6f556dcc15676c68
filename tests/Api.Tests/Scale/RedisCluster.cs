using System.Globalization;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun.Processes;
using InvestmentAssistant.LocalRun.Services;

namespace InvestmentAssistant.Api.Tests.Scale;

/// <summary>A Redis Cluster on this machine: three masters, and a replica of each.</summary>
internal sealed class RedisCluster : IAsyncDisposable
{
    private const int Masters = 3;
    private const int Slots = 16_384;

    private readonly List<PrivateRedis> _nodes = [];

    private RedisCluster() { }

    /// <summary>The StackExchange.Redis connection string: two of the servers, which name the others.</summary>
    public string Configuration => $"{_nodes[0].Endpoint},{_nodes[Masters].Endpoint}";

    /// <summary>Starts the servers and makes them one Cluster. Returns when every slot is served and copied.</summary>
    public static async Task<RedisCluster> StartAsync(LocalServices services)
    {
        var cluster = new RedisCluster();
        try
        {
            for (var i = 0; i < 2 * Masters; i++)
                cluster._nodes.Add(await StartNodeAsync(services));
            await cluster.JoinAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>The server that is master of a slot, as a server that runs sees it.</summary>
    public async Task<PrivateRedis> MasterOfAsync(string key)
    {
        var alive = _nodes.First(n => !n.Process.HasExited);
        var slot = int.Parse((await RedisWire.AskAsync(alive.Port, $"CLUSTER KEYSLOT {key}"))[1..], CultureInfo.InvariantCulture);
        // "id 127.0.0.1:7000@17000 myself,master - 0 0 1 connected 0-5460"
        foreach (var line in (await RedisWire.AskAsync(alive.Port, "CLUSTER NODES")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            if (words[2].Contains("fail", StringComparison.Ordinal))
                continue;
            foreach (var range in words.Skip(8).Select(w => w.Split('-')))
                if (range.Length is 2 && slot >= Number(range[0]) && slot <= Number(range[1]))
                    return _nodes.Single(n => words[1].StartsWith(n.Endpoint + "@", StringComparison.Ordinal));
        }
        throw new InvalidOperationException($"No server has the slot of {key}.");
    }

    /// <summary>kill -9; it can be started again on its port.</summary>
    public static async Task KillAsync(PrivateRedis node)
    {
        node.Process.Send(Signal.Kill);
        await node.Process.Exited.WaitAsync(Ct);
    }

    /// <summary>Starts a killed server again. Returns when it is a copy that has all that its master has.</summary>
    public static async Task BringBackAsync(PrivateRedis node)
    {
        await node.StartServerAsync(Ct);
        await Wait.Until(() => IsCopyAsync(node));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }

    private static Task<PrivateRedis> StartNodeAsync(LocalServices services)
    {
        var name = "cluster-" + Guid.NewGuid().ToString("N")[..8];
        return PrivateRedis.StartAsync(
            services.Folder(name),
            services.Log(name),
            Ct,
            "--cluster-enabled",
            "yes",
            "--cluster-port",
            FreePort.Next().ToString(CultureInfo.InvariantCulture),
            "--cluster-node-timeout",
            "2000",
            "--cluster-replica-validity-factor",
            "0",
            "--repl-diskless-sync-delay",
            "0"
        );
    }

    private async Task JoinAsync()
    {
        for (var i = 0; i < Masters; i++)
            await RedisWire.DoAsync(_nodes[i].Port, $"CLUSTER ADDSLOTSRANGE {Slots * i / Masters} {Slots * (i + 1) / Masters - 1}");
        for (var i = 0; i < _nodes.Count; i++)
        {
            await RedisWire.DoAsync(_nodes[i].Port, $"CLUSTER SET-CONFIG-EPOCH {i + 1}");
            if (i > 0)
                await RedisWire.DoAsync(_nodes[i].Port, $"CLUSTER MEET 127.0.0.1 {_nodes[0].Port} {await BusPortAsync(_nodes[0])}");
        }
        foreach (var node in _nodes)
            await Wait.Until(
                async () =>
                    await RedisWire.AskAsync(node.Port, "CLUSTER INFO") is var info
                    && info.Contains("cluster_state:ok", StringComparison.Ordinal)
                    && info.Contains($"cluster_known_nodes:{_nodes.Count}", StringComparison.Ordinal),
                what: "every server knows all others"
            );
        for (var i = Masters; i < _nodes.Count; i++)
            await RedisWire.DoAsync(
                _nodes[i].Port,
                $"CLUSTER REPLICATE {await RedisWire.AskAsync(_nodes[i - Masters].Port, "CLUSTER MYID")}"
            );
        for (var i = Masters; i < _nodes.Count; i++)
            await Wait.Until(() => IsCopyAsync(_nodes[i]));
    }

    private static async Task<string> BusPortAsync(PrivateRedis node) =>
        (await RedisWire.AskAsync(node.Port, "CLUSTER NODES")).Split('@')[1].Split(' ', ',')[0];

    private static async Task<bool> IsCopyAsync(PrivateRedis node) =>
        (await RedisWire.AskAsync(node.Port, "INFO replication")).Contains("master_link_status:up", StringComparison.Ordinal);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
