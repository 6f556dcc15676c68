using InvestmentAssistant.Api.Features.Etf;
using InvestmentAssistant.Api.Features.Etf.Documents;

namespace InvestmentAssistant.Api.Tests.Features.Etf;

public sealed class FundPageTests
{
    private static readonly EtfFund s_fund = new()
    {
        Symbol = "QQQ",
        Name = "Invesco QQQ Trust",
        ExpenseRatioPercent = 0.18m,
        Source = "shipped list",
    };

    private static readonly FundProfile s_profile = new()
    {
        Symbol = "QQQ",
        NetAssets = 385_800_000_000,
        NetExpenseRatio = 0.002m,
        PortfolioTurnover = 0.08m,
        DividendYield = 0.0046m,
        InceptionDate = new LocalDate(1999, 3, 10),
        IsLeveraged = false,
        FetchedAt = Instant.FromUtc(2025, 11, 20, 8, 0),
        Sectors = [.. Enumerable.Range(0, 11).Select(n => new FundSector($"S{n}", 0.2m - (n * 0.01m)))],
        Holdings = [.. Enumerable.Range(0, 11).Select(n => new FundHolding(n == 1 ? null : $"H{n}", $"Holding {n}", 0.09m - (n * 0.005m)))],
    };

    [Fact]
    public void A_profile_has_fractions_and_its_charts_percent()
    {
        var page = FundPage.Of(s_fund, s_profile)!;
        Assert.Equal(
            ("Invesco QQQ Trust", 385_800_000_000L, 0.002m, "1999-03-10", "NO"),
            (page.Profile.Name, page.Profile.NetAssets, page.Profile.NetExpenseRatio, page.Profile.InceptionDate, page.Profile.Leveraged)
        );
        Assert.Equal(new EtfSectorSlice("S0", 20m, "#60a5fa"), page.Sectors![0]);
        Assert.Equal("#60a5fa", page.Sectors[10].Color); // colours repeat after ten
        Assert.Equal((11, 10), (page.Profile.Holdings!.Count, page.Holdings!.Count));
        Assert.Equal(new EtfHoldingSlice("H0", "Holding 0", 9m), page.Holdings[0]);
        Assert.Equal("N/A", page.Holdings[1].Symbol);
        Assert.Equal(new EtfKeyMetrics("$385.8B", "0.20%", "0.46%", "1999"), page.KeyMetrics);
    }

    [Fact]
    public void Without_a_profile_the_lists_expense_ratio_is_all_there_is()
    {
        var page = FundPage.Of(s_fund, null)!;
        Assert.Equal(
            (0.0018m, null, null, null),
            (page.Profile.NetExpenseRatio, page.Profile.NetAssets, page.Profile.Sectors, page.Holdings)
        );
        Assert.Equal(new EtfKeyMetrics("N/A", "0.18%", "N/A", "N/A"), page.KeyMetrics);
        Assert.Null(FundPage.Of(null, null));
    }

    [Theory]
    [InlineData("1234567890123", "$1.23T")]
    [InlineData("12345678", "$12.3M")]
    [InlineData("12345", "$12,345")]
    [InlineData("0", "$0")]
    public void Amounts_are_written_short(string amount, string text) =>
        Assert.Equal(text, FundPage.Of(s_fund, s_profile with { NetAssets = decimal.Parse(amount) })!.KeyMetrics.NetAssets);
}
