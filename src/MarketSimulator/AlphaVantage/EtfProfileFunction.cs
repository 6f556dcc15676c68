using System.Globalization;
using InvestmentAssistant.MarketSimulator.Companies;
using InvestmentAssistant.MarketSimulator.Live;
using InvestmentAssistant.MarketSimulator.Tape;

namespace InvestmentAssistant.MarketSimulator.AlphaVantage;

/// <summary>What a fund is and holds, "n/a" where there is nothing to say; an unknown symbol is an empty object.</summary>
internal sealed class EtfProfileFunction(FundBooks funds, IEquityTape tape, IClock clock) : IAlphaVantageFunction
{
    private const string None = "n/a";

    public string Name => "ETF_PROFILE";

    public Task AnswerAsync(HttpContext http)
    {
        var symbol = http.Request.Query["symbol"].ToString();
        return http.Json(json =>
        {
            json.WriteStartObject();
            var now = clock.GetCurrentInstant();
            if (funds.Find(symbol, s => tape.Closes(s, 1, now) is [.., var close] ? close : null) is { } fund)
            {
                json.WriteString("net_assets", Text(fund.NetAssets * 1e6, "0"));
                json.WriteString("net_expense_ratio", Text(fund.Expenses, "0.######"));
                json.WriteString("portfolio_turnover", Text(fund.Turnover, "0.##"));
                json.WriteString("dividend_yield", Text(fund.DividendYield, "0.####"));
                json.WriteString("inception_date", fund.Inception.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
                json.WriteString("leveraged", fund.IsLeveraged ? "YES" : "NO");
                json.WriteStartArray("sectors");
                foreach (var (sector, weight) in fund.Sectors)
                {
                    json.WriteStartObject();
                    json.WriteString("sector", sector.ToUpperInvariant());
                    json.WriteString("weight", weight.ToString("0.####", CultureInfo.InvariantCulture));
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteStartArray("holdings");
                foreach (var holding in fund.Holdings)
                {
                    json.WriteStartObject();
                    json.WriteString("symbol", holding.Symbol?.Replace('.', '-') ?? None);
                    json.WriteString("description", holding.Description);
                    json.WriteString("weight", holding.Weight.ToString("0.####", CultureInfo.InvariantCulture));
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            json.WriteEndObject();
        });
    }

    private static string Text(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? None;
}
