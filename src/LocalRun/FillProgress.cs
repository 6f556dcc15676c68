using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace InvestmentAssistant.LocalRun;

/// <summary>
/// Tells at the terminal how the first fill of the data sets goes: a line whenever more of them are there, and one when all are.
/// </summary>
internal sealed class FillProgress(HealthProbe probe, string api, TextWriter output)
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(3);

    /// <summary>With the budgets of real keys a first fill takes days: too long to watch a terminal.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);

    /// <summary>Returns when everything is filled, after ten minutes, or when cancelled.</summary>
    public async Task ReportAsync(CancellationToken cancellationToken)
    {
        var watched = Stopwatch.StartNew();
        string? said = null;
        try
        {
            while (true)
            {
                // Null also while PostgreSQL is away and the API answers with a problem.
                if (await probe.JsonAsync(api + "/api/v1/ingestion/status", cancellationToken) is { } answer && Fill.Of(answer) is { } fill)
                {
                    if (fill.IsComplete)
                    {
                        await SayAsync(
                            said is null
                                ? $"{fill.Done} data sets are there."
                                : string.Create(
                                    CultureInfo.InvariantCulture,
                                    $"{fill.Done} data sets, {fill.Rows:N0} rows, {watched.Elapsed.TotalSeconds:0} s after the start."
                                )
                        );
                        return;
                    }
                    if (watched.Elapsed > s_longest)
                    {
                        await SayAsync($"{fill.Line}. The rest comes as the providers' budgets allow: {api}/api/v1/ingestion/status");
                        return;
                    }
                    if (fill.Line != said)
                    {
                        said = fill.Line;
                        await SayAsync(fill.LineWithEstimate);
                    }
                }
                await Task.Delay(s_every, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The run is over.
        }

        Task SayAsync(string words) => output.WriteLineAsync($"  Filling     {words}");
    }

    /// <summary>How far the first fill is.</summary>
    /// <param name="Done">Data sets that have their data.</param>
    /// <param name="All">Data sets that a start fills; those without a key do not count.</param>
    /// <param name="Rows">Rows of those that are done.</param>
    /// <param name="UnderWay">What is being filled, and how far.</param>
    /// <param name="Failing">What could not be filled and waits for its next run.</param>
    /// <param name="Left">How long it still takes, by what this fill has taken so far; null while it cannot be estimated.</param>
    internal sealed record Fill(
        int Done,
        int All,
        long Rows,
        IReadOnlyList<string> UnderWay,
        IReadOnlyList<string> Failing,
        TimeSpan? Left = null
    )
    {
        public bool IsComplete => All > 0 && Done == All;

        public string Line => $"{Done} of {All} data sets{Rest}";

        /// <summary>The same with the time left: it changes with every look, and is no reason for a line of its own.</summary>
        public string LineWithEstimate => Left is { } left ? $"{Done} of {All} data sets, {FillEstimate.Words(left)} left{Rest}" : Line;

        private string Rest =>
            (UnderWay.Count > 0 ? $"; under way: {string.Join(", ", UnderWay)}" : "")
            + (Failing.Count > 0 ? $"; failing: {string.Join(", ", Failing)}" : "");

        /// <summary>Of an answer of <c>/api/v1/ingestion/status</c>; null when it is another one.</summary>
        public static Fill? Of(JsonElement answer)
        {
            if (answer.ValueKind is not JsonValueKind.Object || !answer.TryGetProperty("data_sets", out var sets))
                return null;
            var (done, all, rows) = (0, 0, 0L);
            List<string> underWay = [],
                failing = [];
            List<JsonElement> counted = [];
            foreach (var set in sets.EnumerateArray())
            {
                if (!set.GetProperty("fills_at_start").GetBoolean() || Text(set, "state") is "not_configured")
                    continue;
                all++;
                counted.Add(set);
                var run = set.GetProperty("last_run");
                var outcome = run.ValueKind is JsonValueKind.Object ? Text(run, "outcome") : null;
                if (set.GetProperty("last_success_at").ValueKind is not JsonValueKind.Null)
                {
                    done++;
                    rows += set.GetProperty("rows").TryGetInt64(out var number) ? number : 0;
                }
                else if (outcome is "running")
                    underWay.Add(
                        Text(run, "progress") is { Length: > 0 } progress ? $"{Text(set, "name")} ({progress})" : Text(set, "name")!
                    );
                else if (outcome is "failed")
                    failing.Add(Text(set, "name")!);
            }
            var left = answer.TryGetProperty("as_of", out var now) ? FillEstimate.Left(counted, now.GetDateTimeOffset()) : null;
            return new Fill(done, all, rows, underWay, failing, left);
        }

        private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
    }
}
