using CsCheck;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Features.BalanceSheets;
using InvestmentAssistant.Api.Tests.Domain.Fundamentals;

namespace InvestmentAssistant.Api.Tests.Features.BalanceSheets;

public sealed class TrendsTests
{
    private static BalanceSheet At(
        int year,
        int month,
        int day,
        decimal? assets,
        decimal? liabilities = 1,
        decimal? equity = 1,
        decimal? current = 1,
        decimal? cash = 1
    ) =>
        Sheets.Of("X", new LocalDate(year, month, day)) with
        {
            TotalAssets = assets,
            TotalLiabilities = liabilities,
            TotalShareholderEquity = equity,
            TotalCurrentAssets = current,
            Cash = cash,
        };

    [Fact]
    public void The_latest_period_stands_against_the_one_before_and_the_series_goes_on()
    {
        var trends = TrendsAnswer.Of([At(2024, 6, 30, 1_234_500_000), At(2024, 3, 31, 1_200_000_000), At(2023, 12, 31, 1_500_000_000)]);
        var assets = trends.Trends[0];
        Assert.Equal(
            ("총자산", 1.2345m, 1.2m, 0.0345m, 2.88m, "증가"), // 34.5 / 1,200 = 2.875 %
            (assets.Metric, assets.CurrentValue, assets.PreviousValue, assets.ChangeAmount, assets.ChangeRate, assets.TrendDirection)
        );
        Assert.Equal([(1.2345m, 2.88m), (1.2m, -20m), (1.5m, null)], assets.Series.Select(p => (p.Value!.Value, p.ChangeRate)));
        Assert.Equal(
            (3, "quarter_on_quarter", new LocalDate(2024, 6, 30), new LocalDate(2024, 3, 31), "USD"),
            (trends.PeriodCount, trends.Comparison, trends.CurrentPeriod, trends.PreviousPeriod, trends.Currency)
        );
        Assert.Equal(["총자산", "총부채", "자기자본", "유동자산", "현금성자산"], trends.Trends.Select(t => t.Metric));
    }

    [Theory]
    [InlineData("2024-06-30", "2024-03-31", "quarter_on_quarter")]
    [InlineData("2024-06-29", "2024-03-30", "quarter_on_quarter")]
    [InlineData("2024-06-30", "2023-06-30", "year_on_year")]
    [InlineData("2024-06-29", "2023-07-01", "year_on_year")]
    [InlineData("2024-06-30", "2023-12-31", "irregular")]
    public void A_trend_names_the_compared_periods(string current, string previous, string comparison)
    {
        BalanceSheet On(string date) => Sheets.Ibm with { FiscalDateEnding = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value };
        Assert.Equal(comparison, TrendsAnswer.Of([On(current), On(previous)]).Comparison);
    }

    [Theory]
    [InlineData("101", "100", "1.00", "증가")]
    [InlineData("100.999", "100", "1.00", "유지")] // 0.999 %: the exact change decides, not the rounded one
    [InlineData("99", "100", "-1.00", "감소")]
    [InlineData("100", "100", "0", "유지")]
    [InlineData("-80", "-100", "20.00", "증가")] // a smaller hole is a rise
    [InlineData("-150", "-100", "-50.00", "감소")]
    [InlineData("50", "-100", "150.00", "증가")]
    [InlineData("0", "100", "-100.00", "감소")]
    [InlineData("5", "0", null, "증가")] // no rate of nothing
    [InlineData("0", "0", null, "유지")]
    public void A_rate_is_of_the_previous_value_without_its_sign(string now, string before, string? rate, string direction)
    {
        Assert.Equal(rate is null ? null : decimal.Parse(rate), TrendsAnswer.RateOf(decimal.Parse(now), decimal.Parse(before)));
        Assert.Equal(direction, TrendsAnswer.DirectionOf(decimal.Parse(now), decimal.Parse(before)));
    }

    [Fact]
    public void A_direction_never_contradicts_its_rate() =>
        Gen.Select(Gen.Int[-100_000, 100_000], Gen.Int[-100_000, 100_000])
            .Sample(
                (now, before) =>
                {
                    var rate = TrendsAnswer.RateOf(now, before);
                    return TrendsAnswer.DirectionOf(now, before) switch
                    {
                        "증가" => now > before && rate is null or >= 1,
                        "감소" => now < before && rate is null or <= -1,
                        _ => rate is null ? now == 0 : Math.Abs(rate.Value) <= 1,
                    };
                }
            );

    [Fact]
    public void What_a_bank_does_not_report_is_left_out_and_named()
    {
        var trends = TrendsAnswer.Of([At(2024, 6, 30, 2, current: null), At(2024, 3, 31, 1, current: null)]);
        Assert.Equal(["총자산", "총부채", "자기자본", "현금성자산"], trends.Trends.Select(t => t.Metric));
        Assert.Equal(["유동자산"], trends.NotReported);
    }

    [Fact]
    public void A_hole_in_the_middle_of_a_series_is_null_and_its_neighbours_have_no_rate()
    {
        var cash = TrendsAnswer
            .Of([At(2024, 6, 30, 1, cash: 4), At(2024, 3, 31, 1, cash: 2), At(2023, 12, 31, 1, cash: null), At(2023, 9, 30, 1, cash: 8)])
            .Trends.Single(t => t.Metric == "현금성자산");
        Assert.Equal([100m, null, null, null], cash.Series.Select(p => p.ChangeRate));
        Assert.Null(cash.Series[2].Value);
    }

    [Theory]
    [InlineData(200, 300, "커지고")]
    [InlineData(200, 100, "줄고")]
    [InlineData(200, 200, "큰 변화가 없")]
    public void The_summary_counts_both_ways(int before, int now, string words) =>
        Assert.Contains(words, TrendsAnswer.Of([At(2024, 6, 30, now), At(2024, 3, 31, before)]).Summary, StringComparison.Ordinal);
}
