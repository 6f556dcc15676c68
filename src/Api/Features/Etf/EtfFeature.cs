using InvestmentAssistant.Api.Features.Etf.Documents;
using InvestmentAssistant.Api.Features.Etf.Ingestion;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Markets;
using InvestmentAssistant.Api.Platform.Markets.Equities.Boards;
using Marten;

namespace InvestmentAssistant.Api.Features.Etf;

/// <summary>ETF: US exchange-traded funds, their live board and history.</summary>
public sealed class EtfFeature : IFeature
{
    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddEquityBoard("etf");
        services.AddSingleton<IInstrumentSource, EtfInstruments>();
        services.AddDataSetJob<EtfListJob>();
        services.AddDataSetJob<FundProfileJob>();
        services.AddTopic<EquityQuote, EtfTopic>();
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store)
    {
        store.Schema.For<EtfFund>().DocumentAlias("etf_fund").Identity(f => f.Symbol).Duplicate(f => f.IsActive);
        store.Schema.For<FundProfile>().DocumentAlias("etf_profile").Identity(p => p.Symbol);
    }
}
