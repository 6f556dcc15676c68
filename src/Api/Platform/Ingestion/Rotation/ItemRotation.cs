using InvestmentAssistant.Api.Platform.Providers;
using Marten;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Platform.Ingestion.Rotation;

/// <summary>A data set that takes one call an item, such as one a company.</summary>
/// <param name="DataSet">Name of the data set.</param>
/// <param name="Provider">Whose budget it takes from.</param>
/// <param name="AskAgainAfter">An answer younger than this is not asked for again.</param>
/// <param name="ShareOfDay">Part of the provider's calls a day that one run may take (0.2 = a fifth), so that other data sets get theirs;
/// without a daily limit there is none.</param>
public sealed record RotationPlan(string DataSet, string Provider, Duration AskAgainAfter, decimal ShareOfDay);

/// <summary>Rows that were written, and bad ones that were left out.</summary>
public readonly record struct Written(int Rows, int Dropped);

/// <summary>
/// Goes round the items of a data set, the one asked longest ago first, as far as a run's share of the budget reaches; the next run goes on
/// from there. Answers are written in batches together with the note that they were asked for: a run that is killed has lost its last batch
/// at most, and its repetition ends the same.
/// </summary>
public sealed class ItemRotation(IDocumentStore store, IOptionsMonitor<ProviderOptions> providers, IClock clock, ILogger<ItemRotation> log)
{
    private const int AtOnce = 4;
    private const int BatchSize = 20;

    /// <summary>The provider may learn to know an item (a new member of an index), but not soon.</summary>
    private static readonly Duration s_unknownAgainAfter = Duration.FromDays(30);

    /// <summary>An item that failed waits, twice as long after each further failure, so that it does not keep the others from their
    /// turn.</summary>
    private static readonly Duration s_failedAgainAfter = Duration.FromHours(12);

    /// <param name="plan">Which data set, and how much of the budget.</param>
    /// <param name="items">All items there are.</param>
    /// <param name="ask">Asks for one; null when the provider does not know it.</param>
    /// <param name="write">Puts a batch of answers into the session that also notes them as asked.</param>
    /// <param name="context">Of the job's run.</param>
    /// <param name="ct">Ends the run.</param>
    /// <exception cref="ProviderException">The provider cannot be used at all, and nothing was written; never for a limit, which ends the
    /// run cleanly.</exception>
    public async Task<JobOutcome> RunAsync<TAnswer>(
        RotationPlan plan,
        IReadOnlyList<string> items,
        Func<string, CancellationToken, Task<TAnswer?>> ask,
        Func<IDocumentSession, IReadOnlyList<TAnswer>, CancellationToken, Task<Written>> write,
        JobContext context,
        CancellationToken ct
    )
        where TAnswer : class
    {
        var held = await HeldAsync(plan, ct);
        var due = Due(plan, items, held, context.ByHand);
        var known = items.Count == 0 || items.Any(i => held.TryGetValue(i, out var before) && before.Outcome != AskOutcome.Failed);
        var cap = Cap(plan);
        var (rows, dropped, done, unknown, failed) = (0, 0, 0, 0, 0);
        foreach (var batch in due.Take(cap).Chunk(BatchSize))
        {
            var (asked, stop) = await AskAsync(batch, ask, ct);
            if (asked.Count == BatchSize && asked.All(a => a.Outcome == AskOutcome.Failed))
                stop ??= asked[0].Failure; // a wrong key refuses every item
            var (newRows, newDropped) = await WriteAsync(
                plan,
                asked,
                held,
                isProviders: stop is not null && ItemFailures.CanBeTheItems(stop),
                write,
                ct
            );
            (rows, dropped, done) = (rows + newRows, dropped + newDropped, done + asked.Count);
            (unknown, failed) = (
                unknown + asked.Count(a => a.Outcome == AskOutcome.Unknown),
                failed + asked.Count(a => a.Outcome == AskOutcome.Failed)
            );
            context.Progress($"{done} of {Math.Min(due.Count, cap)} asked for");
            if (stop is null)
                continue;
            if (rows == 0 && done == failed && !stop.IsLimit)
                throw stop;
            return Outcome(complete: false, $"{Summary()}, then {stop.Message}") with { IsLimited = stop.IsLimit };
        }
        // With every item refused there is nothing to ask for until they may be tried again: that confirms nothing.
        return Outcome(complete: done == due.Count && failed == 0 && (done > 0 || known), Summary());

        JobOutcome Outcome(bool complete, string note) =>
            new(rows, dropped, complete, note) { Answered = done - failed, Left = due.Count - done };

        string Summary() =>
            $"{done} of {items.Count} asked for, {due.Count - done} waiting"
            + (unknown > 0 ? $", {unknown} unknown to the provider" : "")
            + (failed > 0 ? $", {failed} failed" : "");
    }

