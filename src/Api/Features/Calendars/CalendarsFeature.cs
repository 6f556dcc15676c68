using InvestmentAssistant.Api.Features.Calendars.Documents;
using InvestmentAssistant.Api.Features.Calendars.Ingestion;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Text;
using Marten;

namespace InvestmentAssistant.Api.Features.Calendars;

/// <summary>Calendars of reports, of all companies and of the S&amp;P 500, and of companies going public. Days are days in New York.</summary>
public sealed class CalendarsFeature : IFeature
{
    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddTextFold().AddScoped<EarningsReader>().AddSingleton<IpoBook>();
        services.AddDataSetJob<EarningsCalendarJob>().AddDataSetJob<EarningsResultsJob>().AddDataSetJob<Sp500EarningsJob>();
        services.AddDataSetJob<IpoCalendarJob>().AddDataSetJob<IpoHistoryJob>();
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store)
    {
        store.Schema.For<ResultsWeek>().DocumentAlias("earnings_results_week").Identity(w => w.Id);
        store.Schema.For<IpoOffering>().DocumentAlias("ipo_offering").Identity(o => o.Id).Duplicate(o => o.Symbol).Duplicate(o => o.IpoDate);
    }
}
