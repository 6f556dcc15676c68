namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>
/// Failed calls to providers during one run of a job. A run that goes through hundreds of items may see the same failure at each: they are
/// collected with the run (also across threads), whose end logs one line.
/// </summary>
public sealed class CallTroubles : IDisposable
{
    private static readonly AsyncLocal<CallTroubles?> s_current = new();

    private readonly SortedDictionary<ProviderFailure, int> _counts = [];
    private readonly CallTroubles? _outer = s_current.Value;
    private string? _first;

    private CallTroubles() => s_current.Value = this;

    /// <summary>Begins to collect; ends when disposed.</summary>
    public static CallTroubles Collect() => new();

    /// <summary>Failed calls.</summary>
    public int Count
    {
        get
        {
            lock (_counts)
                return _counts.Values.Sum();
        }
    }

    /// <summary>What the first of them said; null without any.</summary>
    public string? First
    {
        get
        {
            lock (_counts)
                return _first;
        }
    }

    /// <summary>Notes a failed call.</summary>
    /// <returns>Whether a run collects it; if not, the caller logs it.</returns>
    public static bool Note(ProviderException failure)
    {
        if (s_current.Value is not { } run)
            return false;
        lock (run._counts)
        {
            run._counts[failure.Kind] = run._counts.GetValueOrDefault(failure.Kind) + 1;
            run._first ??= failure.Message;
        }
        return true;
    }

    /// <summary>"30 Timeout, 4 ServerError".</summary>
    public override string ToString()
    {
        lock (_counts)
            return string.Join(", ", _counts.OrderByDescending(c => c.Value).Select(c => $"{c.Value} {c.Key}"));
    }

    public void Dispose() => s_current.Value = _outer;
}
