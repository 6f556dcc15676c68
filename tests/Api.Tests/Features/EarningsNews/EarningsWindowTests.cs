using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Features.EarningsNews;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Features.EarningsNews.Ingestion;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Tests.Features.EarningsNews;

/// <summary>Which side of a report an article lies on, and when a report is asked for.</summary>
public sealed class EarningsWindowTests
{
    private static EarningsEvent Report(string date, ReportTime? time = null, int id = 1, string symbol = "AAPL") =>
        new()
        {
            Id = id,
            Symbol = symbol,
            ReportDate = LocalDatePattern.Iso.Parse(date).Value,
            Time = time,
            IsSp500 = true,
            FetchedAt = default,
            CreatedAt = default,
            UpdatedAt = default,
        };

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    [Theory]
    // Winter: the close is at 21:00 UTC, the open at 14:30.
    [InlineData("2026-01-29", ReportTime.AfterClose, "2026-01-29T20:59:59Z", NewsSection.Forecast, 0)]
    [InlineData("2026-01-29", ReportTime.AfterClose, "2026-01-29T21:00:00Z", NewsSection.Reaction, 0)]
    [InlineData("2026-01-29", ReportTime.BeforeOpen, "2026-01-29T14:29:59Z", NewsSection.Forecast, 0)]
    [InlineData("2026-01-29", ReportTime.BeforeOpen, "2026-01-29T14:30:00Z", NewsSection.Reaction, 0)]
    // Summer: an hour earlier.
    [InlineData("2026-07-29", ReportTime.AfterClose, "2026-07-29T19:59:59Z", NewsSection.Forecast, 0)]
    [InlineData("2026-07-29", ReportTime.AfterClose, "2026-07-29T20:00:00Z", NewsSection.Reaction, 0)]
    [InlineData("2026-07-29", ReportTime.BeforeOpen, "2026-07-29T13:30:00Z", NewsSection.Reaction, 0)]
    // The Monday after the clocks changed on 8 March 2026, and the Friday before it.
    [InlineData("2026-03-09", ReportTime.AfterClose, "2026-03-09T20:00:00Z", NewsSection.Reaction, 0)]
    [InlineData("2026-03-06", ReportTime.AfterClose, "2026-03-06T20:00:00Z", NewsSection.Forecast, 0)]
    [InlineData("2026-03-06", ReportTime.AfterClose, "2026-03-06T21:00:00Z", NewsSection.Reaction, 0)]
    // The hour is not known: only while no company reports (before 4:00 and from 20:00 New York) the time tells.
    [InlineData("2026-07-29", null, "2026-07-29T07:59:59Z", NewsSection.Forecast, 0)]
    [InlineData("2026-07-29", null, "2026-07-29T08:00:00Z", NewsSection.ReportDay, 0)]
    [InlineData("2026-07-29", null, "2026-07-29T23:59:59Z", NewsSection.ReportDay, 0)]
    [InlineData("2026-07-29", null, "2026-07-30T00:00:00Z", NewsSection.Reaction, 0)]
    [InlineData("2026-07-29", null, "2026-07-30T04:00:00Z", NewsSection.Reaction, 1)]
    [InlineData("2026-11-01", null, "2026-11-02T04:59:59Z", NewsSection.Reaction, 0)]
    // While the exchange trades: only outside the session the time tells.
    [InlineData("2026-07-29", ReportTime.DuringMarket, "2026-07-29T13:29:59Z", NewsSection.Forecast, 0)]
    [InlineData("2026-07-29", ReportTime.DuringMarket, "2026-07-29T16:00:00Z", NewsSection.ReportDay, 0)]
    [InlineData("2026-07-29", ReportTime.DuringMarket, "2026-07-29T20:00:00Z", NewsSection.Reaction, 0)]
    // The window: fourteen days before to five after, days of New York.
    [InlineData("2026-07-29", ReportTime.AfterClose, "2026-07-15T04:00:00Z", NewsSection.Forecast, -14)]
    [InlineData("2026-07-29", ReportTime.AfterClose, "2026-08-04T03:59:59Z", NewsSection.Reaction, 5)]
    public void An_article_lies_before_or_after_the_minute_of_the_report(
        string date,
        ReportTime? time,
        string publishedAt,
        NewsSection section,
        int days
    ) => Assert.Equal(new NewsPlace(section, days), EarningsWindow.Place(Report(date, time), At(publishedAt), "A new phone"));

