using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.MarketSimulator.Live;
using NodaTime.Text;

namespace InvestmentAssistant.MarketSimulator.CoinGecko;

/// <summary>Highest and lowest price ever, USD, and how far the present one is from them, percent.</summary>
internal sealed record Extremes(double High, Instant HighAt, double FromHigh, double Low, Instant LowAt, double FromLow);

/// <summary>One coin's pages: details, tickers, market chart.</summary>
internal sealed class CoinPages(CoinCatalog catalog, CoinPrices prices, CoinVenues venues, IClock clock)
{
    private static readonly InstantPattern Milliseconds = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");
    private static readonly InstantPattern Seconds = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss'+00:00'");

    public static string Image(SimCoin coin, string size) =>
        string.Create(CultureInfo.InvariantCulture, $"https://coin-images.coingecko.com/coins/images/{coin.Number}/{size}/{coin.Id}.png");

    public static string? Stamp(Instant? at) => at is { } instant ? Milliseconds.Format(instant) : null;

    /// <summary>Percent against the price of some days ago.</summary>
    public static double? Change(CoinState? state, int days) =>
        state?.Ago(days) is { } then and > 0 ? (state.Price - then) / then * 100 : null;

    public static Extremes? ExtremesOf(SimCoin coin, CoinState? state)
    {
        if (state is null)
            return null;
        var dice = coin.Dice("extremes");
        var stable = coin.Categories.Contains("Stablecoins");
        var high = Math.Max(coin.LevelUsd * (stable ? 1.05 : 1.4 + (3 * dice.Uniform())), state.Price * 1.01);
        var low = Math.Min(coin.LevelUsd * (stable ? 0.92 : 0.4 * Math.Pow(dice.Uniform() + 0.001, 2)), state.Price * 0.99);
        Instant At(int year) => Instant.FromUtc(year, 1, 1, 0, 0) + Duration.FromMinutes(Math.Floor(dice.Uniform() * 500_000));
        return new Extremes(high, At(2024), (state.Price - high) / high * 100, low, At(2019), (state.Price - low) / low * 100);
    }

    public Task Details(HttpContext http, string id)
    {
        if (catalog.Find(id) is not { } coin)
            return NotFound(http);
        var now = clock.GetCurrentInstant();
        return http.Json(json => CoinDetailsPage.Write(json, coin, prices.State(coin, now), prices.UsdKrw(now), now));
    }

    public Task Tickers(HttpContext http, string id)
    {
        if (catalog.Find(id) is not { } coin)
            return NotFound(http);
        var wanted = http.Request.Query["exchange_ids"].ToString() is { Length: > 0 } ids
            ? ids.Split(',').ToHashSet(StringComparer.Ordinal)
            : null;
        var page = int.TryParse(http.Request.Query["page"], out var number) ? Math.Max(1, number) : 1;
        var now = clock.GetCurrentInstant();
        var rows = venues
            .Of(coin, now)
            .Where(t => wanted is null || wanted.Contains(t.Identifier))
            .Skip((page - 1) * 100)
            .Take(100)
            .ToList();
        var bitcoin = prices.Usd(catalog.Find("bitcoin")!, now);
        var cap = coin.Circulating * prices.State(coin, now)?.Price;
        return http.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("name", coin.Name);
            json.WriteStartArray("tickers");
            foreach (var row in rows)
                WriteTicker(json, coin, row, bitcoin, cap, now);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>Hourly for 2 to 90 days, as the provider chooses by itself; daily beyond that is not played.</summary>
    public Task MarketChart(HttpContext http, string id)
    {
        if (catalog.Find(id) is not { } coin)
            return NotFound(http);
        var days = int.TryParse(http.Request.Query["days"], out var number) ? Math.Clamp(number, 2, 90) : 30;
        var points = prices.Hourly(coin, days, clock.GetCurrentInstant());
        return http.Json(json =>
        {
            json.WriteStartObject();
            Write("prices", p => p.Price);
            Write("market_caps", p => p.Price * (coin.Circulating ?? 0));
            Write("total_volumes", p => p.Volume24H);
            json.WriteEndObject();

            void Write(string name, Func<(Instant At, double Price, double Volume24H), double> value)
            {
                json.WriteStartArray(name);
                foreach (var point in points)
                {
                    json.WriteStartArray();
                    // The provider's hours come some seconds late.
                    json.WriteNumberValue(
                        point.At.ToUnixTimeMilliseconds()
                            + 3_000
                            + (long)(20_000 * coin.Dice("late", (ulong)point.At.ToUnixTimeSeconds()).Uniform())
                    );
                    json.WriteNumberValue(value(point));
                    json.WriteEndArray();
                }
                json.WriteEndArray();
            }
        });
    }

    private static Task NotFound(HttpContext http) =>
        http.Json(
            json =>
            {
                json.WriteStartObject();
                json.WriteString("error", "coin not found");
                json.WriteEndObject();
            },
            404
        );

    private static void WriteTicker(Utf8JsonWriter json, SimCoin coin, VenueTicker row, double? bitcoin, double? cap, Instant now)
    {
        json.WriteStartObject();
        json.WriteString("base", coin.Symbol);
        json.WriteString("target", row.Target);
        json.WriteStartObject("market");
        json.WriteString("name", row.Name);
        json.WriteString("identifier", row.Identifier);
        json.WriteBoolean("has_trading_incentive", false);
        json.WriteEndObject();
        json.Figure("last", row.Last);
        json.Figure("volume", row.Volume);
        json.WriteStartObject("converted_last");
        json.Figure("btc", row.Usd / bitcoin);
        json.Figure("usd", row.Usd);
        json.WriteEndObject();
        json.WriteStartObject("converted_volume");
        json.Figure("btc", row.Usd * row.Volume / bitcoin);
        json.Whole("usd", row.Usd * row.Volume);
        json.WriteEndObject();
        json.WriteString("trust_score", row.TrustScore);
        json.Figure("bid_ask_spread_percentage", row.Spread);
        json.WriteString("timestamp", Seconds.Format(row.At));
        json.WriteString("last_traded_at", Seconds.Format(row.At));
        json.WriteString("last_fetch_at", Seconds.Format(now - Duration.FromSeconds(15)));
        json.WriteBoolean("is_anomaly", row.IsAnomaly);
        json.WriteBoolean("is_stale", row.IsStale);
        json.WriteString("trade_url", $"https://www.{row.Identifier}.com/trade/{coin.Symbol}_{row.Target}");
        json.WriteNull("token_info_url");
        json.WriteString("coin_id", coin.Id);
        if (row.Target == "USDT")
            json.WriteString("target_coin_id", "tether");
        json.Figure("coin_mcap_usd", cap);
        json.WriteEndObject();
    }
}
