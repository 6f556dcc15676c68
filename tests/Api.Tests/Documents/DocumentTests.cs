using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Tests.Deployment;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Documents;

/// <summary>
/// G3, G4: what the documents name exists: files, headings, commands, options, settings. What needs a running API is in the contract tests.
/// </summary>
public sealed partial class DocumentTests
{
    private static string Root => Markdown.Root;

    [Fact]
    public void G3_every_link_leads_to_a_file_and_a_heading_of_it()
    {
        List<string> faults = [];
        foreach (var document in Markdown.All)
        {
            foreach (var (file, anchor) in document.Links)
            {
                var target =
                    file.Length == 0
                        ? document.Path
                        : Path.GetRelativePath(Root, Path.GetFullPath(Path.Combine(Root, Path.GetDirectoryName(document.Path)!, file)));
                if (!Path.Exists(Path.Combine(Root, target)))
                    faults.Add($"{document.Path}: {file} does not exist");
                else if (anchor.Length > 0 && Markdown.All.SingleOrDefault(d => d.Path == target)?.Anchors.Contains(anchor) != true)
                    faults.Add($"{document.Path}: {target} has no heading #{anchor}");
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void G4_every_file_that_a_document_names_exists()
    {
        List<string> faults = [];
        foreach (var document in Markdown.All)
        {
            foreach (var name in document.Code.Where(c => OwnFile().IsMatch(c)))
                if (!Path.Exists(Path.Combine(Root, name.TrimEnd('/'))))
                    faults.Add($"{document.Path}: {name} does not exist");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void G3_every_run_command_of_the_readme_is_understood()
    {
        var commands = Markdown
            .Readme.Code.Concat(Markdown.Readme.Block("bash"))
            .Select(c => RunLine().Match(c))
            .Where(m => m.Success)
            .ToList();
        Assert.True(commands.Count >= 5, $"{commands.Count} commands");
        foreach (var command in commands)
        {
            var words = command.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var options = RunOptions.Parse(words, command.Groups[1].Success ? command.Groups[1].Value : null);
            if (command.Groups[1].Success)
                Assert.Equal(command.Groups[1].Value, $"{options.Port}");
            foreach (var file in new[] { options.Replay?.Minutes, options.Replay?.Daily }.OfType<string>())
                Assert.True(File.Exists(Path.Combine(Root, file)), file);
        }
    }

    [Fact]
    public void G3_every_bench_of_the_documents_is_one_that_bench_run_knows()
    {
        var script = File.ReadAllText(Path.Combine(Root, "bench", "run"));
        var known = BenchCase().Matches(script).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var named = Markdown.All.SelectMany(d => BenchName().Matches(d.Text)).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.All(named, n => Assert.Contains(n, known));
        // Each is described where the script lists them.
        Assert.All(known, k => Assert.Contains($"#   bench/run {k}", script, StringComparison.Ordinal));
    }

    [Fact]
    public void G3_every_test_selection_of_the_documents_selects_tests()
    {
        var classes = typeof(DocumentTests).Assembly.GetTypes();
        var wanted = Markdown.All.SelectMany(d => NamespaceOption().Matches(d.Text)).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.NotEmpty(wanted);
        Assert.All(wanted, part => Assert.Contains(classes, t => t.Namespace?.Contains(part, StringComparison.Ordinal) == true));
    }

    [Fact]
    public void The_readme_has_at_most_900_words() =>
        Assert.InRange(Markdown.Readme.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 300, 900);

    [Fact]
    public void G3_every_deployment_command_of_the_readme_names_what_is_there()
    {
        var lines = Markdown.Readme.Block("bash").SkipWhile(l => !l.StartsWith("docker compose", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, lines.Count);
        Assert.True(File.Exists(Path.Combine(Root, "compose.yaml")));
        Assert.Contains("PROVIDERS_ENV", File.ReadAllText(Path.Combine(Root, "compose.yaml")), StringComparison.Ordinal);
        foreach (var overlay in lines.Select(l => Overlay().Match(l)).Where(m => m.Success))
            Assert.True(File.Exists(Path.Combine(Root, overlay.Groups[1].Value, "kustomization.yaml")), overlay.Value);
        Assert.True(File.Exists(Path.Combine(Root, lines.Single(l => l.StartsWith("build/", StringComparison.Ordinal)).Split(' ')[0])));
    }

    [Fact]
    public void Every_decision_has_date_status_and_options_and_is_in_the_index()
    {
        var decisions = Markdown.All.Where(d => DecisionFile().IsMatch(d.Path)).ToList();
        Assert.NotEmpty(decisions);
        var index = Markdown.All.Single(d => d.Path == "docs/decisions/README.md").Links.Select(l => l.File).ToList();

        Assert.Equal(decisions.Select(d => Path.GetFileName(d.Path)).Order(StringComparer.Ordinal), index.Order(StringComparer.Ordinal));
        Assert.All(decisions, d => Assert.Matches(DecisionHead(), d.Text));
        Assert.All(decisions, d => Assert.Contains("\n## Options\n", d.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void G4_every_setting_that_a_document_names_is_one()
    {
        // Written with colons, as in appsettings.json, or with underscores, as in the environment.
        List<string> faults = [];
        foreach (var document in Markdown.All)
        {
            foreach (var name in document.Code.Select(c => c.Split('=')[0]).Where(c => SettingName().IsMatch(c)))
            {
                var variable = name.Replace(":", "__", StringComparison.Ordinal);
                if (
                    !IsSetting(variable)
                    && !IsSetting(ProviderName().Replace(variable, "Providers__NAME__"))
                    && !Foreign.Contains(name.Split(':', '_')[0])
                )
                    faults.Add($"{document.Path}: {name}");
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>A setting, or a section of settings.</summary>
    private static bool IsSetting(string variable) =>
        ApplicationSettings.Knows(variable)
        || ApplicationSettings.All.Keys.Any(k => k.StartsWith(variable + "__", StringComparison.Ordinal));

    /// <summary>Sections that are not the API's: the simulator's, and an example of a provider to be added.</summary>
    private static readonly string[] Foreign = ["Simulator"];

    [GeneratedRegex(@"^docs/decisions/\d{4}-[a-z0-9-]+\.md$")]
    private static partial Regex DecisionFile();

    [GeneratedRegex(@"^# \d+\. .+\n\nDate: \d{4}-\d{2}-\d{2}.*\. Status: (accepted|superseded by )")]
    private static partial Regex DecisionHead();

    [GeneratedRegex(@"^(src|docs|tests|bench|build|k8s|clients|samples)/[\w./-]+$")]
    private static partial Regex OwnFile();

    [GeneratedRegex(@"^(?:PORT=(\d+) )?\./run((?: [^#]*)?)$")]
    private static partial Regex RunLine();

    [GeneratedRegex(@"^  ([a-z]+)\) ", RegexOptions.Multiline)]
    private static partial Regex BenchCase();

    [GeneratedRegex(@"bench/run ([a-z]+)")]
    private static partial Regex BenchName();

    [GeneratedRegex(@"-namespace '\*([A-Za-z.]+)\*'")]
    private static partial Regex NamespaceOption();

    [GeneratedRegex(@"-k (\S+)")]
    private static partial Regex Overlay();

    [GeneratedRegex(@"^[A-Z][A-Za-z]+(:|__)[A-Za-z]+((:|__)[A-Za-z]+)?$")]
    private static partial Regex SettingName();

    [GeneratedRegex(@"^Providers__[A-Za-z]+__")]
    private static partial Regex ProviderName();
}
