using System.Text.RegularExpressions;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>What a container build gets to see: the files of this clone that <c>.dockerignore</c> lets through.</summary>
internal static class BuildContext
{
    /// <summary>Folders no build context of ours has, and that may be huge; left out of the walk.</summary>
    private static readonly string[] NeverWalked = [".git", ".local", "node_modules"];

    /// <summary>Paths from the root of the clone, with forward slashes.</summary>
    public static IReadOnlyList<string> Files()
    {
        var rules = File.ReadLines(Path.Combine(Repository.Current.Root, ".dockerignore"))
            .Select(l => l.Trim())
            .Where(l => l.Length > 0 && !l.StartsWith('#'))
            .Select(Rule.Parse)
            .ToList();
        return [.. Walk(Repository.Current.Root, rules).Order(StringComparer.Ordinal)];
    }

    /// <summary>Copies the context into a folder, as <c>COPY . .</c> does; file modes are kept.</summary>
    public static void CopyTo(string folder)
    {
        foreach (var file in Files())
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Repository.Current.Root, file), target);
        }
    }

    private static IEnumerable<string> Walk(string folder, IReadOnlyList<Rule> rules)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(f => !IsLeftOut(PathOf(f), rules)))
            yield return PathOf(file);
        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            // Below the root a folder that is left out holds nothing that is let in again: our rules let in by top-level names only.
            if (NeverWalked.Contains(Path.GetFileName(inner)) || IsLeftOut(PathOf(inner), rules))
                continue;
            foreach (var file in Walk(inner, rules))
                yield return file;
        }
    }

    private static string PathOf(string file) => Path.GetRelativePath(Repository.Current.Root, file).Replace('\\', '/');

    /// <summary>The last rule that matches the path, or a folder above it, decides.</summary>
    private static bool IsLeftOut(string path, IReadOnlyList<Rule> rules) => rules.LastOrDefault(r => r.Matches(path)) is { LetsIn: false };

    /// <summary>One line of .dockerignore: names, <c>*</c> within a name, <c>**/</c> for any depth, <c>!</c> to let in again.</summary>
    private sealed record Rule(bool LetsIn, Regex Pattern)
    {
        public static Rule Parse(string line)
        {
            var text = line.TrimStart('!').Trim('/');
            var pattern = Regex
                .Escape(text)
                .Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal)
                .Replace(@"\*", "[^/]*", StringComparison.Ordinal);
            return new Rule(line.StartsWith('!'), new Regex($"^{pattern}(/.*)?$", RegexOptions.CultureInvariant));
        }

        public bool Matches(string path) => Pattern.IsMatch(path);
    }
}
