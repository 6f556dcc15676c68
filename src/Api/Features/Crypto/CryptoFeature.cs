using InvestmentAssistant.Api.Features.Crypto.Documents;
using InvestmentAssistant.Api.Features.Crypto.Ingestion;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Markets;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Platform.Providers.Bithumb;
using Marten;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvestmentAssistant.Api.Features.Crypto;

/// <summary>Crypto: the KRW markets of the domestic exchange, their live board and history.</summary>
public sealed class CryptoFeature : IFeature
{
    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<InstrumentDirectory>();
        services.AddSingleton<CryptoBoard>();
        services.AddProviderClient<BithumbClient>(BithumbClient.Provider);
        services.AddSingleton<IInstrumentSource, CryptoInstruments>();
        // The list first: history is fetched for the markets on it.
        services.AddDataSetJob<BithumbMarketsJob>();
        services.AddDataSetJob<BithumbCandlesJob>();
        services.AddLiveFeed<BithumbLiveFeed>();
        services.AddTopic<CryptoQuote, CryptoTopic>();
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store) =>
        store.Schema.For<CryptoMarket>().DocumentAlias("crypto_market").Identity(m => m.Market)
            .Duplicate(m => m.QuoteCurrency).Duplicate(m => m.IsListed);
}
