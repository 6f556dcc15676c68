using System.Net;
using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Tests.Documents;

namespace InvestmentAssistant.Api.Tests.Monitoring;

/// <summary>What documents, alerts and the dashboard name is what a running process gives, and the other way round.</summary>
public sealed partial class MetricNamesTests(MonitoredApi api) : IClassFixture<MonitoredApi>
{
    /// <summary>Prometheus' own.</summary>
    private const string Up = "up";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    /// <summary>Rows of the table: OpenTelemetry's name, and Prometheus'.</summary>
    private static readonly IReadOnlyList<(string Name, string Prometheus)> s_documented =
    [
        .. Row().Matches(Markdown.All.Single(d => d.Path == "docs/monitoring.md").Text).Select(m => (m.Groups[1].Value, m.Groups[2].Value)),
    ];

    [Fact]
    public async Task Documents_alerts_and_dashboard_name_metrics_that_a_process_gives()
    {
        var named = MonitoringFiles
            .Alerts.Select(a => (Where: a.Name, a.Expression))
            .Concat(MonitoringFiles.Queries.Select(q => (Where: q.Panel, q.Expression)))
            .SelectMany(q => MonitoringFiles.MetricsIn(q.Expression), (q, metric) => (q.Where, Metric: metric))
            .Where(n => n.Metric != Up)
            .ToList();
        Assert.True(named.Count > 60, $"{named.Count} names");
        Assert.True(s_documented.Count > 25, $"{s_documented.Count} rows");
        using var stream = await api.Public.GetStreamAsync(new Uri("/sse/crypto", UriKind.Relative), Ct);
        using var answer = await api.Public.GetAsync(new Uri("/api/v1/crypto", UriKind.Relative), Ct);
        var scrape = "";
        IReadOnlyList<string> missing = [];
        IReadOnlyList<string> Missing() =>
            [
                .. named.Where(n => !MonitoredApi.SeriesIn(scrape).Contains(n.Metric)).Select(n => $"{n.Where}: {n.Metric}"),
                .. s_documented.Where(d => !MonitoredApi.MetricsIn(scrape).Contains(d.Prometheus)).Select(d => $"monitoring.md: {d.Name}"),
            ];

        for (var until = Environment.TickCount64 + (long)s_patience.TotalMilliseconds; Environment.TickCount64 < until; )
        {
            scrape = await api.ScrapeAsync();
            if ((missing = Missing()).Count == 0)
                break;
            await Task.Delay(200, Ct);
        }

        Assert.True(missing.Count == 0, string.Join('\n', missing));
        Assert.Equal(
            MonitoredApi.MetricsIn(scrape).Where(m => m.StartsWith("investment_assistant_", StringComparison.Ordinal)).Order(),
            s_documented.Select(d => d.Prometheus).Order()
        );
        Assert.All(s_documented, d => Assert.StartsWith(d.Name.Replace('.', '_'), d.Prometheus, StringComparison.Ordinal));
        // Nobody can fill the memory of Prometheus: series grow with topics, feeds and data sets, not with clients.
        Assert.InRange(scrape.Split('\n').Count(l => l.StartsWith("investment_assistant_", StringComparison.Ordinal)), 100, 2_000);
        // By this label the rules leave streams out.
        Assert.Contains("http_route=\"/api/v1/crypto\"", scrape, StringComparison.Ordinal);
    }

    [Fact]
    public async Task P1_traces_and_metrics_of_all_parts_go_to_a_collector_and_no_key_with_them()
    {
        using var answer = await api.Public.GetAsync(new Uri("/api/v1/crypto", UriKind.Relative), Ct);
        // A request, its SQL, a command of Redis, a call of a provider whose key is in the query, and the run that made it.
        string[] names = ["GET /api/v1/crypto", "postgresql", "EVAL", "job macro-", "/alphavantage/"];
        IReadOnlyList<string> missing = [];

        for (var until = Environment.TickCount64 + (long)s_patience.TotalMilliseconds; Environment.TickCount64 < until; )
        {
            var traces = api.Collected.Where(c => c.Path == "/v1/traces").Select(c => c.Text).ToList();
            missing = [.. names.Where(n => !traces.Any(t => t.Contains(n, StringComparison.Ordinal)))];
            if (missing.Count == 0)
                break;
            await Task.Delay(200, Ct);
        }

        Assert.True(missing.Count == 0, string.Join('\n', missing));
        Assert.Contains(api.Collected, c => c.Path == "/v1/metrics" && c.Text.Contains("investment_assistant.", StringComparison.Ordinal));
        Assert.DoesNotContain(api.Collected, c => c.Text.Contains("the-simulators-key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_public_port_has_no_metrics()
    {
        using var answer = await api.Public.GetAsync(new Uri("/metrics", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [GeneratedRegex(@"^\| `(investment_assistant\.[a-z_.]+)` \| `([a-z_]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
