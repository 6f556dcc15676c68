namespace InvestmentAssistant.LocalRun;

/// <summary>Reads <c>.env</c>: NAME=value a line, <c>#</c> comments, an optional <c>export</c>, quotes around a value removed.</summary>
public static class DotEnv
{
    /// <summary>The variables of the file; none when there is no file.</summary>
    public static Dictionary<string, string> Read(string path) => File.Exists(path) ? Parse(File.ReadLines(path)) : [];

    public static Dictionary<string, string> Parse(IEnumerable<string> lines)
    {
        var variables = new Dictionary<string, string>();
        foreach (var raw in lines)
        {
            var line = raw.Trim();
            if (line.StartsWith("export ", StringComparison.Ordinal))
                line = line["export ".Length..].TrimStart();
            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (line.StartsWith('#') || at <= 0)
                continue;
            variables[line[..at].TrimEnd()] = Unquote(line[(at + 1)..].Trim());
        }
        return variables;
    }

    private static string Unquote(string value)
    {
        if (value.Length >= 2 && value[0] is '"' or '\'' && value.IndexOf(value[0], 1) is > 0 and var end)
            return value[1..end];
        // Unquoted: a comment begins at a # after a space.
        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        return value.StartsWith('#') ? ""
            : comment < 0 ? value
            : value[..comment].TrimEnd();
    }
}
