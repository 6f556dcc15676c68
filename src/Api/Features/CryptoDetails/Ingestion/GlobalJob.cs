using InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Marten;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;

/// <summary>The market as a whole: one snapshot an hour is kept, so that a share can be compared with that of a week ago.</summary>
public sealed class GlobalJob(CoinGeckoClient provider, IDocumentStore store, IClock clock) : IDataSetJob
{
    public DataSetDescription Description { get; } =
        new("crypto-global", CoinGeckoClient.Provider, "Crypto market as a whole", "0 5 0/2 * * ?", Duration.FromHours(5));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var snapshot = CoinRows.Global(await provider.GlobalAsync(ct), clock.GetCurrentInstant());
        if (snapshot.TotalMarketCapUsd is null)
            throw new ProviderException(ProviderFailure.BadReply, CoinGeckoClient.Provider, "sent no total market value");
        await using var session = store.LightweightSession();
        session.Store(snapshot);
        await session.SaveChangesAsync(ct);
        return new JobOutcome(1);
    }
}
