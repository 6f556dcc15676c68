using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.NewsSentiment;

/// <summary>A window of a list as the slices read it; each puts it into its own envelope.</summary>
public sealed record NewsPage(
    SentimentSummary Summary,
    BatchInfo Batch,
    IReadOnlyList<NewsItem> News,
    Window Window,
    bool HasNext,
    string? NextCursor
);

/// <summary>Where an answer stands among the batches; a batch is what one day's run collected.</summary>
/// <param name="LatestBatchId">The newest batch; null before the first.</param>
/// <param name="BatchId">The batch that the answer is about, else the newest.</param>
/// <param name="CollectionDate">That batch's day, UTC.</param>
/// <param name="TotalBatches">How many there are.</param>
public sealed record BatchInfo(int? LatestBatchId, int? BatchId, LocalDate? CollectionDate, int TotalBatches)
{
    internal static BatchInfo Example { get; } = new(20261124, 20261124, new LocalDate(2026, 11, 24), 31);
}

/// <summary>A ticker of an article.</summary>
/// <param name="RelevanceScore">0 to 1: how much of the article is about it.</param>
/// <param name="TickerSentimentLabel">The provider's word.</param>
/// <param name="TickerSentimentScore">What the article says of it, -1 to 1.</param>
public sealed record RelatedTicker(string Ticker, decimal RelevanceScore, string TickerSentimentLabel, decimal TickerSentimentScore);

/// <summary>A topic of an article.</summary>
/// <param name="RelevanceScore">0 to 1.</param>
public sealed record RelatedTopic(string Topic, decimal RelevanceScore);

/// <summary>An article with its judgement.</summary>
/// <param name="BatchId">The latest batch that brought it.</param>
/// <param name="Authors">Names, with commas between them.</param>
/// <param name="OverallSentimentScore">Of the whole article, -1 to 1.</param>
/// <param name="OverallSentimentLabel">The provider's word: Bearish, Somewhat-Bearish, Neutral, Somewhat-Bullish, Bullish.</param>
/// <param name="QueryType">Kind of the query that brought it: topic or ticker.</param>
/// <param name="QueryParams">That query: topics=technology.</param>
/// <param name="SentimentInterpretation">매우긍정적, 긍정적, 중립적, 부정적, 매우부정적, 알 수 없음.</param>
/// <param name="SentimentEmoji">The same as a picture.</param>
/// <param name="RelatedTickers">The most relevant first.</param>
/// <param name="RelatedTopics">The most relevant first.</param>
public sealed record NewsItem(
    int BatchId,
    string Url,
    string Title,
    Instant TimePublished,
    string? Authors,
    string? Summary,
    string? Source,
    decimal? OverallSentimentScore,
    string? OverallSentimentLabel,
    string QueryType,
    string? QueryParams,
    Instant? CreatedAt,
    string? SentimentInterpretation,
    string? SentimentEmoji,
    IReadOnlyList<RelatedTicker> RelatedTickers,
    IReadOnlyList<RelatedTopic> RelatedTopics
)
{
    public static NewsItem Of(SentimentArticle article)
    {
        var mood = Mood.Of(article.Score);
        return new NewsItem(
            article.BatchId,
            article.Url,
            article.Title,
            article.PublishedAt,
            article.Authors,
            article.Summary,
            article.Source,
            article.Score,
            article.Label,
            article.QueryType,
            article.QueryParams,
            article.CreatedAt,
            mood.Label,
            mood.Emoji,
            [.. article.Tickers.Select(t => new RelatedTicker(t.Ticker, t.Relevance, t.Label, t.Score))],
            [.. article.Topics.Select(t => new RelatedTopic(t.Topic, t.Relevance))]
        );
    }

    /// <summary>For the documents.</summary>
    internal static NewsItem Example { get; } =
        new(
            20261124,
            "https://news.example/chips",
            "Chip makers raise their outlook",
            Instant.FromUtc(2026, 11, 23, 14, 5),
            "Ana Kim",
            "Three chip makers raised their outlook for the year.",
            "Example Wire",
            0.2314m,
            "Somewhat-Bullish",
            "topic",
            "topics=technology",
            Instant.FromUtc(2026, 11, 24, 0, 20),
            Mood.Of(0.2314m).Label,
            Mood.Of(0.2314m).Emoji,
            [new RelatedTicker("NVDA", 0.71m, "Somewhat-Bullish", 0.2905m)],
            [new RelatedTopic("Technology", 1m)]
        );
}

/// <summary>A list of articles.</summary>
/// <param name="TotalCount">Articles of the whole list.</param>
/// <param name="News">This window of it.</param>
/// <param name="SentimentSummary">Of the whole list.</param>
/// <param name="Limit">Articles asked for.</param>
/// <param name="Offset">Articles left out before; 0 after a cursor.</param>
/// <param name="Page">The page that begins here, from 1.</param>
/// <param name="HasNext">Whether articles follow.</param>
/// <param name="NextCursor">Goes on after the last of these; null at the end and in lists that are not ordered by time.</param>
public sealed record NewsAnswer(
    int TotalCount,
    BatchInfo BatchInfo,
    IReadOnlyList<NewsItem> News,
    SentimentSummary SentimentSummary,
    int Limit,
    int Offset,
    int Page,
    bool HasNext,
    string? NextCursor
)
{
    public static NewsAnswer Of(NewsPage page) =>
        new(
            page.Summary.TotalCount,
            page.Batch,
            page.News,
            page.Summary,
            page.Window.Limit,
            page.Window.Skip,
            page.Window.Page,
            page.HasNext,
            page.NextCursor
        );

    internal static NewsAnswer Example { get; } =
        new(1, BatchInfo.Example, [NewsItem.Example], SentimentSummary.Example, 20, 0, 1, false, null);
}
