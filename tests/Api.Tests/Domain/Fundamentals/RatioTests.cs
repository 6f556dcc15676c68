using CsCheck;
using InvestmentAssistant.Api.Domain.Fundamentals;

namespace InvestmentAssistant.Api.Tests.Domain.Fundamentals;

public sealed class RatioTests
{
    [Theory]
    [InlineData("current_ratio", "0.91", "위험")] // 27,705 / 30,606 = 0.9052
    [InlineData("quick_ratio", "0.86", "양호")] // (27,705 - 1,399) / 30,606 = 0.8595
    [InlineData("cash_ratio", "0.24", "양호")] // 7,257 / 30,606 = 0.2371
    [InlineData("debt_to_asset", "0.821", "위험")] // 106,165 / 129,321 = 0.82094
    [InlineData("debt_to_equity", "4.60", "위험")] // 106,165 / 23,081 = 4.5997
    [InlineData("equity_ratio", "0.178", "위험")] // 23,081 / 129,321 = 0.17848
    [InlineData("inventory_ratio", "0.011", "우수")] // 1,399 / 129,321 = 0.01082
    public void A_reported_balance_sheet_has_the_ratios_that_a_person_works_out(string key, string value, string label)
    {
        var ratio = Ratio.AllOf(Sheets.Ibm).Single(r => r.Rule.Key == key);
        Assert.Equal((decimal.Parse(value), label, null), (ratio.Value, ratio.Label, ratio.Missing));
    }

    [Theory]
    [InlineData("current_ratio", "2", "우수")]
    [InlineData("current_ratio", "1.9999", "양호")] // rounded it would be 2.00: the exact value is rated
    [InlineData("current_ratio", "1.5", "양호")]
    [InlineData("current_ratio", "1.49", "보통")]
    [InlineData("current_ratio", "1", "보통")]
    [InlineData("current_ratio", "0.999", "위험")]
    [InlineData("quick_ratio", "1", "우수")]
    [InlineData("quick_ratio", "0.8", "양호")]
    [InlineData("quick_ratio", "0.5", "보통")]
    [InlineData("quick_ratio", "0.49", "위험")]
    [InlineData("cash_ratio", "0.3", "우수")]
    [InlineData("cash_ratio", "0.2", "양호")]
    [InlineData("cash_ratio", "0.1", "보통")]
    [InlineData("cash_ratio", "0.09", "위험")]
    [InlineData("debt_to_asset", "0.3", "우수")]
    [InlineData("debt_to_asset", "0.3001", "양호")]
    [InlineData("debt_to_asset", "0.5", "양호")]
    [InlineData("debt_to_asset", "0.7", "보통")]
    [InlineData("debt_to_asset", "0.71", "위험")]
    [InlineData("debt_to_equity", "0.5", "우수")]
    [InlineData("debt_to_equity", "1", "양호")]
    [InlineData("debt_to_equity", "2", "보통")]
    [InlineData("debt_to_equity", "2.01", "위험")]
    [InlineData("equity_ratio", "0.7", "우수")]
    [InlineData("equity_ratio", "0.5", "양호")]
    [InlineData("equity_ratio", "0.3", "보통")]
    [InlineData("equity_ratio", "-0.2", "위험")]
    [InlineData("inventory_ratio", "0", "우수")]
    [InlineData("inventory_ratio", "0.05", "우수")]
    [InlineData("inventory_ratio", "0.1", "양호")]
    [InlineData("inventory_ratio", "0.2", "보통")]
    [InlineData("inventory_ratio", "0.21", "위험")]
    public void A_band_holds_its_own_bound(string key, string value, string label) =>
        Assert.Equal(label, RatioRule.All.Single(r => r.Key == key).Rate(decimal.Parse(value)).Label());

