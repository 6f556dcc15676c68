using System.Text.Json;
using InvestmentAssistant.Api.Features.Sp500.Documents;
using InvestmentAssistant.Api.Features.Sp500.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Features.Sp500.Ingestion;

public sealed class CompanyOverviewReplyTests
{
    private static CompanyOverview Read(string json, string symbol = "IBM")
    {
        using var reply = JsonDocument.Parse(json);
        return CompanyOverviewReply.Read(reply.RootElement, symbol, Instant.FromUtc(2025, 11, 20, 6, 0));
    }

    [Fact]
    public void A_captured_reply_is_read_whole()
    {
        var o = Read(Samples.Text("AlphaVantage", "overview.json"));
        Assert.Equal(
            ("IBM", "International Business Machines", "NYSE", "USD", "USA", "51143"),
            (o.Symbol, o.Name, o.Exchange, o.Currency, o.Country, o.Cik)
        );
        Assert.Equal(
            ("TECHNOLOGY", "INFORMATION TECHNOLOGY SERVICES", "https://www.ibm.com", "December"),
            (o.Sector, o.Industry, o.OfficialSite, o.FiscalYearEnd)
        );
        Assert.Equal((286_748_705_000m, 17_767_000_000m, 934_735_000m), (o.MarketCapitalization, o.Ebitda, o.SharesOutstanding));
        Assert.Equal((36.56m, 23.92m, 1.735m, 29.85m, 8.39m), (o.PeRatio, o.ForwardPe, o.PegRatio, o.BookValue, o.Eps));
        Assert.Equal(
            (6.7m, 0.0223m, 0.121m, 0.302m, 0.0635m),
            (o.DividendPerShare, o.DividendYield, o.ProfitMargin, o.ReturnOnEquityTtm, o.ReturnOnAssetsTtm)
        );
        Assert.Equal(
            (319.35m, 200.03m, 275.56m, 261.31m, 0.688m),
            (o.Week52High, o.Week52Low, o.Day50MovingAverage, o.Day200MovingAverage, o.Beta)
        );
        Assert.Equal(
            (new LocalDate(2025, 9, 30), new LocalDate(2025, 12, 10), new LocalDate(2025, 11, 10)),
            (o.LatestQuarter, o.DividendDate, o.ExDividendDate)
        );
        Assert.All(typeof(CompanyOverview).GetProperties(), p => Assert.True(p.GetValue(o) is not null, $"{p.Name} was not read"));
    }

    [Fact]
    public void What_says_that_there_is_none_is_null_and_zero_is_a_value()
    {
        var o = Read(
            """{"Symbol":"IBM","Name":"IBM","PERatio":"None","DividendYield":"-","Beta":"0","DividendDate":"0000-00-00","EPS":"-1.5"}"""
        );
        Assert.Equal((null, null, 0m, null, -1.5m), (o.PeRatio, o.DividendYield, o.Beta, o.DividendDate, o.Eps));
    }

    [Fact]
    public void A_share_class_is_the_indexs_symbol() =>
        Assert.Equal("BRK.B", Read("""{"Symbol":"BRK-B","Name":"Berkshire Hathaway"}""", "BRK.B").Symbol);

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"Symbol":"IBM"}""")]
    [InlineData("""{"Name":"IBM"}""")]
    [InlineData("""{"Symbol":"IBN","Name":"ICICI Bank"}""")]
    public void A_reply_without_the_company_is_a_bad_one(string json) =>
        Assert.Equal(ProviderFailure.BadReply, Assert.Throws<ProviderException>(() => Read(json)).Kind);
}
