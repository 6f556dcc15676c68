using InvestmentAssistant.MarketSimulator.Live;
using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Tape;
using InvestmentAssistant.MarketSimulator.Walk;
using NodaTime.Text;

namespace InvestmentAssistant.MarketSimulator.Bithumb;

/// <summary>Bithumb's public REST interface, v1 paths (documents: apidocs.bithumb.com, version 2.1).</summary>
internal sealed class BithumbRest(
    Listings listings,
    CryptoTape tape,
    MarketScenes scenes,
    BithumbSocket socket,
    IClock clock,
    SimulatorOptions options
)
{
    private const int MaxCandles = 200;
    private static readonly int[] Units = [1, 3, 5, 10, 15, 30, 60, 240];
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");
    private static readonly OffsetDateTimePattern WithOffset = OffsetDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd'T'HH:mm:sso<G>"
    );
    private static readonly LocalDateTimePattern[] WithoutOffset =
    [
        Time,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss"),
    ];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/bithumb/v1/market/all", Markets);
        routes.MapGet("/bithumb/v1/ticker", Ticker);
        routes.MapGet("/bithumb/v1/candles/minutes/{unit:int=1}", (HttpContext http, int unit) => Minutes(http, unit));
        routes.MapGet("/bithumb/v1/candles/days", Days);
        routes.MapPost("/control/market", Play);
    }

    /// <summary>Changes how a market is traded, and tells those who follow it.</summary>
    private IResult Play(MarketScene scene)
    {
        if (!tape.Knows(scene.Market) || !MarketScenes.States.Contains(scene.State))
            return Results.Problem(
                $"market is one of the exchange's, state is one of {string.Join(", ", MarketScenes.States)}",
                statusCode: 400
            );
        scenes.Play(scene);
        if (scenes.Ticker(scene.Market, clock.GetCurrentInstant()) is { } ticker)
            socket.Publish(ticker);
        return Results.Json(scene);
    }

    private Task Markets(HttpContext http)
    {
        var details = http.Request.Query["isDetails"] == "true";
        return http.Json(json =>
        {
            json.WriteStartArray();
            foreach (var market in listings.Crypto)
            {
                json.WriteStartObject();
                json.WriteString("market", market.Market);
                json.WriteString("korean_name", market.KoreanName);
                json.WriteString("english_name", market.EnglishName);
                if (details)
                    json.WriteString("market_warning", scenes.Warning(market.Market));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private Task Ticker(HttpContext http)
    {
        var markets = http
            .Request.Query["markets"]
            .ToString()
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (markets.Length == 0)
            return InvalidParameter(http);
        if (!markets.All(tape.Knows))
            return NotFound(http);
        var now = clock.GetCurrentInstant();
        return http.Json(json =>
        {
            json.WriteStartArray();
            foreach (var market in markets)
                if (scenes.Ticker(market, now) is { } ticker)
                    TickerJson.WriteRest(json, ticker, now.ToUnixTimeMilliseconds());
            json.WriteEndArray();
        });
    }

    private Task Minutes(HttpContext http, int unit)
    {
        if (!Units.Contains(unit) || !TryWindow(http, out var market, out var count, out var before))
            return InvalidParameter(http);
        if (!tape.Knows(market))
            return NotFound(http);
        var candles = options.HasHistory(market) ? tape.Minutes(market, unit, count, before, clock.GetCurrentInstant()) : [];
        return http.Json(json =>
        {
            json.WriteStartArray();
            foreach (var candle in candles)
            {
                WriteCandle(json, market, candle);
                json.WriteNumber("unit", unit);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private Task Days(HttpContext http)
    {
        if (!TryWindow(http, out var market, out var count, out var before))
            return InvalidParameter(http);
        if (!tape.Knows(market))
            return NotFound(http);
        var days = tape.Days(
            market,
            options.HasHistory(market) ? count : Math.Min(count, SimulatorOptions.ShortHistoryDays),
            before,
            clock.GetCurrentInstant()
        );
        return http.Json(json =>
        {
            json.WriteStartArray();
            foreach (var (day, previous) in days)
            {
                WriteCandle(json, market, day);
                json.WriteNumber("prev_closing_price", previous);
                json.WriteNumber("change_price", Math.Round(day.Close - previous, 8));
                json.WriteNumber("change_rate", Math.Round((day.Close - previous) / previous, 10));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    /// <summary>The fields minute and day candles share; the caller ends the object.</summary>
    private static void WriteCandle(System.Text.Json.Utf8JsonWriter json, string market, Candle candle)
    {
        var start = Instant.FromUnixTimeMilliseconds(candle.StartMs);
        json.WriteStartObject();
        json.WriteString("market", market);
        json.WriteString("candle_date_time_utc", Time.Format(start.InUtc().LocalDateTime));
        json.WriteString("candle_date_time_kst", Time.Format(start.InZone(TickerJson.Seoul).LocalDateTime));
        json.WriteNumber("opening_price", candle.Open);
        json.WriteNumber("high_price", candle.High);
        json.WriteNumber("low_price", candle.Low);
        json.WriteNumber("trade_price", candle.Close);
        json.WriteNumber("timestamp", candle.LastMs);
        json.WriteNumber("candle_acc_trade_price", Math.Round(candle.Turnover, 6));
        json.WriteNumber("candle_acc_trade_volume", Math.Round(candle.Volume, 8));
    }

    /// <summary><c>to</c> is exclusive and, without an offset of its own, Seoul time.</summary>
    private bool TryWindow(HttpContext http, out string market, out int count, out long before)
    {
        var query = http.Request.Query;
        (market, count, before) = (query["market"].ToString(), 1, 0);
        if (market.Length == 0 || (query.TryGetValue("count", out var n) && !int.TryParse(n, out count)) || count is < 1 or > MaxCandles)
            return false;
        var to = query["to"].ToString();
        if (to.Length == 0)
        {
            before = clock.GetCurrentInstant().ToUnixTimeMilliseconds() + 1;
            return true;
        }
        // A plus sign that was not escaped arrives as a blank.
        if (WithOffset.Parse(to.Replace(" 0", "+0", StringComparison.Ordinal)) is { Success: true } exact)
            before = exact.Value.ToInstant().ToUnixTimeMilliseconds();
        else if (WithoutOffset.Select(p => p.Parse(to)).FirstOrDefault(r => r.Success) is { } local)
            before = local.Value.InZoneStrictly(TickerJson.Seoul).ToInstant().ToUnixTimeMilliseconds();
        else
            return false;
        return true;
    }

    private static Task InvalidParameter(HttpContext http) => Error(http, 400, "invalid_parameter", "잘못된 파라미터 입니다.");

    /// <summary>An unknown market: here the real interface's <c>name</c> is a number.</summary>
    private static Task NotFound(HttpContext http) =>
        http.Json(
            json =>
            {
                json.WriteStartObject();
                json.WriteStartObject("error");
                json.WriteNumber("name", 404);
                json.WriteString("message", "Code not found");
                json.WriteEndObject();
                json.WriteEndObject();
            },
            404
        );

    private static Task Error(HttpContext http, int status, string name, string message) =>
        http.Json(
            json =>
            {
                json.WriteStartObject();
                json.WriteStartObject("error");
                json.WriteString("name", name);
                json.WriteString("message", message);
                json.WriteEndObject();
                json.WriteEndObject();
            },
            status
        );
}
