using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Platform.Ingestion.Rotation;

/// <summary>How the question about one item ended, where the run may go on or ends cleanly.</summary>
public enum ItemEnd
{
    /// <summary>The work ran to its end.</summary>
    Done,

    /// <summary>The item failed by itself; the next one has its turn.</summary>
    Failed,

    /// <summary>A limit was reached, <see cref="ItemFailures.Limit"/>: what is left waits for the next run.</summary>
    Limited,

    /// <summary>The key's plan does not cover the question, and the job can do without (<see cref="ItemFailures.PlanMayEnd"/>).</summary>
    NotCovered,
}

/// <summary>
/// Decides what a provider's failure means for a job that goes through its items: one policy for all jobs. A limit ends the run cleanly. An
/// item that fails by itself lets the next one have its turn; only many failures in a row, without an answer between them, are the
/// provider's, and end the run with the exception. Items that failed in the last run come last in the next, so what always fails never
/// stands before the others. Kept in memory: after a restart the first run learns it again.
/// </summary>
/// <param name="isItems">Checks whether a failure can be one item's own; null for <see cref="CanBeTheItems"/>.</param>
/// <param name="mostInARow">Failures in a row that are the provider's.</param>
public sealed class ItemFailures(Func<ProviderException, bool>? isItems = null, int mostInARow = ItemFailures.MostInARow)
{
    /// <summary>
    /// Failures in a row that are the provider's. More than a handful, because neighbours on a list can fail for one reason of their own.
    /// </summary>
    public const int MostInARow = 12;

    private readonly Func<ProviderException, bool> _isItems = isItems ?? CanBeTheItems;
    private HashSet<string> _last = new(StringComparer.Ordinal);
    private HashSet<string> _now = new(StringComparer.Ordinal);
    private int _inARow;

    /// <summary>Whether the job can do without what the plan does not cover; else a refused key ends the run with the exception.</summary>
    public bool PlanMayEnd { get; init; }

    /// <summary>Items that failed in this run.</summary>
    public int Count => _now.Count;

    /// <summary>The first failure of an item in this run; null without any.</summary>
    public ProviderException? First { get; private set; }

    /// <summary>The latest failure of an item in this run; null without any.</summary>
    public ProviderException? Latest { get; private set; }

    /// <summary>The limit that was reached last in this run; null without any.</summary>
    public ProviderException? Limit { get; private set; }

    /// <summary>
    /// Checks whether a failure can be one item's own; the others (a wrong key, a spent budget) are the provider's from the first on.
    /// </summary>
    public static bool CanBeTheItems(ProviderException failure) =>
        failure.Kind is ProviderFailure.Rejected or ProviderFailure.BadReply or ProviderFailure.ServerError or ProviderFailure.Timeout;

    /// <summary>
    /// For a job of a few questions, each about a subject of its own: any number of them may be refused or answered badly.
    /// </summary>
    public static ItemFailures OfQuestions() => new(e => e.Kind is ProviderFailure.Rejected or ProviderFailure.BadReply, int.MaxValue);

    /// <summary>For accounts, each of which may be gone or protected: any number of them may be refused.</summary>
    public static ItemFailures OfAccounts() => new(e => e.Kind is ProviderFailure.Rejected, int.MaxValue);

    /// <summary>For parts that do not keep each other away: each may fail in any way that leaves the key and the budget intact.</summary>
    public static ItemFailures OfParts() =>
        new(
            e => e.Kind is not (ProviderFailure.Unauthorized or ProviderFailure.NotConfigured or ProviderFailure.BudgetSpent),
            int.MaxValue
        );

    /// <summary>Begins a run, and returns its items: those that failed in the last run come last.</summary>
    public IReadOnlyList<T> Begin<T>(IEnumerable<T> items, Func<T, string> key)
    {
        (_last, _now, _inARow) = (_now, new HashSet<string>(StringComparer.Ordinal), 0);
        (First, Latest, Limit) = (null, null, null);
        return [.. items.OrderBy(i => _last.Contains(key(i)))];
    }

    /// <summary>Does the work of one item. The work itself calls <see cref="Answered"/>: some items need no call.</summary>
    /// <exception cref="ProviderException">The failure is the provider's: the run ends.</exception>
    public async Task<ItemEnd> TryAsync(string item, Func<Task> work)
    {
        try
        {
            await work();
            return ItemEnd.Done;
        }
        catch (ProviderException limit) when (limit.IsLimit && !_isItems(limit))
        {
            Limit = limit;
            return ItemEnd.Limited;
        }
        catch (ProviderException refused) when (PlanMayEnd && refused.Kind is ProviderFailure.Unauthorized)
        {
            return ItemEnd.NotCovered;
        }
        catch (ProviderException failed) when (Take(item, failed))
        {
            return ItemEnd.Failed;
        }
    }

    /// <summary>Notes that the provider answered: what failed before was not its failure.</summary>
    public void Answered() => _inARow = 0;

    /// <summary>Notes that an item failed. Returns false when the failure is the provider's: the run ends.</summary>
    public bool Take(string item, ProviderException failure)
    {
        if (!_isItems(failure))
            return false;
        _now.Add(item);
        First ??= failure;
        Latest = failure;
        return ++_inARow < mostInARow;
    }
}
