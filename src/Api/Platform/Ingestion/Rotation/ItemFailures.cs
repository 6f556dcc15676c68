using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Platform.Ingestion.Rotation;

/// <summary>
/// Distinguishes items that fail by themselves from a provider that is down, for a job that goes through all of its items in every run. An
/// item that fails lets the next one have its turn; only many failures one after the other, without an answer between them, are the
/// provider's. Items that failed in the last run come last in the next, so what always fails never stands before the others. Kept in
/// memory: after a restart the first run learns it again.
/// </summary>
public sealed class ItemFailures
{
    /// <summary>Number of failures in a row after which the provider counts as failing. More than a handful, because neighbours on a list
    /// can fail for one reason of their own.</summary>
    public const int MostInARow = 12;

    private HashSet<string> _last = new(StringComparer.Ordinal);
    private HashSet<string> _now = new(StringComparer.Ordinal);
    private int _inARow;

    /// <summary>Items that failed in this run.</summary>
    public int Count => _now.Count;

    /// <summary>Whether a failure can be one item's own; the others (a wrong key, a spent budget) are the provider's from the first
    /// on.</summary>
    public static bool CanBeTheItems(ProviderException failure) =>
        failure.Kind is ProviderFailure.Rejected or ProviderFailure.BadReply or ProviderFailure.ServerError or ProviderFailure.Timeout;

    /// <summary>Begins a run, and returns its items: those that failed in the last run come last.</summary>
    public IReadOnlyList<T> Begin<T>(IEnumerable<T> items, Func<T, string> key)
    {
        (_last, _now, _inARow) = (_now, new HashSet<string>(StringComparer.Ordinal), 0);
        return [.. items.OrderBy(i => _last.Contains(key(i)))];
    }

    /// <summary>The provider answered: what failed before was not its failure.</summary>
    public void Answered() => _inARow = 0;

    /// <summary>Notes that an item failed. Returns false when the failure is the provider's: the run ends.</summary>
    public bool Take(string item, ProviderException failure)
    {
        if (!CanBeTheItems(failure)) return false;
        _now.Add(item);
        return ++_inARow < MostInARow;
    }
}
