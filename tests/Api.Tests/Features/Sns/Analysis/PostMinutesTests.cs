using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns.Analysis;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Analysis;

/// <summary>November 2026: New York is five hours behind UTC. Thanksgiving is the 26th, the 27th closes at 18:00 UTC and trades after hours
/// until 22:00.</summary>
public sealed class PostMinutesTests
{
    private static readonly PostMinutes s_minutes = new(new MarketCalendar());

    private static Instant At(int day, int hour, int minute, int second = 0) => Instant.FromUtc(2026, 11, day, hour, minute, second);

    private static IEnumerable<Bar> Bars(string market, Instant from, Instant to, int each = 1)
    {
        for (var at = from; at < to; at += Duration.FromMinutes(each))
            yield return new Bar(market, at, 10, 11, 9, 10.5m, 7);
    }

    private static IReadOnlyList<Bar> Around(string market, Instant postedAt, IEnumerable<Bar> all)
    {
        var (from, to) = s_minutes.SpanOf(market, postedAt);
        return s_minutes.Around(market, postedAt, [.. all.Where(b => b.Start >= from && b.Start < to)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)] // a thin market: a trade each third minute
    [InlineData(30)]
    public void W2_five_bars_are_five_minutes_and_one_is_the_posts_own(int each)
    {
        var posted = At(10, 12, 0, 40);
        var bars = Around("KRW-BTC", posted, Bars("KRW-BTC", At(10, 0, 0), At(11, 12, 0), each));

        Assert.Equal(60, bars.Count(b => b.Start < At(10, 12, 0)));
        Assert.Equal((At(10, 11, 0), At(10, 12, 0)), (bars[0].Start, bars[60].Start));
        Assert.All(bars.Zip(bars.Skip(1)), pair => Assert.Equal(Duration.FromMinutes(1), pair.Second.Start - pair.First.Start));
        Assert.True(bars.Count <= PostMinutes.Most);
        // A minute that nobody traded in has the price before it, and no volume.
        Assert.All(bars.Where(b => b.Volume == 0), b => Assert.Equal((10.5m, 10.5m, 10.5m, 10.5m), (b.Open, b.High, b.Low, b.Close)));
    }

    [Fact]
    public void W2_a_gap_in_what_we_know_is_not_filled()
    {
        var bars = Around(
            "KRW-BTC",
            At(10, 12, 0),
            Bars("KRW-BTC", At(10, 11, 0), At(10, 11, 10)).Concat(Bars("KRW-BTC", At(10, 11, 50), At(10, 12, 10)))
        );
        Assert.Equal(30, bars.Count);
    }

    [Theory]
    [InlineData(28, 15, 0, 27, 21, 59, 30, 9, 0)] // Saturday: Friday's last hour after hours, Monday's first minutes
    [InlineData(26, 12, 0, 25, 23, 59, 27, 9, 0)] // Thanksgiving
    [InlineData(24, 9, 10, 24, 9, 9, 24, 9, 10)] // ten minutes into the pre-market
    [InlineData(24, 15, 0, 24, 14, 59, 24, 15, 0)] // within a session
    public void W2_a_closed_market_shows_its_last_hour_and_its_first_minutes(
        int day,
        int hour,
        int minute,
        int lastDay,
        int lastHour,
        int lastMinute,
        int nextDay,
        int nextHour,
        int nextMinute
    )
    {
        var trading = Bars("AAPL", At(23, 9, 0), At(24, 1, 0))
            .Concat(Bars("AAPL", At(24, 9, 0), At(25, 1, 0)))
            .Concat(Bars("AAPL", At(25, 9, 0), At(26, 0, 0)))
            .Concat(Bars("AAPL", At(27, 9, 0), At(27, 22, 0)))
            .Concat(Bars("AAPL", At(30, 9, 0), At(30, 23, 0)));
        var posted = At(day, hour, minute);
        var bars = Around("AAPL", posted, trading);

        Assert.Equal(
            (60, At(lastDay, lastHour, lastMinute), At(nextDay, nextHour, nextMinute)),
            (bars.Count(b => b.Start < posted), bars[59].Start, bars[60].Start)
        );
        Assert.Equal(500, bars.Count);
        Assert.False(s_minutes.IsOver("AAPL", posted, At(nextDay, nextHour, nextMinute) + Duration.FromMinutes(440)));
        Assert.True(s_minutes.IsOver("AAPL", posted, At(nextDay, nextHour, nextMinute) + Duration.FromMinutes(443)));
    }
}
