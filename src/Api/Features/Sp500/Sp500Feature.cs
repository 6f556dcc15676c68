using InvestmentAssistant.Api.Features.Sp500.Documents;
using InvestmentAssistant.Api.Features.Sp500.Ingestion;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Markets;
using InvestmentAssistant.Api.Platform.Markets.Equities;
using InvestmentAssistant.Api.Platform.Markets.Equities.Boards;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Platform.Providers.Wikipedia;
using Marten;

namespace InvestmentAssistant.Api.Features.Sp500;

/// <summary>S&amp;P 500: the index members, their live board and history.</summary>
public sealed class Sp500Feature : IFeature
{
    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddEquityBoard("sp500");
        services.AddProviderClient<WikipediaClient>(WikipediaClient.Provider);
        services.AddSingleton<IInstrumentSource, Sp500Instruments>();
        services.AddSingleton<IIndexMembers, Sp500Members>().AddSingleton<OverviewReader>();
        services.AddDataSetJob<Sp500CompaniesJob>();
        services.AddDataSetJob<CompanyOverviewJob>();
        services.AddTopic<EquityQuote, Sp500Topic>();
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store)
    {
        store.Schema.For<Sp500Company>().DocumentAlias("sp500_company").Identity(c => c.Symbol)
            .Duplicate(c => c.IsActive).Duplicate(c => c.GicsSector!);
        store.Schema.For<CompanyOverview>().DocumentAlias("company_overview").Identity(o => o.Symbol);
    }
}
