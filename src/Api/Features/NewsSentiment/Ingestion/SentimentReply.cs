using System.Text.Json;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Ingestion;

/// <summary>
/// An answer of the provider: {feed: [{title, url, time_published, summary, topics, ticker_sentiment, ...}]}, scores as texts or numbers.
/// </summary>
/// <param name="Articles">One an address, in the order of the answer.</param>
/// <param name="Dropped">Articles without address, title, summary or a time that can be true, withdrawn ones, and mentions that cannot be
/// true.</param>
/// <param name="Rows">Articles of the answer, good or bad: as many as requested means that there are more.</param>
/// <param name="Oldest">The earliest time in it; null when it is empty.</param>
public sealed record SentimentReply(IReadOnlyList<SentimentArticle> Articles, int Dropped, int Rows, Instant? Oldest)
{
    private const int MostAuthors = 20;

    public static readonly SentimentReply Empty = new([], 0, 0, null);

    /// <param name="root">The whole answer.</param>
    /// <param name="query">What was asked.</param>
    /// <param name="batch">The batch the articles belong to.</param>
    /// <param name="now">The moment of the call.</param>
    /// <exception cref="ProviderException">BadReply: there is no list in it.</exception>
    public static SentimentReply Read(JsonElement root, SentimentQuery query, int batch, Instant now)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("feed", out var feed) || feed.ValueKind != JsonValueKind.Array)
            throw new ProviderException(ProviderFailure.BadReply, AlphaVantageClient.Provider, $"sent no feed for {query.Params}");
        var articles = new Dictionary<string, SentimentArticle>(StringComparer.Ordinal);
        var (dropped, rows) = (0, 0);
        Instant? oldest = null;
        foreach (var row in feed.EnumerateArray())
        {
            rows++;
            if (AlphaVantageText.Time(AlphaVantageText.Text(row, "time_published")) is { } at && !(at >= oldest))
                oldest = at;
            if (Article(row, query, batch, now, ref dropped) is { } article)
                articles.TryAdd(article.Id, article);
            else
                dropped++;
        }
        return new SentimentReply([.. articles.Values], dropped, rows, oldest);
    }

    private static SentimentArticle? Article(JsonElement row, SentimentQuery query, int batch, Instant now, ref int dropped)
    {
        string? Text(string name) => AlphaVantageText.Text(row, name);
        var read = SentArticle.ReadWithAddress(
            Text("title"),
            Text("url"),
            AlphaVantageText.Time(Text("time_published")),
            Text("summary"),
            Text("source"),
            image: null,
            now
        );
        if (read is not { Url: { } url } article)
            return null;
        if (article.Text is not { } summary)
            return DroppedRows.Null<SentimentArticle>("articles without a summary");
        return new SentimentArticle
        {
            Id = ArticleKey.Of(ArticleUrl.Key(url)),
            Url = url,
            Title = article.Title,
            Summary = summary,
            Source = article.Source,
            Authors = Authors(row),
            PublishedAt = article.PublishedAt,
            Score = Within(AlphaVantageText.Number(row, "overall_sentiment_score"), -1),
            Label = AlphaVantageText.Text(row, "overall_sentiment_label"),
            Topics = Mentions(row, "topics", Topic, m => (m.Topic, m.Relevance), ref dropped),
            Tickers = Mentions(row, "ticker_sentiment", Ticker, m => (m.Ticker, m.Relevance), ref dropped),
            BatchId = batch,
            QueryType = query.Type,
            QueryParams = query.Params,
            CreatedAt = now,
            FetchedAt = now,
        };
    }

    /// <summary>The readable mentions, the most relevant first; of a name that is there twice, the more relevant.</summary>
    private static List<T> Mentions<T>(
        JsonElement row,
        string list,
        Func<JsonElement, T?> read,
        Func<T, (string Name, decimal Relevance)> rank,
        ref int dropped
    )
        where T : class
    {
        if (!row.TryGetProperty(list, out var array) || array.ValueKind != JsonValueKind.Array)
            return [];
        var good = new List<T>(array.GetArrayLength());
        foreach (var element in array.EnumerateArray())
        {
            if (read(element) is { } mention)
            {
                good.Add(mention);
                continue;
            }
            DroppedRows.Because("mentions that cannot be true");
            dropped++;
        }
        return
        [
            .. good.OrderByDescending(m => rank(m).Relevance)
                .ThenBy(m => rank(m).Name, StringComparer.Ordinal)
                .DistinctBy(m => rank(m).Name, StringComparer.Ordinal),
        ];
    }

    private static TopicMention? Topic(JsonElement row) =>
        AlphaVantageText.Text(row, "topic") is { } topic && Within(AlphaVantageText.Number(row, "relevance_score"), 0) is { } relevance
            ? new TopicMention(Topics.NameOf(topic), relevance)
            : null;

    private static TickerMention? Ticker(JsonElement row) =>
        TickerName.Of(AlphaVantageText.Text(row, "ticker")) is { } ticker
        && Within(AlphaVantageText.Number(row, "relevance_score"), 0) is { } relevance
        && Within(AlphaVantageText.Number(row, "ticker_sentiment_score"), -1) is { } score
            ? new TickerMention(ticker, relevance, score, AlphaVantageText.Text(row, "ticker_sentiment_label") ?? "")
            : null;

    private static string? Authors(JsonElement row)
    {
        if (!row.TryGetProperty("authors", out var authors) || authors.ValueKind != JsonValueKind.Array)
            return null;
        var names = authors
            .EnumerateArray()
            .Where(a => a.ValueKind == JsonValueKind.String)
            .Select(a => SentArticle.NameOf(LenientJson.Whole(a)))
            .OfType<string>();
        return string.Join(", ", names.Take(MostAuthors)) is { Length: > 0 } joined ? joined : null;
    }

    private static decimal? Within(decimal? value, decimal lowest) => value >= lowest && value <= 1 ? value : null;
}
