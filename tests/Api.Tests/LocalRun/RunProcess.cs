using System.Globalization;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.LocalRun.Processes;

namespace InvestmentAssistant.Api.Tests.LocalRun;

/// <summary>What <c>./run</c> starts after its build, as a process of its own with a data folder of its own.</summary>
internal static class RunProcess
{
    public static Task<ChildProcess> StartAsync(LocalServices services, string folder, int port, params string[] args)
    {
        var inProject = Path.GetRelativePath(Path.Combine(Repository.Current.Root, "tests", "Api.Tests"), AppContext.BaseDirectory);
        var dll = Path.Combine(Repository.Current.Root, "src", "LocalRun", inProject, "LocalRun.dll");
        // A suite that a script put into the background ignores Ctrl-C, and so would everything it starts.
        return ChildProcess.StartAsync(
            new ChildSpec("run", ["env", "--default-signal=INT", DotnetHost.Path, dll, .. args], services.Log(Path.GetFileName(folder)))
            {
                Environment = new Dictionary<string, string>
                {
                    ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
                    ["LOCAL_FOLDER"] = folder,
                },
            }
        );
    }

    /// <summary>The addresses, once everything is up.</summary>
    public static async Task<Endpoints> EndpointsAsync(ChildProcess run, string folder)
    {
        var file = new EndpointsFile(folder);
        await Wait.Until(() => run.HasExited || file.Read() is not null, TimeSpan.FromSeconds(120), "endpoints.json is written");
        return file.Read() ?? throw new InvalidOperationException(run.LogTail(40));
    }
}
