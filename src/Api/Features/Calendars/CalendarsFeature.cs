using InvestmentAssistant.Api.Features.Calendars.Documents;
using InvestmentAssistant.Api.Features.Calendars.Earnings;
using InvestmentAssistant.Api.Features.Calendars.Ingestion;
using InvestmentAssistant.Api.Features.Calendars.Ipo;
using InvestmentAssistant.Api.Features.Calendars.Sp500Earnings;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Text;
using Marten;

namespace InvestmentAssistant.Api.Features.Calendars;

/// <summary>
/// Calendars of reports, of all companies and of the S&amp;P 500, and of companies going public. Days are days in New York.
/// </summary>
public sealed class CalendarsFeature : IFeature
{
    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [
        new(
            EarningsCalendarGroup.Tag,
            "실적 캘린더",
            "Earnings",
            "실적정보",
            "Earnings reports, past and to come, with estimates and surprises."
        )
        {
            Place = 60,
            Examples = new Dictionary<string, string> { ["symbol"] = "AAPL", ["q"] = "apple" },
        },
        new(IpoCalendarGroup.Tag, "IPO 캘린더", "IPO", "IPO", "Initial public offerings by date, status and exchange.") { Place = 65 },
        new(
            Sp500EarningsCalendarGroup.Tag,
            "S&P 500 실적 캘린더",
            "Earnings",
            "실적정보",
            "Earnings reports of the companies in the S&P 500."
        )
        {
            Place = 61,
            Examples = new Dictionary<string, string> { ["symbol"] = "AAPL", ["q"] = "apple" },
        },
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddTextFold().AddScoped<EarningsReader>().AddSingleton<IpoBook>();
        services
            .AddDataSetJob<EarningsCalendarJob>(fillOrder: 50)
            .AddDataSetJob<EarningsResultsJob>(fillOrder: 60)
            .AddDataSetJob<Sp500EarningsJob>(fillOrder: 70);
        services.AddDataSetJob<IpoCalendarJob>(fillOrder: 80).AddDataSetJob<IpoHistoryJob>(fillOrder: 90);
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store)
    {
        store.Schema.For<ResultsWeek>().DocumentAlias("earnings_results_week").Identity(w => w.Id);
        store
            .Schema.For<IpoOffering>()
            .DocumentAlias("ipo_offering")
            .Identity(o => o.Id)
            .Duplicate(o => o.Symbol)
            .Duplicate(o => o.IpoDate);
    }
}
