using Marten;

namespace InvestmentAssistant.Api.Domain.Earnings;

public static class EarningsExtensions
{
    /// <summary>The events that the calendars, their news and the e-mails share.</summary>
    public static IServiceCollection AddEarnings(this IServiceCollection services)
    {
        services.AddSingleton<EarningsBook>();
        services.ConfigureMarten(store =>
            store
                .Schema.For<EarningsEvent>()
                .DocumentAlias("earnings_event")
                .Identity(e => e.Id)
                .Duplicate(e => e.Symbol)
                .Duplicate(e => e.ReportDate)
                .Duplicate(e => e.IsSp500)
        );
        return services;
    }

    /// <summary>Events on the calendar, of all companies.</summary>
    public static IQueryable<EarningsEvent> Earnings(this IQuerySession session) => session.Query<EarningsEvent>().Where(e => e.IsListed);

    /// <summary>Events on the calendar of companies that are in the S&amp;P 500 on the day of their report.</summary>
    public static IQueryable<EarningsEvent> Sp500Earnings(this IQuerySession session) => session.Earnings().Where(e => e.IsSp500);
}
