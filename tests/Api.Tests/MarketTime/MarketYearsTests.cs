using static InvestmentAssistant.Api.Tests.MarketTime.NewYorkDates;

namespace InvestmentAssistant.Api.Tests.MarketTime;

/// <summary>Sessions, holidays and hours that are known.</summary>
public sealed class MarketYearsTests
{
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
}
