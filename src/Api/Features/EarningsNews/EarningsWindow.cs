using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Platform.Markets.Earnings;
using InvestmentAssistant.Api.Platform.MarketTime;
using NodaTime;

namespace InvestmentAssistant.Api.Features.EarningsNews;

/// <summary>Where an article lies beside a report.</summary>
/// <param name="DaysFromEarnings">New York days, negative before the report date.</param>
public readonly record struct NewsPlace(NewsSection Section, int DaysFromEarnings);

/// <summary>Which articles belong to a report: from fourteen days before its date to five after it, days of New York.</summary>
public static partial class EarningsWindow
{
    public const int DaysBefore = 14;
    public const int DaysAfter = 5;

    /// <summary>A story about the report itself is from ten days before to three after.</summary>
    private const int StoryDaysBefore = 10;
    private const int StoryDaysAfter = 3;

    private static readonly LocalTime s_open = new(9, 30);
    private static readonly LocalTime s_close = new(16, 0);

    public static LocalDate Opens(EarningsEvent e) => e.ReportDate.PlusDays(-DaysBefore);

    public static LocalDate Closes(EarningsEvent e) => e.ReportDate.PlusDays(DaysAfter);

    /// <summary>
    /// The moment of the report: 9:30 New York when it comes before the open, 16:00 when after the close. When nobody knows, the end of its day: what is published on the
    /// day counts as written before it.
    /// </summary>
    public static Instant MomentOf(EarningsEvent e) => e.Time switch
    {
        ReportTime.BeforeOpen => MarketCalendar.NewYork.AtStrictly(e.ReportDate + s_open).ToInstant(),
        ReportTime.AfterClose => MarketCalendar.NewYork.AtStrictly(e.ReportDate + s_close).ToInstant(),
        _ => MarketCalendar.NewYork.AtStartOfDay(e.ReportDate.PlusDays(1)).ToInstant(),
    };

    /// <summary>Where an article of that moment lies; null when it is outside the window.</summary>
    public static NewsPlace? Place(EarningsEvent e, Instant publishedAt)
    {
        var days = Period.DaysBetween(e.ReportDate, NewYorkDay.DateOf(publishedAt));
        if (days is < -DaysBefore or > DaysAfter) return null;
        return new NewsPlace(publishedAt < MomentOf(e) ? NewsSection.Forecast : NewsSection.Reaction, days);
    }

    /// <summary>Whether an article in the window is about the report itself, by a word of its headline.</summary>
    public static bool IsStory(NewsPlace place, string headline) =>
        place.DaysFromEarnings is >= -StoryDaysBefore and <= StoryDaysAfter && StoryWords().IsMatch(headline);

    [GeneratedRegex(@"\b(earnings|quarterly|results|eps|revenue|profit|guidance|forecast|outlook|beats|misses|estimates|consensus)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StoryWords();
}
