using CsCheck;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Tests.MarketTime;

public sealed class MarketCalendarTests
{
    private static readonly MarketCalendar Calendar = new();
    private static readonly IReadOnlyList<Session> All = Calendar.Sessions(MarketCalendar.FirstDate, MarketCalendar.LastDate);

    private static readonly Gen<LocalDate> AnyDate = Gen.Int[10, Period.DaysBetween(MarketCalendar.FirstDate, MarketCalendar.LastDate) - 10]
        .Select(MarketCalendar.FirstDate.PlusDays);

    private static readonly Gen<Instant> AnyInstant = Gen.Select(AnyDate, Gen.Long[0, NodaConstants.TicksPerDay - 1], (date, ticks) =>
        MarketCalendar.NewYork.AtStartOfDay(date).ToInstant().PlusTicks(ticks)
    );

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static Instant NewYork(string text) =>
        LocalDateTimePattern
            .CreateWithInvariantCulture("yyyy-MM-dd HH:mm:ss")
            .Parse(text)
            .Value.InZoneStrictly(MarketCalendar.NewYork)
            .ToInstant();

    private static string TimeInNewYork(Instant at) =>
        LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(at.InZone(MarketCalendar.NewYork).TimeOfDay);

    [Fact]
    public void Every_session_runs_pre_open_open_close_post_close_in_that_order()
    {
        Assert.NotEmpty(All);
        Assert.All(All, s =>
        {
            Assert.True(s.PreOpen < s.Open && s.Open < s.Close && s.Close < s.PostClose, $"{s}");
            Assert.Equal(s.Date, s.PreOpen.InZone(MarketCalendar.NewYork).Date);
            Assert.Equal(s.Date, s.Close.InZone(MarketCalendar.NewYork).Date);
            Assert.InRange(s.Date.DayOfWeek, IsoDayOfWeek.Monday, IsoDayOfWeek.Friday);
            Assert.Equal(s.IsEarlyClose, s.Close.InZone(MarketCalendar.NewYork).TimeOfDay < new LocalTime(16, 0));
        });
    }

    [Fact]
    public void Sessions_follow_each_other_without_overlap()
    {
        foreach (var (earlier, later) in All.Zip(All.Skip(1)))
        {
            Assert.True(earlier.Date < later.Date);
            Assert.True(earlier.PostClose < later.PreOpen);
            Assert.Same(earlier, Calendar.Previous(later.Date));
            Assert.Same(later, Calendar.Next(earlier.Date));
        }
    }

    [Fact]
    public void The_previous_session_is_strictly_before_and_the_next_strictly_after_any_date_with_none_between() =>
        AnyDate.Sample(date =>
        {
            var (previous, next, own) = (Calendar.Previous(date), Calendar.Next(date), Calendar.SessionOn(date));
            return previous.Date < date
                && date < next.Date
                && Calendar.Sessions(previous.Date, next.Date).Count == (own is null ? 2 : 3)
                && (own is null || own.Date == date);
        });

    [Fact]
    public void The_session_of_an_instant_has_begun_and_the_next_has_not() =>
        AnyInstant.Sample(at =>
        {
            var session = Calendar.SessionOf(at);
            return session.PreOpen <= at
                && at < Calendar.Next(session.Date).PreOpen
                && Calendar.TrySessionOf(at, out var same)
                && ReferenceEquals(session, same);
        });

    [Fact]
    public void The_phase_agrees_with_the_session_of_the_same_instant() =>
        AnyInstant.Sample(at =>
        {
            var s = Calendar.SessionOf(at);
            return Calendar.PhaseAt(at) switch
            {
                SessionPhase.Pre => s.PreOpen <= at && at < s.Open,
                SessionPhase.Regular => s.Open <= at && at < s.Close && s.IsRegular(at),
                SessionPhase.Post => s.Close <= at && at < s.PostClose,
                _ => s.PostClose <= at,
            };
        });

    [Fact]
    public void The_next_open_and_close_are_strictly_later_and_the_first_ones() =>
        AnyInstant.Sample(
            at =>
            {
                var (open, close) = (Calendar.NextOpen(at), Calendar.NextClose(at));
                return at < open
                    && at < close
                    && Calendar.SessionOf(open).Open == open
                    && Calendar.SessionOf(close).Close == close
                    && (Calendar.PhaseAt(at) == SessionPhase.Regular ? close < open : open < close)
                    && !All.Any(s => (at < s.Open && s.Open < open) || (at < s.Close && s.Close < close));
            },
            iter: 200
        );

