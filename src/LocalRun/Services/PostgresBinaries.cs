namespace InvestmentAssistant.LocalRun.Services;

/// <summary>Where initdb and postgres are: Debian and Ubuntu keep them off the PATH, one folder a major version.</summary>
internal static class PostgresBinaries
{
    /// <summary>The folder that holds both: the newest under /usr/lib/postgresql, else one on the PATH.</summary>
    public static string Find() =>
        Packaged().Concat(OnPath()).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))
        ?? throw new LocalRunException("PostgreSQL is not installed: apt-get install postgresql");

    private static IEnumerable<string> Packaged() =>
        !Directory.Exists("/usr/lib/postgresql")
            ? []
            : Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var major) ? major : 0)
                .Select(folder => Path.Combine(folder, "bin"));

    private static string[] OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
}
