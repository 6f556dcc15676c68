using System.Globalization;
using System.Text.Json;
using NodaTime.Text;

namespace InvestmentAssistant.MarketSimulator.CoinGecko;

/// <summary>The body of one coin's details.</summary>
internal static class CoinDetailsPage
{
    public static void Write(Utf8JsonWriter json, SimCoin coin, CoinState? state, double? won, Instant now)
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
            json.WriteString(size, CoinPages.Image(coin, size));
        json.WriteEndObject();
        json.WriteString("country_origin", "");
        json.WriteString("genesis_date", coin.Genesis is { } born ? LocalDatePattern.Iso.Format(born) : null);
        json.Figure("sentiment_votes_up_percentage", 60 + (30 * coin.Dice("votes").Uniform()));
        json.Whole("market_cap_rank", coin.Rank);
        WriteMarketData(json, coin, state, won, now);
        WritePeople(json, coin);
        json.WriteString("last_updated", CoinPages.Stamp(now - Duration.FromSeconds(45)));
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
        var extremes = CoinPages.ExtremesOf(coin, state);
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
            json.Figure("price_change_percentage_" + name, CoinPages.Change(state, days));
        json.Figure("market_cap_change_percentage_24h", CoinPages.Change(state, 1));
        json.Figure("total_supply", coin.Total);
        json.Figure("max_supply", coin.MaxSupply);
        json.WriteBoolean("max_supply_infinite", coin.MaxSupply is null);
        json.Figure("circulating_supply", coin.Circulating);
        json.WriteString("last_updated", CoinPages.Stamp(now - Duration.FromSeconds(45)));
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
                json.WriteString("usd", CoinPages.Stamp(at));
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
