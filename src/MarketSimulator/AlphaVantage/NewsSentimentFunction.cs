using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.MarketSimulator.Live;
using Microsoft.Extensions.Primitives;
using NodaTime.Text;

namespace InvestmentAssistant.MarketSimulator.AlphaVantage;

/// <summary>
/// NEWS_SENTIMENT: several tickers or topics mean articles that have all of them; time_from and time_to are minutes of UTC; sort LATEST,
/// EARLIEST or RELEVANCE; limit 50, at most 1,000. A year reaches back. An empty result looks like a refusal, as with the real provider.
/// </summary>
internal sealed class NewsSentimentFunction(JudgedNews news, IClock clock) : IAlphaVantageFunction
{
    private const int DaysOfNews = 365;

    private const string NothingFound =
        "No articles found. Please adjust the time range or refer to the API documentation "
        + "https://www.alphavantage.co/documentation#newsapi and try again.";

    private const string Invalid =
        "Invalid inputs. Please refer to the API documentation https://www.alphavantage.co/documentation#newsapi and try again.";

    /// <summary>The spelling of answers, by that of requests.</summary>
    private static readonly Dictionary<string, string> Topics = new()
    {
        ["blockchain"] = "Blockchain",
        ["earnings"] = "Earnings",
        ["ipo"] = "IPO",
        ["mergers_and_acquisitions"] = "Mergers & Acquisitions",
        ["financial_markets"] = "Financial Markets",
        ["economy_fiscal"] = "Economy - Fiscal",
        ["economy_monetary"] = "Economy - Monetary",
        ["economy_macro"] = "Economy - Macro",
        ["energy_transportation"] = "Energy & Transportation",
        ["finance"] = "Finance",
        ["life_sciences"] = "Life Sciences",
        ["manufacturing"] = "Manufacturing",
        ["real_estate"] = "Real Estate & Construction",
        ["retail_wholesale"] = "Retail & Wholesale",
        ["technology"] = "Technology",
    };

    private static readonly InstantPattern Minutes = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmm");
    private static readonly InstantPattern Seconds = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    public string Name => "NEWS_SENTIMENT";

    public Task AnswerAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var now = clock.GetCurrentInstant();
        var (tickers, topics) = (List(query["tickers"]), List(query["topics"]));
        var limit = query["limit"].ToString() is { Length: > 0 } text
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
                ? asked
                : 0
            : 50;
        var sort = query["sort"].ToString() is { Length: > 0 } order ? order : "LATEST";
        if (
            !TryTime(query["time_from"], now - Duration.FromDays(DaysOfNews), out var from)
            || !TryTime(query["time_to"], now, out var to)
            || from > to
            || limit is < 1 or > 1000
            || sort is not ("LATEST" or "EARLIEST" or "RELEVANCE")
            || !topics.All(Topics.ContainsKey)
        )
            return Say(http, Invalid);
        var found = Find(tickers, topics, Instant.Max(from, now - Duration.FromDays(DaysOfNews)), Instant.Min(to, now), sort, limit);
        return found.Count == 0 ? Say(http, NothingFound) : http.Json(json => Write(json, found));
    }

    private List<JudgedArticle> Find(string[] tickers, string[] topics, Instant from, Instant to, string sort, int limit)
    {
        var (first, last) = (from.InUtc().Date, to.InUtc().Date);
        var days = Enumerable.Range(0, Math.Max(0, Period.DaysBetween(first, last)) + 1).Select(first.PlusDays);
        // The newest days first, so that no day is made that the limit cuts off.
        var articles = (sort == "EARLIEST" ? days.SelectMany(news.OfDay) : days.Reverse().SelectMany(d => news.OfDay(d).Reverse())).Where(
            a => a.At >= from && a.At <= to && Array.TrueForAll(tickers, a.IsAbout) && Array.TrueForAll(topics, a.HasTopic)
        );
        return [.. (sort == "RELEVANCE" ? articles.OrderByDescending(a => Relevance(a, tickers, topics)) : articles).Take(limit)];
    }

    private static double Relevance(JudgedArticle article, string[] tickers, string[] topics) =>
        article.Tickers.Where(t => tickers.Contains(t.Ticker)).Sum(t => t.Relevance)
        + article.Topics.Where(t => topics.Contains(t.Key)).Sum(t => t.Relevance);

    private static void Write(Utf8JsonWriter json, List<JudgedArticle> articles)
    {
        json.WriteStartObject();
        json.WriteString("items", articles.Count.ToString(CultureInfo.InvariantCulture));
        json.WriteString(
            "sentiment_score_definition",
            "x <= -0.35: Bearish; -0.35 < x <= -0.15: Somewhat-Bearish; -0.15 < x < 0.15: Neutral; 0.15 <= x < 0.35: "
                + "Somewhat_Bullish; x >= 0.35: Bullish"
        );
        json.WriteString("relevance_score_definition", "0 < x <= 1, with a higher score indicating higher relevance.");
        json.WriteStartArray("feed");
        foreach (var article in articles)
            Write(json, article);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, JudgedArticle article)
    {
        json.WriteStartObject();
        json.WriteString("title", article.Title);
        json.WriteString("url", article.Url);
        json.WriteString("time_published", Seconds.Format(article.At));
        json.WriteStartArray("authors");
        json.WriteStringValue(article.Author);
        json.WriteEndArray();
        json.WriteString("summary", article.Summary);
        json.WriteString("banner_image", $"https://images.{article.Host}/banner.jpg");
        json.WriteString("source", article.Source);
        json.WriteString("category_within_source", "n/a");
        json.WriteString("source_domain", $"www.{article.Host}");
        json.WriteStartArray("topics");
        foreach (var topic in article.Topics)
        {
            json.WriteStartObject();
            json.WriteString("topic", Topics[topic.Key]);
            json.WriteString("relevance_score", Text(topic.Relevance));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("overall_sentiment_score", Math.Round((decimal)article.Score, 6));
        json.WriteString("overall_sentiment_label", Label(article.Score));
        json.WriteStartArray("ticker_sentiment");
        foreach (var ticker in article.Tickers)
        {
            json.WriteStartObject();
            // Classes of a share are written with a hyphen here.
            json.WriteString("ticker", ticker.Ticker.Replace('.', '-'));
            json.WriteString("relevance_score", Text(ticker.Relevance));
            json.WriteString("ticker_sentiment_score", Text(ticker.Score));
            json.WriteString("ticker_sentiment_label", Label(ticker.Score));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Task Say(HttpContext http, string sentence) =>
        http.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("Information", sentence);
            json.WriteEndObject();
        });

    private static string Label(double score) =>
        score switch
        {
            <= -0.35 => "Bearish",
            <= -0.15 => "Somewhat-Bearish",
            < 0.15 => "Neutral",
            < 0.35 => "Somewhat-Bullish",
            _ => "Bullish",
        };

    private static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static string[] List(StringValues values) =>
        [
            .. values
                .ToString()
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(v => v.Replace('-', '.')),
        ];

    private static bool TryTime(string? text, Instant otherwise, out Instant time)
    {
        time = otherwise;
        if (string.IsNullOrEmpty(text))
            return true;
        var parsed = Minutes.Parse(text);
        if (parsed.Success)
            time = parsed.Value;
        return parsed.Success;
    }
}
