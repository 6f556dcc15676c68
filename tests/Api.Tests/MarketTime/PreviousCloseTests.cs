using InvestmentAssistant.Api.Domain.Markets;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Tests.MarketTime;

public sealed class PreviousCloseTests
{
    private static readonly MarketCalendar Calendar = new();
    private static readonly PreviousClose PreviousCloses = new(Calendar, SplitTable.Shipped());

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static Instant NewYork(string text) =>
        LocalDateTimePattern
            .CreateWithInvariantCulture("yyyy-MM-dd HH:mm")
            .Parse(text)
            .Value.InZoneStrictly(MarketCalendar.NewYork)
            .ToInstant();

    private static DayBar Bar(string symbol, string date, decimal close, bool official = true) =>
        new(symbol, Date(date), close, close, close, close, 1_000, official);

    [Theory]
    [InlineData("2013-10-07 09:45", "2013-10-04")] // Monday in the session: Friday
    [InlineData("2013-10-07 08:00", "2013-10-04")] // Monday's pre-market: Friday
    [InlineData("2013-10-07 16:30", "2013-10-04")] // Monday after hours: still Monday's session
    [InlineData("2013-10-08 03:59", "2013-10-04")] // the night after: Monday's price
    [InlineData("2013-10-08 04:00", "2013-10-07")] // from 04:00 Tuesday's pre-market
    [InlineData("2024-03-09 12:00", "2024-03-07")] // Saturday: Friday's price against Thursday
    [InlineData("2024-03-10 20:00", "2024-03-07")] // Sunday too, over the change of clocks
    [InlineData("2024-07-04 12:00", "2024-07-02")] // a holiday: Wednesday's half day against Tuesday
    [InlineData("2024-11-28 12:00", "2024-11-26")] // Thanksgiving: Wednesday's price against Tuesday
    [InlineData("2024-11-29 12:00", "2024-11-27")] // the half day after it: Wednesday
    [InlineData("2024-11-29 14:00", "2024-11-27")] // after its 13:00 close
    [InlineData("2024-12-02 10:00", "2024-11-29")] // Monday after it: the half day
    [InlineData("2025-01-10 10:00", "2025-01-08")] // a day of mourning lies between
    [InlineData("2001-09-17 10:00", "2001-09-10")]
    [InlineData("2024-01-02 10:00", "2023-12-29")] // over New Year
    public void A_price_is_compared_with_the_close_of_the_session_before_its_own(string at, string closeOf) =>
        Assert.Equal(Date(closeOf), PreviousCloses.DateFor(NewYork(at)));

    [Fact]
    public void The_official_close_wins_over_the_last_trade_seen()
    {
        DayBar[] bars =
        [
            Bar("SPY", "2013-10-04", 168.87m, official: false),
            Bar("SPY", "2013-10-04", 168.89m),
            Bar("SPY", "2013-10-03", 167.62m),
        ];
        Assert.Equal(168.89m, PreviousCloses.For("SPY", Date("2013-10-07"), bars));
        Assert.Equal(168.89m, PreviousCloses.For("SPY", Date("2013-10-07"), bars.Reverse()));
    }

    [Fact]
    public void Without_an_official_close_the_last_regular_trade_counts() =>
        Assert.Equal(168.87m, PreviousCloses.For("SPY", Date("2013-10-07"), [Bar("SPY", "2013-10-04", 168.87m, official: false)]));

    [Fact]
    public void Without_any_close_of_that_very_session_there_is_none()
    {
        Assert.Null(PreviousCloses.For("SPY", Date("2013-10-07"), []));
        Assert.Null(PreviousCloses.For("SPY", Date("2013-10-07"), [Bar("SPY", "2013-10-03", 167.62m), Bar("SPY", "2013-10-07", 167.43m)]));
        Assert.Null(PreviousCloses.For("SPY", Date("2013-10-07"), [Bar("QQQ", "2013-10-04", 79m)]));
        Assert.Null(PreviousCloses.For("SPY", Date("2013-10-07"), officialClose: 0m, lastRegularTrade: null));
    }

    [Fact]
    public void A_split_divides_the_close_before_it_and_no_other()
    {
        Assert.Equal(92.2243m, PreviousCloses.For("AAPL", Date("2014-06-09"), [Bar("AAPL", "2014-06-06", 645.57m)]));
        Assert.Equal(645.57m, PreviousCloses.For("AAPL", Date("2014-06-06"), [Bar("AAPL", "2014-06-05", 645.57m)]));
        Assert.Equal(93.70m, PreviousCloses.For("AAPL", Date("2014-06-10"), [Bar("AAPL", "2014-06-09", 93.70m)]));
    }

    [Fact]
    public void On_the_day_of_its_split_AAPL_rose_by_1_6_percent()
    {
        var change = Change.Of(93.70m, PreviousCloses.For("AAPL", Date("2014-06-09"), [Bar("AAPL", "2014-06-06", 645.57m)]));
        Assert.Equal(new Change(1.48m, 1.60m), change);
        Assert.True(change.IsPositive);
    }

    [Fact]
    public void A_reverse_split_multiplies_the_close_before_it() => // General Electric, 1 for 8
        Assert.Equal(103.6m, PreviousCloses.For("GE", Date("2021-08-02"), officialClose: 12.95m, lastRegularTrade: null));
}
