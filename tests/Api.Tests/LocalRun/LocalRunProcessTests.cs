using System.Globalization;
using System.Net;
using System.Net.Sockets;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.LocalRun.Processes;

namespace InvestmentAssistant.Api.Tests.LocalRun;

/// <summary>What <c>./run</c> does after its build, as a process of its own in a folder of its own.</summary>
public sealed class LocalRunProcessTests(LocalServices services)
{
    [Fact]
    public async Task An_unknown_option_shows_the_usage_and_ends_with_2()
    {
        await using var run = await StartAsync(NewFolder(), FreePort.Next(), "--nonsense");
        await run.Exited;
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
        await run.Exited;

        Assert.Equal(1, run.ExitCode);
        var line = Assert.Single(await File.ReadAllLinesAsync(run.LogFile, TestContext.Current.CancellationToken));
        Assert.Contains(port.ToString(CultureInfo.InvariantCulture), line);
        Assert.Contains("PORT=", line);
    }

    [Fact]
    public async Task A_missing_recording_is_reported_in_one_line()
    {
        await using var run = await StartAsync(NewFolder(), FreePort.Next(), "--replay", "/nowhere/minutes.csv");
        await run.Exited;
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            "/nowhere/minutes.csv: no such file.",
            Assert.Single(await File.ReadAllLinesAsync(run.LogFile, TestContext.Current.CancellationToken))
        );
    }

    [Theory]
    [InlineData(Signal.Interrupt)]
    [InlineData(Signal.Terminate)]
    [InlineData(Signal.Kill)]
    public async Task However_a_run_ends_none_of_its_processes_stays(Signal signal)
    {
        var folder = NewFolder();
        var file = new EndpointsFile(folder);
        await using var run = await StartAsync(folder, FreePort.Next());
        var endpoints = await RunProcess.EndpointsAsync(run, folder);
        int[] ports =
        [
            new Uri(endpoints.Api).Port,
            new Uri(endpoints.Simulator!).Port,
            int.Parse(endpoints.Redis.Split(':')[1]),
            new Npgsql.NpgsqlConnectionStringBuilder(endpoints.Postgres).Port,
        ];
        Assert.All(ports, port => Assert.False(FreePort.IsFree(port)));

        run.Send(signal);
        await run.Exited.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        await Wait.Until(() => ports.All(FreePort.IsFree), TimeSpan.FromSeconds(30), "all four ports are free again");
        if (signal is not Signal.Kill)
        {
            Assert.Equal(0, run.ExitCode);
            Assert.False(File.Exists(file.Path));
        }
    }

    private string NewFolder() => services.Folder($"run-{Guid.NewGuid():N}");

    private Task<ChildProcess> StartAsync(string folder, int port, params string[] args) =>
        RunProcess.StartAsync(services, folder, port, args);
}
