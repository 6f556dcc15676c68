using InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Marten;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;

/// <summary>
/// All derivatives in one call. The batch replaces the one before in one transaction: readers see one batch or the other.
/// </summary>
public sealed class DerivativesJob(CoinGeckoClient provider, IDocumentStore store, IClock clock) : IDataSetJob
{
    public DataSetDescription Description { get; } =
        new("crypto-derivatives", CoinGeckoClient.Provider, "Crypto derivatives", "0 10 0/2 * * ?", Duration.FromHours(5));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var reply = await provider.DerivativesAsync(ct);
        var rows = reply.Rows.Select(CoinRows.Derivative).ToList();
        var good = rows.OfType<(string Index, DerivativeContract Contract)>().ToList();
        if (good.Count == 0)
            throw new ProviderException(
                ProviderFailure.BadReply,
                CoinGeckoClient.Provider,
                "no usable derivative in the reply; the last batch is kept"
            );
        var batch = good.GroupBy(r => r.Index, StringComparer.Ordinal).Select(g => Of(g.Key, [.. g.Select(r => r.Contract)], now)).ToList();

        await using var session = store.LightweightSession();
        session.Store<CoinDerivatives>(batch);
        session.DeleteWhere<CoinDerivatives>(d => d.FetchedAt < now);
        await session.SaveChangesAsync(ct);
        return new JobOutcome(
            good.Count,
            reply.Dropped + DroppedRows.Count(rows, "derivatives without a market, a symbol or an index"),
            Note: $"{batch.Count} indices"
        );
    }

    private static CoinDerivatives Of(string index, IReadOnlyList<DerivativeContract> contracts, Instant now) =>
        new()
        {
            Id = index,
            OpenInterestUsd = contracts.Where(c => c.ExpiresAt is null || c.ExpiresAt > now).Sum(c => c.OpenInterestUsd ?? 0),
            Contracts =
            [
                .. contracts
                    .OrderByDescending(c => c.OpenInterestUsd ?? 0)
                    .ThenBy(c => c.Market, StringComparer.Ordinal)
                    .ThenBy(c => c.Symbol, StringComparer.Ordinal),
            ],
            FetchedAt = now,
        };
}
