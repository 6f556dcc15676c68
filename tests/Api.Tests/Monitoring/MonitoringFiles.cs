using System.Text.Json;
using System.Text.RegularExpressions;
using InvestmentAssistant.LocalRun;
using YamlDotNet.Serialization;

namespace InvestmentAssistant.Api.Tests.Monitoring;

/// <summary>A rule of alerts.yml.</summary>
internal sealed record AlertRule(string Name, string Expression, string Severity, string Summary, string Runbook);

/// <summary>A query of the dashboard.</summary>
internal sealed record DashboardQuery(string Panel, string Expression);

/// <summary>The files in deploy/monitoring.</summary>
internal static partial class MonitoringFiles
{
    /// <summary>Functions, operators and labels of our queries, which look like names of metrics.</summary>
    private static readonly HashSet<string> s_language =
    [
        "sum",
        "max",
        "min",
        "topk",
        "scalar",
        "rate",
        "increase",
        "absent",
        "histogram_quantile",
        "by",
        "on",
        "and",
        "or",
        "unless",
    ];

    public static string Folder { get; } = Path.Combine(Repository.Current.Root, "deploy", "monitoring");

    public static IReadOnlyList<AlertRule> Alerts { get; } =
    [
        .. Read<RuleFile>("alerts.yml")
            .Groups.SelectMany(g => g.Rules)
            .Select(r => new AlertRule(
                r.Alert,
                r.Expr,
                r.Labels.GetValueOrDefault("severity", ""),
                r.Annotations.GetValueOrDefault("summary", ""),
                r.Annotations.GetValueOrDefault("runbook_url", "")
            )),
    ];

    /// <summary>The dashboard as it is.</summary>
    public static JsonElement Dashboard { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "dashboard.json"))).RootElement;

    public static IReadOnlyList<JsonElement> Panels { get; } = [.. Dashboard.GetProperty("panels").EnumerateArray()];

    public static IReadOnlyList<DashboardQuery> Queries { get; } =
    [
        .. from panel in Panels
        where panel.TryGetProperty("targets", out _)
        from target in panel.GetProperty("targets").EnumerateArray()
        select new DashboardQuery(panel.GetProperty("title").GetString()!, target.GetProperty("expr").GetString()!),
    ];

    /// <summary>The names of the metrics in a query.</summary>
    public static IEnumerable<string> MetricsIn(string expression) =>
        Word()
            .Matches(NotAName().Replace(expression, " "))
            .Select(m => m.Value)
            .Where(word => !s_language.Contains(word))
            .Distinct(StringComparer.Ordinal);

    /// <summary>A query as Prometheus itself takes it: Grafana puts an interval in.</summary>
    public static string ForPrometheus(string expression) => expression.Replace("$__rate_interval", "1m", StringComparison.Ordinal);

    private static T Read<T>(string file) =>
        new DeserializerBuilder()
            .WithNamingConvention(YamlDotNet.Serialization.NamingConventions.CamelCaseNamingConvention.Instance)
            .Build()
            .Deserialize<T>(File.ReadAllText(Path.Combine(Folder, file)));

    /// <summary>Matchers, ranges, lists of labels, texts.</summary>
    [GeneratedRegex("""\{[^}]*\}|\[[^\]]*\]|\b(?:by|on)\s*\([^)]*\)|"[^"]*" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NotAName();

    [GeneratedRegex("[a-zA-Z_:][a-zA-Z0-9_:]*")]
    private static partial Regex Word();

    internal sealed class RuleFile
    {
        public List<Group> Groups { get; set; } = [];
    }

    internal sealed class Group
    {
        public string Name { get; set; } = "";
        public List<Rule> Rules { get; set; } = [];
    }

    /// <summary>Strict: a field of another name fails the reading.</summary>
    internal sealed class Rule
    {
        public string Alert { get; set; } = "";
        public string Expr { get; set; } = "";
        public string For { get; set; } = "";
        public Dictionary<string, string> Labels { get; set; } = [];
        public Dictionary<string, string> Annotations { get; set; } = [];
    }
}
