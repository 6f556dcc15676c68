using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.MarketSimulator.Companies;
using InvestmentAssistant.MarketSimulator.Live;
using InvestmentAssistant.MarketSimulator.Tape;

namespace InvestmentAssistant.MarketSimulator.AlphaVantage;

/// <summary>
/// What a company is and how it is valued. Market value is the last close times the shares, earnings those of the last four reports, book
/// value that of the last balance sheet; an unknown symbol is an empty object.
/// </summary>
internal sealed class OverviewFunction(CompanyBooks books, IEquityTape tape, IClock clock) : IAlphaVantageFunction
{
    private const int SessionsOfYear = 252;

    /// <summary>Deviation of a day's return of the whole market.</summary>
    private const double MarketVolatility = 0.0095;

    public string Name => "OVERVIEW";

    public Task AnswerAsync(HttpContext http)
    {
        var symbol = http.Request.Query["symbol"].ToString();
        return http.Json(json =>
        {
            json.WriteStartObject();
            if (books.Find(symbol) is { } company)
                Write(json, symbol, company);
            json.WriteEndObject();
        });
    }

    private void Write(Utf8JsonWriter json, string symbol, Company company)
    {
        var now = clock.GetCurrentInstant();
        var listing = company.Listing;
        var closes = tape.Closes(listing.Symbol, SessionsOfYear, now);
        var price = closes.Count > 0 ? closes[^1] : company.Level;
        var quarters = company.Reported(now, 8);
        var sheet = quarters.Count > 0 ? company.Sheet(quarters[0].FiscalEnd) : null;
        var earnings = company.Earnings(quarters);
        var before = company.Earnings([.. quarters.Skip(4)]);
        var perYear = earnings?.PerShare > 0 ? earnings.PerShare : (double?)null;
        var value = price * company.Shares * 1e6;
        var equity = sheet?.Equity;
        var ebitda = earnings is null ? (double?)null : earnings.NetIncome * (earnings.NetIncome > 0 ? 1.6 : 0.6);
        var debt = sheet is null ? 0 : sheet.LongTermDebt + sheet.ShortTermDebt - sheet.Cash;

        json.WriteString("Symbol", symbol);
        json.WriteString("AssetType", "Common Stock");
        json.WriteString("Name"u8, listing.Name);
        json.WriteString("Description", DescriptionOf(company));
        json.WriteString("CIK", listing.Cik);
        json.WriteString("Exchange", symbol.Length >= 4 && !symbol.Contains('-', StringComparison.Ordinal) ? "NASDAQ" : "NYSE");
        json.WriteString("Currency", "USD");
        json.WriteString("Country", "USA");
        json.WriteString("Sector", SectorOf(listing.GicsSector));
        json.WriteString("Industry", listing.GicsSubIndustry.ToUpperInvariant());
        json.WriteString("Address", $"{listing.Headquarters}, UNITED STATES".ToUpperInvariant());
        json.WriteString("OfficialSite", "None");
        json.WriteString("FiscalYearEnd", CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(company.Reporting.YearEnd));
        json.WriteString("LatestQuarter", sheet is null ? "None" : Day(sheet.Date));
        Number("MarketCapitalization", value, "0");
        Number("EBITDA", ebitda * 1e6, "0");
        Number("PERatio", price / perYear, "0.00");
        Number("PEGRatio", price / perYear / (6 + (14 * company.Fixed(30))), "0.000");
        Number("BookValue", equity / company.Shares, "0.00");
        Number("DividendPerShare", earnings?.Dividend is > 0 and var paid ? paid : null, "0.##");
        Number("DividendYield", earnings?.Dividend is > 0 and var dividend ? dividend / price : null, "0.####");
        Number("EPS", earnings?.PerShare, "0.00");
        Number("RevenuePerShareTTM", earnings?.Revenue / company.Shares, "0.00");
        Number("ProfitMargin", earnings?.NetIncome / earnings?.Revenue, "0.###");
        Number("OperatingMarginTTM", earnings?.NetIncome * 1.3 / earnings?.Revenue, "0.###");
        Number("ReturnOnAssetsTTM", earnings?.NetIncome / sheet?.Assets, "0.####");
        Number("ReturnOnEquityTTM", equity > 0 ? earnings?.NetIncome / equity : null, "0.###");
        Number("RevenueTTM", earnings?.Revenue * 1e6, "0");
        Number("GrossProfitTTM", earnings?.Revenue * 1e6 * (0.25 + (0.4 * company.Fixed(31))), "0");
        Number("DilutedEPSTTM", earnings?.PerShare, "0.00");
        Number(
            "QuarterlyEarningsGrowthYOY",
            quarters.Count > 4 && quarters[4].Actual > 0 ? (double)(quarters[0].Actual / quarters[4].Actual) - 1 : null,
            "0.###"
        );
        Number("QuarterlyRevenueGrowthYOY", quarters.Count > 4 ? (quarters[0].Revenue / (double)quarters[4].Revenue) - 1 : null, "0.###");
        Number("AnalystTargetPrice", company.Level * (1.02 + (0.16 * company.Fixed(32))), "0.00");
        var analysts = 8 + (int)(30 * company.Fixed(33));
        Number("AnalystRatingStrongBuy", analysts * 0.25, "0");
        Number("AnalystRatingBuy", analysts * 0.35, "0");
        Number("AnalystRatingHold", analysts * 0.3, "0");
        Number("AnalystRatingSell", analysts * 0.08, "0");
        Number("AnalystRatingStrongSell", analysts * 0.02, "0");
        Number("TrailingPE", price / perYear, "0.00");
        Number("ForwardPE", price / (perYear * (before is null ? 1.07 : 1.05)), "0.00");
        Number("PriceToSalesRatioTTM", value / 1e6 / earnings?.Revenue, "0.000");
        Number("PriceToBookRatio", equity > 0 ? value / 1e6 / equity : null, "0.00");
        Number("EVToRevenue", ((value / 1e6) + debt) / earnings?.Revenue, "0.000");
        Number("EVToEBITDA", ebitda > 0 ? ((value / 1e6) + debt) / ebitda : null, "0.00");
        Number("Beta", company.MarketSensitivity / MarketVolatility, "0.000");
        Number("52WeekHigh", closes.Count > 0 ? closes.Max() : null, "0.00");
        Number("52WeekLow", closes.Count > 0 ? closes.Min() : null, "0.00");
        Number("50DayMovingAverage", closes.Count >= 50 ? closes.TakeLast(50).Average() : null, "0.00");
        Number("200DayMovingAverage", closes.Count >= 200 ? closes.TakeLast(200).Average() : null, "0.00");
        Number("SharesOutstanding", company.Shares * 1e6, "0");
        Number("SharesFloat", company.Shares * 1e6 * (0.86 + (0.13 * company.Fixed(34))), "0");
        Number("PercentInsiders", 8 * company.Fixed(35), "0.000");
        Number("PercentInstitutions", 55 + (40 * company.Fixed(36)), "0.000");
        var pays = sheet is not null && earnings?.Dividend > 0;
        json.WriteString("DividendDate", pays ? Day(sheet!.Date.PlusDays(70)) : "None");
        json.WriteString("ExDividendDate", pays ? Day(sheet!.Date.PlusDays(41)) : "None");

        void Number(string name, double? number, string format) =>
            json.WriteString(name, number is { } n && double.IsFinite(n) ? n.ToString(format, CultureInfo.InvariantCulture) : "None");
    }

    private static string DescriptionOf(Company company)
    {
        var listing = company.Listing;
        return $"{listing.Name} is a company of the {listing.GicsSector} sector ({listing.GicsSubIndustry}), headquartered in "
            + $"{listing.Headquarters} and founded in "
            + $"{listing.Founded}. It has been a member of the S&P 500 since {listing.DateAdded}.";
    }

    /// <summary>The provider has sectors of its own.</summary>
    private static string SectorOf(string gics) =>
        gics switch
        {
            "Information Technology" => "TECHNOLOGY",
            "Health Care" => "HEALTHCARE",
            "Financials" => "FINANCIAL SERVICES",
            "Consumer Discretionary" => "CONSUMER CYCLICAL",
            "Consumer Staples" => "CONSUMER DEFENSIVE",
            "Materials" => "BASIC MATERIALS",
            _ => gics.ToUpperInvariant(),
        };

    private static string Day(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
