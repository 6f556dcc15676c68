using System.Globalization;
using InvestmentAssistant.MarketSimulator.Companies;
using InvestmentAssistant.MarketSimulator.Live;
using NodaTime.Text;

namespace InvestmentAssistant.MarketSimulator.Finnhub;

/// <summary>Finnhub's company news and its calendars of earnings and offerings, past and future.</summary>
internal sealed class FinnhubCompanies(CompanyReports reports, CompanyStories stories, IpoPipeline pipeline, IClock clock)
{
    /// <summary>The real calendar gives no more rows in one reply, whatever was asked for.</summary>
    private const int MostRows = 1500;

    /// <summary>News reach back a year.</summary>
    private const int DaysOfNews = 365;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/company-news", CompanyNews);
        routes.MapGet("/calendar/earnings", Earnings);
        routes.MapGet("/calendar/ipo", Offerings);
    }

    /// <summary>Newest first; an unknown symbol is an empty list.</summary>
    private Task CompanyNews(HttpContext http)
    {
        var query = http.Request.Query;
        var symbol = query["symbol"].ToString();
        if (symbol.Length == 0 || !TryDates(http, out var from, out var to))
            return FinnhubRest.Error(http, 422, "Wrong or missing argument");
        var now = clock.GetCurrentInstant();
        var today = now.InUtc().Date;
        var found = stories.Of(symbol, LocalDate.Max(from, today.PlusDays(-DaysOfNews)), LocalDate.Min(to, today), now);
        return http.Json(json =>
        {
            json.WriteStartArray();
            foreach (var story in found)
            {
                json.WriteStartObject();
                json.WriteString("category", "company");
                json.WriteNumber("datetime", story.At.ToUnixTimeSeconds());
                json.WriteString("headline", story.Headline);
                json.WriteNumber("id", story.Id);
                json.WriteString("image", story.Image);
                json.WriteString("related", symbol);
                json.WriteString("source", story.Source);
                json.WriteString("summary", story.Summary);
                json.WriteString("url", story.Url);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    /// <summary>Newest first. What a company earned is there once its report is out.</summary>
    private Task Earnings(HttpContext http)
    {
        if (!TryDates(http, out var from, out var to))
            return FinnhubRest.Error(http, 422, "Wrong or missing argument");
        var now = clock.GetCurrentInstant();
        var today = now.InUtc().Date;
        (from, to) = (LocalDate.Max(from, today.PlusYears(-1)), LocalDate.Min(to, today.PlusYears(1)));
        var symbol = http.Request.Query["symbol"].ToString();
        var found =
            symbol.Length == 0 ? reports.Between(from, to)
            : reports.BySymbol.TryGetValue(symbol, out var company) ? reports.Of(company, from, to)
            : [];
        return http.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("earningsCalendar");
            foreach (var report in found.Reverse().Take(MostRows))
            {
                var isOut = report.At <= now;
                json.WriteStartObject();
                json.WriteString("date", LocalDatePattern.Iso.Format(report.Date));
                Number("epsActual", isOut ? report.Actual : null);
                Number("epsEstimate", report.Estimate);
                json.WriteString(
                    "hour",
                    report.Company.Hour switch
                    {
                        ReportHour.BeforeOpen => "bmo",
                        ReportHour.AfterClose => "amc",
                        _ => "",
                    }
                );
                json.WriteNumber("quarter", report.Quarter);
                Number("revenueActual", isOut ? report.Revenue : null);
                Number("revenueEstimate", report.RevenueEstimate);
                json.WriteString("symbol", report.Company.Symbol);
                json.WriteNumber("year", report.FiscalYear);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();

            void Number(string name, decimal? value)
            {
                if (value is { } number)
                    json.WriteNumber(name, number);
                else
                    json.WriteNull(name);
            }
        });
    }

    /// <summary>Newest first. The price is a range until the shares are sold.</summary>
    private Task Offerings(HttpContext http)
    {
        if (!TryDates(http, out var from, out var to))
            return FinnhubRest.Error(http, 422, "Wrong or missing argument");
        var today = clock.GetCurrentInstant().InZone(MarketCalendar.NewYork).Date;
        (from, to) = (LocalDate.Max(from, today.PlusYears(-1)), LocalDate.Min(to, today.PlusYears(1)));
        return http.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("ipoCalendar");
            foreach (var ipo in pipeline.Between(from, to, today).Reverse())
            {
                json.WriteStartObject();
                json.WriteString("date", LocalDatePattern.Iso.Format(ipo.Date));
                json.WriteString("exchange", ipo.Exchange == "NYSE" ? "NYSE" : "NASDAQ Global");
                json.WriteString("name", ipo.Name.ToUpperInvariant());
                json.WriteNumber("numberOfShares", ipo.Shares);
                json.WriteString(
                    "price",
                    ipo.Price is { } price ? Text(price)
                        : ipo.Low is { } low ? $"{Text(low)}-{Text(ipo.High!.Value)}"
                        : ""
                );
                json.WriteString(
                    "status",
                    ipo.Price is not null ? "priced"
                        : ipo.Low is not null ? "expected"
                        : "filed"
                );
                json.WriteString("symbol", ipo.Symbol);
                json.WriteNumber("totalSharesValue", (long)(ipo.Shares * (ipo.Price ?? ipo.High ?? 0)));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });

        static string Text(decimal dollars) => dollars.ToString("0.00", CultureInfo.InvariantCulture);
    }

    private static bool TryDates(HttpContext http, out LocalDate from, out LocalDate to)
    {
        var (first, last) = (
            LocalDatePattern.Iso.Parse(http.Request.Query["from"].ToString()),
            LocalDatePattern.Iso.Parse(http.Request.Query["to"].ToString())
        );
        (from, to) = (first.Success ? first.Value : default, last.Success ? last.Value : default);
        return first.Success && last.Success;
    }
}
