using System.Runtime.InteropServices;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.LocalRun.Processes;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>
/// What the Dockerfile does, without a container engine: the build context alone, the same script, the result started from where it was
/// published, in a read-only root that holds nothing else where this account may make one, and asked by its own health check.
/// </summary>
[Collection(LongestFirst.Programs)]
public sealed class PublishTests(LocalServices services)
{
    /// <summary>A whole Release build, and the rest of the suite shares its cores.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly Dictionary<string, string> NoVariables = [];

    [Fact]
    public async Task The_published_API_serves_from_its_folder_and_its_own_health_check_agrees()
    {
        var folder = services.Folder($"publish-{Guid.NewGuid():N}");
        var (context, output) = (Path.Combine(folder, "source"), Path.Combine(folder, "app"));
        BuildContext.CopyTo(context);

        var published = await RunAsync(
            "publish",
            context,
            [Path.Combine(context, "build", "publish.sh"), "Api", output],
            new Dictionary<string, string>
            {
                ["ARCH"] = RuntimeInformation.OSArchitecture is System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "amd64",
                // Compiled ahead in images only: it changes the time of a start, not what is published beside the code.
                ["READY_TO_RUN"] = "false",
            }
        );
        Assert.True(published.ExitCode == 0, published.Log);
        Assert.True(File.Exists(Path.Combine(output, "appsettings.json")));

        var port = FreePort.Next();
        var settings = new ApiSettings { Postgres = await services.NewDatabaseAsync(), Redis = (await services.RedisAsync()).Endpoint };
        Dictionary<string, string> environment = new(settings.ToEnvironment()) { ["SERVER_HOST"] = "0.0.0.0", ["SERVER_PORT"] = $"{port}" };
        string api = Path.Combine(output, "Api");
        var isolated = await CanIsolateAsync();
        string[] start = isolated ? [Path.Combine(context, "build", "run-in-root.sh"), output, "Api"] : [api];
        await using var process = await ChildProcess.StartAsync(
            new ChildSpec("published", start, services.Log($"published-{port}"))
            {
                Environment = environment,
                HideVariable = ApiSettings.IsForeign,
                WorkingFolder = output,
            }
        );
        async Task<int> HealthAsync(params string[] path) =>
            (await RunAsync("health", output, [api, "health", .. path], environment)).ExitCode;

        await Wait.Until(async () => process.HasExited || await HealthAsync() == 0, TimeSpan.FromMinutes(2), "Api health answers 0");
        Assert.False(process.HasExited, process.LogTail(40));
        if (isolated)
            await RunsAsInAPodAsync(process.Id);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        Assert.Contains("\"healthy\"", await http.GetStringAsync(new Uri("/health", UriKind.Relative), Ct), StringComparison.Ordinal);
        Assert.Contains("\"3.1", await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Ct), StringComparison.Ordinal);
        Assert.Equal(0, await HealthAsync("/health/startup"));
        Assert.Equal(1, await HealthAsync("/nowhere"));

        await process.StopAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(1, await HealthAsync());
    }

    /// <summary>A mount namespace takes root; elsewhere the program starts from its folder, on the machine's own root.</summary>
    private async Task<bool> CanIsolateAsync() =>
        Environment.IsPrivilegedProcess && (await RunAsync("unshare", "/", ["unshare", "--mount", "true"], NoVariables)).ExitCode == 0;

    /// <summary>The user, the rights and the read-only root that the manifests ask for.</summary>
    private static async Task RunsAsInAPodAsync(int process)
    {
        var status = await File.ReadAllLinesAsync($"/proc/{process}/status", Ct);
        string Of(string name) => status.Single(l => l.StartsWith(name + ":", StringComparison.Ordinal)).Split('\t', 2)[1];
        var user = DockerStage.Read().Single(s => s.Name == "api").Last("USER")!.Split(':')[0];
        Assert.Equal(user, Of("Uid").Split('\t')[0]);
        Assert.Equal((0L, "1"), (Convert.ToInt64(Of("CapEff"), 16), Of("NoNewPrivs")));
        var mounts = (await File.ReadAllLinesAsync($"/proc/{process}/mountinfo", Ct)).Select(l => l.Split(' ')).ToList();
        Assert.All(mounts.Where(m => m[4] is "/" or "/app" or "/usr/lib"), m => Assert.StartsWith("ro", m[5], StringComparison.Ordinal));
        Assert.Equal("/", mounts[0][4]);
        Assert.Contains(mounts, m => m[4] == "/tmp" && m[5].StartsWith("rw", StringComparison.Ordinal));
    }

    [Fact]
    public void An_image_is_compiled_ahead()
    {
        var script = File.ReadAllText(Path.Combine(Repository.Current.Root, "build", "publish.sh"));
        var dockerfile = File.ReadAllText(Path.Combine(Repository.Current.Root, "Dockerfile"));

        Assert.Contains("""-p:PublishReadyToRun="${READY_TO_RUN:-true}" """, script, StringComparison.Ordinal);
        Assert.Contains("build/publish.sh Api", dockerfile, StringComparison.Ordinal);
        Assert.DoesNotContain("READY_TO_RUN", dockerfile, StringComparison.Ordinal);
    }

    [Fact]
    public void The_build_context_has_the_source_and_nothing_of_this_machine()
    {
        var files = BuildContext.Files();

        Assert.Contains("src/Api/Program.cs", files);
        Assert.Contains("build/publish.sh", files);
        Assert.Contains("Directory.Packages.props", files);
        Assert.DoesNotContain(files, f => f.Contains("/bin/", StringComparison.Ordinal) || f.Contains("/obj/", StringComparison.Ordinal));
        Assert.DoesNotContain(files, f =>
            f.StartsWith(".env", StringComparison.Ordinal)
            || f.StartsWith(".local", StringComparison.Ordinal)
            || f.StartsWith("tests/", StringComparison.Ordinal)
            || f.StartsWith(".git", StringComparison.Ordinal)
        );
    }

    private async Task<(int ExitCode, string Log)> RunAsync(
        string name,
        string folder,
        IReadOnlyList<string> command,
        IReadOnlyDictionary<string, string> environment
    )
    {
        await using var process = await ChildProcess.StartAsync(
            new ChildSpec(name, command, services.Log($"{name}-{Guid.NewGuid():N}"))
            {
                Environment = environment,
                HideVariable = ApiSettings.IsForeign,
                WorkingFolder = folder,
            }
        );
        await process.Exited.WaitAsync(Patience, Ct);
        return (process.ExitCode, process.LogTail(40));
    }
}
