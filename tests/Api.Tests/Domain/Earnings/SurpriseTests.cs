using CsCheck;
using InvestmentAssistant.Api.Domain.Earnings;

namespace InvestmentAssistant.Api.Tests.Domain.Earnings;

/// <summary>N1: what is derived can be worked out from the figures shown beside it.</summary>
public sealed class SurpriseTests
{
    private static EarningsEvent Event(decimal? estimate, decimal? actual) =>
        new()
        {
            Symbol = "AAPL",
            ReportDate = new LocalDate(2026, 10, 29),
            Estimate = estimate,
            Actual = actual,
            FetchedAt = default,
            CreatedAt = default,
            UpdatedAt = default,
        };

    [Theory]
    [InlineData("0.60", "0.62", "3.33")]
    [InlineData("0.6026", "0.62", "2.89")]
    [InlineData("-0.40", "-0.30", "25")]
    [InlineData("-0.1", "0.1", "200")]
    public void N1_a_surprise_is_that_of_the_shown_estimate_and_actual(string estimate, string actual, string surprise)
    {
        var item = Sp500EarningsItem.Of(Event(decimal.Parse(estimate), decimal.Parse(actual)), new LocalDate(2026, 11, 29));
        Assert.Equal(
            (decimal.Parse(estimate), decimal.Parse(actual), decimal.Parse(surprise)),
            (item.Estimate, item.Actual, item.SurprisePercent)
        );
    }

    [Fact]
    public void N1_every_surprise_can_be_worked_out_from_the_answer() =>
        Gen.Select(Gen.Int[-5_000_000, 5_000_000], Gen.Int[-5_000_000, 5_000_000], Gen.Int[0, 5])
            .Sample(
                (estimated, reported, digits) =>
                {
                    var (estimate, actual) = (Math.Round(estimated / 100_000m, digits), Math.Round(reported / 100_000m, digits));
                    var item = Sp500EarningsItem.Of(Event(estimate, actual), new LocalDate(2026, 11, 29));
                    if (item.Estimate == 0)
                        Assert.Null(item.SurprisePercent);
                    else
                        Assert.InRange(
                            item.SurprisePercent!.Value
                                - ((item.Actual!.Value - item.Estimate!.Value) / Math.Abs(item.Estimate.Value) * 100),
                            -0.005m,
                            0.005m
                        );
                }
            );
}
