using System.Collections.Frozen;

namespace InvestmentAssistant.MarketTime;

/// <summary>One day that no rule foresees: closed, opened late or ended early. Times are New York; null = as usual.</summary>
internal sealed record SpecialDay(LocalDate Date, bool ClosedAllDay, LocalTime? Open, LocalTime? Close, string Why);

/// <summary>
/// Days on which the exchange kept other hours than its rules say, since 1990. A new closure is a new line. Halts within a day are not
/// here: the session's open and close stay what they were. Source: NYSE, "Special Closings" (to 2011); NYSE notices (2012, 2018, 2025).
/// </summary>
internal static class NyseSpecialDays
{
    private static readonly SpecialDay[] All =
    [
        Late(1990, 12, 27, 11, 00, "explosion of a power transformer"),
        Late(1991, 01, 17, 09, 31, "silence for the troops in the Persian Gulf"),
        Late(1991, 02, 25, 09, 31, "silence for the troops in the Persian Gulf"),
        Early(1994, 02, 11, 14, 30, "snowstorm"),
        Closed(1994, 04, 27, "funeral of President Nixon"),
        Late(1995, 12, 18, 10, 30, "computer trouble"),
        new(new(1996, 01, 08), false, new(11, 00), new(14, 00), "snowstorm"),
        Early(1997, 10, 27, 15, 30, "circuit breaker: the Dow fell 550 points"),
        Early(1997, 12, 26, 13, 00, "Friday after Christmas"),
        Closed(2001, 09, 11, "attack on the World Trade Center"),
        Closed(2001, 09, 12, "attack on the World Trade Center"),
        Closed(2001, 09, 13, "attack on the World Trade Center"),
        Closed(2001, 09, 14, "attack on the World Trade Center"),
        Late(2001, 09, 17, 09, 33, "silence for the dead of 11 September"),
        Late(2001, 10, 08, 09, 31, "silence for the troops in Afghanistan"),
        Late(2002, 09, 11, 12, 00, "a year after 11 September"),
        Late(2003, 03, 20, 09, 32, "silence for the troops in Iraq"),
        Early(2003, 12, 26, 13, 00, "Friday after Christmas"),
        Late(2004, 06, 07, 09, 32, "silence for President Reagan"),
        Closed(2004, 06, 11, "day of mourning for President Reagan"),
        Early(2005, 06, 01, 15, 56, "failure of the communication systems"),
        Late(2006, 12, 27, 09, 32, "silence for President Ford"),
        Closed(2007, 01, 02, "day of mourning for President Ford"),
        Closed(2012, 10, 29, "hurricane Sandy"),
        Closed(2012, 10, 30, "hurricane Sandy"),
        Closed(2018, 12, 05, "day of mourning for President George H. W. Bush"),
        Closed(2025, 01, 09, "day of mourning for President Carter"),
    ];

    public static readonly FrozenDictionary<LocalDate, SpecialDay> ByDate = All.ToFrozenDictionary(d => d.Date);

    private static SpecialDay Closed(int year, int month, int day, string why) => new(new(year, month, day), true, null, null, why);

    private static SpecialDay Late(int year, int month, int day, int hour, int minute, string why) =>
        new(new(year, month, day), false, new(hour, minute), null, why);

    private static SpecialDay Early(int year, int month, int day, int hour, int minute, string why) =>
        new(new(year, month, day), false, null, new(hour, minute), why);
}
