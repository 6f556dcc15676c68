using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.Equities;

/// <summary>
/// Asks /quote for silent symbols, the longest silent first. At the start this fills the boards: at once when the provider's calls are not
/// limited, else at the pace of the budget.
/// </summary>
internal sealed class UsQuoteRotation(
    UsFeedRun run,
    UsListWatch lists,
    UsTradeSocket socket,
    FinnhubClient finnhub,
    ProviderOptions options
)
{
    /// <summary>A subscribed symbol that was silent for this long is asked for like the others.</summary>
    private static readonly TimeSpan QuietAfter = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A symbol without a subscription, or about which the provider did not answer, is asked for again after this at the soonest.
    /// </summary>
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Share of the minute's budget that the rotation may use; the rest is for the jobs.</summary>
    private const double RotationShare = 0.7;

    public async Task RunAsync(CancellationToken ct)
    {
        await lists.WhenListedAsync(ct);
        var limited = options.CallsPerMinute > 0;
        var pace = limited ? TimeSpan.FromMinutes(1) / Math.Max(1, options.CallsPerMinute * RotationShare) : TimeSpan.Zero;
        while (true)
        {
            var quiet = Before(QuietAfter);
            var idle = run.Clock.Calendar.PhaseAt(run.Clock.Now) == SessionPhase.Closed ? quiet : Before(AskAgainAfter);
            var silent = run.State.SilentSince(quiet, idle, run.Feed.Time.GetTimestamp(), socket.Live);
            if (silent.Count == 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), run.Feed.Time, ct);
                continue;
            }
            if (limited)
            {
                await AskAsync(silent[0], ct);
                await Task.Delay(pace, run.Feed.Time, ct);
            }
            else
            {
                await Parallel.ForEachAsync(
                    silent,
                    new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct },
                    async (symbol, token) => await AskAsync(symbol, token)
                );
                await Task.Delay(TimeSpan.FromSeconds(1), run.Feed.Time, ct);
            }
        }
    }

    /// <summary>The time stamp that long ago; never before 1, so that "no message yet" (0) is always older.</summary>
    private long Before(TimeSpan ago) => Math.Max(1, run.Feed.Stamp(-ago));

    private async Task AskAsync(string symbol, CancellationToken ct)
    {
        try
        {
            if (await finnhub.QuoteAsync(symbol, ct) is { } quote)
                Take(symbol, quote);
            run.State.Heard(symbol, run.Feed.Time.GetTimestamp());
        }
        catch (ProviderException e) when (e.IsLimit)
        {
            var wait = e.RetryAfter ?? TimeSpan.FromSeconds(15);
            await Task.Delay(wait < LongestWait ? wait : LongestWait, run.Feed.Time, ct);
        }
        catch (ProviderException e)
        {
            run.Feed.Log.LogDebug("{Feed}: no quote of {Symbol}: {Problem}", run.Feed.Name, symbol, e.Message);
            // A refusal stands; a provider that did not get to answer is asked again soon, so that a hiccup at the start leaves no holes in
            // the board for minutes.
            if (e.Kind is ProviderFailure.ServerError or ProviderFailure.Timeout or ProviderFailure.BadReply)
                PutOff(symbol);
            else
                run.State.Heard(symbol, run.Feed.Time.GetTimestamp());
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // The budget is kept in PostgreSQL: while that is away nothing is asked, and the socket's prices go on.
            run.Feed.Log.LogDebug("{Feed}: {Symbol} could not be asked for: {Problem}", run.Feed.Name, symbol, e.Message);
            PutOff(symbol);
        }
    }

    private void PutOff(string symbol) => run.State.PutOff(symbol, run.Feed.Stamp(AskAgainAfter));

    private void Take(string symbol, FinnhubQuote quote)
    {
        var at = Instant.FromUnixTimeSeconds(quote.Time!.Value);
        if (at > run.Clock.Now + Plausible.MarketAhead || !run.State.Apply(symbol, quote, run.Feed.Time.GetTimestamp()))
            return;
        run.Feed.Health.Event(at);
        // A symbol that is only asked for gets its bars from these prices: an update without a volume.
        if (run.Clock.Calendar.PhaseAt(at) == SessionPhase.Regular)
            run.Trades.Add(new Trade(symbol, at, quote.Current!.Value, 0));
    }
}
