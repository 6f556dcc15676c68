using System.Globalization;
using InvestmentAssistant.MarketSimulator.Live;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.AlphaVantage;

/// <summary>The shape all macro functions share: {name, interval, unit, data: [{date, value}]}, newest first, values as texts.</summary>
internal static class MacroReply
{
    /// <summary>The last month whose figure is out: that of the month before the present one, from a day of the month on.</summary>
    public static YearMonth Published(Instant now, int fromDay)
    {
        var today = now.InUtc().Date;
        return new YearMonth(today.Year, today.Month).PlusMonths(today.Day >= fromDay ? -1 : -2);
    }

    public static Task Write(
        HttpContext http,
        string name,
        string interval,
        string unit,
        IEnumerable<(LocalDate Date, string Value)> newestFirst
    ) =>
        http.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("interval", interval);
            json.WriteString("unit", unit);
            json.WriteStartArray("data");
            foreach (var (date, value) in newestFirst)
            {
                json.WriteStartObject();
                json.WriteString("date", date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
                json.WriteString("value", value);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });

    public static Task WriteMonths(HttpContext http, string name, string unit, IEnumerable<(YearMonth Month, decimal Value)> ascending) =>
        Write(
            http,
            name,
            "monthly",
            unit,
            ascending.Reverse().Select(p => (p.Month.OnDayOfMonth(1), p.Value.ToString(CultureInfo.InvariantCulture)))
        );

    public static Task Refuse(HttpContext http, string function) =>
        http.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString(
                "Error Message",
                $"Invalid API call. Please retry or visit the documentation (https://www.alphavantage.co/documentation/) for {function}."
            );
            json.WriteEndObject();
        });
}

/// <summary>Consumer price index, not seasonally adjusted; a month is out on the 12th of the next one.</summary>
internal sealed class CpiFunction(MacroHistory history, IClock clock) : IAlphaVantageFunction
{
    public string Name => "CPI";

    public Task AnswerAsync(HttpContext http)
    {
        var months = history.Until("cpi", MacroReply.Published(clock.GetCurrentInstant(), fromDay: 12));
        return http.Request.Query["interval"].ToString() switch
        {
            "" or "monthly" => MacroReply.WriteMonths(http, "Consumer Price Index for all Urban Consumers", "index 1982-1984=100", months),
            _ => MacroReply.Refuse(http, Name),
        };
    }
}

/// <summary>Yearly inflation as an international bank gives it, with far too many digits; a year is out in July of the next one.</summary>
internal sealed class InflationFunction(MacroHistory history, IClock clock) : IAlphaVantageFunction
{
    /// <summary>Percent, up to the year before the monthly history gives two yearly means to compare.</summary>
    private static readonly (int Year, string Rate)[] Early =
    [
        (2005, "3.39274684549547"),
        (2006, "3.22594410070408"),
        (2007, "2.85267248150136"),
        (2008, "3.83910029665101"),
        (2009, "-0.355546266299747"),
        (2010, "1.64004344238989"),
        (2011, "3.15684156862206"),
        (2012, "2.06933726526059"),
        (2013, "1.46483265562714"),
        (2014, "1.62222297740821"),
        (2015, "0.118627135552435"),
        (2016, "1.26158320570539"),
        (2017, "2.13011000365963"),
        (2018, "2.44258329692818"),
        (2019, "1.81221007526015"),
        (2020, "1.23358439630629"),
        (2021, "4.69785886363742"),
        (2022, "8.00279982052121"),
        (2023, "4.11633838374488"),
        (2024, "2.94952520485207"),
    ];

    private readonly IReadOnlyDictionary<int, decimal> _means = history.YearlyMeans("cpi");

    public string Name => "INFLATION";

    public Task AnswerAsync(HttpContext http)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        var last = today.Year - (today.Month >= 7 ? 1 : 2);
        var later = Enumerable
            .Range(2025, Math.Max(0, last - 2024))
            .Select(y => (y, ((double)(_means[y] / _means[y - 1] - 1) * 100).ToString("0.##############", CultureInfo.InvariantCulture)));
        return MacroReply.Write(
            http,
            "Inflation - US Consumer Prices",
            "annual",
            "percent",
            Early.Where(e => e.Year <= last).Concat(later).Reverse().Select(e => (new LocalDate(e.Item1, 1, 1), e.Item2))
        );
    }
}

