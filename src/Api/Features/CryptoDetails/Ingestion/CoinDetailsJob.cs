using InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Marten;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;

/// <summary>
/// What is known of each coin beside its price: first the coins of the domestic exchange by rank, then the rest of the first 1,000. Coins
/// never asked come first, then the one asked longest ago, once that is a week; a coin the provider does not know is left alone for a
/// month.
/// </summary>
public sealed class CoinDetailsJob(CoinGeckoClient provider, CoinRound round, IDocumentStore store, IClock clock) : IDataSetJob
{
    private const string Purpose = "details";
    private const int LastRank = 1_000;
    private const int PerRun = 500;

    /// <summary>Share of the day's calls.</summary>
    private const double Share = 0.16;

    private static readonly Duration s_again = Duration.FromDays(7);
    private static readonly Duration s_unknownAgain = Duration.FromDays(30);
    private static readonly Duration s_retry = Duration.FromMinutes(50);

    public DataSetDescription Description { get; } =
        new("coin-details", CoinGeckoClient.Provider, "Coin details", "0 25 * * * ?", Duration.FromHours(6));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var calls = await round.CallsAsync(Purpose, ct);
        var now = clock.GetCurrentInstant();
        var due = (await CoinsAsync(ct))
            .Where(c =>
                !calls.TryGetValue(c, out var call) || now - call.At > call.Wait(call.Found ? s_again : s_unknownAgain, s_retry, s_again)
            )
            .OrderBy(c => calls.TryGetValue(c, out var call) ? call.At : Instant.MinValue)
            .ToList();
        var coins = due.Take(Math.Min(PerRun, round.Allowance(Share, calls.Values))).ToList();
        var outcome = await round.RunAsync(context, Purpose, coins, (coin, session) => FetchAsync(coin, session, ct), ct);
        return outcome with
        {
            Complete = outcome.Complete && coins.Count == due.Count,
            Left = outcome.Left + due.Count - coins.Count,
            Note = outcome.Note ?? (due.Count == 0 ? "nothing is due" : null),
        };
    }

    private async Task<(int, int)> FetchAsync(string coin, IDocumentSession session, CancellationToken ct)
    {
        if (CoinRows.Details(await provider.DetailsAsync(coin, ct), clock.GetCurrentInstant()) is not { } details || details.Id != coin)
            throw new ProviderException(ProviderFailure.BadReply, CoinGeckoClient.Provider, $"sent details that are not those of {coin}");
        session.Store(details);
        return (1, 0);
    }

    private async Task<IReadOnlyList<string>> CoinsAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var ranked = await session
            .Query<CoinListing>()
            .Where(c => c.Rank != null && c.Rank <= LastRank)
            .OrderBy(c => c.Rank)
            .Select(c => c.Id)
            .ToListAsync(ct);
        var listed = (await session.Query<CoinMapping>().Select(m => m.CoinId).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var unranked = listed.Except(ranked, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. ranked.Where(listed.Contains), .. unranked, .. ranked.Where(c => !listed.Contains(c))];
    }
}
