using InvestmentAssistant.Api.Domain.Bithumb;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Crypto.Documents;
using InvestmentAssistant.Api.Features.Crypto.Ingestion;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Marten;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvestmentAssistant.Api.Features.Crypto;

/// <summary>Crypto: the KRW markets of the domestic exchange, their live board and history.</summary>
public sealed class CryptoFeature : IFeature
{
    /// <summary>The live board of the KRW markets.</summary>
    public static readonly BoardDefinition Board = new(
        "crypto",
        "crypto_update",
        "crypto_updates",
        null,
        "crypto_realtime_data",
        null,
        TradesAlways: true
    );

    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [
        new(CryptoGroup.Tag, "암호화폐", "Crypto analysis", "암호화폐분석", "Live prices of the KRW markets, in KRW.")
        {
            Place = 30,
            Examples = new Dictionary<string, string> { ["symbol"] = "BTC" },
        },
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<InstrumentDirectory>();
        services.AddQuoteBoard<CryptoQuote>(Board);
        // The only board of its item type: other features take it without its name.
        services.AddSingleton(s => s.GetRequiredKeyedService<IBoard<CryptoQuote>>(Board.Name));
        services.AddSingleton(s => s.GetRequiredKeyedService<IBoardPublisher<CryptoQuote>>(Board.Name));
        services.AddSingleton<CryptoBoard>();
        services.AddProviderClient<BithumbClient>(BithumbClient.Provider);
        services.AddSingleton<IInstrumentSource, CryptoInstruments>();
        // The list first: history is fetched for the markets on it.
        services.AddDataSetJob<BithumbMarketsJob>(fillOrder: 120);
        services.AddDataSetJob<BithumbCandlesJob>(fillOrder: 130);
        services.AddSingleton<CoinStorage>().AddLiveFeed<BithumbLiveFeed>();
        services.AddTopic<CryptoQuote, CryptoTopic>();
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store) =>
        store
            .Schema.For<CryptoMarket>()
            .DocumentAlias("crypto_market")
            .Identity(m => m.Market)
            .Duplicate(m => m.QuoteCurrency)
            .Duplicate(m => m.IsListed);
}
