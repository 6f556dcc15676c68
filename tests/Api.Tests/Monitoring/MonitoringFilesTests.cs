using System.Diagnostics;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Documents;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Monitoring;

/// <summary>Alert rules and dashboard are what Prometheus and Grafana take, and each alert says what to do.</summary>
public sealed class MonitoringFilesTests(LocalServices services)
{
    private static readonly string? s_promtool = Environment
        .GetEnvironmentVariable("PATH")!
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "promtool"))
        .FirstOrDefault(File.Exists);

    [Theory]
    [InlineData("check", "rules", "alerts.yml")]
    [InlineData("test", "rules", "alerts.test.yml")]
    [InlineData("check", "config", "prometheus.yml")]
    public async Task Promtool_takes(string what, string kind, string file)
    {
        Assert.SkipWhen(s_promtool is null, "promtool is not installed.");
        await PromtoolAsync(what, kind, Path.Combine(MonitoringFiles.Folder, file));
    }

    [Fact]
    public async Task Promtool_takes_every_query_of_the_dashboard()
    {
        Assert.SkipWhen(s_promtool is null, "promtool is not installed.");
        Assert.True(MonitoringFiles.Queries.Count > 30, $"{MonitoringFiles.Queries.Count} queries");
        var rules = MonitoringFiles.Queries.Select(
            (q, i) => $"  - record: query_{i}\n    expr: {JsonSerializer.Serialize(MonitoringFiles.ForPrometheus(q.Expression))}"
        );
        var file = Path.Combine(Directory.CreateDirectory(services.Folder("dashboard")).FullName, "queries.yml");
        await File.WriteAllTextAsync(file, $"groups:\n- name: dashboard\n  rules:\n{string.Join('\n', rules)}\n", Ct);

        await PromtoolAsync("check", "rules", file);
    }

    [Fact]
    public void Every_alert_has_a_test_a_summary_a_severity_and_a_heading_in_the_runbook()
    {
        Assert.True(MonitoringFiles.Alerts.Count > 20, $"{MonitoringFiles.Alerts.Count} alerts");
        var headings = Markdown.All.Single(d => d.Path == "docs/runbook.md").Anchors.ToHashSet(StringComparer.Ordinal);
        var runbook = Markdown.All.Single(d => d.Path == "docs/runbook.md").Text;
        var tests = File.ReadAllText(Path.Combine(MonitoringFiles.Folder, "alerts.test.yml"));

        Assert.Empty(MonitoringFiles.Alerts.GroupBy(a => a.Name).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(MonitoringFiles.Alerts, a =>
        {
            Assert.True(a is { Severity: "page" or "ticket", Summary.Length: > 10 }, a.Name);
            Assert.True(a.Runbook.Split('#') is ["docs/runbook.md", var heading] && headings.Contains(heading), $"{a.Name}: {a.Runbook}");
            Assert.Contains($"`{a.Name}`", runbook, StringComparison.Ordinal);
            Assert.Contains($"alertname=\"{a.Name}\"", tests, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_dashboard_has_a_row_a_promise_and_its_panels_do_not_overlap()
    {
        var rows = MonitoringFiles.Panels.Where(p => TypeOf(p) == "row").Select(p => p.GetProperty("title").GetString());
        Assert.Equal(["Streams", "Feeds", "Jobs", "REST", "Stores", "Mail"], rows);
        Assert.Equal(MonitoringFiles.Panels.Count, MonitoringFiles.Panels.Select(p => p.GetProperty("id").GetInt32()).Distinct().Count());

        var taken = new HashSet<(int X, int Y)>();
        foreach (var panel in MonitoringFiles.Panels)
        {
            var place = panel.GetProperty("gridPos");
            int Of(string name) => place.GetProperty(name).GetInt32();
            Assert.InRange(Of("x") + Of("w"), 1, 24);
            for (var x = Of("x"); x < Of("x") + Of("w"); x++)
            for (var y = Of("y"); y < Of("y") + Of("h"); y++)
                Assert.True(taken.Add((x, y)), panel.GetProperty("title").GetString());
            if (TypeOf(panel) == "row")
                continue;
            Assert.NotEmpty(panel.GetProperty("description").GetString()!);
            Assert.Equal("${datasource}", panel.GetProperty("datasource").GetProperty("uid").GetString());
        }
        var variable = Assert.Single(MonitoringFiles.Dashboard.GetProperty("templating").GetProperty("list").EnumerateArray());
        Assert.Equal(("datasource", "prometheus"), (variable.GetProperty("name").GetString(), variable.GetProperty("query").GetString()));
    }

    private static string? TypeOf(JsonElement panel) => panel.GetProperty("type").GetString();

    private static async Task PromtoolAsync(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(s_promtool!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);

        Assert.True(process.ExitCode == 0, $"{await output}\n{await errors}");
    }
}
