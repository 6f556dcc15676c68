using InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Marten;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;

/// <summary>
/// CoinGecko's coins by market capitalization: the first 1,000 every other hour, 5,000 once a day, 250 a call. Written page by page; then
/// the exchange's markets are mapped again. A coin that a whole list no longer has keeps its row and loses its rank.
/// </summary>
public sealed class CoinListJob(CoinGeckoClient provider, CoinMapper mapper, IDocumentStore store, IClock clock) : IDataSetJob
{
    private const int DailyPages = 20;
    private const int HourlyPages = 4;

    public DataSetDescription Description { get; } =
        new("coin-list", CoinGeckoClient.Provider, "Coins by market capitalization", "0 0 0/2 * * ?", Duration.FromHours(5));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var started = clock.GetCurrentInstant();
        var whole = context.ByHand || await NewestWholeListAsync(ct) is not { } last || started - last > Duration.FromHours(23);
        var pages = whole ? DailyPages : HourlyPages;
        var (rows, dropped) = (0, 0);
        for (var page = 1; page <= pages; page++)
        {
            ProviderRows<CoinMarketRow> reply;
            try
            {
                reply = await provider.MarketsAsync(page, ct);
            }
            catch (ProviderException e) when (e.IsLimit)
            {
                return JobOutcome.CutBy(e, rows, dropped, page - 1, pages - page + 1, "pages");
            }
            var coins = reply.Rows.Select(r => CoinRows.Listing(r, started)).ToList();
            dropped += reply.Dropped + DroppedRows.Count(coins, "coins without an id, a symbol or a name");
            await using var session = store.LightweightSession();
            // The last of a doubled row wins: coins move between pages while they are read.
            var good = coins.OfType<CoinListing>().GroupBy(c => c.Id, StringComparer.Ordinal).Select(g => g.Last()).ToList();
            session.Store<CoinListing>(good);
            await session.SaveChangesAsync(ct);
            rows += good.Count;
            context.Progress($"{rows} coins");
            if (reply.Rows.Count + reply.Dropped < CoinGeckoClient.PageSize)
                break;
        }
        if (rows == 0)
            throw new ProviderException(
                ProviderFailure.BadReply,
                CoinGeckoClient.Provider,
                "the list of coins is empty; the last good one is kept"
            );
        if (whole)
        {
            await UnrankAsync(started, ct);
            await NoteWholeListAsync(started, ct);
        }
        var mapped = await mapper.MapAsync(ct);
        return new JobOutcome(rows, dropped, Note: mapped.Note);
    }

    private async Task UnrankAsync(Instant started, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        var gone = await session.Query<CoinListing>().Where(c => c.FetchedAt < started && c.Rank != null).ToListAsync(ct);
        session.Store(gone.Select(c => c with { Rank = null }).ToArray());
        await session.SaveChangesAsync(ct);
    }

    private async Task<Instant?> NewestWholeListAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return (await session.LoadAsync<CoinCall>("list/all", ct))?.At;
    }

    private async Task NoteWholeListAsync(Instant at, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Store(CoinCall.Of("list", "all", at, found: true));
        await session.SaveChangesAsync(ct);
    }
}
