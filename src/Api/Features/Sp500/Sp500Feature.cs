using InvestmentAssistant.Api.Domain.Equities;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sp500.Documents;
using InvestmentAssistant.Api.Features.Sp500.Ingestion;
using InvestmentAssistant.Api.Features.Sp500.Wikipedia;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Marten;

namespace InvestmentAssistant.Api.Features.Sp500;

/// <summary>S&amp;P 500: the index members, their live board and history.</summary>
public sealed class Sp500Feature : IFeature
{
    /// <summary>The live board of the index members.</summary>
    public static readonly BoardDefinition Board = new(
        "sp500",
        "sp500_trade",
        "sp500_updates",
        "sp500_market_updates",
        "sp500_realtime_data",
        "sp500_market_data",
        TradesAlways: false
    );

    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [
        new(Sp500Group.Tag, "S&P 500", "Live stocks", "실시간주식", "Prices, charts and movers of the companies in the S&P 500, in USD.")
        {
            Place = 10,
            Examples = new Dictionary<string, string>
            {
                ["symbol"] = "AAPL",
                ["q"] = "apple",
                ["timeframe"] = "1D",
            },
        },
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddEquityBoard(Board, precedence: 1);
        services.AddProviderClient<WikipediaClient>(WikipediaClient.Provider);
        services.AddSingleton<IInstrumentSource, Sp500Instruments>();
        services.AddSingleton<IIndexMembers, Sp500Members>().AddScoped<OverviewReader>();
        services.AddDataSetJob<Sp500CompaniesJob>(fillOrder: 390);
        services.AddDataSetJob<CompanyOverviewJob>(fillOrder: 400);
        services.AddTopic<EquityQuote, Sp500Topic>();
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store)
    {
        store
            .Schema.For<Sp500Company>()
            .DocumentAlias("sp500_company")
            .Identity(c => c.Symbol)
            .Duplicate(c => c.IsActive)
            .Duplicate(c => c.GicsSector!);
        store.Schema.For<CompanyOverview>().DocumentAlias("company_overview").Identity(o => o.Symbol);
    }
}
