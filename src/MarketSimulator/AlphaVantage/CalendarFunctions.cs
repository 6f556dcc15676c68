using System.Globalization;
using System.Text;
using InvestmentAssistant.MarketSimulator.Companies;
using NodaTime.Text;

namespace InvestmentAssistant.MarketSimulator.AlphaVantage;

/// <summary>Reports from today on, by symbol. A horizon it does not know is refused inside the CSV, one letter a column.</summary>
internal sealed class EarningsCalendarFunction(CompanyReports reports, IClock clock) : IAlphaVantageFunction
{
    public string Name => "EARNINGS_CALENDAR";

    public bool IsCsv => true;

    public string CsvHeader => "symbol,name,reportDate,fiscalDateEnding,estimate,currency,timeOfTheDay";

    public Task AnswerAsync(HttpContext http)
    {
        var today = clock.GetCurrentInstant().InZone(MarketCalendar.NewYork).Date;
        int? months = http.Request.Query["horizon"].ToString() switch
        {
            "" or "3month" => 3,
            "6month" => 6,
            "12month" => 12,
            _ => null,
        };
        if (months is null)
            return http.Csv($"{CsvHeader}\r\nE,r,r,o,r, ,M\r\n");
        var wanted = http.Request.Query["symbol"].ToString();
        var csv = new StringBuilder(CsvHeader).Append("\r\n");
        foreach (
            var report in reports
                .Between(today, today.PlusMonths(months.Value))
                .OrderBy(r => r.Company.Symbol, StringComparer.Ordinal)
                .ThenBy(r => r.Date)
        )
        {
            // Share classes are written with a dash here.
            var symbol = report.Company.Symbol.Replace('.', '-');
            if (wanted.Length > 0 && wanted != symbol)
                continue;
            // Far ahead analysts have not written yet.
            var estimate =
                Period.DaysBetween(today, report.Date) <= 110 ? report.Estimate?.ToString("0.##", CultureInfo.InvariantCulture) : null;
            var hour = report.Company.Hour switch
            {
                ReportHour.BeforeOpen => "pre-market",
                ReportHour.AfterClose => "post-market",
                _ => "",
            };
            csv.Append(symbol)
                .Append(',')
                .Append(CalendarCsv.Quoted(report.Company.Name))
                .Append(',')
                .Append(LocalDatePattern.Iso.Format(report.Date))
                .Append(',')
                .Append(LocalDatePattern.Iso.Format(report.FiscalEnd))
                .Append(',')
                .Append(estimate)
                .Append(',')
                .Append(report.Company.Currency)
                .Append(',')
                .Append(hour)
                .Append("\r\n");
        }
        return http.Csv(csv.ToString());
    }
}

/// <summary>Offerings from today on, by date; a price range that is not known is 0 to 0.</summary>
internal sealed class IpoCalendarFunction(IpoPipeline pipeline, IClock clock) : IAlphaVantageFunction
{
    private const int DaysAhead = 120;

    public string Name => "IPO_CALENDAR";

    public bool IsCsv => true;

    public string CsvHeader => "symbol,name,ipoDate,priceRangeLow,priceRangeHigh,currency,exchange";

    public Task AnswerAsync(HttpContext http)
    {
        var today = clock.GetCurrentInstant().InZone(MarketCalendar.NewYork).Date;
        var csv = new StringBuilder(CsvHeader).Append("\r\n");
        foreach (var ipo in pipeline.Between(today, today.PlusDays(DaysAhead), today))
        {
            csv.Append(
                CultureInfo.InvariantCulture,
                $"{ipo.Symbol},{CalendarCsv.Quoted(ipo.Name)},{LocalDatePattern.Iso.Format(ipo.Date)},{ipo.Low ?? 0},"
                    + $"{ipo.High ?? 0},USD,{ipo.Exchange}\r\n"
            );
        }
        return http.Csv(csv.ToString());
    }
}

internal static class CalendarCsv
{
    /// <summary>A name with a comma ("Airbnb, Inc.") stands in quotes.</summary>
    public static string Quoted(string name) => name.Contains(',', StringComparison.Ordinal) ? $"\"{name}\"" : name;
}
