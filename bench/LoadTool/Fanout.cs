using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace InvestmentAssistant.Bench;

/// <summary>
/// Time from a publish on Redis to the last of N WebSocket clients having the whole message, beside a bare send() loop that
/// delivers frames of the same length to the same number of sockets, read by the same clients in the same run. Each message is measured in
/// each form that a client can ask for, with its bytes and the server's CPU time a delivery.
/// </summary>
/// <param name="api">The server.</param>
/// <param name="redis">The Redis that it listens to.</param>
/// <param name="serverPid">Process of the server; null when its CPU time cannot be read.</param>
internal sealed class Fanout(IPEndPoint api, string redis, int? serverPid)
{
    private const int BoardSize = 420,
        DeltaSize = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A message in one form; the first form of a message is what the others are compared with.</summary>
    private sealed record Case(string Message, string Form, string Path, bool IsDeflated, int Rounds, int PauseMs);

    // The full board is the deployed front end's dialect: at most one a second, so its rounds are a second apart.
    private static readonly Case[] Cases =
    [
        new("20-item delta", "plain", "/ws/crypto", IsDeflated: false, 300, 20),
        new("20-item delta", "deflate", "/ws/crypto", IsDeflated: true, 300, 20),
        new("20-item delta", "compact", "/ws/crypto?format=compact", IsDeflated: false, 300, 20),
        new("20-item delta", "compact+deflate", "/ws/crypto?format=compact", IsDeflated: true, 300, 20),
        new("full board", "plain", "/api/v1/ws/crypto", IsDeflated: false, 25, 1150),
        new("full board", "deflate", "/api/v1/ws/crypto", IsDeflated: true, 25, 1150),
    ];

    private sealed record Figures(double[] Ours, double[] Floor, long Bytes, double CpuMicroseconds);

    private long _seq;

    public int Run(int[] sizes)
    {
        using var connection = ConnectionMultiplexer.Connect(redis);
        var publisher = connection.GetSubscriber();
        publisher.Publish(RedisChannel.Literal("crypto_updates"), TickerBatch.Of(++_seq, BoardSize));

        Console.WriteLine(
            $"{Environment.ProcessorCount} cores, everything on one machine; milliseconds from publish to the last client; "
                + "bytes of a payload; microseconds of the server's CPU a delivery; "
                + "ratios to a bare send() of the same bytes, and to the plain form"
        );
        Console.WriteLine(
            $"{"message", -14} {"form", -15} {"clients", 7} {"bytes", 7} {"CPU", 7}   {"p50", 7} {"p95", 7} {"p99", 7}   "
                + $"{"send() p50", 10} {"p95", 7} {"p99", 7}   {"ratio p50", 9} {"p99", 6}   {"bytes", 6} {"CPU", 6}"
        );
        foreach (var clients in sizes)
        {
            Figures? plain = null;
            foreach (var one in Cases)
            {
                if (Measure(one, clients, publisher) is not { } figures)
                    return 1;
                if (!one.IsDeflated && one.Form == "plain")
                    plain = figures;
                Write(one, clients, figures, plain!);
            }
        }
        return 0;
    }

    /// <summary>Null when a message did not reach all clients.</summary>
    private Figures? Measure(Case one, int clients, ISubscriber publisher)
    {
        // The two take turns in blocks, so that a drift of the machine's speed touches both.
        List<double> ours = [],
            floor = [];
        using var swarm = ClientSwarm.Connect(api, clients, one.Path, one.IsDeflated);
        swarm.ReadFor(TimeSpan.FromSeconds(1.5));
        using var bare = new FloorProcess(clients);
        var (cpu, bytes) = (TimeSpan.Zero, 0L);
        // The first rounds warm both up.
        for (var round = -5; round < one.Rounds; round++)
        {
            if (round == 0)
                cpu = Cpu();
            var milliseconds = Round(swarm, () =>
                publisher.Publish(RedisChannel.Literal("crypto_updates"), TickerBatch.Of(++_seq, DeltaSize), CommandFlags.FireAndForget)
            );
            var payload = swarm.LastPayload;
            var bareMilliseconds = Round(bare.Swarm, () => bare.Send((int)payload));
            if (milliseconds is null || bareMilliseconds is null)
            {
                Console.Error.WriteLine(
                    $"{one.Message}, {one.Form}, {clients} clients: a message did not reach all clients within {Patience.TotalSeconds} s "
                        + $"(frames {swarm.FrameRange()}, closed {swarm.ClosedCount})"
                );
                return null;
            }
            if (round >= 0)
            {
                ours.Add(milliseconds.Value);
                floor.Add(bareMilliseconds.Value);
                bytes += payload;
            }
            swarm.ReadFor(TimeSpan.FromMilliseconds(one.PauseMs));
        }
        var spent = Cpu() - cpu;
        return new Figures([.. ours], [.. floor], bytes / one.Rounds, spent.TotalMicroseconds / ((double)clients * one.Rounds));
    }

    private static void Write(Case one, int clients, Figures figures, Figures plain)
    {
        var (a, b) = (Percentiles.Of([.. figures.Ours]), Percentiles.Of([.. figures.Floor]));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{one.Message, -14} {one.Form, -15} {clients, 7} {figures.Bytes, 7} {figures.CpuMicroseconds, 7:0.0}   "
                    + $"{a.P50, 7:0.00} {a.P95, 7:0.00} {a.P99, 7:0.00}   {b.P50, 10:0.00} {b.P95, 7:0.00} {b.P99, 7:0.00}   "
                    + $"{a.P50 / b.P50, 9:0.00} {a.P99 / b.P99, 6:0.00}   "
                    + $"{(double)figures.Bytes / plain.Bytes, 6:0.00} {figures.CpuMicroseconds / plain.CpuMicroseconds, 6:0.00}"
            )
        );
    }

    private TimeSpan Cpu()
    {
        if (serverPid is not { } pid)
            return TimeSpan.Zero;
        using var server = Process.GetProcessById(pid);
        return server.TotalProcessorTime;
    }

    private static double? Round(ClientSwarm swarm, Action publish)
    {
        swarm.ResetCounts();
        var start = Stopwatch.GetTimestamp();
        publish();
        return swarm.ReadUntilEachHas(1, Patience) ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : null;
    }

    /// <summary>The floor server as a process of its own, and its clients.</summary>
    private sealed class FloorProcess : IDisposable
    {
        private readonly Process _process;
        private readonly Socket _control = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        public FloorProcess(int clients)
        {
            _process = Process.Start(
                new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), "floor-server"]) { RedirectStandardOutput = true }
            )!;
            var ports = _process.StandardOutput.ReadLine()!.Split(' ').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
            _control.Connect(IPAddress.Loopback, ports[0]);
            Command(1, clients);
            Swarm = ClientSwarm.Connect(new IPEndPoint(IPAddress.Loopback, ports[1]), clients, path: null);
            if (_control.Receive(new byte[8]) != 8)
                throw new InvalidOperationException("the floor server did not accept its clients");
        }

        public ClientSwarm Swarm { get; }

        public void Send(int length) => Command(2, length);

        private void Command(int kind, int value) => _control.Send([.. BitConverter.GetBytes(kind), .. BitConverter.GetBytes(value)]);

        // Started as `dotnet LoadTool.dll`, the process path is dotnet and the dll must be named again.
        private static string[] Self() =>
            Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Fanout).Assembly.Location] : [];

        public void Dispose()
        {
            Swarm.Dispose();
            _control.Dispose();
            _process.WaitForExit(2000);
            if (!_process.HasExited)
                _process.Kill();
            _process.Dispose();
        }
    }
}
