using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Etf.Documents;
using InvestmentAssistant.Api.Features.Etf.Ingestion;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Ingestion;
using Marten;

namespace InvestmentAssistant.Api.Features.Etf;

/// <summary>ETF: US exchange-traded funds, their live board and history.</summary>
public sealed class EtfFeature : IFeature
{
    /// <summary>The live board of the funds.</summary>
    public static readonly BoardDefinition Board = new(
        "etf",
        "etf_trade",
        "etf_updates",
        "etf_market_updates",
        "etf_realtime_data",
        "etf_market_data",
        TradesAlways: false
    );

    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [
        new(EtfGroup.Tag, "ETF", "ETF", "ETF", "Prices, charts and rankings of exchange-traded funds, in USD.")
        {
            Place = 20,
            Examples = new Dictionary<string, string>
            {
                ["symbol"] = "SPY",
                ["q"] = "vanguard",
                ["timeframe"] = "1D",
            },
        },
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddEquityBoard(Board, precedence: 2);
        services.AddSingleton<IInstrumentSource, EtfInstruments>();
        services.AddDataSetJob<EtfListJob>(fillOrder: 260);
        services.AddDataSetJob<FundProfileJob>(fillOrder: 270);
        services.AddTopic<EquityQuote, EtfTopic>();
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store)
    {
        store.Schema.For<EtfFund>().DocumentAlias("etf_fund").Identity(f => f.Symbol).Duplicate(f => f.IsActive);
        store.Schema.For<FundProfile>().DocumentAlias("etf_profile").Identity(p => p.Symbol);
    }
}
