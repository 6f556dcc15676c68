using System.Text.RegularExpressions;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Documents;

/// <summary>A document of the repository, read for what it claims.</summary>
/// <param name="Path">Below the root: docs/http.md.</param>
internal sealed partial record Markdown(string Path, string Text)
{
    /// <summary>README.md and its neighbours, the documents, and the simulator's README.</summary>
    public static IReadOnlyList<Markdown> All { get; } =
    [
        .. Directory
            .GetFiles(System.IO.Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(new[] { "README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md" }.Select(f => System.IO.Path.Combine(Root, f)))
            .Append(System.IO.Path.Combine(Root, "src", "MarketSimulator", "README.md"))
            .Select(f => new Markdown(System.IO.Path.GetRelativePath(Root, f), File.ReadAllText(f))),
    ];

    public static string Root => Repository.Current.Root;

    public static Markdown Readme => All.Single(d => d.Path == "README.md");

    public static Markdown Tour => All.Single(d => d.Path == "docs/tour.md");

    /// <summary>Targets of links to files, with their anchors; links to other sites are left out.</summary>
    public IEnumerable<(string File, string Anchor)> Links =>
        Link()
            .Matches(Text)
            .Select(m => m.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal))
            .Select(target => target.Split('#') is [var file, var anchor] ? (file, anchor) : (target, ""));

    /// <summary>What stands between backticks.</summary>
    public IEnumerable<string> Code => Backticks().Matches(Text).Select(m => m.Groups[1].Value);

    /// <summary>Lines of the fenced blocks of a language.</summary>
    public IEnumerable<string> Block(string language) =>
        Fences()
            .Matches(Text)
            .Where(m => m.Groups[1].Value == language)
            .SelectMany(m => m.Groups[2].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Headings as a link's anchor names them.</summary>
    public IEnumerable<string> Anchors =>
        Text.Split('\n')
            .Where(l => l.StartsWith('#'))
            .Select(l => NoAnchor().Replace(l.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Backticks();

    [GeneratedRegex("^```([a-z]+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();
}
