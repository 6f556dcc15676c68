using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Platform.Providers.CoinGecko;
using Marten;
using NodaTime;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;

/// <summary>The bank rate of USD/KRW, when the settings ask for one: KRW for a bitcoin divided by USD for a bitcoin, both from one reply.</summary>
public sealed class UsdKrwJob(CoinGeckoClient provider, IDocumentStore store, IClock clock) : IDataSetJob
{
    public DataSetDescription Description { get; } = new("usd-krw-rate", CoinGeckoClient.Provider, "USD/KRW rate", "0 15 * * * ?", Duration.FromHours(3));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var rates = (await provider.ExchangeRatesAsync(ct)).Rates;
        if (rates?.GetValueOrDefault("krw")?.Value is not > 0 || rates.GetValueOrDefault("usd")?.Value is not > 0)
            throw new ProviderException(ProviderFailure.BadReply, CoinGeckoClient.Provider, "sent no rates of USD and KRW");
        var rate = rates["krw"]!.Value!.Value / rates["usd"]!.Value!.Value;
        await using var session = store.LightweightSession();
        session.Store(new FxRate(FxRate.UsdKrw, Math.Round(rate, 6), CoinGeckoClient.Provider, clock.GetCurrentInstant()));
        await session.SaveChangesAsync(ct);
        return new JobOutcome(1);
    }
}
