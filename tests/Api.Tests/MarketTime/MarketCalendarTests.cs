using CsCheck;
using static InvestmentAssistant.Api.Tests.MarketTime.NewYorkDates;

namespace InvestmentAssistant.Api.Tests.MarketTime;

/// <summary>What holds for every date and instant of the calendar.</summary>
public sealed class MarketCalendarTests
{
    private static readonly Gen<LocalDate> AnyDate = Gen.Int[10, Period.DaysBetween(MarketCalendar.FirstDate, MarketCalendar.LastDate) - 10]
        .Select(MarketCalendar.FirstDate.PlusDays);

    private static readonly Gen<Instant> AnyInstant = Gen.Select(AnyDate, Gen.Long[0, NodaConstants.TicksPerDay - 1], (date, ticks) =>
        MarketCalendar.NewYork.AtStartOfDay(date).ToInstant().PlusTicks(ticks)
    );

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
