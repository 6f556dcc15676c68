using System.Globalization;
using InvestmentAssistant.Api.Platform.Ingestion.Runs;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Platform.Ingestion.Commands;

/// <summary><c>Api jobs list</c>: every data set with its schedule, its last run and how it stands.</summary>
internal sealed class JobsListCommand(DataSetStatusReader reader) : ICliCommand
{
    private static readonly string[] s_head =
    [
        "NAME",
        "PROVIDER",
        "SCHEDULE",
        "LAST RUN",
        "OUTCOME",
        "ROWS",
        "LAST SUCCESS",
        "NEXT RUN",
        "STATE",
    ];
    private static readonly InstantPattern s_minute = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm'Z'");

    public string Words => "jobs list";

    public string Usage => "jobs list           every data set: schedule, last run, rows, next run, state";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var rows = new List<string[]> { s_head };
        rows.AddRange(
            (await reader.ReadAsync(ct)).Select(s =>
                new[]
                {
                    s.Description.Name,
                    s.Description.Provider,
                    s.Description.Schedule,
                    Text(s.Runs.Last?.StartedAt),
                    Outcome(s.Runs.Last),
                    s.Runs.LastSuccess?.Rows.ToString(CultureInfo.InvariantCulture) ?? "-",
                    Text(s.Runs.LastSuccess?.EndedAt),
                    Text(s.NextRunAt),
                    s.State == DataSetState.NotConfigured ? "not_configured" : s.State.ToString().ToLowerInvariant(),
                }
            )
        );
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(r => r[column].Length)).ToArray();
        foreach (var row in rows)
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        return 0;
    }

    private static string Text(Instant? at) => at is { } known ? s_minute.Format(known) : "-";

    private static string Outcome(Run? run) => run?.Outcome.ToString().ToLowerInvariant() ?? "-";
}
