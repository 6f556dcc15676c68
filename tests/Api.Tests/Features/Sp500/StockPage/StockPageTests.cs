using InvestmentAssistant.Api.Domain.Equities;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Features.Sp500.Documents;
using InvestmentAssistant.Api.Features.Sp500.StockPage;
using InvestmentAssistant.Api.Tests.Domain.Fundamentals;

namespace InvestmentAssistant.Api.Tests.Features.Sp500.StockPage;

public sealed class StockPageTests
{
    private static readonly CompanyOverview s_ibm = new()
    {
        Symbol = "IBM",
        Name = "International Business Machines",
        MarketCapitalization = 286_748_705_000,
        PeRatio = 36.56m,
        ReturnOnEquityTtm = 0.302m,
        ProfitMargin = 0.121m,
        DividendYield = 0.0223m,
        Beta = 0.688m,
        FetchedAt = Instant.FromUtc(2025, 11, 20, 6, 0),
    };

    private static readonly YearRange s_year = new(324.9m, 214.5m, true);

    private static readonly Valuation s_high = Valuation.Of(36.56m, Enumerable.Range(15, 11).Select(n => (decimal)n));

    [Theory]
    [InlineData("14.99", "low")]
    [InlineData("15", "fair")]
    [InlineData("25", "fair")]
    [InlineData("25.01", "high")]
    [InlineData("-3", null)]
    [InlineData("0", null)]
    [InlineData(null, null)]
    public void With_few_peers_a_pe_is_low_under_15_and_high_over_25(string? pe, string? level)
    {
        var valuation = Valuation.Of(pe is null ? null : decimal.Parse(pe), [40, 41, 42, 43, 44, 45, 46, 47, 48]);
        Assert.Equal(new Valuation(level, null, 9), valuation);
    }

    [Theory]
    [InlineData("29.9", "low")] // 0.75 x 40
    [InlineData("30", "fair")]
    [InlineData("50", "fair")]
    [InlineData("50.1", "high")] // 1.25 x 40
    public void With_ten_peers_their_median_decides(string pe, string level) =>
        Assert.Equal(new Valuation(level, 40, 10), Valuation.Of(decimal.Parse(pe), [10, 20, 30, 38, 39, 41, 42, 60, 70, 80]));

    [Fact]
    public void Peers_that_lose_money_are_no_measure() => Assert.Equal(9, Valuation.Of(20, [-5, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).Peers);

    [Fact]
    public void Missing_parts_say_collecting_and_the_others_are_shown()
    {
        var (company, financial, analysis) = (
            CompanyPart.Of(null, s_high, s_year),
            FinancialPart.Of(null),
            StockAnalysis.Of(s_ibm, null, s_high)
        );
        Assert.Equal((false, null, "collecting"), (company.Available, company.Data, company.Status));
        Assert.Equal((false, null, "collecting"), (financial.Available, financial.Data, financial.Status));
        Assert.Equal((false, null, null), (analysis.Available, analysis.Summary, analysis.KeyHighlights));
        Assert.All([company.Message, financial.Message, analysis.Message], m => Assert.Contains("수집 중", m, StringComparison.Ordinal));
    }

    [Fact]
    public void An_overview_has_fractions_and_its_day_as_batch()
    {
        var data = CompanyPart.Of(s_ibm, s_high, s_year).Data!;
        Assert.Equal(
            (286_748_705_000m, 36.56m, 0.0223m, 0.688m, 0.302m, 0.121m, 20251120L),
            (data.MarketCap, data.PeRatio, data.DividendYield, data.Beta, data.Roe, data.ProfitMargin, data.BatchId)
        );
    }

    [Fact]
    public void A_balance_sheet_has_two_ratios_and_the_verdict()
    {
        var data = FinancialPart.Of(Sheets.Ibm).Data!;
        Assert.Equal(
            new KeyMetrics(129_321_000_000, 106_165_000_000, 23_081_000_000, 7_257_000_000, new LocalDate(2023, 9, 30)),
            data.KeyMetrics
        );
        Assert.Equal(((decimal?)0.91m, "위험"), (data.KeyRatios!.CurrentRatio!.Value, data.KeyRatios.CurrentRatio.Status));
        Assert.Equal(((decimal?)0.821m, "위험"), (data.KeyRatios.DebtToAsset!.Value, data.KeyRatios.DebtToAsset.Status));
        Assert.Equal((new HealthVerdict("C", 35, "경고"), "2023-09-30"), (data.FinancialHealth, data.LatestPeriod));
        Assert.Null(FinancialPart.Of(Sheets.Bank).Data!.KeyRatios!.CurrentRatio!.Value);
    }

    [Fact]
    public void Both_together_are_summed_up_with_facts()
    {
        var analysis = StockAnalysis.Of(s_ibm, Sheets.Ibm, s_high);
        Assert.True(analysis.Available);
        Assert.Contains("시가총액 2,867억 달러", analysis.Summary, StringComparison.Ordinal);
        Assert.Contains("업종 중앙값 20.0배 대비 높은 편", analysis.Summary, StringComparison.Ordinal);
        Assert.Contains("C(경고)", analysis.Summary, StringComparison.Ordinal);
        Assert.Contains("주의할 점", analysis.InvestmentPerspective, StringComparison.Ordinal);
        Assert.Equal(
            [
                "시가총액 2,867억 달러",
                "P/E 36.6배, 업종 중앙값 20.0배 대비 높은 편",
                "자기자본이익률(ROE) 30.2%",
                "순이익률 12.1%",
                "배당수익률 2.2%",
                "유동비율 0.91배(위험)",
            ],
            analysis.KeyHighlights
        );
        Assert.Null(analysis.Message);
    }

    [Fact]
    public void W9_a_bank_is_never_called_a_risk_for_its_deposits()
    {
        var (part, analysis) = (
            FinancialPart.Of(Sheets.Bank, Yardstick.Bank).Data!,
            StockAnalysis.Of(s_ibm, Sheets.Bank, s_high, Yardstick.Bank)
        );
        Assert.Equal(new HealthVerdict("N/A", null, "해당 없음", NoValue.NotApplicable), part.FinancialHealth);
        Assert.Equal((null, NoValue.NotApplicable), (part.KeyRatios!.DebtToAsset!.Value, part.KeyRatios.DebtToAsset.Reason));
        Assert.All([analysis.Summary!, analysis.InvestmentPerspective!, .. analysis.KeyHighlights!], text =>
            Assert.DoesNotContain("위험", text, StringComparison.Ordinal)
        );
        Assert.Contains("N/A", analysis.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_company_that_owes_more_than_it_owns_is_never_called_stable()
    {
        var sheet = Sheets.Ibm with { TotalCurrentAssets = 90_000_000_000, Cash = 30_000_000_000, TotalShareholderEquity = -1_000_000_000 };
        Assert.Contains("자본잠식", StockAnalysis.Of(s_ibm, sheet, s_high).InvestmentPerspective, StringComparison.Ordinal);
    }
}
