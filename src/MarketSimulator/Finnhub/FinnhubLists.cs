using InvestmentAssistant.MarketSimulator.Companies;
using InvestmentAssistant.MarketSimulator.Live;
using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Tape;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.Finnhub;

/// <summary>
/// Finnhub's lists and profiles. Names, sectors and expense ratios are real; share counts and fund sizes, which no list here has, are made
/// from the seed, and identifiers (FIGI, ISIN, CUSIP) stay empty.
/// </summary>
internal sealed class FinnhubLists(Listings listings, CompanyBooks books, IEquityTape tape, IClock clock)
{
    private readonly Dictionary<string, CompanyListing> _companies = listings.Companies.ToDictionary(c => c.Symbol);
    private readonly Dictionary<string, FundListing> _funds = listings.Funds.ToDictionary(f => f.Symbol);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/stock/symbol", Symbols);
        routes.MapGet("/index/constituents", Constituents);
        routes.MapGet("/stock/profile2", Profile);
        routes.MapGet("/etf/profile", FundProfile);
    }

    private Task Symbols(HttpContext http)
    {
        if (http.Request.Query["exchange"] != "US")
            return FinnhubRest.Error(http, 422, "Wrong or missing argument");
        return http.Json(json =>
        {
            json.WriteStartArray();
            foreach (var company in listings.Companies)
                Row(
                    company.Symbol,
                    company.Name,
                    company.Symbol.Length >= 4 && !company.Symbol.Contains('.') ? "XNGS" : "XNYS",
                    "Common Stock"
                );
            foreach (var fund in listings.Funds)
                Row(fund.Symbol, fund.Name, "ARCX", "ETP");
            json.WriteEndArray();

            void Row(string symbol, string name, string mic, string type)
            {
                json.WriteStartObject();
                json.WriteString("currency", "USD");
                json.WriteString("description", name.ToUpperInvariant());
                json.WriteString("displaySymbol", symbol);
                json.WriteString("figi", "");
                json.WriteString("mic", mic);
                json.WriteString("symbol", symbol);
                json.WriteString("type", type);
                json.WriteEndObject();
            }
        });
    }

    private Task Constituents(HttpContext http)
    {
        var index = http.Request.Query["symbol"].ToString();
        return http.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("constituents");
            if (index == "^GSPC")
                foreach (var company in listings.Companies)
                    json.WriteStringValue(company.Symbol);
            json.WriteEndArray();
            json.WriteString("symbol", index);
            json.WriteEndObject();
        });
    }

    /// <summary>An unknown symbol answers 200 with an empty object.</summary>
    private Task Profile(HttpContext http)
    {
        var symbol = http.Request.Query["symbol"].ToString();
        return http.Json(json =>
        {
            json.WriteStartObject();
            if (_companies.TryGetValue(symbol, out var company))
            {
                var shares = books.Find(symbol)!.Shares;
                json.WriteString("country", "US");
                json.WriteString("currency", "USD");
                json.WriteString("exchange", symbol.Length >= 4 ? "NASDAQ NMS - GLOBAL MARKET" : "NEW YORK STOCK EXCHANGE, INC.");
                json.WriteString("ipo", company.DateAdded);
                if (tape.Quote(symbol, clock.GetCurrentInstant()) is { } quote)
                    json.WriteNumber("marketCapitalization", Math.Round(quote.Price * shares, 2));
                else
                    json.WriteNull("marketCapitalization");
                json.WriteString("name", company.Name);
                json.WriteString("phone", "");
                json.WriteNumber("shareOutstanding", shares);
                json.WriteString("ticker", symbol);
                json.WriteString("weburl", "");
                json.WriteString("logo", "");
                json.WriteString("finnhubIndustry", company.GicsSubIndustry);
            }
            json.WriteEndObject();
        });
    }

    private Task FundProfile(HttpContext http)
    {
        var symbol = http.Request.Query["symbol"].ToString();
        return http.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("profile");
            if (_funds.TryGetValue(symbol, out var fund))
            {
                var dice = new Dice(Dice.Seed(symbol));
                var quote = tape.Quote(symbol, clock.GetCurrentInstant());
                json.WriteString("assetClass", fund.Name.Contains("Bond", StringComparison.Ordinal) ? "Fixed Income" : "Equity");
                json.WriteNumber("aum", FundBooks.SizeOf(symbol));
                json.WriteNumber("avgVolume", Math.Round(Math.Exp(12 + (5 * dice.Uniform()))));
                json.WriteString("cusip", "");
                json.WriteString("description", $"{fund.Name} ({symbol}).");
                json.WriteString("domicile", "US");
                json.WriteString("etfCompany", fund.Name.Split(' ')[0]);
                if (fund.ExpenseRatioPercent is { } ratio)
                    json.WriteNumber("expenseRatio", ratio);
                else
                    json.WriteNull("expenseRatio");
                json.WriteString("inceptionDate", "");
                json.WriteString("investmentSegment", "");
                json.WriteString("isin", "");
                json.WriteString("name", fund.Name);
                if (quote is { } q)
                    json.WriteNumber("nav", q.Price);
                else
                    json.WriteNull("nav");
                json.WriteString("navCurrency", "USD");
                json.WriteNull("priceToBook");
                json.WriteNull("priceToEarnings");
                json.WriteString("trackingIndex", "");
                json.WriteString("logo", "");
                json.WriteString("website", "");
            }
            json.WriteEndObject();
            json.WriteString("symbol", symbol);
            json.WriteEndObject();
        });
    }
}
