using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Instruments;

namespace InvestmentAssistant.Api.Tests.Domain.Markets;

/// <summary>N11: providers' words for one thing become one word.</summary>
public sealed class VocabularyTests
{
    [Theory]
    [InlineData("NASDAQ", "NASDAQ")]
    [InlineData("NASDAQ Global", "NASDAQ")]
    [InlineData("NASDAQ Global Select", "NASDAQ")]
    [InlineData("NASDAQ Capital", "NASDAQ")]
    [InlineData("NASDAQ/NMS (GLOBAL MARKET)", "NASDAQ")]
    [InlineData("nasdaq", "NASDAQ")]
    [InlineData("XNGS", "NASDAQ")]
    [InlineData("NYSE", "NYSE")]
    [InlineData("NEW YORK STOCK EXCHANGE, INC.", "NYSE")]
    [InlineData("XNYS", "NYSE")]
    [InlineData("NYSE MKT", "NYSE American")]
    [InlineData("NYSE American", "NYSE American")]
    [InlineData("AMEX", "NYSE American")]
    [InlineData("NYSE Arca", "NYSE Arca")]
    [InlineData("ARCX", "NYSE Arca")]
    [InlineData("BATS", "Cboe")]
    [InlineData("OTC Markets", "OTC")]
    [InlineData(" Toronto ", "Toronto")]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void N11_an_exchange_has_one_name(string? text, string? name) => Assert.Equal(name, ExchangeNames.Of(text));

    [Theory]
    [InlineData("TECHNOLOGY", "Information Technology")]
    [InlineData("INFORMATION TECHNOLOGY", "Information Technology")]
    [InlineData("FINANCIAL SERVICES", "Financials")]
    [InlineData("HEALTHCARE", "Health Care")]
    [InlineData("CONSUMER CYCLICAL", "Consumer Discretionary")]
    [InlineData("CONSUMER DEFENSIVE", "Consumer Staples")]
    [InlineData("BASIC MATERIALS", "Materials")]
    [InlineData("Utilities", "Utilities")]
    [InlineData("LIFE SCIENCES", "Life Sciences")]
    [InlineData("Trade & Services", "Trade & Services")]
    [InlineData("", null)]
    public void N11_a_sector_has_one_name(string? text, string? name) => Assert.Equal(name, SectorNames.Of(text));

    [Theory]
    [InlineData("bmo", ReportTime.BeforeOpen)]
    [InlineData("pre-market", ReportTime.BeforeOpen)]
    [InlineData("AMC", ReportTime.AfterClose)]
    [InlineData("post-market", ReportTime.AfterClose)]
    [InlineData("dmh", ReportTime.DuringMarket)]
    [InlineData("", null)]
    [InlineData("soon", null)]
    public void N11_a_report_hour_has_one_name(string text, ReportTime? time) => Assert.Equal(time, ReportTimes.Of(text));
}
