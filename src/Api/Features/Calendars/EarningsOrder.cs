using InvestmentAssistant.Api.Domain.Earnings;

namespace InvestmentAssistant.Api.Features.Calendars;

/// <summary>The order of every list of reports, with tie-breakers, so that pages neither repeat nor miss a row.</summary>
public static class EarningsOrder
{
    public static IQueryable<EarningsEvent> InOrder(this IQueryable<EarningsEvent> events) =>
        events.OrderBy(e => e.ReportDate).ThenBy(e => e.Symbol).ThenBy(e => e.Id);

    public static IQueryable<EarningsEvent> NewestFirst(this IQueryable<EarningsEvent> events) =>
        events.OrderByDescending(e => e.ReportDate).ThenBy(e => e.Symbol).ThenBy(e => e.Id);
}
