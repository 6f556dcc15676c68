using InvestmentAssistant.Api.Domain.Earnings;

namespace InvestmentAssistant.Api.Features.Calendars.Sp500Earnings;

/// <summary>Common parts of the answers of the S&amp;P 500's calendar.</summary>
internal static class Sp500Calendar
{
    public static IReadOnlyList<Sp500EarningsItem> Shape(this IEnumerable<EarningsEvent> events, LocalDate today) =>
        [.. events.Select(e => Sp500EarningsItem.Of(e, today))];
}

/// <summary>A page of the calendar.</summary>
/// <param name="TotalCount">Rows of all pages.</param>
/// <param name="Message">For people.</param>
public sealed record Sp500CalendarPage(IReadOnlyList<Sp500EarningsItem> Items, int TotalCount, string? Message);
