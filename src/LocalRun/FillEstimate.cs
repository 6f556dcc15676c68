using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace InvestmentAssistant.LocalRun;

/// <summary>
/// How long a first fill still takes. fill-seconds.csv has what each data set took in a measured fill; what is done or under way in this
/// one says how much slower this machine is. Providers go side by side, so the longest of them counts.
/// </summary>
internal sealed partial class FillEstimate
{
    private static readonly Dictionary<string, double> Measured = Read();

    /// <summary>The time left; null while nothing has been done that could be compared.</summary>
    /// <param name="sets">The data sets of <c>/api/v1/ingestion/status</c> that a start fills.</param>
    /// <param name="now">By the clock of that answer.</param>
    public static TimeSpan? Left(IEnumerable<JsonElement> sets, DateTimeOffset now)
    {
        var (taken, usual) = (0.0, 0.0);
        Dictionary<string, double> left = new(StringComparer.Ordinal);
        foreach (var set in sets)
        {
            var seconds = Measured.GetValueOrDefault(set.GetProperty("name").GetString()!, 1);
            var run = set.GetProperty("last_run");
            var part = PartDone(set, run);
            if (run.ValueKind is JsonValueKind.Object && part > 0)
            {
                var end =
                    run.GetProperty("ended_at").ValueKind is JsonValueKind.Null ? now : run.GetProperty("ended_at").GetDateTimeOffset();
                taken += Math.Max(0, (end - run.GetProperty("started_at").GetDateTimeOffset()).TotalSeconds);
                usual += seconds * part;
            }
            var provider = set.GetProperty("provider").GetString()!;
            left[provider] = left.GetValueOrDefault(provider) + (seconds * (1 - part));
        }
        return usual > 0 ? TimeSpan.FromSeconds(left.Values.Max() * taken / usual) : null;
    }

    /// <summary>"about 40 s", "about 3 min": no more exact than it is.</summary>
    public static string Words(TimeSpan left) =>
        left.TotalSeconds < 90
            ? $"about {Math.Max(10, Math.Ceiling(left.TotalSeconds / 10) * 10):0} s"
            : $"about {Math.Ceiling(left.TotalMinutes):0} min";

    /// <summary>1 when there, 0 when not begun; of a run under way what "120 of 615 symbols" says.</summary>
    private static double PartDone(JsonElement set, JsonElement run)
    {
        if (set.GetProperty("last_success_at").ValueKind is not JsonValueKind.Null)
            return 1;
        if (run.ValueKind is not JsonValueKind.Object || run.GetProperty("outcome").GetString() is not "running")
            return 0;
        var progress = Progress().Match(run.GetProperty("progress").GetString() ?? "");
        if (!progress.Success)
            return 0;
        var (done, all) = (Number(progress.Groups[1].Value), Number(progress.Groups[2].Value));
        return all > 0 ? Math.Clamp(done / all, 0, 1) : 0;
    }

    private static double Number(string digits) =>
        double.Parse(digits.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static Dictionary<string, double> Read()
    {
        using var stream = typeof(FillEstimate).Assembly.GetManifestResourceStream("fill-seconds.csv")!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(l => !l.StartsWith('#'))
            .Select(l => l.Trim().Split(','))
            .ToDictionary(c => c[0], c => double.Parse(c[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    [GeneratedRegex(@"([\d,]+) of ([\d,]+)")]
    private static partial Regex Progress();
}