    [Fact]
    public void W9_no_ratio_of_a_bank_is_bad_and_each_says_why_in_both_languages()
    {
        foreach (
            var ratios in new[]
            {
                Ratio.AllOf(Sheets.Bank, Yardstick.Bank),
                Ratio.AllOf(Sheets.Bank),
                Ratio.AllOf(Sheets.Ibm, Yardstick.Insurer),
            }
        )
        {
            Assert.All(ratios, r =>
                Assert.Equal((null, null, NoValue.NotApplicable, "해당 없음"), (r.Value, r.Rating, r.Missing, r.Label))
            );
            Assert.All(ratios, r => Assert.Contains("업종", r.Sentence().Ko, StringComparison.Ordinal));
            Assert.All(ratios, r => Assert.Contains("industrial", r.Sentence().En, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Financials", "Diversified Banks", Yardstick.Bank)]
    [InlineData("Financials", "Regional Banks", Yardstick.Bank)]
    [InlineData("Financials", "Property & Casualty Insurance", Yardstick.Insurer)]
    [InlineData("Financials", "Reinsurance", Yardstick.Insurer)]
    [InlineData("Financials", "Multi-Sector Holdings", Yardstick.FinancialFirm)] // Berkshire Hathaway
    [InlineData("Financials", "Asset Management & Custody Banks", Yardstick.FinancialFirm)]
    [InlineData("Financials", "Investment Banking & Brokerage", Yardstick.FinancialFirm)]
    [InlineData("Financials", "Financial Exchanges & Data", Yardstick.FinancialFirm)]
    [InlineData("Financials", "Consumer Finance", Yardstick.FinancialFirm)]
    [InlineData("Financials", null, Yardstick.FinancialFirm)]
    [InlineData("Financials", "Insurance Brokers", Yardstick.Industrial)]
    [InlineData("Financials", "Transaction & Payment Processing Services", Yardstick.Industrial)]
    [InlineData("Real Estate", "Retail REITs", Yardstick.RealEstateTrust)]
    [InlineData("Real Estate", "Real Estate Services", Yardstick.Industrial)]
    [InlineData("Utilities", "Electric Utilities", Yardstick.Utility)]
    [InlineData("Industrials", "Building Products", Yardstick.Industrial)]
    [InlineData(null, null, null)]
    public void W9_an_industry_has_its_yardstick(string? sector, string? subIndustry, Yardstick? yardstick) =>
        Assert.Equal(yardstick, Yardsticks.Of(sector, subIndustry));

    [Fact]
    public void A_company_of_another_industry_that_reports_no_current_items_has_no_liquidity_ratios_and_that_is_not_bad()
    {
        var ratios = Ratio.AllOf(Sheets.Bank, Yardstick.Industrial);
        Assert.All(ratios.Where(r => r.Rule.Group == RatioGroup.Liquidity), r =>
            Assert.Equal((null, null, NoValue.NoCurrentItems, Ratings.Unknown), (r.Value, r.Rating, r.Missing, r.Label))
        );
        Assert.Equal(NoValue.NotReported, ratios.Single(r => r.Rule == RatioRule.InventoryToAsset).Missing);
        Assert.Equal(0.905m, ratios.Single(r => r.Rule == RatioRule.DebtToAsset).Value);
    }

    [Fact]
    public void Zero_above_the_line_is_a_value_and_below_it_there_is_none()
    {
        var sheet = Sheets.Ibm with { Inventory = 0, Cash = 0, TotalShareholderEquity = 0 };
        Assert.Equal((0m, "우수"), Told(RatioRule.InventoryToAsset));
        Assert.Equal((0m, "위험"), Told(RatioRule.CashToCurrentLiabilities));
        Assert.Equal((0m, "위험"), Told(RatioRule.EquityToAsset));
        Assert.Equal((0.91m, "양호"), Told(RatioRule.Quick)); // nothing to subtract
        Assert.Equal(
            (null, NoValue.ZeroDivisor),
            (Ratio.Of(RatioRule.DebtToEquity, sheet).Value, Ratio.Of(RatioRule.DebtToEquity, sheet).Missing)
        );
        Assert.Null(Ratio.Of(RatioRule.DebtToEquity, sheet).Rating);

        (decimal?, string) Told(RatioRule rule) => (Ratio.Of(rule, sheet).Value, Ratio.Of(rule, sheet).Label);
    }

    [Fact]
    public void Negative_equity_is_poor_without_a_value_and_says_why()
    {
        var sheet = Sheets.Ibm with { TotalShareholderEquity = -5_000_000_000 };
        var ratio = Ratio.Of(RatioRule.DebtToEquity, sheet);
        Assert.Equal((null, Rating.Poor, NoValue.NegativeEquity), (ratio.Value, ratio.Rating, ratio.Missing));
        Assert.Contains("자본잠식", ratio.Sentence().Ko, StringComparison.Ordinal);
        Assert.Contains("negative", ratio.Sentence().En, StringComparison.Ordinal);
        Assert.Equal(-0.039m, Ratio.Of(RatioRule.EquityToAsset, sheet).Value);
    }

    [Fact]
    public void An_unreported_inventory_leaves_no_quick_ratio_and_takes_no_other()
    {
        var ratios = Ratio.AllOf(Sheets.Ibm with { Inventory = null });
        Assert.Equal(["quick_ratio", "inventory_ratio"], ratios.Where(r => r.Missing == NoValue.NotReported).Select(r => r.Rule.Key));
    }

    [Fact]
    public void A_ratio_times_its_divisor_is_its_numerator_and_its_rating_never_falls_as_it_gets_better() =>
        Gen.Select(Gen.Int[0, 2_000_000], Gen.Int[1, 1_000_000], Gen.Int[0, 1_000_000])
            .Sample(
                (above, below, more) =>
                {
                    foreach (var rule in RatioRule.All.Except([RatioRule.Quick]))
                    {
                        var (one, other) = (Ratio.Of(rule, Sheet(rule, above, below)), Ratio.Of(rule, Sheet(rule, above + more, below)));
                        Assert.InRange(Math.Abs((one.Exact!.Value * below) - above), 0, 0.000001m);
                        Assert.InRange(Math.Abs(one.Value!.Value - one.Exact.Value), 0, rule.Decimals == 2 ? 0.005m : 0.0005m);
                        Assert.True(rule.MoreIsBetter ? other.Rating >= one.Rating : other.Rating <= one.Rating);
                    }
                }
            );

    [Fact]
    public void Liabilities_and_equity_of_a_sheet_that_balances_make_up_the_whole() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[-500_000, 1_500_000])
            .Sample(
                (assets, liabilities) =>
                {
                    var sheet = Sheets.Ibm with
                    {
                        TotalAssets = assets,
                        TotalLiabilities = liabilities,
                        TotalShareholderEquity = assets - liabilities,
                    };
                    var sum = Ratio.Of(RatioRule.DebtToAsset, sheet).Exact + Ratio.Of(RatioRule.EquityToAsset, sheet).Exact;
                    Assert.InRange(sum!.Value, 0.9999999m, 1.0000001m);
                }
            );

    [Fact]
    public void Every_sentence_tells_the_value_in_both_languages()
    {
        Assert.All(Ratio.AllOf(Sheets.Ibm), r =>
        {
            var number = r.Rule.IsShare ? $"{r.Exact * 100:0.0}%" : $"{r.Exact:0.00}";
            Assert.Contains(number, r.Sentence().Ko, StringComparison.Ordinal);
            Assert.Contains(number, r.Sentence().En, StringComparison.Ordinal);
        });
        Assert.All(Ratio.AllOf(Sheets.Bank), r => Assert.NotEqual(r.Sentence().Ko, r.Sentence().En));
    }

    private static BalanceSheet Sheet(RatioRule rule, decimal above, decimal below)
    {
        var sheet = Sheets.Ibm with { Inventory = 0 };
        return rule.Key switch
        {
            "current_ratio" => sheet with { TotalCurrentAssets = above, TotalCurrentLiabilities = below },
            "cash_ratio" => sheet with { Cash = above, TotalCurrentLiabilities = below },
            "debt_to_asset" => sheet with { TotalLiabilities = above, TotalAssets = below },
            "debt_to_equity" => sheet with { TotalLiabilities = above, TotalShareholderEquity = below },
            "equity_ratio" => sheet with { TotalShareholderEquity = above, TotalAssets = below },
            _ => sheet with { Inventory = above, TotalAssets = below },
        };
    }
}
