using InvestmentAssistant.Api.Platform.Ingestion.Feeds;

namespace InvestmentAssistant.Api.Platform.Ingestion.Runs;

/// <summary>
/// Holds back, at a start, what the boards do not need: on a busy machine a dozen fills side by side would keep the first prices waiting
/// for a minute. It waits for feeds of this process only, and not for long: a provider that is away, or a feed that another replica holds,
/// must not keep everything else from being filled.
/// </summary>
public sealed class BoardsFirst(IEnumerable<ILiveFeed> feeds, FeedWatch watch, JobCatalog catalog, TimeProvider time)
{
    /// <summary>A provider's socket sends its first prices within two or three seconds, its lists take about as long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>From the first event of the last feed until most symbols have a price.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns when the boards have prices, or after 20 s.</summary>
    /// <param name="lists">Completes when the runs of the boards' data sets have ended.</param>
    /// <param name="ct">Ends the wait with an exception.</param>
    public async Task WaitAsync(Task lists, CancellationToken ct)
    {
        var wanted = feeds.Where(f => catalog.IsConfigured(f.Provider)).Select(f => f.Name).ToList();
        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            await lists.WaitAsync(either.Token);
            if (wanted.TrueForAll(watch.HasBrought))
                return;
            while (!wanted.TrueForAll(watch.HasBrought))
                await Task.Delay(BetweenLooks, time, either.Token);
            await Task.Delay(Settling, time, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Long enough.
        }
    }
}
