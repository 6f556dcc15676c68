using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Instruments;

namespace InvestmentAssistant.Api.Features.Calendars;

/// <summary>Filters of both earnings calendars: that of all companies and that of the index.</summary>
public static class EarningsFilters
{
    /// <summary>Keeps reports from the first to the last day, both included; null leaves an end open.</summary>
    public static IQueryable<EarningsEvent> Within(this IQueryable<EarningsEvent> events, LocalDate? first, LocalDate? last)
    {
        if (first is { } from)
            events = events.Where(e => e.ReportDate >= from);
        if (last is { } to)
            events = events.Where(e => e.ReportDate <= to);
        return events;
    }

    /// <summary>Keeps symbols that are or begin with the text, in any case; an empty text keeps all.</summary>
    public static IQueryable<EarningsEvent> OfSymbol(this IQueryable<EarningsEvent> events, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return events;
        var symbol = EquitySymbol.Normalize(text);
        return events.Where(e => e.Symbol.StartsWith(symbol));
    }

    /// <summary>Reads coming reports first, the nearest in front, then past ones, the newest in front, up to the limit.</summary>
    public static Task<IReadOnlyList<EarningsEvent>> NearestAsync(
        this IQueryable<EarningsEvent> events,
        LocalDate today,
        int limit,
        CancellationToken ct
    ) =>
        CalendarList.FirstAsync(
            limit,
            events.Where(e => e.ReportDate >= today).InOrder(),
            events.Where(e => e.ReportDate < today).NewestFirst(),
            ct
        );
}