    [Fact]
    public void Boundaries_belong_to_what_begins()
    {
        var friday = Calendar.SessionOn(Date("2024-03-08"))!;
        Assert.Equal(SessionPhase.Pre, Calendar.PhaseAt(friday.PreOpen));
        Assert.Equal(SessionPhase.Regular, Calendar.PhaseAt(friday.Open));
        Assert.Equal(SessionPhase.Post, Calendar.PhaseAt(friday.Close));
        Assert.Equal(SessionPhase.Closed, Calendar.PhaseAt(friday.PostClose));
        Assert.Equal(SessionPhase.Closed, Calendar.PhaseAt(friday.PreOpen - Duration.Epsilon));
        Assert.Equal("2024-03-07", $"{Calendar.SessionOf(friday.PreOpen - Duration.Epsilon).Date:uuuu-MM-dd}");
        Assert.Equal(Calendar.Next(friday.Date).Open, Calendar.NextOpen(friday.Open));
        Assert.Equal(Calendar.Next(friday.Date).Close, Calendar.NextClose(friday.Close));
    }

    /// <summary>Trading days a year as the exchange and its data vendors publish them.</summary>
    [Theory]
    [InlineData(1990, 253), InlineData(1991, 253), InlineData(1992, 254), InlineData(1993, 253), InlineData(1994, 252)]
    [InlineData(1995, 252), InlineData(1996, 254), InlineData(1997, 253), InlineData(1998, 252), InlineData(1999, 252)]
    [InlineData(2000, 252), InlineData(2001, 248), InlineData(2002, 252), InlineData(2003, 252), InlineData(2004, 252)]
    [InlineData(2005, 252), InlineData(2006, 251), InlineData(2007, 251), InlineData(2008, 253), InlineData(2009, 252)]
    [InlineData(2010, 252), InlineData(2011, 252), InlineData(2012, 250), InlineData(2013, 252), InlineData(2014, 252)]
    [InlineData(2015, 252), InlineData(2016, 252), InlineData(2017, 251), InlineData(2018, 251), InlineData(2019, 252)]
    [InlineData(2020, 253), InlineData(2021, 252), InlineData(2022, 251), InlineData(2023, 250), InlineData(2024, 252)]
    [InlineData(2025, 250), InlineData(2026, 251)]
    public void A_year_has_its_known_number_of_sessions(int year, int sessions) =>
        Assert.Equal(sessions, Calendar.Sessions(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31)).Count);

    /// <summary>All weekdays without trading, as announced by the exchange for these years.</summary>
    [Theory]
    [InlineData(1994, "02-21 04-01 04-27 05-30 07-04 09-05 11-24 12-26")]
    [InlineData(1997, "01-01 02-17 03-28 05-26 07-04 09-01 11-27 12-25")]
    [InlineData(1998, "01-01 01-19 02-16 04-10 05-25 07-03 09-07 11-26 12-25")]
    [InlineData(1999, "01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24")]
    [InlineData(2001, "01-01 01-15 02-19 04-13 05-28 07-04 09-03 09-11 09-12 09-13 09-14 11-22 12-25")]
    [InlineData(2004, "01-01 01-19 02-16 04-09 05-31 06-11 07-05 09-06 11-25 12-24")]
    [InlineData(2007, "01-01 01-02 01-15 02-19 04-06 05-28 07-04 09-03 11-22 12-25")]
    [InlineData(2010, "01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24")]
    [InlineData(2011, "01-17 02-21 04-22 05-30 07-04 09-05 11-24 12-26")]
    [InlineData(2012, "01-02 01-16 02-20 04-06 05-28 07-04 09-03 10-29 10-30 11-22 12-25")]
    [InlineData(2018, "01-01 01-15 02-19 03-30 05-28 07-04 09-03 11-22 12-05 12-25")]
    [InlineData(2021, "01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24")]
    [InlineData(2022, "01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26")]
    [InlineData(2023, "01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25")]
    [InlineData(2024, "01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25")]
    [InlineData(2025, "01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25")]
    [InlineData(2026, "01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25")]
    [InlineData(2027, "01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24")]
    [InlineData(2028, "01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25")]
    public void A_year_has_exactly_its_known_holidays(int year, string closed)
    {
        var days = Enumerable.Range(0, CalendarSystem.Iso.GetDaysInYear(year)).Select(new LocalDate(year, 1, 1).PlusDays);
        var found = days.Where(d => d.DayOfWeek < IsoDayOfWeek.Saturday && Calendar.SessionOn(d) is null).Select(d => $"{d:MM-dd}");
        Assert.Equal(closed, string.Join(' ', found));
    }

    /// <summary>All sessions that ended before 16:00, as announced by the exchange for these years.</summary>
    [Theory]
    [InlineData(1990, "12-24 14:00")]
    [InlineData(1991, "12-24 14:00")]
    [InlineData(1992, "11-27 14:00, 12-24 14:00")]
    [InlineData(1993, "11-26 13:00")]
    [InlineData(1994, "02-11 14:30, 11-25 13:00")]
    [InlineData(1995, "07-03 13:00, 11-24 13:00")]
    [InlineData(1996, "01-08 14:00, 07-05 13:00, 11-29 13:00, 12-24 13:00")]
    [InlineData(1997, "07-03 13:00, 10-27 15:30, 11-28 13:00, 12-24 13:00, 12-26 13:00")]
    [InlineData(1999, "11-26 13:00")]
    [InlineData(2002, "07-05 13:00, 11-29 13:00, 12-24 13:00")]
    [InlineData(2003, "07-03 13:00, 11-28 13:00, 12-24 13:00, 12-26 13:00")]
    [InlineData(2005, "06-01 15:56, 11-25 13:00")]
    [InlineData(2008, "07-03 13:00, 11-28 13:00, 12-24 13:00")]
    [InlineData(2013, "07-03 13:00, 11-29 13:00, 12-24 13:00")]
    [InlineData(2015, "11-27 13:00, 12-24 13:00")]
    [InlineData(2019, "07-03 13:00, 11-29 13:00, 12-24 13:00")]
    [InlineData(2020, "11-27 13:00, 12-24 13:00")]
    [InlineData(2021, "11-26 13:00")]
    [InlineData(2022, "11-25 13:00")]
    [InlineData(2023, "07-03 13:00, 11-24 13:00")]
    [InlineData(2024, "07-03 13:00, 11-29 13:00, 12-24 13:00")]
    [InlineData(2025, "07-03 13:00, 11-28 13:00, 12-24 13:00")]
    [InlineData(2026, "11-27 13:00, 12-24 13:00")]
    [InlineData(2027, "11-26 13:00")]
    [InlineData(2028, "07-03 13:00, 11-24 13:00")]
    public void A_year_has_exactly_its_known_early_closes(int year, string early)
    {
        var found = Calendar
            .Sessions(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31))
            .Where(s => s.IsEarlyClose)
            .Select(s => $"{s.Date:MM-dd} {TimeInNewYork(s.Close)}");
        Assert.Equal(early, string.Join(", ", found));
    }

    [Theory]
    [InlineData("1990-12-27", "11:00", "16:00")]
    [InlineData("1996-01-08", "11:00", "14:00")]
    [InlineData("2001-09-17", "09:33", "16:00")]
    [InlineData("2002-09-11", "12:00", "16:00")]
    [InlineData("2024-11-29", "09:30", "13:00")]
    [InlineData("2024-12-02", "09:30", "16:00")]
    public void Unusual_hours_are_known(string date, string open, string close)
    {
        var session = Calendar.SessionOn(Date(date))!;
        Assert.Equal((open, close), (TimeInNewYork(session.Open), TimeInNewYork(session.Close)));
    }

    [Theory]
    [InlineData("2024-11-29", "17:00")]
    [InlineData("2024-11-27", "20:00")]
    public void After_hours_last_four_hours(string date, string end) =>
        Assert.Equal(end, TimeInNewYork(Calendar.SessionOn(Date(date))!.PostClose));

    /// <summary>The weeks in which New York, but not Europe, has changed its clocks, and the days around both changes.</summary>
    [Theory]
    [InlineData("2024-03-08", "2024-03-08T14:30:00Z", "2024-03-08T21:00:00Z")]
    [InlineData("2024-03-11", "2024-03-11T13:30:00Z", "2024-03-11T20:00:00Z")]
    [InlineData("2024-11-01", "2024-11-01T13:30:00Z", "2024-11-01T20:00:00Z")]
    [InlineData("2024-11-04", "2024-11-04T14:30:00Z", "2024-11-04T21:00:00Z")]
    [InlineData("1990-04-02", "1990-04-02T13:30:00Z", "1990-04-02T20:00:00Z")] // until 2006 the change came on the first Sunday of April
    [InlineData("2006-04-03", "2006-04-03T13:30:00Z", "2006-04-03T20:00:00Z")]
    [InlineData("2007-03-12", "2007-03-12T13:30:00Z", "2007-03-12T20:00:00Z")]
    [InlineData("2006-03-13", "2006-03-13T14:30:00Z", "2006-03-13T21:00:00Z")]
    public void Daylight_saving_moves_the_session_in_UTC(string date, string open, string close)
    {
        var session = Calendar.SessionOn(Date(date))!;
        Assert.Equal((open, close), ($"{session.Open}", $"{session.Close}"));
    }

    [Theory]
    [InlineData("2024-03-08 03:59:59", "2024-03-07")] // Friday before the pre-market: still Thursday's
    [InlineData("2024-03-08 04:00:00", "2024-03-08")]
    [InlineData("2024-03-08 23:30:00", "2024-03-08")]
    [InlineData("2024-03-09 12:00:00", "2024-03-08")] // Saturday
    [InlineData("2024-03-10 03:30:00", "2024-03-08")] // Sunday, just after the clocks changed
    [InlineData("2024-03-11 03:59:00", "2024-03-08")]
    [InlineData("2024-03-11 08:00:00", "2024-03-11")] // Monday's pre-market
    [InlineData("2024-11-28 12:00:00", "2024-11-27")] // Thanksgiving
    [InlineData("2024-11-29 16:00:00", "2024-11-29")] // after-hours of a 13:00 close
    [InlineData("2024-11-29 19:00:00", "2024-11-29")]
    [InlineData("2001-09-14 12:00:00", "2001-09-10")]
    [InlineData("2012-10-30 12:00:00", "2012-10-26")]
    [InlineData("2040-12-31 23:59:59", "2040-12-31")] // the last evening, next day in UTC
    public void A_price_belongs_to_the_session_it_traded_in(string newYork, string session) =>
        Assert.Equal(Date(session), Calendar.SessionOf(NewYork(newYork)).Date);

    [Fact]
    public void Dates_outside_1990_to_2040_are_refused_by_name()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.SessionOn(new LocalDate(1989, 12, 31)));
        Assert.Contains("1990 to 2040", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.SessionOn(new LocalDate(2041, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Sessions(new LocalDate(1980, 1, 1), new LocalDate(1990, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.SessionOf(NodaConstants.UnixEpoch));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.SessionOf(Instant.FromUtc(2041, 1, 1, 5, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Previous(new LocalDate(1990, 1, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Next(new LocalDate(2040, 12, 31)));
        Assert.False(Calendar.TrySessionOf(Instant.MaxValue, out _));
        Assert.False(Calendar.TrySessionOf(Instant.FromUtc(1990, 1, 1, 12, 0), out _));
    }

    [Fact]
    public void Before_the_first_session_the_exchange_is_closed_and_opens_on_2_January_1990()
    {
        var newYearsDay = Instant.FromUtc(1990, 1, 1, 12, 0);
        Assert.Equal(SessionPhase.Closed, Calendar.PhaseAt(newYearsDay));
        Assert.Equal(Instant.FromUtc(1990, 1, 2, 14, 30), Calendar.NextOpen(newYearsDay));
    }

    [Fact]
    public void A_range_holds_both_ends_and_a_reversed_one_nothing()
    {
        Assert.Equal(
            ["2024-11-27", "2024-11-29"],
            Calendar.Sessions(Date("2024-11-27"), Date("2024-11-29")).Select(s => $"{s.Date:uuuu-MM-dd}")
        );
        Assert.Empty(Calendar.Sessions(Date("2024-11-29"), Date("2024-11-27")));
        Assert.Empty(Calendar.Sessions(Date("2024-11-28"), Date("2024-11-28")));
        Assert.Empty(Calendar.Sessions(Date("1990-01-01"), Date("1990-01-01")));
    }

    [Fact]
    public void Questions_asked_for_every_trade_allocate_nothing()
    {
        var at = Instant.FromUtc(2024, 3, 8, 15, 0);
        Ask(1_000); // the runtime compiles and settles first
        var before = GC.GetAllocatedBytesForCurrentThread();
        var regular = Ask(10_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(10_000, regular);

        int Ask(int times)
        {
            var found = 0;
            for (var i = 0; i < times; i++)
                found +=
                    Calendar.SessionOf(at).IsRegular(at)
                    && Calendar.PhaseAt(at) == SessionPhase.Regular
                    && Calendar.SessionOn(Calendar.SessionOf(at).Date) is not null
                        ? 1
                        : 0;
            return found;
        }
    }
}
