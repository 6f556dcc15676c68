using System.Text.Json;
using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Platform;

namespace InvestmentAssistant.Api.Tests.Documents;

/// <summary>What docs/security.md and the notices claim is there.</summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly Markdown Security = Markdown.All.Single(d => d.Path == "docs/security.md");

    [Fact]
    public void Every_test_that_a_document_names_exists()
    {
        var classes = typeof(SecurityDocumentTests).Assembly.GetTypes().Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var named = Markdown.All.SelectMany(d => d.Code.Where(c => TestClass().IsMatch(c)).Select(c => (d.Path, Class: c))).ToList();
        Assert.True(named.Count(n => n.Path == Security.Path) > 30);

        Assert.All(named, n => Assert.True(classes.Contains(n.Class), $"{n.Path}: there is no {n.Class}"));
    }

    [Fact]
    public void Every_row_of_the_two_lists_is_shown_by_a_test_or_says_why_not()
    {
        var rows = Security
            .Text.Split('\n')
            .Where(l => Row().IsMatch(l))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries))
            .ToList();
        Assert.Equal(10, rows.Count(r => r[1].StartsWith("API", StringComparison.Ordinal)));
        Assert.Equal(15, rows.Count(r => r[1].StartsWith("4.", StringComparison.Ordinal)));

        Assert.All(rows, r =>
            Assert.True(
                TestClass().IsMatch(r[3].Split(',')[0].Trim('`')) || r[2].StartsWith("not applicable", StringComparison.Ordinal),
                r[1]
            )
        );
    }

    [Fact]
    public void Every_package_that_is_published_is_in_the_notices()
    {
        var notices = File.ReadAllText(Path.Combine(Markdown.Root, "THIRD-PARTY-NOTICES.md"));
        var file = Path.ChangeExtension(typeof(AppRoles).Assembly.Location, ".deps.json");
        using var published = JsonDocument.Parse(File.ReadAllText(file));
        var packages = published
            .RootElement.GetProperty("libraries")
            .EnumerateObject()
            .Where(l => l.Value.GetProperty("type").GetString() == "package")
            .Select(l => l.Name)
            .Where(key =>
                published
                    .RootElement.GetProperty("targets")
                    .EnumerateObject()
                    .Any(t => t.Value.TryGetProperty(key, out var library) && library.TryGetProperty("runtime", out _))
            )
            .Select(key => key.Split('/'))
            .ToList();
        Assert.True(packages.Count > 40, $"{packages.Count} packages");

        Assert.All(packages, p =>
            Assert.True(
                notices.Contains($"| {p[0]} | {p[1]} |", StringComparison.OrdinalIgnoreCase),
                $"{p[0]} {p[1]}: run build/notices.py"
            )
        );
    }

    [GeneratedRegex(@"^[A-Z]\w+Tests$")]
    private static partial Regex TestClass();

    [GeneratedRegex(@"^\| (API\d+|4\.\d\.\d)\b")]
    private static partial Regex Row();
}
