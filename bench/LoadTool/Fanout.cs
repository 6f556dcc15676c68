using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using StackExchange.Redis;

namespace InvestmentAssistant.Bench;

/// <summary>
/// Time from a publish on Redis to the last of N WebSocket clients having the whole message, beside a bare send() loop that
/// delivers frames of the same length to the same number of sockets, read by the same clients in the same run.
/// </summary>
internal sealed class Fanout(IPEndPoint api, string redis)
{
    private const int BoardSize = 420,
        DeltaSize = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private sealed record Case(string Name, string Path, int Items, int Rounds, int PauseMs);

    // The full board is the deployed front end's dialect: at most one a second, so its rounds are a second apart.
    private static readonly Case[] Cases =
    [
        new("20-item delta", "/ws/crypto", DeltaSize, 300, 20),
        new("full board", "/api/v1/ws/crypto", DeltaSize, 25, 1150),
    ];

    public int Run(int[] sizes)
    {
        using var connection = ConnectionMultiplexer.Connect(redis);
        var publisher = connection.GetSubscriber();
        var seq = 0L;
        publisher.Publish(RedisChannel.Literal("crypto_updates"), Batch(++seq, BoardSize));

        Console.WriteLine($"{Environment.ProcessorCount} cores, everything on one machine; milliseconds from publish to the last client");
        Console.WriteLine(
            $"{"message", -14} {"clients", 7} {"bytes", 7}   {"p50", 7} {"p95", 7} {"p99", 7}   "
                + $"{"send() p50", 10} {"p95", 7} {"p99", 7}   {"ratio p50", 9} {"p99", 6}"
        );
        foreach (var clients in sizes)
        {
            foreach (var one in Cases)
            {
                // The two take turns in blocks, so that a drift of the machine's speed touches both.
                List<double> ours = [],
                    floor = [];
                long bytes = 0;
                using (var swarm = ClientSwarm.Connect(api, clients, one.Path))
                {
                    swarm.ReadFor(TimeSpan.FromSeconds(1.5));
                    using var bare = new FloorProcess(clients);
                    for (var round = -5; round < one.Rounds; round++)
                    {
                        var milliseconds = Round(swarm, () =>
                            publisher.Publish(RedisChannel.Literal("crypto_updates"), Batch(++seq, one.Items), CommandFlags.FireAndForget)
                        );
                        bytes = swarm.LastPayload;
                        var bareMilliseconds = Round(bare.Swarm, () => bare.Send((int)bytes));
                        if (milliseconds is null || bareMilliseconds is null)
                        {
                            Console.Error.WriteLine(
                                $"{one.Name}, {clients} clients: a message did not reach all clients within {Patience.TotalSeconds} s "
                                    + $"(frames {swarm.FrameRange()}, closed {swarm.ClosedCount})"
                            );
                            return 1;
                        }
                        // The first rounds warm both up.
                        if (round >= 0)
                        {
                            ours.Add(milliseconds.Value);
                            floor.Add(bareMilliseconds.Value);
                        }
                        swarm.ReadFor(TimeSpan.FromMilliseconds(one.PauseMs));
                    }
                }
                var (a, b) = (Percentiles.Of(ours), Percentiles.Of(floor));
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{one.Name, -14} {clients, 7} {bytes, 7}   {a.P50, 7:0.00} {a.P95, 7:0.00} {a.P99, 7:0.00}   "
                            + $"{b.P50, 10:0.00} {b.P95, 7:0.00} {b.P99, 7:0.00}   {a.P50 / b.P50, 9:0.00} {a.P99 / b.P99, 6:0.00}"
                    )
                );
            }
        }
        return 0;
    }

    private static double? Round(ClientSwarm swarm, Action publish)
    {
        swarm.ResetCounts();
        var start = Stopwatch.GetTimestamp();
        publish();
        return swarm.ReadUntilEachHas(1, Patience) ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : null;
    }

    /// <summary>A batch as a feeding replica publishes it; prices move with the number, so that every item really changed.</summary>
    private static byte[] Batch(long seq, int items)
    {
        var json = new StringBuilder();
        json.Append(CultureInfo.InvariantCulture, $$"""{"type":"crypto_update","epoch":"bench","seq":{{seq}},"data":[""");
        for (var i = 0; i < items; i++)
        {
            var price = 1000 + (seq * 7 + i * 13) % 500;
            json.Append(i == 0 ? "" : ",")
                .Append(
                    CultureInfo.InvariantCulture,
                    $$"""{"market":"KRW-B{{i:000}}","korean_name":"비트코인 {{i}}","english_name":"Bitcoin {{i}}","trade_price":{{price}},"change_rate":2.56,"change_price":{{price / 40}},"opening_price":990,"high_price":1510,"low_price":980,"prev_closing_price":1000,"trade_volume":0.5,"acc_trade_price_24h":48500000,"volume_24h":1234.5678,"acc_trade_volume":600.5,"acc_trade_price":600000,"timestamp":{{1760000000000 + seq}},"source":"bithumb"}"""
                );
        }
        return Encoding.UTF8.GetBytes(json.Append("]}").ToString());
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
