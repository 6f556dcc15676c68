namespace InvestmentAssistant.LocalRun.Services;

/// <summary>Where initdb and postgres are: Debian and Ubuntu keep them off the PATH, one folder a major version.</summary>
public static class PostgresBinaries
{
    /// <summary>The folder that holds both: the newest under /usr/lib/postgresql, else one on the PATH.</summary>
    public static string Find() =>
        All().FirstOrDefault() ?? throw new LocalRunException("PostgreSQL is not installed: apt-get install postgresql");

    /// <summary>The ones that can open a data folder made by this major version.</summary>
    public static string FindFor(string major, string folder)
    {
        var packaged = Path.Combine(Packages, major, "bin");
        var newest = Find();
        if (HasBoth(packaged))
            return packaged;
        if (newest.StartsWith(Packages, StringComparison.Ordinal))
            throw new LocalRunException(
                $"The data in {folder} is of PostgreSQL {major}: apt-get install postgresql-{major}, or move it away to start "
                    + "with an empty one."
            );
        return newest;
    }

    private const string Packages = "/usr/lib/postgresql";

    private static IEnumerable<string> All() => Packaged().Concat(OnPath()).Where(HasBoth);

    private static bool HasBoth(string folder) =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"));

    private static IEnumerable<string> Packaged() =>
        !Directory.Exists(Packages)
            ? []
            : Directory
                .GetDirectories(Packages)
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var major) ? major : 0)
                .Select(folder => Path.Combine(folder, "bin"));

    private static string[] OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
}
