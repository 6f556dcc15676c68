using InvestmentAssistant.Api.Domain.Earnings;

namespace InvestmentAssistant.Api.Features.EarningsNews.Ingestion;

/// <summary>
/// For which reports news are asked for, and how often: never for all companies each day, only around reports. Of the 503 companies some
/// thirty to two hundred are in their window on a day.
/// </summary>
public static class EarningsNewsPlan
{
    /// <summary>How far back news of past reports is fetched when it was never requested.</summary>
    public const int DaysBack = 90;

    private static readonly Duration s_daily = Duration.FromHours(20);
    private static readonly Duration s_close = Duration.FromHours(4);

    /// <summary>
    /// Events that are due. In the window once a day, from the day before the report to the day after it every four hours, and once when
    /// the window has closed. Never asked ones first, else the one asked longest ago; among equals the report that is nearest to today.
    /// </summary>
    /// <param name="events">Events of the index, in any order.</param>
    /// <param name="askedAt">When each was last asked for, by number.</param>
    /// <param name="now">The moment of the run.</param>
    public static IReadOnlyList<EarningsEvent> Due(
        IEnumerable<EarningsEvent> events,
        IReadOnlyDictionary<int, Instant> askedAt,
        Instant now
    )
    {
        var today = NewYorkDay.DateOf(now);
        return
        [
            .. events
                .Select(e => (Event: e, Asked: askedAt.TryGetValue(e.Id, out var at) ? at : (Instant?)null))
                .Where(x => IsDue(x.Event, x.Asked, today, now))
                .OrderBy(x => x.Asked ?? Instant.MinValue)
                .ThenBy(x => Distance(x.Event, today))
                .ThenBy(x => x.Event.Symbol, StringComparer.Ordinal)
                .Select(x => x.Event),
        ];
    }

    private static bool IsDue(EarningsEvent e, Instant? asked, LocalDate today, Instant now)
    {
        if (today < EarningsWindow.Opens(e) || e.ReportDate < today.PlusDays(-DaysBack))
            return false;
        if (asked is not { } at)
            return true;
        if (today > EarningsWindow.Closes(e))
            return NewYorkDay.DateOf(at) <= EarningsWindow.Closes(e);
        return now - at >= (Distance(e, today) <= 1 ? s_close : s_daily);
    }

    private static int Distance(EarningsEvent e, LocalDate today) => Math.Abs(Period.DaysBetween(today, e.ReportDate));
}
