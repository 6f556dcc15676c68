using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.MarketSimulator.Companies;
using InvestmentAssistant.MarketSimulator.Live;

namespace InvestmentAssistant.MarketSimulator.AlphaVantage;

/// <summary>
/// Five years of balance sheets, newest first; an unknown symbol is an empty object. Amounts are texts, and "None" where there is none.
/// </summary>
internal sealed class BalanceSheetFunction(CompanyBooks books, IClock clock) : IAlphaVantageFunction
{
    private const int Quarters = 20;

    public string Name => "BALANCE_SHEET";

    public Task AnswerAsync(HttpContext http)
    {
        var symbol = http.Request.Query["symbol"].ToString();
        return http.Json(json =>
        {
            json.WriteStartObject();
            if (books.Find(symbol) is { } company)
            {
                var sheets = company.Reported(clock.GetCurrentInstant(), Quarters).Select(r => company.Sheet(r.FiscalEnd)).ToList();
                json.WriteString("symbol", symbol);
                WriteAll(json, "annualReports", company, sheets.Where(s => s.IsYearEnd));
                WriteAll(json, "quarterlyReports", company, sheets);
            }
            json.WriteEndObject();
        });
    }

    private static void WriteAll(Utf8JsonWriter json, string name, Company company, IEnumerable<SimulatedSheet> sheets)
    {
        json.WriteStartArray(name);
        foreach (var sheet in sheets)
            Write(json, sheet, company);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, SimulatedSheet s, Company company)
    {
        json.WriteStartObject();
        json.WriteString("fiscalDateEnding", s.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("reportedCurrency", "USD");
        Line("totalAssets", s.Assets);
        Line("totalCurrentAssets", s.CurrentAssets);
        Line("cashAndCashEquivalentsAtCarryingValue", s.Cash);
        Line("cashAndShortTermInvestments", s.Cash + s.ShortTermInvestments);
        Line("inventory", s.Inventory);
        Line("currentNetReceivables", s.Receivables);
        Line("totalNonCurrentAssets", s.Assets - s.CurrentAssets);
        Line("propertyPlantEquipment", s.Property);
        Line("accumulatedDepreciationAmortizationPPE", null);
        Line("intangibleAssets", s.Intangibles);
        Line("intangibleAssetsExcludingGoodwill", s.Intangibles - s.Goodwill);
        Line("goodwill", s.Goodwill);
        Line("investments", null);
        Line("longTermInvestments", null);
        Line("shortTermInvestments", s.ShortTermInvestments);
        Line("otherCurrentAssets", s.CurrentAssets - s.Cash - s.ShortTermInvestments - (s.Inventory ?? 0) - s.Receivables);
        Line("otherNonCurrentAssets", null);
        Line("totalLiabilities", s.Liabilities);
        Line("totalCurrentLiabilities", s.CurrentLiabilities);
        Line("currentAccountsPayable", s.Payables);
        Line("deferredRevenue", null);
        Line("currentDebt", s.ShortTermDebt);
        Line("shortTermDebt", s.ShortTermDebt);
        Line("totalNonCurrentLiabilities", s.Liabilities - s.CurrentLiabilities);
        Line("capitalLeaseObligations", null);
        Line("longTermDebt", s.LongTermDebt);
        Line("currentLongTermDebt", null);
        Line("longTermDebtNoncurrent", s.LongTermDebt);
        Line("shortLongTermDebtTotal", s.ShortTermDebt + s.LongTermDebt);
        Line("otherCurrentLiabilities", s.CurrentLiabilities - s.Payables - s.ShortTermDebt is >= 0 and var other ? other : null);
        Line("otherNonCurrentLiabilities", null);
        Line("totalShareholderEquity", s.Equity);
        Line("treasuryStock", s.Treasury);
        Line("retainedEarnings", s.RetainedEarnings);
        Line("commonStock", s.CommonStock);
        json.WriteString("commonStockSharesOutstanding", Whole(company.Shares * 1e6));
        json.WriteEndObject();

        void Line(string name, long? millions) => json.WriteString(name, millions is { } m ? Whole(m * 1e6) : "None");
    }

    private static string Whole(double amount) => amount.ToString("0", CultureInfo.InvariantCulture);
}
