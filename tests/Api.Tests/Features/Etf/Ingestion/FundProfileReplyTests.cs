using System.Text.Json;
using InvestmentAssistant.Api.Features.Etf.Documents;
using InvestmentAssistant.Api.Features.Etf.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Features.Etf.Ingestion;

public sealed class FundProfileReplyTests
{
    private static FundProfileReply? Read(string json)
    {
        using var reply = JsonDocument.Parse(json);
        return FundProfileReply.Read(reply.RootElement, "QQQ", Instant.FromUtc(2025, 11, 20, 8, 0));
    }

    [Fact]
    public void A_captured_reply_is_read_whole()
    {
        var (profile, dropped) = Read(Samples.Text("AlphaVantage", "etf-profile.json"))!;
        Assert.Equal(
            (385_800_000_000m, 0.002m, 0.08m, 0.0046m),
            (profile.NetAssets, profile.NetExpenseRatio, profile.PortfolioTurnover, profile.DividendYield)
        );
        Assert.Equal((new LocalDate(1999, 3, 10), false, 0), (profile.InceptionDate, profile.IsLeveraged, dropped));
        Assert.Equal(
            [
                new FundSector("INFORMATION TECHNOLOGY", 0.533m),
                new FundSector("COMMUNICATION SERVICES", 0.158m),
                new FundSector("CONSUMER DISCRETIONARY", 0.118m),
            ],
            profile.Sectors
        );
        Assert.Equal(
            [
                new FundHolding("NVDA", "NVIDIA CORP", 0.0948m),
                new FundHolding("AAPL", "APPLE INC", 0.0831m),
                new FundHolding("PLTR", "PLTR", 0.0217m),
                new FundHolding(null, "CASH", 0.0018m),
            ],
            profile.Holdings
        );
    }

    [Fact]
    public void What_is_not_given_is_null_and_a_date_that_says_so_fails_nothing()
    {
        var (profile, _) = Read("""{"net_assets":"n/a","net_expense_ratio":"0.0945","inception_date":"n/a","leveraged":"YES"}""")!;
        Assert.Equal((null, 0.0945m, null, true), (profile.NetAssets, profile.NetExpenseRatio, profile.InceptionDate, profile.IsLeveraged));
        Assert.Empty(profile.Sectors);
        Assert.Empty(profile.Holdings);
    }

    [Fact]
    public void Rows_without_a_name_or_a_weight_are_counted_and_dropped_and_the_rest_goes_by_weight()
    {
        var (profile, dropped) = Read(
            """
            {"sectors":[{"sector":"A","weight":"0.1"},{"sector":"n/a","weight":"0.2"},{"sector":"B","weight":"0.7"}],
             "holdings":[{"symbol":"n/a","description":"n/a","weight":"0.5"},{"symbol":"X","description":"X CORP","weight":"many"},{"symbol":"BRK-B","description":"BERKSHIRE","weight":"0.02"},
                         {"symbol":"n/a","description":"SWAP","weight":"-2.9"},{"symbol":"Y","description":"Y","weight":"99"},"text"]}
            """
        )!;
        Assert.Equal(["B", "A"], profile.Sectors.Select(s => s.Sector));
        Assert.Equal([new FundHolding("BRK.B", "BERKSHIRE", 0.02m), new FundHolding(null, "SWAP", -2.9m)], profile.Holdings);
        Assert.Equal(5, dropped);
    }

    [Fact]
    public void A_fund_of_which_nothing_is_known_is_unknown() =>
        Assert.Null(
            Read(
                """{"net_assets":"n/a","net_expense_ratio":"n/a","portfolio_turnover":"n/a","dividend_yield":"n/a","inception_date":"n/a","leveraged":"n/a","sectors":[],"holdings":[]}"""
            )
        );

    [Fact]
    public void What_is_no_object_is_a_bad_reply() =>
        Assert.Equal(ProviderFailure.BadReply, Assert.Throws<ProviderException>(() => Read("[]")).Kind);
}
