using InvestmentAssistant.Api.Domain.Bithumb;
using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Features.Crypto.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Marten;

namespace InvestmentAssistant.Api.Features.Crypto.Ingestion;

/// <summary>
/// The exchange's market list, upserted in one transaction: readers never see an empty or half list. Who left is flagged, never deleted.
/// </summary>
public sealed class BithumbMarketsJob(BithumbClient bithumb, IDocumentStore store, IClock clock) : IDataSetJob
{
    public DataSetDescription Description { get; } =
        new("bithumb-markets", BithumbClient.Provider, "Bithumb market list", "0 0/30 * * * ?", Duration.FromHours(2)) { ForBoards = true };

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var (rows, dropped) = await bithumb.MarketsAsync(ct);
        var markets = new Dictionary<string, CryptoMarket>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (Map(row, now) is { } market)
            {
                markets[market.Market] = market;
                continue;
            }
            DroppedRows.Because("markets without a market code");
            dropped++;
        }
        if (!markets.Values.Any(m => m.QuoteCurrency == "KRW"))
            throw new ProviderException(
                ProviderFailure.BadReply,
                BithumbClient.Provider,
                "the market list names no KRW market; the last good list is kept"
            );
        context.Progress($"{markets.Count} markets");

        await using var session = store.LightweightSession();
        var known = await session.Query<CryptoMarket>().Where(m => m.IsListed).ToListAsync(ct);
        var gone = known.Where(m => !markets.ContainsKey(m.Market)).Select(m => m with { IsListed = false, DelistedAt = now }).ToList();
        // A list that suddenly lacks most markets is a broken answer, not a mass delisting.
        if (gone.Count > 20 && gone.Count > known.Count / 4)
            throw new ProviderException(
                ProviderFailure.BadReply,
                BithumbClient.Provider,
                $"the market list lacks {gone.Count} of {known.Count} known markets; the last good list is kept"
            );
        session.Store<CryptoMarket>(markets.Values);
        session.Store<CryptoMarket>(gone);
        await session.SaveChangesAsync(ct);
        return new JobOutcome(
            markets.Count + gone.Count,
            dropped,
            Note: gone.Count == 0 ? null : $"delisted: {string.Join(", ", gone.Select(m => m.Market))}"
        );
    }

    /// <summary>The document of a row, or null for a code that is no market code.</summary>
    public static CryptoMarket? Map(BithumbMarket row, Instant now)
    {
        var parts = row.Market?.Split('-');
        if (
            parts is not [{ Length: >= 2 and <= 8 } quote, { Length: >= 1 and <= 24 } coin]
            || !parts.All(p => p.All(char.IsAsciiLetterOrDigit))
        )
            return null;
        return new CryptoMarket
        {
            Market = row.Market!,
            Symbol = coin,
            QuoteCurrency = quote,
            KoreanName = Name(row.KoreanName),
            EnglishName = Name(row.EnglishName),
            MarketWarning = Name(row.MarketWarning),
            FetchedAt = now,
        };
    }

    private static string? Name(string? text) => SentArticle.NameOf(text);
}
