using InvestmentAssistant.Api.Features.CryptoDetails.CoinGecko;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Derivatives;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;
using InvestmentAssistant.Api.Features.CryptoDetails.Investment;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Providers;
using Marten;

namespace InvestmentAssistant.Api.Features.CryptoDetails;

/// <summary>Analysis of a coin: kimchi premium, derivatives, risk, concept, ecosystem.</summary>
public sealed class CryptoDetailsFeature : IFeature
{
    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [
        new(
            CryptoDetailsGroup.Tag,
            "암호화폐 상세",
            "Crypto analysis",
            "암호화폐분석",
            "A coin in depth: concept, chart, kimchi premium, derivatives, venues, fitness as an investment."
        )
        {
            Place = 35,
            Examples = new Dictionary<string, string> { ["symbol"] = "BTC" },
        },
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("CryptoDetails");
        services
            .AddOptions<CryptoDetailsOptions>()
            .Bind(section)
            .Validate(
                o => o.FxProvider is UsdKrwRate.Implied or CoinGeckoClient.Provider,
                "CryptoDetails:FxProvider is implied or coingecko."
            )
            .Validate(
                o => o is { MaxQuoteAgeMinutes: > 0, MaxRateAgeHours: > 0, KeepHistoryDays: >= 31 },
                "CryptoDetails: ages are positive, and a month of history is kept."
            );
        services.AddProviderClient<CoinGeckoClient>(CoinGeckoClient.Provider);
        services
            .AddScoped<CoinDirectory>()
            .AddSingleton<PremiumCalculator>()
            .AddSingleton<PremiumHistory>()
            .AddScoped<PremiumReader>()
            .AddScoped<PremiumDays>()
            .AddScoped<CoinCloses>()
            .AddScoped<DerivativesReader>()
            .AddScoped<MarketReader>()
            .AddScoped<PeerReader>()
            .AddSingleton<ISchemaPart, PremiumHistorySchema>();
        services.AddSingleton<CoinMapper>().AddSingleton<CoinRound>();
        // In the order of a first fill: which coins there are, what a premium is made of, then what takes longer.
        services.AddDataSetJob<CoinListJob>(fillOrder: 140).AddDataSetJob<CoinMappingJob>(fillOrder: 150);
        if (section[nameof(CryptoDetailsOptions.FxProvider)] == CoinGeckoClient.Provider)
            services.AddDataSetJob<UsdKrwJob>(fillOrder: 160);
        services
            .AddDataSetJob<GlobalJob>(fillOrder: 170)
            .AddDataSetJob<DerivativesJob>(fillOrder: 180)
            .AddDataSetJob<CoinTickersJob>(fillOrder: 190)
            .AddDataSetJob<CoinDetailsJob>(fillOrder: 200)
            .AddDataSetJob<PremiumBackfillJob>(fillOrder: 210)
            .AddDataSetJob<PremiumSamplesJob>(fillOrder: 220);
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store)
    {
        store.Schema.For<CoinListing>().DocumentAlias("coin_listing").Identity(c => c.Id).Duplicate(c => c.Symbol).Duplicate(c => c.Rank);
        store.Schema.For<CoinMapping>().DocumentAlias("coin_mapping").Identity(m => m.Id);
        store.Schema.For<CoinCall>().DocumentAlias("coin_call").Identity(c => c.Id).Duplicate(c => c.Purpose);
        store
            .Schema.For<CoinDetails>()
            .DocumentAlias("coin_details")
            .Identity(c => c.Id)
            .Duplicate(c => c.PrimaryCategory)
            .Duplicate(c => c.Rank);
        store.Schema.For<CoinTickers>().DocumentAlias("coin_tickers").Identity(c => c.Id);
        store.Schema.For<VenueDay>().DocumentAlias("coin_venue_day").Identity(d => d.Id).Duplicate(d => d.CoinId).Duplicate(d => d.Date);
        store.Schema.For<CoinDerivatives>().DocumentAlias("coin_derivatives").Identity(d => d.Id).Duplicate(d => d.OpenInterestUsd);
        store.Schema.For<GlobalSnapshot>().DocumentAlias("crypto_global").Identity(g => g.Id).Duplicate(g => g.FetchedAt);
        store.Schema.For<FxRate>().DocumentAlias("fx_rate").Identity(r => r.Id);
    }
}
