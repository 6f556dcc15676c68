namespace InvestmentAssistant.MarketTime;

/// <summary>
/// The rules of the New York Stock Exchange's year: which weekdays are holidays and which end early, as they stood in each year from 1990.
/// What no rule foresees is in <see cref="NyseSpecialDays"/>. Sources: NYSE Rule 7.2 (holidays and their weekend rules), the exchange's
/// "Special Closings" list (1885-2011) and its yearly holiday announcements since.
/// </summary>
internal static class NyseHours
{
    public static readonly LocalTime PreOpen = new(4, 0);
    public static readonly LocalTime Open = new(9, 30);
    public static readonly LocalTime Close = new(16, 0);

    /// <summary>Extended trading ends four hours after the close: 20:00, or 17:00 after a 13:00 close.</summary>
    public static readonly Duration AfterHours = Duration.FromHours(4);

    private static readonly LocalTime OnePm = new(13, 0);
    private static readonly LocalTime TwoPm = new(14, 0);

    /// <summary>Regular hours of a day, New York time; null when the exchange does not trade at all.</summary>
    public static (LocalTime Open, LocalTime Close)? On(LocalDate date)
    {
        if (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || IsHoliday(date))
            return null;
        if (!NyseSpecialDays.ByDate.TryGetValue(date, out var special))
            return (Open, EarlyClose(date) ?? Close);
        return special.ClosedAllDay ? null : (special.Open ?? Open, special.Close ?? EarlyClose(date) ?? Close);
    }

    private static bool IsHoliday(LocalDate date) =>
        date.Month switch
        {
            // New Year's Day on a Saturday is not made up for: the Friday before closes the exchange's books of the year.
            1 => date == SundayToMonday(new LocalDate(date.Year, 1, 1))
                // Martin Luther King Jr. Day: third Monday, a holiday of the exchange since 1998.
                || (date.Year >= 1998 && date == Nth(date.Year, 1, IsoDayOfWeek.Monday, 3)),
            // Washington's Birthday: third Monday.
            2 => date == Nth(date.Year, 2, IsoDayOfWeek.Monday, 3),
            3 or 4 => date == EasterSunday(date.Year).PlusDays(-2),
            // Memorial Day: last Monday.
            5 => date.DayOfWeek == IsoDayOfWeek.Monday && date.Day > 24,
            // Juneteenth, since 2022.
            6 => date.Year >= 2022 && date == NearestWeekday(new LocalDate(date.Year, 6, 19)),
            7 => date == NearestWeekday(new LocalDate(date.Year, 7, 4)),
            // Labor Day: first Monday.
            9 => date == Nth(date.Year, 9, IsoDayOfWeek.Monday, 1),
            // Thanksgiving: fourth Thursday.
            11 => date == Thanksgiving(date.Year),
            12 => date == NearestWeekday(new LocalDate(date.Year, 12, 25)),
            _ => false,
        };

    /// <summary>The early close of a trading day, or null for a full one.</summary>
    private static LocalTime? EarlyClose(LocalDate date) =>
        (date.Month, date.Day) switch
        {
            // The day before Independence Day, since 1995. While the 4th was a Thursday the half day was Friday the 5th, until 2012; since
            // 2013 it is Wednesday the 3rd.
            (7, 3) when date.Year >= 1995 && (date.DayOfWeek != IsoDayOfWeek.Wednesday || date.Year >= 2013) => OnePm,
            (7, 5) when date.Year is >= 1996 and <= 2012 && date.DayOfWeek == IsoDayOfWeek.Friday => OnePm,
            // Christmas Eve: at 14:00 from 1990 to 1992, at 13:00 since.
            (12, 24) => date.Year <= 1992 ? TwoPm : OnePm,
            // The day after Thanksgiving, since 1992; that year still at 14:00.
            (11, _) when date.Year >= 1992 && date == Thanksgiving(date.Year).PlusDays(1) => date.Year == 1992 ? TwoPm : OnePm,
            _ => null,
        };

    private static LocalDate Thanksgiving(int year) => Nth(year, 11, IsoDayOfWeek.Thursday, 4);

    private static LocalDate Nth(int year, int month, IsoDayOfWeek day, int n) => LocalDate.FromYearMonthWeekAndDay(year, month, n, day);

    private static LocalDate SundayToMonday(LocalDate date) => date.DayOfWeek == IsoDayOfWeek.Sunday ? date.PlusDays(1) : date;

    private static LocalDate NearestWeekday(LocalDate date) =>
        date.DayOfWeek == IsoDayOfWeek.Saturday ? date.PlusDays(-1) : SundayToMonday(date);

    /// <summary>Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8).</summary>
    internal static LocalDate EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new LocalDate(year, n / 31, (n % 31) + 1);
    }
}
