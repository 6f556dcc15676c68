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
        return http.Json(json => WriteDetails(json, coin, prices.State(coin, now), prices.UsdKrw(now), now));
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

    private static void WriteDetails(Utf8JsonWriter json, SimCoin coin, CoinState? state, double? won, Instant now)
    {
        json.WriteStartObject();
        json.WriteString("id", coin.Id);
        json.WriteString("symbol", coin.Symbol.ToLowerInvariant());
        json.WriteString("name", coin.Name);
        json.WriteString("web_slug", coin.Id);
        json.WriteString("asset_platform_id", coin.Platform);
        json.WriteNumber("block_time_in_minutes", coin.BlockMinutes);
        json.WriteString("hashing_algorithm", coin.Hashing);
        json.Texts("categories", coin.Categories);
        json.WriteBoolean("preview_listing", false);
        json.WriteNull("public_notice");
        json.WriteStartArray("additional_notices");
        json.WriteEndArray();
        json.WriteStartObject("description");
        json.WriteString("en", Description(coin));
        json.WriteEndObject();
        WriteLinks(json, coin);
        json.WriteStartObject("image");
        foreach (var size in new[] { "thumb", "small", "large" })
            json.WriteString(size, Image(coin, size));
        json.WriteEndObject();
        json.WriteString("country_origin", "");
        json.WriteString("genesis_date", coin.Genesis is { } born ? LocalDatePattern.Iso.Format(born) : null);
        json.Figure("sentiment_votes_up_percentage", 60 + (30 * coin.Dice("votes").Uniform()));
        json.Whole("market_cap_rank", coin.Rank);
        WriteMarketData(json, coin, state, won, now);
        WritePeople(json, coin);
        json.WriteString("last_updated", Stamp(now - Duration.FromSeconds(45)));
        json.WriteEndObject();
    }

    /// <summary>Only what the other fields say; a made-up history would be taken for a true one.</summary>
    private static string Description(SimCoin coin) =>
        $"{coin.Name} ({coin.Symbol}) is listed by CoinGecko under {string.Join(", ", coin.Categories)}."
        + (coin.Platform is null ? $" It runs on a chain of its own." : $" It is a token on {coin.Platform}.")
        + (coin.Genesis is { } born ? string.Create(CultureInfo.InvariantCulture, $" It has existed since {born.Year}.") : "")
        + " (Text of the simulated provider.)";

    private static void WriteLinks(Utf8JsonWriter json, SimCoin coin)
    {
        json.WriteStartObject("links");
        json.Texts("homepage", [coin.Homepage ?? "", "", ""]);
        json.WriteString("whitepaper", coin.Whitepaper ?? "");
        json.Texts(
            "blockchain_site",
            coin.Platform is null
                ? [$"https://explorer.{coin.Id}.example/", ""]
                : [$"https://explorer.{coin.Platform}.example/token/{coin.Id}", ""]
        );
        json.Texts("official_forum_url", [""]);
        json.Texts("chat_url", [""]);
        json.WriteString("twitter_screen_name", coin.Twitter ?? "");
        json.WriteString("facebook_username", "");
        json.WriteString("telegram_channel_identifier", coin.Telegram ?? "");
        json.WriteString("subreddit_url", coin.Subreddit is { } reddit ? $"https://www.reddit.com/r/{reddit}/" : "https://www.reddit.com");
        json.WriteStartObject("repos_url");
        json.Texts("github", coin.Github is { } github ? ["https://github.com/" + github] : []);
        json.Texts("bitbucket", []);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMarketData(Utf8JsonWriter json, SimCoin coin, CoinState? state, double? won, Instant now)
    {
        var extremes = ExtremesOf(coin, state);
        json.WriteStartObject("market_data");
        Money("current_price", state?.Price);
        json.WriteNull("total_value_locked");
        Money("ath", extremes?.High);
        Money("ath_change_percentage", extremes?.FromHigh, convert: false);
        Dates("ath_date", extremes?.HighAt);
        Money("atl", extremes?.Low);
        Money("atl_change_percentage", extremes?.FromLow, convert: false);
        Dates("atl_date", extremes?.LowAt);
        Money("market_cap", state?.Price * coin.Circulating);
        json.Whole("market_cap_rank", coin.Rank);
        Money("fully_diluted_valuation", state?.Price * coin.Total);
        Money("total_volume", state?.Volume24H);
        Money("high_24h", state?.High24H);
        Money("low_24h", state?.Low24H);
        json.Figure("price_change_24h", state?.Price - state?.Ago(1));
        foreach (var (name, days) in new[] { ("24h", 1), ("7d", 7), ("14d", 14), ("30d", 30) })
            json.Figure("price_change_percentage_" + name, Change(state, days));
        json.Figure("market_cap_change_percentage_24h", Change(state, 1));
        json.Figure("total_supply", coin.Total);
        json.Figure("max_supply", coin.MaxSupply);
        json.WriteBoolean("max_supply_infinite", coin.MaxSupply is null);
        json.Figure("circulating_supply", coin.Circulating);
        json.WriteString("last_updated", Stamp(now - Duration.FromSeconds(45)));
        json.WriteEndObject();

        void Money(string name, double? usd, bool convert = true)
        {
            json.WriteStartObject(name);
            if (usd is not null)
            {
                json.Figure("krw", convert ? usd * won : usd);
                json.Figure("usd", usd);
            }
            json.WriteEndObject();
        }

        void Dates(string name, Instant? at)
        {
            json.WriteStartObject(name);
            if (at is not null)
                json.WriteString("usd", Stamp(at));
            json.WriteEndObject();
        }
    }

    /// <summary>
    /// The larger a coin, the more people and commits, give or take a factor of three; without a repository or channel there is nothing to
    /// count.
    /// </summary>
    private static void WritePeople(Utf8JsonWriter json, SimCoin coin)
    {
        var dice = coin.Dice("people");
        var size = 1.0 / Math.Sqrt(coin.Rank ?? 900);
        double About(double most) => Math.Round(most * size * Math.Exp(1.1 * ((2 * dice.Uniform()) - 1)));

        json.WriteStartObject("community_data");
        json.WriteNull("facebook_likes");
        json.Figure("reddit_average_posts_48h", coin.Subreddit is null ? null : About(20));
        json.Figure("reddit_average_comments_48h", coin.Subreddit is null ? null : About(400));
        json.Whole("reddit_subscribers", coin.Subreddit is null ? null : About(3_000_000));
        json.Whole("telegram_channel_user_count", coin.Telegram is null ? null : About(500_000));
        json.WriteEndObject();

        var has = coin.Github is not null;
        json.WriteStartObject("developer_data");
        var issues = About(9_000);
        json.Whole("forks", has ? About(40_000) : null);
        json.Whole("stars", has ? About(80_000) : null);
        json.Whole("subscribers", has ? About(4_000) : null);
        json.Whole("total_issues", has ? issues : null);
        json.Whole("closed_issues", has ? Math.Round(issues * (0.55 + (0.43 * dice.Uniform()))) : null);
        json.Whole("pull_requests_merged", has ? About(12_000) : null);
        json.Whole("pull_request_contributors", has ? About(900) : null);
        var days = Enumerable.Range(0, 28).Select(_ => has ? (int)(About(60) / 4) : 0).ToList();
        json.WriteStartObject("code_additions_deletions_4_weeks");
        json.Whole("additions", has ? About(9_000) : null);
        json.Whole("deletions", has ? -About(6_000) : null);
        json.WriteEndObject();
        json.Whole("commit_count_4_weeks", has ? days.Sum() : null);
        json.WriteStartArray("last_4_weeks_commit_activity_series");
        foreach (var commits in has ? days : [])
            json.WriteNumberValue(commits);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

internal static class JsonTexts
{
    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
