using InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Marten;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;

/// <summary>
/// The bank rate of USD/KRW, when the settings ask for one: KRW for a bitcoin divided by USD for a bitcoin, both from one reply.
/// </summary>
public sealed class UsdKrwJob(CoinGeckoClient provider, IDocumentStore store, IClock clock) : IDataSetJob
{
    public DataSetDescription Description { get; } =
        new("usd-krw-rate", CoinGeckoClient.Provider, "USD/KRW rate", "0 15 * * * ?", Duration.FromHours(3));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var rates = (await provider.ExchangeRatesAsync(ct)).Rates;
        if (
            Plausible.Price(rates?.GetValueOrDefault("krw")?.Value) is not { } krw
            || Plausible.Price(rates?.GetValueOrDefault("usd")?.Value) is not { } usd
        )
            throw new ProviderException(ProviderFailure.BadReply, CoinGeckoClient.Provider, "sent no rates of USD and KRW");
        var rate = krw / usd;
        // Twice as far as it ever was on either side: beyond, another currency stands in the place of one of the two.
        if (rate is < 400 or > 4_000)
            throw new ProviderException(
                ProviderFailure.BadReply,
                CoinGeckoClient.Provider,
                "sent rates of USD and KRW that cannot be true"
            );
        await using var session = store.LightweightSession();
        session.Store(new FxRate(FxRate.UsdKrw, Math.Round(rate, 6), CoinGeckoClient.Provider, clock.GetCurrentInstant()));
        await session.SaveChangesAsync(ct);
        return new JobOutcome(1);
    }
}
