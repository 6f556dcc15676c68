using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;

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

    /// <summary>Companies report while US exchanges trade, extended hours included.</summary>
    private static readonly LocalTime s_firstReports = new(4, 0),
        s_lastReports = new(20, 0);

    public static LocalDate Opens(EarningsEvent e) => e.ReportDate.PlusDays(-DaysBefore);

    public static LocalDate Closes(EarningsEvent e) => e.ReportDate.PlusDays(DaysAfter);

    /// <summary>Where an article lies; null when it is outside the window. The report's day is divided by <see cref="OnTheDay"/>.</summary>
    /// <param name="e">The report.</param>
    /// <param name="publishedAt">When the article was.</param>
    /// <param name="headline">The headline; where it does not decide the side, <paramref name="summary"/> is read.</param>
    /// <param name="summary">Null when there is none.</param>
    public static NewsPlace? Place(EarningsEvent e, Instant publishedAt, string headline, string? summary = null)
    {
        var published = publishedAt.InZone(MarketCalendar.NewYork);
        var days = Period.DaysBetween(e.ReportDate, published.Date);
        if (days is < -DaysBefore or > DaysAfter)
            return null;
        return new NewsPlace(
            days switch
            {
                < 0 => NewsSection.Forecast,
                > 0 => NewsSection.Reaction,
                _ => OnTheDay(e.Time, published.TimeOfDay, EarningsHeadline.SideOf(headline) ?? EarningsHeadline.SideOf(summary)),
            },
            days
        );
    }

    /// <summary>
    /// The side of an article of the report's day. After the close: 16:00 divides. Before the open: 9:30 divides, but a text that reports
    /// the results earlier is a reaction, since they come out hours before. Where the hour is not known the text decides, then the time
    /// while no company reports (before 4:00 and from 20:00, or outside the session for a report during it); what is left is on neither
    /// side.
    /// </summary>
    private static NewsSection OnTheDay(ReportTime? time, LocalTime published, NewsSection? told)
    {
        return time switch
        {
            ReportTime.AfterClose => published < s_close ? NewsSection.Forecast : NewsSection.Reaction,
            ReportTime.BeforeOpen => published >= s_open || told == NewsSection.Reaction ? NewsSection.Reaction : NewsSection.Forecast,
            ReportTime.DuringMarket => Outside(s_open, s_close) ?? told ?? NewsSection.ReportDay,
            _ => told ?? Outside(s_firstReports, s_lastReports) ?? NewsSection.ReportDay,
        };

        NewsSection? Outside(LocalTime first, LocalTime last) =>
            published < first ? NewsSection.Forecast
            : published >= last ? NewsSection.Reaction
            : null;
    }

    /// <summary>Whether an article in the window is about the report itself, by a word of its headline.</summary>
    public static bool IsStory(NewsPlace place, string headline) =>
        place.DaysFromEarnings is >= -StoryDaysBefore and <= StoryDaysAfter && StoryWords().IsMatch(headline);

    [GeneratedRegex(
        @"\b(earnings|quarterly|results|eps|revenue|profit|guidance|forecast|outlook|beats|misses|estimates|consensus)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex StoryWords();
}
