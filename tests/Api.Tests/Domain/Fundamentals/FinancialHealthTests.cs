using InvestmentAssistant.Api.Domain.Fundamentals;

namespace InvestmentAssistant.Api.Tests.Domain.Fundamentals;

public sealed class FinancialHealthTests
{
    [Fact]
    public void A_score_is_the_mean_of_the_points_by_weight()
    {
        // current 20 x 25, quick 80 x 10, cash 80 x 15, debt to assets 20 x 25, debt to equity 20 x 5, equity 20 x 20: 3,500 of 100.
        var health = FinancialHealth.Of(Ratio.AllOf(Sheets.Ibm))!;
        Assert.Equal((35, "C", "경고", 100), (health.Score, health.Grade, health.Status, health.Coverage));
    }

    [Fact]
    public void A_company_without_current_items_is_judged_by_what_it_has_and_says_so()
    {
        var health = FinancialHealth.Of(Ratio.AllOf(Sheets.Bank, Yardstick.Industrial))!;
        Assert.Equal(["debt_to_asset", "debt_to_equity", "equity_ratio"], health.BasedOn.Select(r => r.Rule.Key));
        Assert.Equal((20, "D", 50), (health.Score, health.Grade, health.Coverage));
    }

    [Theory]
    [InlineData(Yardstick.Bank)]
    [InlineData(Yardstick.Insurer)]
    [InlineData(Yardstick.FinancialFirm)]
    [InlineData(Yardstick.RealEstateTrust)]
    [InlineData(Yardstick.Utility)]
    [InlineData(Yardstick.Unclassified)]
    public void W9_a_company_that_industrial_ratios_say_nothing_about_has_no_grade_and_the_reason(Yardstick yardstick)
    {
        foreach (var sheet in new[] { Sheets.Bank, Sheets.Ibm })
        {
            var health = FinancialHealth.Of(Ratio.AllOf(sheet, yardstick))!;
            Assert.Equal(
                (null, "N/A", "해당 없음", 0, yardstick),
                (health.Score, health.Grade, health.Status, health.Coverage, health.Yardstick)
            );
            Assert.Empty(health.BasedOn);
        }
    }

    [Fact]
    public void Inventory_alone_gives_no_verdict() =>
        Assert.Null(
            FinancialHealth.Of(Ratio.AllOf(Sheets.Of("X", new(2023, 9, 30)) with { Inventory = 1, TotalAssets = 10 }, Yardstick.Industrial))
        );

    [Theory]
    [InlineData(100, "A+", "매우 우수")]
    [InlineData(85, "A+", "매우 우수")]
    [InlineData(84, "A", "우수")]
    [InlineData(75, "A", "우수")]
    [InlineData(74, "B+", "양호")]
    [InlineData(65, "B+", "양호")]
    [InlineData(64, "B", "보통")]
    [InlineData(55, "B", "보통")]
    [InlineData(54, "C+", "주의")]
    [InlineData(45, "C+", "주의")]
    [InlineData(44, "C", "경고")]
    [InlineData(35, "C", "경고")]
    [InlineData(34, "D", "위험")]
    [InlineData(20, "D", "위험")]
    public void A_grade_begins_at_its_score(int score, string grade, string status) =>
        Assert.Equal((grade, status), FinancialHealth.GradeOf(score));

    /// <summary>Every rating of every ratio, and its absence: 15,625 companies.</summary>
    [Fact]
    public void No_combination_of_ratings_leaves_the_scale_or_is_rounded_up()
    {
        var rules = RatioRule.All.Where(r => r.Weight > 0).ToList();
        Assert.Equal(100, rules.Sum(r => r.Weight));
        Rating?[] ratings = [null, Rating.Poor, Rating.Fair, Rating.Good, Rating.Excellent];
        for (var n = 1; n < Math.Pow(ratings.Length, rules.Count); n++)
        {
            var left = n;
            var ratios = rules.ConvertAll(rule =>
            {
                var rating = ratings[left % ratings.Length];
                left /= ratings.Length;
                return new Ratio(rule, rating is null ? null : 1, rating, rating is null ? NoValue.NotReported : null);
            });
            var rated = ratios.Where(r => r.Rating is not null).ToList();
            var exact = rated.Sum(r => (decimal)r.Rating!.Value.Points() * r.Rule.Weight) / rated.Sum(r => r.Rule.Weight);
            var health = FinancialHealth.Of(ratios)!;
            if (health.Score != Math.Floor(exact) || health.Score is < 20 or > 100 || health.Coverage != rated.Sum(r => r.Rule.Weight))
                Assert.Fail($"{string.Join(", ", ratios.Select(r => r.Label))}: {exact} became {health.Score}, coverage {health.Coverage}");
        }
    }
}
