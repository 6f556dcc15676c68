using System.Text.Json;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Features.Sp500.Documents;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.Sp500.Ingestion;

/// <summary>A company overview as the provider sends it: one flat object, every value a text.</summary>
public static class CompanyOverviewReply
{
    /// <exception cref="ProviderException">BadReply: no symbol or name, or another company's.</exception>
    public static CompanyOverview Read(JsonElement root, string symbol, Instant fetchedAt)
    {
        string? Text(string name) => AlphaVantageText.Text(root, name);
        decimal? Number(string name) => AlphaVantageText.Number(root, name);
        if (Text("Symbol") is not { } own || Text("Name") is not { } companyName)
            throw new ProviderException(ProviderFailure.BadReply, AlphaVantageClient.Provider, $"sent no overview for {symbol}");
        if (!own.Replace('-', '.').Equals(symbol, StringComparison.OrdinalIgnoreCase))
            throw new ProviderException(ProviderFailure.BadReply, AlphaVantageClient.Provider, $"sent {own} for {symbol}");
        return new CompanyOverview
        {
            Symbol = symbol,
            Name = companyName,
            AssetType = Text("AssetType"),
            Description = Text("Description"),
            Cik = Text("CIK"),
            Exchange = Text("Exchange"),
            Currency = Text("Currency"),
            Country = Text("Country"),
            Sector = Text("Sector"),
            Industry = Text("Industry"),
            Address = Text("Address"),
            OfficialSite = Text("OfficialSite"),
            FiscalYearEnd = Text("FiscalYearEnd"),
            LatestQuarter = AlphaVantageText.Date(root, "LatestQuarter"),
            MarketCapitalization = Number("MarketCapitalization"),
            Ebitda = Number("EBITDA"),
            PeRatio = Number("PERatio"),
            PegRatio = Number("PEGRatio"),
            BookValue = Number("BookValue"),
            DividendPerShare = Number("DividendPerShare"),
            DividendYield = Number("DividendYield"),
            Eps = Number("EPS"),
            RevenuePerShareTtm = Number("RevenuePerShareTTM"),
            ProfitMargin = Number("ProfitMargin"),
            OperatingMarginTtm = Number("OperatingMarginTTM"),
            ReturnOnAssetsTtm = Number("ReturnOnAssetsTTM"),
            ReturnOnEquityTtm = Number("ReturnOnEquityTTM"),
            RevenueTtm = Number("RevenueTTM"),
            GrossProfitTtm = Number("GrossProfitTTM"),
            DilutedEpsTtm = Number("DilutedEPSTTM"),
            QuarterlyEarningsGrowthYoy = Number("QuarterlyEarningsGrowthYOY"),
            QuarterlyRevenueGrowthYoy = Number("QuarterlyRevenueGrowthYOY"),
            AnalystTargetPrice = Number("AnalystTargetPrice"),
            TrailingPe = Number("TrailingPE"),
            ForwardPe = Number("ForwardPE"),
            PriceToSalesTtm = Number("PriceToSalesRatioTTM"),
            PriceToBook = Number("PriceToBookRatio"),
            EvToRevenue = Number("EVToRevenue"),
            EvToEbitda = Number("EVToEBITDA"),
            Beta = Number("Beta"),
            Week52High = Number("52WeekHigh"),
            Week52Low = Number("52WeekLow"),
            Day50MovingAverage = Number("50DayMovingAverage"),
            Day200MovingAverage = Number("200DayMovingAverage"),
            SharesOutstanding = Number("SharesOutstanding"),
            DividendDate = AlphaVantageText.Date(root, "DividendDate"),
            ExDividendDate = AlphaVantageText.Date(root, "ExDividendDate"),
            FetchedAt = fetchedAt,
        };
    }
}
