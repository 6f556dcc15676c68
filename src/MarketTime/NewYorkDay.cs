namespace InvestmentAssistant.MarketTime;

/// <summary>A week from Monday to Sunday, both included.</summary>
public readonly record struct CalendarWeek(LocalDate Monday, LocalDate Sunday);

/// <summary>The day of US calendars: reports, offerings and sessions carry the date in New York.</summary>
public static class NewYorkDay
{
    /// <summary>The date in New York.</summary>
    public static LocalDate DateOf(Instant at) => at.InZone(MarketCalendar.NewYork).Date;

    /// <summary>Today in New York.</summary>
    public static LocalDate Today(this IClock clock) => DateOf(clock.GetCurrentInstant());

    /// <summary>The week of a date.</summary>
    public static CalendarWeek WeekOf(LocalDate date)
    {
        var monday = date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        return new CalendarWeek(monday, monday.PlusDays(6));
    }
}
