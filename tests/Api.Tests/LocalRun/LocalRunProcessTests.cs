using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.LocalRun.Processes;

namespace InvestmentAssistant.Api.Tests.LocalRun;

/// <summary>What <c>./run</c> does after its build, as a process of its own in a folder of its own.</summary>
[Collection(LongestFirst.Programs)]
public sealed class LocalRunProcessTests(LocalServices services)
{
    [Fact]
    public async Task An_unknown_option_shows_the_usage_and_ends_with_2()
    {
        await using var run = await StartAsync(NewFolder(), FreePort.Next(), "--nonsense");
        await run.Exited.WaitAsync(Ct);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Unknown option '--nonsense'", run.LogTail(40));
        Assert.Contains("Usage: ./run", run.LogTail(40));
    }

    [Fact]
    public async Task A_port_in_use_is_reported_in_one_line_that_names_PORT()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await using var run = await StartAsync(NewFolder(), port);
        await run.Exited.WaitAsync(Ct);

        Assert.Equal(1, run.ExitCode);
        var line = Assert.Single(await File.ReadAllLinesAsync(run.LogFile, TestContext.Current.CancellationToken));
        Assert.Contains(port.ToString(CultureInfo.InvariantCulture), line);
        Assert.Contains("PORT=", line);
    }

    [Fact]
    public async Task A_missing_recording_is_reported_in_one_line()
    {
        await using var run = await StartAsync(NewFolder(), FreePort.Next(), "--replay", "/nowhere/minutes.csv");
        await run.Exited.WaitAsync(Ct);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            "/nowhere/minutes.csv: no such file.",
            Assert.Single(await File.ReadAllLinesAsync(run.LogFile, TestContext.Current.CancellationToken))
        );
    }

    [Theory]
    [InlineData(Signal.Interrupt)]
    [InlineData(Signal.Kill)]
    public async Task However_a_run_ends_none_of_its_processes_stays(Signal signal)
    {
        var folder = NewFolder();
        await using var run = await StartAsync(folder, FreePort.Next());
        var ports = Ports(await RunProcess.EndpointsAsync(run, folder));
        Assert.All(ports, port => Assert.False(FreePort.IsFree(port)));

        await EndAsync(run, signal, folder, ports);
    }

    [Fact]
    public async Task A_part_that_is_killed_runs_again_on_the_port_it_had()
    {
        var folder = NewFolder();
        await using var run = await StartAsync(folder, FreePort.Next());
        var endpoints = await RunProcess.EndpointsAsync(run, folder);
        var before = Parts(run);

        // All at once, as when the machine runs out of memory: each waits for none of the others.
        foreach (var part in before.Values)
            SignalSender.Send(part, Signal.Kill);

        await Wait.Until(
            () => run.HasExited || (Parts(run) is { Count: 4 } now && now.All(p => p.Value != before[p.Key])),
            TimeSpan.FromSeconds(60),
            "four other processes run"
        );
        Assert.False(run.HasExited, run.LogTail(40));
        await Wait.Until(() => Ports(endpoints).All(port => !FreePort.IsFree(port)), TimeSpan.FromSeconds(60), "they listen as before");
        // The market moves again: the API has found its stores and the simulated providers where they were.
        using var http = new HttpClient { BaseAddress = new Uri(endpoints.Api) };
        await Wait.Until(async () => await StatusAsync(http) is "healthy", TimeSpan.FromSeconds(90), "/health/detailed says healthy");
        Assert.Equal(endpoints, new EndpointsFile(folder).Read());
        Assert.Equal(4, File.ReadLines(run.LogFile).Count(l => l.Contains("has ended (exit code 137)", StringComparison.Ordinal)));

        await EndAsync(run, Signal.Terminate, folder, Ports(endpoints));
    }

    private static async Task<string?> StatusAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/detailed", UriKind.Relative), TestContext.Current.CancellationToken);
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            return body.RootElement.TryGetProperty("status", out var status) ? status.ToString() : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>The processes of a run by the name of their log, found among its children.</summary>
    private static Dictionary<string, int> Parts(ChildProcess run)
    {
        string[] marks = ["bin/postgres", "redis-server", "MarketSimulator.dll", "/Api.dll"];
        Dictionary<string, int> parts = [];
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(f => int.TryParse(Path.GetFileName(f), out _)))
        {
            try
            {
                var parent = File.ReadLines(Path.Combine(folder, "status"))
                    .First(l => l.StartsWith("PPid:", StringComparison.Ordinal))["PPid:".Length..]
                    .Trim();
                var command = File.ReadAllText(Path.Combine(folder, "cmdline"));
                if (parent == $"{run.Id}" && marks.FirstOrDefault(m => command.Contains(m, StringComparison.Ordinal)) is { } mark)
                    parts[mark] = int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has ended in between.
            }
        }
        return parts;
    }

    private static int[] Ports(Endpoints endpoints) =>
        [
            new Uri(endpoints.Api).Port,
            new Uri(endpoints.Simulator!).Port,
            new Uri(endpoints.Metrics!).Port,
            int.Parse(endpoints.Redis.Split(':')[1], CultureInfo.InvariantCulture),
            new Npgsql.NpgsqlConnectionStringBuilder(endpoints.Postgres).Port,
        ];

    private static async Task EndAsync(ChildProcess run, Signal signal, string folder, int[] ports)
    {
        run.Send(signal);
        await run.Exited.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        await Wait.Until(() => ports.All(FreePort.IsFree), TimeSpan.FromSeconds(30), "all ports are free again");
        if (signal is Signal.Kill)
            return;
        Assert.Equal(0, run.ExitCode);
        Assert.False(File.Exists(new EndpointsFile(folder).Path));
    }

    private string NewFolder() => services.Folder($"run-{Guid.NewGuid():N}");

    private Task<ChildProcess> StartAsync(string folder, int port, params string[] args) =>
        RunProcess.StartAsync(services, folder, port, args);
}
