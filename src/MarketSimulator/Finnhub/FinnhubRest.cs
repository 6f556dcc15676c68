using System.Globalization;
using InvestmentAssistant.MarketSimulator.Live;
using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Tape;
using NodaTime.Text;

namespace InvestmentAssistant.MarketSimulator.Finnhub;

/// <summary>Finnhub's REST interface: quotes, candles, splits and the exchange's hours (documents: finnhub.io/docs/api).</summary>
internal sealed class FinnhubRest(Listings listings, IEquityTape tape, MarketCalendar calendar, IClock clock, SimulatorOptions options)
{
    private static readonly Dictionary<string, int> Resolutions = new()
    {
        ["1"] = 1,
        ["5"] = 5,
        ["15"] = 15,
        ["30"] = 30,
        ["60"] = 60,
    };

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/quote", Quote);
        routes.MapGet("/stock/candle", Candle);
        routes.MapGet("/stock/split", Split);
        routes.MapGet("/stock/market-status", MarketStatus);
        routes.MapGet("/stock/market-holiday", MarketHoliday);
    }

    /// <summary>A symbol without a price (unknown, or not in the recording) answers 200 with zeros.</summary>
    private Task Quote(HttpContext http)
    {
        var quote = tape.Quote(http.Request.Query["symbol"].ToString(), clock.GetCurrentInstant());
        return http.Json(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("c", quote?.Price ?? 0);
            if (quote is { PreviousClose: { } previous, Price: var price })
            {
                json.WriteNumber("d", Math.Round(price - previous, 4));
                json.WriteNumber("dp", Math.Round((price - previous) / previous * 100, 4));
            }
            else
            {
                json.WriteNull("d");
                json.WriteNull("dp");
            }
            json.WriteNumber("h", quote?.High ?? 0);
            json.WriteNumber("l", quote?.Low ?? 0);
            json.WriteNumber("o", quote?.Open ?? 0);
            json.WriteNumber("pc", quote?.PreviousClose ?? 0);
            json.WriteNumber("t", (quote?.TimeMs ?? 0) / 1000);
            json.WriteEndObject();
        });
    }

    /// <summary>Columns, not rows; times in Unix seconds, a day's at 00:00 UTC of its New York date. Without data only <c>s</c>.</summary>
    private Task Candle(HttpContext http)
    {
        var query = http.Request.Query;
        var (symbol, resolution) = (query["symbol"].ToString(), query["resolution"].ToString());
        if (
            symbol.Length == 0
            || (resolution != "D" && !Resolutions.ContainsKey(resolution))
            || !TrySeconds(query["from"], out var from)
            || !TrySeconds(query["to"], out var to)
        )
            return Error(http, 422, "Wrong or missing argument");
        var now = clock.GetCurrentInstant();
        var isDeep = options.HasHistory(symbol);
        if (!isDeep)
            from = Math.Max(from, (now - Duration.FromDays(SimulatorOptions.ShortHistoryDays)).ToUnixTimeSeconds());
        var candles =
            resolution == "D" ? tape.Days(symbol, from * 1000, to * 1000, now)
            : isDeep ? tape.Intraday(symbol, Resolutions[resolution], from * 1000, to * 1000, now)
            : [];
        return http.Json(json =>
        {
            json.WriteStartObject();
            if (candles.Count > 0)
            {
                Column("c", static c => c.Close);
                Column("h", static c => c.High);
                Column("l", static c => c.Low);
                Column("o", static c => c.Open);
            }
            json.WriteString("s", candles.Count > 0 ? "ok" : "no_data");
            if (candles.Count > 0)
            {
                Column("t", static c => c.StartMs / 1000);
                Column("v", static c => c.Volume);
            }
            json.WriteEndObject();

            void Column(string name, Func<Candle, double> value)
            {
                json.WriteStartArray(name);
                foreach (var candle in candles)
                    json.WriteNumberValue(value(candle));
                json.WriteEndArray();
            }
        });
    }

    /// <summary>Splits are known in a replay only: the walk has none.</summary>
    private Task Split(HttpContext http)
    {
        var query = http.Request.Query;
        var symbol = query["symbol"].ToString();
        var (from, to) = (query["from"].ToString(), query["to"].ToString());
        var splits = options.Replay is null
            ? []
            : listings
                .Splits.Where(s =>
                    s.Symbol == symbol
                    && string.CompareOrdinal(s.Date, from) >= 0
                    && (to.Length == 0 || string.CompareOrdinal(s.Date, to) <= 0)
                )
                .ToList();
        return http.Json(json =>
        {
            json.WriteStartArray();
            foreach (var split in splits)
            {
                json.WriteStartObject();
                json.WriteString("symbol", split.Symbol);
                json.WriteString("date", split.Date);
                json.WriteNumber("fromFactor", split.FromFactor);
                json.WriteNumber("toFactor", split.ToFactor);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private Task MarketStatus(HttpContext http)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InZone(MarketCalendar.NewYork).Date;
        var phase = calendar.PhaseAt(now);
        return http.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("exchange", "US");
            if (calendar.SessionOn(today) is null && today.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
                json.WriteString("holiday", "Market holiday");
            else
                json.WriteNull("holiday");
            json.WriteBoolean("isOpen", phase == SessionPhase.Regular);
            if (phase == SessionPhase.Closed)
                json.WriteNull("session");
            else
                json.WriteString(
                    "session",
                    phase switch
                    {
                        SessionPhase.Pre => "pre-market",
                        SessionPhase.Regular => "regular",
                        _ => "post-market",
                    }
                );
            json.WriteString("timezone", "America/New_York");
            json.WriteNumber("t", now.ToUnixTimeSeconds());
            json.WriteEndObject();
        });
    }

    /// <summary>Holidays and early closes from a year back to a year ahead, newest first.</summary>
    private Task MarketHoliday(HttpContext http)
    {
        var today = clock.GetCurrentInstant().InZone(MarketCalendar.NewYork).Date;
        return http.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("data");
            for (var date = today.PlusDays(365); date >= today.PlusDays(-365); date = date.PlusDays(-1))
            {
                var session = calendar.SessionOn(date);
                if (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || session is { IsEarlyClose: false })
                    continue;
                json.WriteStartObject();
                json.WriteString("eventName", session is null ? "Market holiday" : "Early close");
                json.WriteString("atDate", LocalDatePattern.Iso.Format(date));
                json.WriteString(
                    "tradingHour",
                    session is null ? "" : $"09:30-{session.Close.InZone(MarketCalendar.NewYork).TimeOfDay:HH':'mm}"
                );
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("exchange", "US");
            json.WriteString("timezone", "America/New_York");
            json.WriteEndObject();
        });
    }

    internal static Task Error(HttpContext http, int status, string message) =>
        http.Json(
            json =>
            {
                json.WriteStartObject();
                json.WriteString("error", message);
                json.WriteEndObject();
            },
            status
        );

    private static bool TrySeconds(string? text, out long seconds) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) && seconds < 10_000_000_000;
}