    /// <summary>Number of calls that one run may make.</summary>
    private int Cap(RotationPlan plan) =>
        providers.Get(plan.Provider).CallsPerDay is > 0 and var perDay ? Math.Max(1, (int)(perDay * plan.ShareOfDay)) : int.MaxValue;

    private async Task<IReadOnlyDictionary<string, AskedItem>> HeldAsync(RotationPlan plan, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return (await session.Query<AskedItem>().Where(a => a.DataSet == plan.DataSet).ToListAsync(ct)).ToDictionary(
            a => a.Item,
            StringComparer.Ordinal
        );
    }

    private IReadOnlyList<string> Due(RotationPlan plan, IReadOnlyList<string> items, IReadOnlyDictionary<string, AskedItem> held, bool all)
    {
        var now = clock.GetCurrentInstant();
        return
        [
            .. items
                .Distinct(StringComparer.Ordinal)
                .Select(item => (Item: item, Asked: held.GetValueOrDefault(item)))
                .Where(i => all || i.Asked is null || now - i.Asked.AskedAt >= WaitAfter(i.Asked))
                .OrderBy(i => i.Asked?.AskedAt ?? Instant.MinValue)
                .Select(i => i.Item),
        ];

        Duration WaitAfter(AskedItem asked) =>
            asked.Outcome switch
            {
                AskOutcome.Answered => plan.AskAgainAfter,
                AskOutcome.Unknown => s_unknownAgainAfter,
                // the provider's failure: the item is due, behind those that were never asked for
                _ when asked.Failures == 0 => Duration.Zero,
                _ => Duration.Min(
                    Duration.Min(s_failedAgainAfter, plan.AskAgainAfter) * (1 << Math.Min(asked.Failures - 1, 10)),
                    Duration.Max(s_unknownAgainAfter, plan.AskAgainAfter)
                ),
            };
    }

    /// <summary>Makes a few calls at a time. A failure of the provider ends the run; a failure of one item does not.</summary>
    private async Task<(IReadOnlyList<Asked<TAnswer>> Asked, ProviderException? Stop)> AskAsync<TAnswer>(
        string[] batch,
        Func<string, CancellationToken, Task<TAnswer?>> ask,
        CancellationToken ct
    )
        where TAnswer : class
    {
        var asked = new List<Asked<TAnswer>>(batch.Length);
        ProviderException? stop = null;
        var inARow = 0;
        await Parallel.ForEachAsync(
            batch,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (item, token) =>
            {
                if (Volatile.Read(ref stop) is not null)
                    return;
                Asked<TAnswer> result;
                try
                {
                    var answer = await ask(item, token);
                    result = new Asked<TAnswer>(item, answer is null ? AskOutcome.Unknown : AskOutcome.Answered, answer, null);
                    Interlocked.Exchange(ref inARow, 0);
                }
                catch (ProviderException e) when (ItemFailures.CanBeTheItems(e))
                {
                    log.LogDebug("{Item}: {Reason}", item, e.Message);
                    result = new Asked<TAnswer>(item, AskOutcome.Failed, null, e);
                    // No answer at all, many times in a row, is the provider's failure; a refusal is an answer.
                    if (
                        e.Kind is ProviderFailure.ServerError or ProviderFailure.Timeout
                        && Interlocked.Increment(ref inARow) >= ItemFailures.MostInARow
                    )
                        Interlocked.CompareExchange(ref stop, e, null);
                }
                catch (ProviderException e)
                {
                    Interlocked.CompareExchange(ref stop, e, null);
                    return;
                }
                lock (asked)
                    asked.Add(result);
            }
        );
        return (asked, stop);
    }

    private async Task<Written> WriteAsync<TAnswer>(
        RotationPlan plan,
        IReadOnlyList<Asked<TAnswer>> asked,
        IReadOnlyDictionary<string, AskedItem> held,
        bool isProviders,
        Func<IDocumentSession, IReadOnlyList<TAnswer>, CancellationToken, Task<Written>> write,
        CancellationToken ct
    )
        where TAnswer : class
    {
        if (asked.Count == 0)
            return default;
        var now = clock.GetCurrentInstant();
        await using var session = store.LightweightSession();
        var written = await write(session, [.. asked.Select(a => a.Answer).OfType<TAnswer>()], ct);
        session.Store<AskedItem>(
            asked.Select(a => new AskedItem
            {
                Id = AskedItem.IdOf(plan.DataSet, a.Item),
                DataSet = plan.DataSet,
                Item = a.Item,
                AskedAt = now,
                Outcome = a.Outcome,
                Failures = a.Outcome == AskOutcome.Failed && !isProviders ? (held.GetValueOrDefault(a.Item)?.Failures ?? 0) + 1 : 0,
            })
        );
        await session.SaveChangesAsync(ct);
        return written;
    }

    private sealed record Asked<TAnswer>(string Item, AskOutcome Outcome, TAnswer? Answer, ProviderException? Failure);
}
