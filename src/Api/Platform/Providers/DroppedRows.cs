namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>
/// Why rows of providers were dropped during one run of a job, by reason. It goes with the run (also across threads), so that a mapping can
/// say its reason without a logger;
/// the run's end says it once.
/// </summary>
public sealed class DroppedRows : IDisposable
{
    private static readonly AsyncLocal<DroppedRows?> s_current = new();

    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly DroppedRows? _outer = s_current.Value;

    private DroppedRows() => s_current.Value = this;

    /// <summary>Begins to collect; ends when disposed.</summary>
    public static DroppedRows Collect() => new();

    /// <summary>Notes that a row is dropped, and why, in words that hold nothing of the row.</summary>
    public static void Because(string reason)
    {
        if (s_current.Value is not { } rows)
            return;
        lock (rows._counts)
            rows._counts[reason] = rows._counts.GetValueOrDefault(reason) + 1;
    }

    /// <summary>Notes the reason and is null, for a mapping to return.</summary>
    public static T? Null<T>(string reason)
        where T : class
    {
        Because(reason);
        return null;
    }

    /// <summary>Counts the mapped rows that are null, and notes the reason of each.</summary>
    public static int Count<T>(IReadOnlyCollection<T?> mapped, string reason)
    {
        var count = mapped.Count(row => row is null);
        for (var i = 0; i < count; i++)
            Because(reason);
        return count;
    }

    /// <summary>"3 articles without a headline, 1 rows of another shape"; null when no reason was given.</summary>
    public override string? ToString()
    {
        lock (_counts)
            return _counts.Count == 0 ? null : string.Join(", ", _counts.OrderByDescending(c => c.Value).Select(c => $"{c.Value} {c.Key}"));
    }

    public void Dispose() => s_current.Value = _outer;
}
