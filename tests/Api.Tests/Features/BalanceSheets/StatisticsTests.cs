using CsCheck;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Features.BalanceSheets;
using InvestmentAssistant.Api.Tests.Domain.Fundamentals;

namespace InvestmentAssistant.Api.Tests.Features.BalanceSheets;

public sealed class StatisticsTests
{
    private static readonly LocalDate s_date = new(2024, 6, 30);

    private static LatestSheet Company(
        string symbol,
        string? sector,
        decimal? assetsBillions,
        decimal? liabilitiesBillions,
        string currency = "USD"
    ) =>
        new(
            Sheets.Of(symbol, s_date) with
            {
                ReportedCurrency = currency,
                TotalAssets = assetsBillions * 1_000_000_000,
                TotalLiabilities = liabilitiesBillions * 1_000_000_000,
            },
            sector
        );

    private static StatisticsAnswer Of(params LatestSheet[] sheets) =>
        StatisticsAnswer.Of(new SheetsOfToday(sheets.Length + 3, s_date, sheets), s_date);

    [Fact]
    public void Figures_are_those_that_a_person_works_out()
    {
        var figures = Of(
            Company("A", "Energy", 100, 30),
            Company("B", "Energy", 10, 5),
            Company("C", "Utilities", 9.99m, 7.9920m),
            Company("D", null, 250, 0),
            Company("E", "Utilities", null, 4)
        );
        Assert.Equal((8, s_date, 5), (figures.TotalCompanies, figures.LatestPeriod, figures.ComparedCompanies));
        Assert.Equal(92.50m, figures.AverageTotalAssets); // 369.99 / 4 = 92.4975
        Assert.Equal(0.4m, figures.MedianDebtRatio); // 0, 0.3, 0.5, 0.8: between the middle two. No debt is a value.
        Assert.Equal(new SizeDistribution(2, 1, 1), figures.SizeDistribution);
        Assert.Equal(["Energy", "Utilities"], figures.SectorStats.Keys);
        Assert.Equal(new SectorStatistics(2, 55m, 0.4m), figures.SectorStats["Energy"]);
        Assert.Equal(new SectorStatistics(2, 9.99m, 0.8m), figures.SectorStats["Utilities"]);
    }

    [Fact]
    public void Amounts_of_another_currency_are_not_added_to_dollars()
    {
        var figures = Of(Company("A", "Energy", 10, 5), Company("B", "Energy", 9_000, 1, "JPY"));
        Assert.Equal((10m, 1, 0), (figures.AverageTotalAssets, figures.ComparedCompanies, figures.SizeDistribution.LargeCap));
    }

    [Fact]
    public void Without_a_usable_sheet_there_are_no_figures_made_up()
    {
        var figures = Of(Company("A", "Energy", null, null));
        Assert.Equal((null, null), (figures.AverageTotalAssets, figures.MedianDebtRatio));
    }

    [Theory]
    [InlineData("3", "1", "9")]
    [InlineData("2", "1", "3", "9", "0")]
    [InlineData("1.5", "2", "1")]
    public void A_median_is_the_middle_and_of_an_even_count_the_mean_of_two(string first, params string[] rest)
    {
        var values = new[] { first }.Concat(rest).Select(decimal.Parse).ToList();
        var sorted = values.Order().ToList();
        var expected = sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
        Assert.Equal(expected, Amounts.Median(values));
        Assert.Null(Amounts.Median([]));
    }

    [Fact]
    public void As_many_values_lie_below_the_median_as_above() =>
        Gen.Int[-1000, 1000]
            .List[1, 60]
            .Sample(list =>
            {
                var median = Amounts.Median(list.Select(v => (decimal)v))!.Value;
                return list.Count(v => v < median) <= list.Count / 2 && list.Count(v => v > median) <= list.Count / 2;
            });

    [Fact]
    public void A_company_stands_beside_the_median_of_the_others_of_its_sector()
    {
        var own = Company("X", "Energy", 10, 4);
        var today = new SheetsOfToday(
            7,
            s_date,
            [own, .. Enumerable.Range(1, 5).Select(n => Company($"P{n}", "Energy", 10, n)), Company("U", "Utilities", 10, 9)]
        );
        var comparison = SectorComparison.Of(own.Sheet, Ratio.AllOf(own.Sheet, Yardstick.Industrial), today)!;
        Assert.Equal(("Energy", 5), (comparison.Sector, comparison.Companies));
        Assert.Equal(new SectorRatio(0.4m, 0.3m, 5, IsBetter: false), comparison.Ratios["debt_to_asset"]);
        Assert.Equal(new SectorRatio(null, null, 0, null), comparison.Ratios["current_ratio"]);
    }

    [Fact]
    public void Four_companies_make_no_sector()
    {
        var own = Company("X", "Energy", 10, 4);
        var today = new SheetsOfToday(5, s_date, [own, .. Enumerable.Range(1, 4).Select(n => Company($"P{n}", "Energy", 10, n))]);
        Assert.Null(SectorComparison.Of(own.Sheet, Ratio.AllOf(own.Sheet, Yardstick.Industrial), today));
    }
}
