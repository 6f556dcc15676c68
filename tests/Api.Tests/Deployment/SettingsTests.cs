using System.Text.RegularExpressions;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Deployment;

/// <summary>docs/settings.md has every setting that the application reads, and none that it does not.</summary>
public sealed partial class SettingsTests
{
    private static readonly IReadOnlyList<(string Variable, string Default)> Documented =
    [
        .. File.ReadLines(Path.Combine(Repository.Current.Root, "docs", "settings.md"))
            .SkipWhile(l => l != "## All settings")
            .Skip(1)
            .TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal))
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries))
            // Names that share a row share its default.
            .SelectMany(cells =>
                Name()
                    .Matches(cells[1])
                    .Select(m => (m.Groups[1].Value.Replace("__NAME", "__*", StringComparison.Ordinal), cells[2].Trim('`')))
            ),
    ];

    [Fact]
    public void Every_way_a_setting_is_read_is_understood()
    {
        Assert.True(ApplicationSettings.All.Count > 80, $"{ApplicationSettings.All.Count} settings");
        Assert.Empty(ApplicationSettings.Faults);
        // One of each kind: by name, by connection string, bound to a class, read from a section, of a provider, in a list, of a replay.
        foreach (
            var known in new[]
            {
                "LOG_LEVEL",
                "DB_HOST",
                "ConnectionStrings__Postgres",
                "Streaming__DrainTime",
                "Http__RequestsPerMinute",
                "Providers__*__CallsPerDay",
                "FINNHUB_API_KEY",
                "Sns__XAccounts__*",
                "Clock__Skips__*__From",
                "Schema__ApplyAtStart",
                "CryptoDetails__Costs__TransferPercent",
                "EmailSubscriptions__Senders",
                "SMTP_HOST",
            }
        )
            Assert.Contains(known, ApplicationSettings.All.Keys);
    }

    [Fact]
    public void Every_setting_that_is_read_is_in_docs_settings()
    {
        var missing = ApplicationSettings.All.Keys.Except(Documented.Select(d => d.Variable)).Order(StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, $"docs/settings.md says nothing of: {string.Join(", ", missing)}");
    }

    [Fact]
    public void Every_setting_in_docs_settings_is_read()
    {
        Assert.NotEmpty(Documented);
        var foreign = Documented.Select(d => d.Variable).Where(v => !ApplicationSettings.Knows(v)).ToList();

        Assert.True(foreign.Count == 0, $"docs/settings.md names settings that nothing reads: {string.Join(", ", foreign)}");
        Assert.Empty(Documented.GroupBy(d => d.Variable).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void The_defaults_in_docs_settings_are_those_of_the_code()
    {
        var checkable = Documented.Where(d => ApplicationSettings.All.GetValueOrDefault(d.Variable)?.Default is not null).ToList();
        Assert.True(checkable.Count > 30, $"{checkable.Count} defaults");

        var wrong = checkable
            .Where(d => d.Default != ApplicationSettings.All[d.Variable].Default)
            .Select(d => $"{d.Variable} is {ApplicationSettings.All[d.Variable].Default}, not {d.Default}")
            .ToList();

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void The_example_of_an_env_file_has_settings_only()
    {
        var names = DotEnv.Read(Path.Combine(Repository.Current.Root, ".env.example")).Keys;

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(ApplicationSettings.Knows(name), name));
    }

    [GeneratedRegex("`([A-Za-z0-9_]+)`")]
    private static partial Regex Name();
}