/// <summary>
/// Days of a monthly series: a walk around the month's mean whose own mean is that of the month, of weekdays or of all days. Holidays of
/// the bond market are there without a
/// value ("."), as the provider sends them. A day is out on the second day after it.
/// </summary>
internal static class MacroDays
{
    private static readonly MarketCalendar s_calendar = new();

    public static IEnumerable<(LocalDate Date, string Value)> Of(
        string seed,
        IEnumerable<(YearMonth Month, decimal Value)> ascending,
        LocalDate today,
        bool weekends
    )
    {
        foreach (var (month, mean) in ascending)
        {
            var first = month.OnDayOfMonth(1);
            var length = CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month);
            var days = Enumerable
                .Range(0, length)
                .Select(first.PlusDays)
                .Where(d => weekends || d.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
                .ToList();
            var dice = new Dice(Dice.Mix(Dice.Seed("macro-days/" + seed), (ulong)((month.Year * 12) + month.Month)));
            var steps = days.ConvertAll(_ => weekends ? 0 : Math.Round((decimal)dice.Normal() * 0.04m, 2));
            var drift = steps.Average();
            for (var i = 0; i < days.Count && days[i] < today.PlusDays(-1); i++)
            {
                var isHoliday = !weekends && s_calendar.SessionOn(days[i]) is null;
                yield return (
                    days[i],
                    isHoliday ? "." : Math.Max(0.01m, Math.Round(mean + steps[i] - drift, 2)).ToString(CultureInfo.InvariantCulture)
                );
            }
        }
    }
}

/// <summary>
/// The effective federal funds rate: mean of a month, out on the second day of the next one; or by day, weekends included.
/// </summary>
internal sealed class FederalFundsFunction(MacroHistory history, IClock clock) : IAlphaVantageFunction
{
    public string Name => "FEDERAL_FUNDS_RATE";

    public Task AnswerAsync(HttpContext http)
    {
        const string Title = "Effective Federal Funds Rate";
        var now = clock.GetCurrentInstant();
        var today = now.InUtc().Date;
        return http.Request.Query["interval"].ToString() switch
        {
            "" or "monthly" => MacroReply.WriteMonths(
                http,
                Title,
                "percent",
                history.Until("funds", MacroReply.Published(now, fromDay: 2))
            ),
            "daily" => MacroReply.Write(
                http,
                Title,
                "daily",
                "percent",
                MacroDays.Of("funds", history.Until("funds", new YearMonth(today.Year, today.Month)), today, weekends: true).Reverse()
            ),
            _ => MacroReply.Refuse(http, Name),
        };
    }
}

/// <summary>Constant maturity yields, mean of a month or by day. Three of the six maturities lie between or before the others.</summary>
internal sealed class TreasuryYieldFunction(MacroHistory history, IClock clock) : IAlphaVantageFunction
{
    public string Name => "TREASURY_YIELD";

    public Task AnswerAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var now = clock.GetCurrentInstant();
        var today = now.InUtc().Date;
        var isDaily = query["interval"].ToString() == "daily";
        if (!isDaily && query["interval"].ToString() is not ("" or "monthly"))
            return MacroReply.Refuse(http, Name);
        var last = isDaily ? new YearMonth(today.Year, today.Month) : MacroReply.Published(now, fromDay: 2);
        return query["maturity"].ToString() switch
        {
            "3month" => Write("3-Month", Months("funds").Select(p => (p.Month, Math.Max(0.01m, p.Value - 0.04m)))),
            "2year" => Write("2-Year", Months("2year")),
            "5year" => Write("5-Year", Between(0.38m)),
            "7year" => Write("7-Year", Between(0.72m)),
            "" or "10year" => Write("10-Year", Months("10year")),
            "30year" => Write("30-Year", Months("30year")),
            _ => MacroReply.Refuse(http, Name),
        };

        Task Write(string title, IEnumerable<(YearMonth, decimal)> values)
        {
            var name = title + " Treasury Constant Maturity Rate";
            return isDaily
                ? MacroReply.Write(http, name, "daily", "percent", MacroDays.Of("yields", values, today, weekends: false).Reverse())
                : MacroReply.WriteMonths(http, name, "percent", values);
        }

        IEnumerable<(YearMonth Month, decimal Value)> Months(string series) => history.Until(series, last);

        // A part of the way from two to ten years.
        IEnumerable<(YearMonth Month, decimal Value)> Between(decimal part) =>
            Months("2year").Zip(Months("10year"), (two, ten) => (two.Month, Math.Round(two.Value + (part * (ten.Value - two.Value)), 2)));
    }
}
