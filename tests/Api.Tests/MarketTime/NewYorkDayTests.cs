using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.MarketTime;

public sealed class NewYorkDayTests
{
    [Theory]
    // Summer time: New York is four hours behind; winter time: five.
    [InlineData(2026, 7, 1, 3, 59, "2026-06-30")]
    [InlineData(2026, 7, 1, 4, 0, "2026-07-01")]
    [InlineData(2026, 12, 1, 4, 59, "2026-11-30")]
    [InlineData(2026, 12, 1, 5, 0, "2026-12-01")]
    // The nights in which the clocks change: 8 March and 1 November 2026.
    [InlineData(2026, 3, 8, 4, 59, "2026-03-07")]
    [InlineData(2026, 3, 9, 3, 59, "2026-03-08")]
    [InlineData(2026, 11, 1, 4, 0, "2026-11-01")]
    [InlineData(2026, 11, 2, 4, 59, "2026-11-01")]
    public void The_day_changes_at_midnight_in_New_York(int year, int month, int day, int hour, int minute, string date)
    {
        var at = Instant.FromUtc(year, month, day, hour, minute);
        Assert.Equal(date, NewYorkDay.DateOf(at).ToString("uuuu-MM-dd", null));
        Assert.Equal(NewYorkDay.DateOf(at), new FakeClock(at).Today());
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-23", "2026-11-29")] // a Monday
    [InlineData("2026-11-29", "2026-11-23", "2026-11-29")] // a Sunday belongs to the week that it ends
    [InlineData("2026-11-30", "2026-11-30", "2026-12-06")]
    [InlineData("2027-01-01", "2026-12-28", "2027-01-03")] // across a year's end
    [InlineData("2026-03-08", "2026-03-02", "2026-03-08")] // the clocks change on this Sunday
    public void A_week_is_Monday_to_Sunday(string date, string monday, string sunday)
    {
        static LocalDate Parse(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
        Assert.Equal(new CalendarWeek(Parse(monday), Parse(sunday)), NewYorkDay.WeekOf(Parse(date)));
    }
}
