using InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using InvestmentAssistant.Api.Platform.Providers;
using Marten;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;

/// <summary>
/// What the jobs that ask coin by coin share: whose turn it is, how many calls a run may make of the day's budget, and what a failure of
/// one coin means for the rest. A coin's answer and the note that it was asked are one transaction, so a run that is killed goes on where
/// it stopped.
/// </summary>
public sealed class CoinRound(IDocumentStore store, IOptionsMonitor<ProviderOptions> providers, IClock clock)
{
    /// <summary>The last call about each coin for this purpose.</summary>
    public async Task<IReadOnlyDictionary<string, CoinCall>> CallsAsync(string purpose, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return (await session.Query<CoinCall>().Where(c => c.Purpose == purpose).ToListAsync(ct)).ToDictionary(
            c => c.CoinId,
            StringComparer.Ordinal
        );
    }

    /// <summary>
    /// How many calls a run may make: its share of the day's budget, for the time since the last call, so that a small budget is spread
    /// over the day. At first a tenth of the day's share at once; without a budget no limit.
    /// </summary>
    public int Allowance(double share, IEnumerable<CoinCall> calls)
    {
        var perDay = providers.Get(CoinGeckoClient.Provider).CallsPerDay * share;
        if (perDay == 0)
            return int.MaxValue;
        var passed = calls.Max(c => (Instant?)c.At) is { } last ? Math.Clamp((clock.GetCurrentInstant() - last).TotalDays, 0, 1) : 0.1;
        return (int)(passed * perDay);
    }

    /// <summary>
    /// Asks for one coin after the other. A coin that fails is noted with its failures and waits its turn; the others go on. Many
    /// failures in a row are the provider's: the run ends, and those coins only go to the end of the queue.
    /// </summary>
    /// <param name="context">Of the run.</param>
    /// <param name="purpose">details, tickers or history.</param>
    /// <param name="coins">In the order of their turn; no more than the allowance.</param>
    /// <param name="fetch">Asks and stores into the session, which is saved afterwards; says how many rows were good and bad.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<JobOutcome> RunAsync(
        JobContext context,
        string purpose,
        IReadOnlyList<string> coins,
        Func<string, IDocumentSession, Task<(int Rows, int Dropped)>> fetch,
        CancellationToken ct
    )
    {
        var before = await CallsAsync(purpose, ct);
        var (done, rows, dropped, unknown, failed) = (0, 0, 0, 0, 0);
        var failures = new ItemFailures();
        // Failures without an answer after them: the coins', or the provider's.
        var open = new List<CoinCall>();
        foreach (var coin in coins)
        {
            await using var session = store.LightweightSession();
            var found = true;
            try
            {
                var (good, bad) = await fetch(coin, session);
                (rows, dropped) = (rows + good, dropped + bad);
            }
            catch (ProviderException e) when (e.Kind == ProviderFailure.Rejected)
            {
                (found, unknown) = (false, unknown + 1);
            }
            catch (ProviderException e) when (e.IsLimit)
            {
                await NoteAsync(open, ct);
                return JobOutcome.CutBy(e, rows, dropped, done, coins.Count - done, "coins");
            }
            catch (ProviderException e) when (ItemFailures.CanBeTheItems(e))
            {
                failed++;
                open.Add(CoinCall.Of(purpose, coin, clock.GetCurrentInstant(), found, (before.GetValueOrDefault(coin)?.Failures ?? 0) + 1));
                if (failures.Take(coin, e))
                    continue;
                await NoteAsync(open.Select(c => c with { Failures = c.Failures - 1 }), ct);
                if (done == 0)
                    throw;
                return new JobOutcome(rows, dropped, Complete: false, $"{done} of {coins.Count} coins, then {e.Message}")
                {
                    Answered = done,
                    Left = coins.Count - done,
                };
            }
            failures.Answered();
            session.Store<CoinCall>(open);
            session.Store(CoinCall.Of(purpose, coin, clock.GetCurrentInstant(), found));
            await session.SaveChangesAsync(ct);
            open.Clear();
            if (++done % 50 == 0)
                context.Progress($"{done} of {coins.Count} coins");
        }
        await NoteAsync(open, ct);
        return new JobOutcome(rows, dropped, Complete: failed == 0, NoteOf(unknown, failed)) { Answered = done, Left = failed };
    }

    private async Task NoteAsync(IEnumerable<CoinCall> calls, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Store(calls.ToArray());
        await session.SaveChangesAsync(ct);
    }

    private static string? NoteOf(int unknown, int failed) =>
        (unknown, failed) switch
        {
            (0, 0) => null,
            (_, 0) => $"{unknown} coins are not known to the provider",
            _ => $"{failed} coins failed and wait for their turn",
        };
}