    [Theory]
    // N2: the report of the day has no hour.
    [InlineData(null, "12:00", "Zq beats Q3 estimates", NewsSection.Reaction)]
    [InlineData(null, "12:00", "Zq Reports Third Quarter Results", NewsSection.Reaction)]
    [InlineData(null, "12:00", "Zq Q3 earnings beat on higher prices", NewsSection.Reaction)]
    [InlineData(null, "12:00", "Zq shares slide after earnings", NewsSection.Reaction)]
    [InlineData(null, "12:00", "Zq Q3 2026 earnings call transcript", NewsSection.Reaction)]
    [InlineData(null, "12:00", "Zq raises full-year guidance", NewsSection.Reaction)]
    [InlineData(null, "12:00", "Zq missed revenue estimates", NewsSection.Reaction)]
    [InlineData(null, "12:00", "Zq Q3 preview: what to expect", NewsSection.Forecast)]
    [InlineData(null, "12:00", "Zq to report Q3 results", NewsSection.Forecast)]
    [InlineData(null, "12:00", "Will Zq beat Q3 estimates?", NewsSection.Forecast)]
    [InlineData(null, "12:00", "Zq expected to miss Q3 estimates", NewsSection.Forecast)]
    [InlineData(null, "12:00", "Zq stock ahead of the report", NewsSection.Forecast)]
    [InlineData(null, "12:00", "Zq opens a plant", NewsSection.ReportDay)]
    [InlineData(null, "12:00", "Ahead of the report: history shows that Zq beats estimates", NewsSection.ReportDay)]
    [InlineData(null, "02:00", "Zq opens a plant", NewsSection.Forecast)]
    [InlineData(null, "02:00", "Zq beats Q3 estimates", NewsSection.Reaction)]
    [InlineData(null, "20:30", "Zq opens a plant", NewsSection.Reaction)]
    // Results that come before the open are out hours before it.
    [InlineData(ReportTime.BeforeOpen, "07:00", "Zq beats Q3 estimates", NewsSection.Reaction)]
    [InlineData(ReportTime.BeforeOpen, "07:00", "Zq opens a plant", NewsSection.Forecast)]
    [InlineData(ReportTime.BeforeOpen, "09:30", "Zq Q3 preview", NewsSection.Reaction)]
    // After the close: nothing can be a reaction before it.
    [InlineData(ReportTime.AfterClose, "12:00", "Rival of Zq beats Q3 estimates", NewsSection.Forecast)]
    [InlineData(ReportTime.DuringMarket, "12:00", "Zq beats Q3 estimates", NewsSection.Reaction)]
    public void N2_the_text_or_the_time_tells_the_side_of_an_article_of_the_reports_day(
        ReportTime? time,
        string hour,
        string headline,
        NewsSection section
    )
    {
        var published = MarketCalendar.NewYork.AtStrictly(
            new LocalDate(2026, 10, 29) + LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(hour).Value
        );
        Assert.Equal(new NewsPlace(section, 0), EarningsWindow.Place(Report("2026-10-29", time), published.ToInstant(), headline));
    }

    [Fact]
    public void N2_the_summary_is_read_where_the_headline_leaves_the_side_open() =>
        Assert.Equal(
            new NewsPlace(NewsSection.Reaction, 0),
            EarningsWindow.Place(
                Report("2026-10-29"),
                At("2026-10-29T16:00:00Z"),
                "Zq in focus",
                "The company beat estimates and raised its outlook."
            )
        );

    [Theory]
    [InlineData("2026-07-29", "2026-07-15T03:59:59Z")]
    [InlineData("2026-07-29", "2026-08-04T04:00:00Z")]
    [InlineData("2026-07-29", "2025-07-29T12:00:00Z")]
    public void Outside_the_window_it_belongs_to_no_report(string date, string publishedAt) =>
        Assert.Null(EarningsWindow.Place(Report(date), At(publishedAt), "Zq beats Q3 estimates"));

    [Theory]
    [InlineData("Apple BEATS the street", 0, true)]
    [InlineData("What to expect: EPS, margins", -10, true)]
    [InlineData("What to expect: EPS, margins", -11, false)]
    [InlineData("Quarterly figures", 3, true)]
    [InlineData("Quarterly figures", 4, false)]
    [InlineData("Profits warning", 0, false)]
    [InlineData("Keeps its forecasting team", 0, false)]
    [InlineData("A new phone", 0, false)]
    public void A_story_has_a_whole_word_in_its_headline_and_is_near_the_report(string headline, int days, bool isStory) =>
        Assert.Equal(isStory, EarningsWindow.IsStory(new NewsPlace(NewsSection.Forecast, days), headline));

    private static readonly Instant Now = Instant.FromUtc(2026, 10, 16, 16, 0);

    private static string Due(IEnumerable<EarningsEvent> events, params (int Id, Instant At)[] asked) =>
        string.Join(' ', EarningsNewsPlan.Due(events, asked.ToDictionary(a => a.Id, a => a.At), Now).Select(e => e.Id));

    [Fact]
    public void Reports_are_due_from_fourteen_days_before_and_as_far_back_as_is_caught_up_on() =>
        Assert.Equal(
            "2 3 4",
            Due([
                Report("2026-10-31", id: 1),
                Report("2026-10-30", id: 2),
                Report("2026-09-01", id: 3),
                Report("2026-07-18", id: 4),
                Report("2026-07-17", id: 5),
            ])
        );

    [Fact]
    public void Never_asked_ones_come_first_by_nearness_then_the_ones_asked_longest_ago() =>
        Assert.Equal(
            "4 3 2 1",
            Due(
                [Report("2026-10-20", id: 1), Report("2026-10-21", id: 2), Report("2026-10-25", id: 3), Report("2026-10-17", id: 4)],
                (1, Now - Duration.FromHours(21)),
                (2, Now - Duration.FromHours(30))
            )
        );

    [Theory]
    [InlineData("2026-10-20", 19, "")]
    [InlineData("2026-10-20", 20, "1")]
    [InlineData("2026-10-16", 3, "")]
    [InlineData("2026-10-16", 4, "1")]
    [InlineData("2026-10-15", 4, "1")]
    [InlineData("2026-10-17", 4, "1")]
    [InlineData("2026-10-14", 4, "")]
    public void In_its_window_a_report_is_asked_for_daily_and_around_its_day_every_four_hours(string date, int hoursAgo, string due) =>
        Assert.Equal(due, Due([Report(date)], (1, Now - Duration.FromHours(hoursAgo))));

    [Theory]
    [InlineData("2026-10-10", 14, "1")] // closed yesterday, last asked on its last day (New York)
    [InlineData("2026-10-10", 11, "")] // asked after it had closed
    [InlineData("2026-08-03", 24 * 60, "")]
    public void Once_its_window_has_closed_a_report_is_asked_for_one_last_time(string date, int hoursAgo, string due) =>
        Assert.Equal(due, Due([Report(date)], (1, Now - Duration.FromHours(hoursAgo))));
}
