using NodaTime.Text;

namespace InvestmentAssistant.Api.Tests.MarketTime;

/// <summary>The calendar, and dates and times of New York as tests write them.</summary>
internal static class NewYorkDates
{
    public static readonly MarketCalendar Calendar = new();
    public static readonly IReadOnlyList<Session> All = Calendar.Sessions(MarketCalendar.FirstDate, MarketCalendar.LastDate);

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static Instant NewYork(string text) =>
        LocalDateTimePattern
            .CreateWithInvariantCulture("yyyy-MM-dd HH:mm:ss")
            .Parse(text)
            .Value.InZoneStrictly(MarketCalendar.NewYork)
            .ToInstant();

    public static string TimeInNewYork(Instant at) =>
        LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(at.InZone(MarketCalendar.NewYork).TimeOfDay);
}
