using InvestmentAssistant.Api.Features.Indicators.Cpi;
using InvestmentAssistant.Api.Features.Indicators.FederalFundsRate;
using InvestmentAssistant.Api.Features.Indicators.Series;

namespace InvestmentAssistant.Api.Tests.Features.Indicators;

public sealed class DatedSeriesTests
{
    /// <summary>Consumer prices around the month that was never published.</summary>
    private static readonly DatedSeries Prices = Series(
        ("2024-09", 315.301m),
        ("2024-10", 315.664m),
        ("2024-11", 315.493m),
        ("2025-08", 323.976m),
        ("2025-09", 324.800m),
        ("2025-11", 324.122m),
        ("2026-10", 333.000m)
    );

    private static DatedSeries Series(params (string Month, decimal Value)[] values) =>
        new(values.Select(v => new DatedValue(Date(v.Month), v.Value)));

    private static LocalDate Date(string month) => new(int.Parse(month[..4], null), int.Parse(month[5..], null), 1);

    [Fact]
    public void The_yearly_rate_is_found_by_date_across_a_month_that_was_not_published()
    {
        Assert.Equal(2.74m, CpiFigures.YearOverYear(Prices, Date("2025-11")));
        Assert.Equal(3.01m, CpiFigures.YearOverYear(Prices, Date("2025-09")));
        Assert.Null(CpiFigures.YearOverYear(Prices, Date("2026-10")));
    }

    [Fact]
    public void The_newest_yearly_rate_is_an_earlier_months_when_the_latest_has_none()
    {
        Assert.Equal(new YearlyRate("2025-11", 2.74m), CpiFigures.LatestYearOverYear(Prices));
        Assert.Null(CpiFigures.LatestYearOverYear(Series(("2024-09", 1m), ("2025-10", 2m))));
    }

    [Fact]
    public void The_month_before_is_the_calendars_and_not_the_last_row()
    {
        Assert.Equal(0.254m, CpiFigures.MonthOverMonth(Prices, Date("2025-09")));
        Assert.Equal(0.824m, CpiFigures.MonthOverMonthValue(Prices, Date("2025-09")));
        Assert.Null(CpiFigures.MonthOverMonth(Prices, Date("2025-11")));
        Assert.Null(CpiFigures.MonthOverMonthValue(Prices, Date("2025-11")));
    }

    [Fact]
    public void Twelve_months_are_twelve_and_a_gap_makes_them_fewer()
    {
        var full = new DatedSeries(Enumerable.Range(0, 30).Select(i => new DatedValue(new LocalDate(2022, 1, 1).PlusMonths(i), i)));
        Assert.Equal(12, full.LastMonths(12).Count);
        Assert.Equal(Date("2023-07"), full.LastMonths(12)[0].Date);
        Assert.Equal([324.800m, 324.122m], Prices.Within(Date("2025-11"), 3).Select(v => v.Value));
    }

    [Fact]
    public void On_or_before_goes_back_to_the_last_value()
    {
        Assert.Equal(324.800m, Prices.OnOrBefore(Date("2025-10"))?.Value);
        Assert.Equal(324.122m, Prices.OnOrBefore(new LocalDate(2025, 11, 30))?.Value);
        Assert.Null(Prices.OnOrBefore(Date("2024-08")));
    }

    [Fact]
    public void A_zero_before_gives_no_percent_and_zero_itself_is_a_value()
    {
        var series = Series(("2024-01", 0m), ("2024-02", 1m), ("2024-03", 0m));
        Assert.Null(series.PercentChange(Date("2024-02"), 1, 2));
        Assert.Equal(-100m, series.PercentChange(Date("2024-03"), 1, 2));
        Assert.Equal(0m, series.Latest?.Value);
    }

    [Theory]
    [InlineData(1, 2, 3, "rising")]
    [InlineData(3, 2, 1, "falling")]
    [InlineData(1, 2, 2, "stable")]
    [InlineData(1, 3, 2, "stable")]
    public void The_trend_of_prices_is_that_of_three_strictly_monotone_values(int a, int b, int c, string trend) =>
        Assert.Equal(trend, CpiFigures.Trend(Series(("2024-01", a), ("2024-02", b), ("2024-03", c))));

    [Theory]
    [InlineData("0.01", "stable")]
    [InlineData("0.011", "rising")]
    [InlineData("-0.01", "stable")]
    [InlineData("-0.02", "falling")]
    [InlineData(null, "stable")]
    public void The_trend_of_the_rate_has_a_band(string? change, string trend) =>
        Assert.Equal(
            trend,
            FederalFundsFigures.Trend(change is null ? null : decimal.Parse(change, System.Globalization.CultureInfo.InvariantCulture))
        );

    [Fact]
    public void The_phase_compares_three_months_with_the_three_before()
    {
        Assert.Equal("easing", FederalFundsFigures.CyclePhase([5.33m, 5.33m, 5.33m, 5.13m, 4.83m, 4.64m]));
        Assert.Equal("tightening", FederalFundsFigures.CyclePhase([0.08m, 0.08m, 0.20m, 0.33m, 0.77m, 1.21m]));
        Assert.Equal("neutral", FederalFundsFigures.CyclePhase([5.33m, 5.33m, 5.33m, 5.33m, 5.33m, 5.33m]));
    }

    [Fact]
    public void Volatility_is_twice_the_population_deviation_and_ends_at_ten()
    {
        Assert.Equal(2m, Statistics.VolatilityScore([1m, 3m]));
        Assert.Equal(10m, Statistics.VolatilityScore([0m, 100m]));
        Assert.Equal(1.4142m, Statistics.StandardDeviation([1m, 3m], sample: true, 4));
        Assert.Null(Statistics.StandardDeviation([1m], sample: true, 4));
    }

    [Theory]
    [InlineData("2025-10", "2025-09 and 2025-11")]
    [InlineData("2020-01", "2024-09")]
    [InlineData("2030-01", "2026-10")]
    public void A_month_without_a_value_names_the_nearest_that_have_one(string asked, string nearest)
    {
        var problem = Wording.NoSuchDate("CPI", asked, Date(asked), Prices.Values.Select(v => v.Date), Wording.Month);
        Assert.Equal(404, problem.Status);
        Assert.Contains(nearest, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_series_is_404_with_the_way_to_find_out_why() =>
        Assert.Contains(
            "/api/v1/ingestion/status",
            Wording.NoSuchDate("CPI", "2024-01", Date("2024-01"), [], Wording.Month).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("2026-11-09", "2026-09-01")]
    [InlineData("2026-11-10", "2026-10-01")]
    [InlineData("2026-01-10", "2025-12-01")]
    public void The_newest_month_of_prices_that_can_be_out(string today, string newest) =>
        Assert.Equal(newest, Wording.Day(MacroSeries.Cpi.NewestPossible(NodaTime.Text.LocalDatePattern.Iso.Parse(today).Value)));

    [Theory]
    [InlineData(3, 2024)]
    [InlineData(4, 2025)]
    public void The_newest_year_of_inflation_that_can_be_out(int month, int year) =>
        Assert.Equal(new LocalDate(year, 1, 1), MacroSeries.Inflation.NewestPossible(new LocalDate(2026, month, 15)));
}
