namespace InvestmentAssistant.LocalRun;

/// <summary>Where things are in the clone that this program was built in.</summary>
public sealed record Repository(string Root)
{
    /// <summary>The clone that holds the running program.</summary>
    public static Repository Current { get; } = new(FindRoot(AppContext.BaseDirectory));

    /// <summary>
    /// Everything a run makes: data, logs, endpoints.json. Not under version control; may be deleted when nothing runs. The variable
    /// LOCAL_FOLDER puts it elsewhere, so that a test can run beside a developer's own <c>./run</c>.
    /// </summary>
    public string LocalFolder { get; init; } =
        Environment.GetEnvironmentVariable("LOCAL_FOLDER") is { Length: > 0 } folder
            ? Path.GetFullPath(folder)
            : Path.Combine(Root, ".local");

    public string Logs => Path.Combine(LocalFolder, "logs");

    public string ApiFolder => Path.Combine(Root, "src", "Api");

    /// <summary>The API as built beside us (the same configuration, Debug or Release).</summary>
    public string ApiDll => Built("Api");

    public string SimulatorFolder => Path.Combine(Root, "src", "MarketSimulator");

    public string SimulatorDll => Built("MarketSimulator");

    private string Built(string project) => Path.Combine(Root, "src", project, "bin", Configuration, Framework, project + ".dll");

    // .../bin/<Configuration>/<Framework>/
    private static string Framework => Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private static string Configuration =>
        Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;

    private static string FindRoot(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "InvestmentAssistant.sln")))
                return folder.FullName;
        }
        throw new LocalRunException($"{from} is not inside a clone of the project: no InvestmentAssistant.sln above it.");
    }
}
