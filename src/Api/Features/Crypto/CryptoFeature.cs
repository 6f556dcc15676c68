using InvestmentAssistant.Api.Features.Crypto.Documents;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Markets;
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
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store) =>
        store.Schema.For<CryptoMarket>().DocumentAlias("crypto_market").Identity(m => m.Market)
            .Duplicate(m => m.QuoteCurrency).Duplicate(m => m.IsListed);
}
