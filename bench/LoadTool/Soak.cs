using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace InvestmentAssistant.Bench;

/// <summary>Holds many clients on one process for some minutes and watches that process's memory.</summary>
internal sealed class Soak(IPEndPoint api, int serverPid)
{
    public int Run(int clients, int minutes)
    {
        var before = ResidentMiB();
        using var swarm = ClientSwarm.Connect(api, clients, "/ws/crypto");
        swarm.ReadFor(TimeSpan.FromSeconds(5));
        Console.WriteLine(
            $"{clients} clients on one process, {Environment.ProcessorCount} cores; resident memory before the first client: {before} MiB"
        );
        Console.WriteLine($"{"time", 6} {"resident MiB", 12} {"open", 6} {"frames/s", 9} {"MiB/s", 6} {"slowest client", 14}");
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(minutes))
        {
            swarm.ResetCounts();
            var at = Stopwatch.GetTimestamp();
            swarm.ReadFor(TimeSpan.FromSeconds(Math.Min(15, minutes * 60)));
            var seconds = Stopwatch.GetElapsedTime(at).TotalSeconds;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Stopwatch.GetElapsedTime(started):m\\:ss}   {ResidentMiB(), 12} {clients - swarm.ClosedCount, 6} "
                        + $"{swarm.Frames / seconds, 9:0} {swarm.Bytes / seconds / 1048576, 6:0.0} {swarm.FrameRange().Min, 7} frames"
                )
            );
        }
        return swarm.ClosedCount == 0 ? 0 : 1;
    }

    private long ResidentMiB() =>
        long.Parse(
            File.ReadLines($"/proc/{serverPid}/status")
                .First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        ) / 1024;
}
