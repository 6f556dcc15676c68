using System.Text.Json;
using InvestmentAssistant.MarketSimulator.Live;

namespace InvestmentAssistant.MarketSimulator.CoinGecko;

/// <summary>
/// CoinGecko's lists (documents: docs.coingecko.com, demo plan): what is about all coins at once. One coin's pages are in
/// <see cref="CoinPages"/>.
/// </summary>
internal sealed class CoinGeckoRest(
    CoinCatalog catalog,
    CoinPrices prices,
    CoinPages pages,
    CoinVenues venues,
    DerivativesPage derivatives,
    CoinGeckoDoor door,
    IClock clock
)
{
    private const string Root = "/coingecko/api/v3";

    public void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).AddEndpointFilter(door.AdmitAsync);
        api.MapGet("/ping", (HttpContext http) => http.Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("gecko_says", "(V3) To the Moon!");
                json.WriteEndObject();
            }));
        api.MapGet("/coins/list", List);
        api.MapGet("/coins/markets", Markets);
        api.MapGet("/global", Global);
        api.MapGet("/exchange_rates", ExchangeRates);
        api.MapGet("/derivatives", derivatives.Answer);
        api.MapGet("/coins/{id}", pages.Details);
        api.MapGet("/coins/{id}/tickers", pages.Tickers);
        api.MapGet("/coins/{id}/market_chart", pages.MarketChart);
        routes.MapPost("/control/venue", (VenueScene scene) =>
        {
            if (catalog.Find(scene.Coin) is null)
                return Results.Problem("coin is an id of the provider", statusCode: 400);
            venues.Play(scene);
            return Results.Json(scene);
        });
    }

    private Task List(HttpContext http) =>
        http.Json(json =>
        {
            json.WriteStartArray();
            foreach (var coin in catalog.Coins.OrderBy(c => c.Id, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("id", coin.Id);
                json.WriteString("symbol", coin.Symbol.ToLowerInvariant());
                json.WriteString("name", coin.Name);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });

    private Task Markets(HttpContext http)
    {
        var query = http.Request.Query;
        var size = Math.Clamp(Number("per_page", 100), 1, 250);
        var wanted = query["ids"].ToString() is { Length: > 0 } ids ? ids.Split(',').ToHashSet(StringComparer.Ordinal) : null;
        var coins = catalog
            .Coins.Where(c => wanted is null || wanted.Contains(c.Id))
            .Skip((Math.Max(1, Number("page", 1)) - 1) * size)
            .Take(size)
            .ToList();
        var now = clock.GetCurrentInstant();
        return http.Json(json =>
        {
            json.WriteStartArray();
            foreach (var coin in coins)
                WriteMarket(json, coin, now);
            json.WriteEndArray();
        });

        int Number(string name, int fallback) => int.TryParse(query[name], out var number) ? number : fallback;
    }

    private void WriteMarket(Utf8JsonWriter json, SimCoin coin, Instant now)
    {
        var state = prices.State(coin, now);
        var cap = coin.Circulating * state?.Price;
        json.WriteStartObject();
        json.WriteString("id", coin.Id);
        json.WriteString("symbol", coin.Symbol.ToLowerInvariant());
        json.WriteString("name", coin.Name);
        json.WriteString("image", CoinPages.Image(coin, "large"));
        json.Figure("current_price", state?.Price);
        json.Whole("market_cap", cap);
        json.Whole("market_cap_rank", coin.Rank);
        json.Whole("fully_diluted_valuation", coin.Total * state?.Price);
        json.Whole("total_volume", state?.Volume24H);
        json.Figure("high_24h", state?.High24H);
        json.Figure("low_24h", state?.Low24H);
        json.Figure("price_change_24h", state?.Price - state?.Ago(1));
        json.Figure("price_change_percentage_24h", CoinPages.Change(state, 1));
        json.Whole("market_cap_change_24h", cap - (cap * state?.Ago(1) / state?.Price));
        json.Figure("market_cap_change_percentage_24h", CoinPages.Change(state, 1));
        json.Figure("circulating_supply", coin.Circulating);
        json.Figure("total_supply", coin.Total);
        json.Figure("max_supply", coin.MaxSupply);
        var extremes = CoinPages.ExtremesOf(coin, state);
        json.Figure("ath", extremes?.High);
        json.Figure("ath_change_percentage", extremes?.FromHigh);
        json.WriteString("ath_date", CoinPages.Stamp(extremes?.HighAt));
        json.Figure("atl", extremes?.Low);
        json.Figure("atl_change_percentage", extremes?.FromLow);
        json.WriteString("atl_date", CoinPages.Stamp(extremes?.LowAt));
        json.WriteNull("roi");
        json.WriteString("last_updated", CoinPages.Stamp(coin.IsDead ? now - Duration.FromDays(900) : now - Duration.FromSeconds(30)));
        json.Whole("market_cap_rank_with_rehypothecated", coin.Rank);
        foreach (var (name, days) in new[] { ("24h", 1), ("7d", 7), ("30d", 30) })
            json.Figure($"price_change_percentage_{name}_in_currency", CoinPages.Change(state, days));
        json.WriteEndObject();
    }

    private Task Global(HttpContext http)
    {
        var now = clock.GetCurrentInstant();
        var states = catalog
            .Coins.Select(c => (Coin: c, State: prices.State(c, now)))
            .Where(c => c.State is not null && c.Coin.Circulating is not null)
            .Select(c =>
                (
                    c.Coin,
                    Cap: c.Coin.Circulating!.Value * c.State!.Price,
                    c.State.Volume24H,
                    Before: c.Coin.Circulating.Value * (c.State.Ago(1) ?? c.State.Price)
                )
            )
            .ToList();
        var (cap, volume, before) = (states.Sum(c => c.Cap), states.Sum(c => c.Volume24H), states.Sum(c => c.Before));
        var (bitcoin, ether, won) = (PriceOf("bitcoin"), PriceOf("ethereum"), prices.UsdKrw(now));
        return http.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("data");
            json.WriteNumber("active_cryptocurrencies", 17_397);
            json.WriteNumber("upcoming_icos", 0);
            json.WriteNumber("ongoing_icos", 49);
            json.WriteNumber("ended_icos", 3_376);
            json.WriteNumber("markets", 1_476);
            Totals(json, "total_market_cap", cap);
            Totals(json, "total_volume", volume);
            json.WriteStartObject("market_cap_percentage");
            foreach (var coin in states.OrderByDescending(c => c.Cap).Take(10))
                json.Figure(coin.Coin.Symbol.ToLowerInvariant(), coin.Cap / cap * 100);
            json.WriteEndObject();
            json.Figure("market_cap_change_percentage_24h_usd", before > 0 ? (cap - before) / before * 100 : null);
            json.WriteNumber("updated_at", now.ToUnixTimeSeconds() - 40);
            json.WriteEndObject();
            json.WriteEndObject();
        });

        double? PriceOf(string id) => prices.Usd(catalog.Find(id)!, now);

        void Totals(Utf8JsonWriter json, string name, double usd)
        {
            json.WriteStartObject(name);
            json.Figure("btc", usd / bitcoin);
            json.Figure("eth", usd / ether);
            json.Figure("krw", usd * won);
            json.Figure("usd", usd);
            json.WriteEndObject();
        }
    }

    /// <summary>Everything for one bitcoin: that is how the provider gives its rates.</summary>
    private Task ExchangeRates(HttpContext http)
    {
        var now = clock.GetCurrentInstant();
        var (bitcoin, won) = (prices.Usd(catalog.Find("bitcoin")!, now), prices.UsdKrw(now));
        return http.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("rates");
            Rate("btc", "Bitcoin", "BTC", 1, "crypto");
            Rate("usd", "US Dollar", "$", bitcoin, "fiat");
            Rate("krw", "South Korean Won", "₩", bitcoin * won, "fiat");
            json.WriteEndObject();
            json.WriteEndObject();

            void Rate(string code, string name, string unit, double? value, string type)
            {
                json.WriteStartObject(code);
                json.WriteString("name", name);
                json.WriteString("unit", unit);
                json.Figure("value", value);
                json.WriteString("type", type);
                json.WriteEndObject();
            }
        });
    }
}

internal static class CoinGeckoJson
{
    /// <summary>A figure with the few digits that the provider gives; null where there is none.</summary>
    public static void Figure(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is not { } number || !double.IsFinite(number))
            json.WriteNull(name);
        else
            json.WriteNumber(name, Rounded(number));
    }

    public static void Whole(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(name, (long)Math.Round(number));
        else
            json.WriteNull(name);
    }

    /// <summary>Eight significant digits, as a decimal that prints without an exponent.</summary>
    private static decimal Rounded(double value)
    {
        if (value == 0 || Math.Abs(value) > 1e15)
            return (decimal)value;
        var digits = Math.Clamp(7 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 18);
        return Math.Round((decimal)value, digits);
    }
}
