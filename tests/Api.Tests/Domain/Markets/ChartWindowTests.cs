using InvestmentAssistant.Api.Domain.Equities;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Domain.Markets.Charts;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Tests.Domain.Markets;

/// <summary>What charts and ranges show around the edges of sessions.</summary>
public sealed class ChartWindowTests
{
    private static readonly MarketCalendar s_calendar = new();

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    [Theory]
    // Sunday after Thanksgiving 2026: the half day before it ended at 13:00 New York, its after-hours at 17:00.
    [InlineData("2026-11-29T12:00:00Z", ChartSpan.OneMinute, false, "2026-11-27T17:59:00Z", "2026-11-27T18:00:00Z")]
    [InlineData("2026-11-29T12:00:00Z", ChartSpan.FiveMinutes, false, "2026-11-27T17:55:00Z", "2026-11-27T18:00:00Z")]
    [InlineData("2026-11-29T12:00:00Z", ChartSpan.OneHour, false, "2026-11-27T17:00:00Z", "2026-11-27T18:00:00Z")]
    [InlineData("2026-11-29T12:00:00Z", ChartSpan.OneDay, false, "2026-11-27T14:30:00Z", "2026-11-27T18:00:00Z")]
    [InlineData("2026-11-29T12:00:00Z", ChartSpan.OneDay, true, "2026-11-27T09:00:00Z", "2026-11-27T22:00:00Z")]
    [InlineData("2026-11-29T12:00:00Z", ChartSpan.OneHour, true, "2026-11-27T21:00:00Z", "2026-11-27T22:00:00Z")]
    // Thanksgiving itself.
    [InlineData("2026-11-26T18:00:00Z", ChartSpan.OneHour, false, "2026-11-25T20:00:00Z", "2026-11-25T21:00:00Z")]
    // Before the open: regular hours are those of the session before.
    [InlineData("2026-11-27T13:00:00Z", ChartSpan.OneDay, false, "2026-11-25T14:30:00Z", "2026-11-25T21:00:00Z")]
    public void N7_a_closed_market_shows_the_end_of_the_last_session(string now, ChartSpan span, bool extended, string from, string to)
    {
        var window = ChartWindow.For("MMM", span, At(now), s_calendar, extended);
        Assert.Equal((At(from), At(to)), (window.From, window.To));
    }

    [Theory]
    [InlineData("2026-11-27T14:30:00Z", true, true)]
    [InlineData("2026-11-27T14:15:00Z", false, true)] // pre-market
    [InlineData("2026-11-27T17:45:00Z", true, true)]
    [InlineData("2026-11-27T18:00:00Z", false, true)] // the half day is over
    [InlineData("2026-11-27T22:00:00Z", false, false)]
    [InlineData("2026-11-26T18:00:00Z", false, false)] // Thanksgiving
    [InlineData("2026-11-29T18:00:00Z", false, false)] // Sunday
    [InlineData("2026-11-25T05:00:00Z", false, false)] // night
    public void N7_a_week_of_a_stock_holds_bars_of_sessions_alone(string bar, bool regular, bool extended)
    {
        Assert.Equal(regular, ChartWindow.For("MMM", ChartSpan.OneWeek, At("2026-11-29T19:00:00Z"), s_calendar).Shows(At(bar), s_calendar));
        Assert.Equal(
            extended,
            ChartWindow.For("MMM", ChartSpan.OneWeek, At("2026-11-29T19:00:00Z"), s_calendar, extended: true).Shows(At(bar), s_calendar)
        );
        Assert.True(ChartWindow.For("KRW-BTC", ChartSpan.OneWeek, At("2026-11-29T19:00:00Z"), s_calendar).Shows(At(bar), s_calendar));
    }

    private static readonly EquityQuote s_mmm = new()
    {
        Symbol = "MMM",
        SessionDate = new LocalDate(2026, 11, 27),
        Price = 208.60m,
        High = 211m,
        Low = 208.54m,
    };

    [Fact]
    public void N5_a_range_of_52_weeks_holds_todays_session_and_the_last_price()
    {
        Assert.Equal((240m, 208.54m), Range(new YearRange(240m, 208.86m, true).With(s_mmm)));
        Assert.Equal((240m, 208.50m), Range(new YearRange(240m, 208.86m, true).With(s_mmm with { Price = 208.50m })));
        Assert.Equal((241m, 208.54m), Range(new YearRange(null, null, false).With(241m, 208.86m).With(s_mmm)));
        Assert.Equal((211m, 208.54m), Range(new YearRange(null, null, false).With(null, null).With(s_mmm)));
        Assert.Equal((null, null), Range(new YearRange(null, null, false).With(null, null).With(null)));
    }

    [Fact]
    public void N5_a_providers_extreme_counts_only_while_our_own_days_do_not_reach_back() =>
        Assert.Equal((240m, 200m), Range(new YearRange(240m, 200m, true).With(300m, 100m)));

    [Fact]
    public void N5_the_last_day_bar_holds_the_range_of_the_running_session()
    {
        ChartPoint day = new(At("2026-11-27T14:30:00Z"), new LocalDate(2026, 11, 27), 210m, 210.5m, 209m, 210m, 1_000),
            before = day with { Date = new LocalDate(2026, 11, 25) };
        Assert.Equal([before, day with { High = 211m, Low = 208.54m }], EquityCharts.WithLive([before, day], s_mmm));
        Assert.Equal([before], EquityCharts.WithLive([before], s_mmm));
        Assert.Empty(EquityCharts.WithLive([], s_mmm));
    }

    private static (decimal?, decimal?) Range(YearRange range) => (range.High, range.Low);
}
