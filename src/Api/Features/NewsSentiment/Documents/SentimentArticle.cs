using InvestmentAssistant.Api.Domain.News;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Documents;

/// <summary>
/// An article with the provider's judgement of it. Natural key: its address, so that an article which several queries or batches bring is
/// one document and counts once; the latest batch wins. Its mentions are in <see cref="Mentions"/> too, where it can be averaged.
/// </summary>
public sealed record SentimentArticle : IArticle
{
    /// <summary><see cref="ArticleKey"/> of the address.</summary>
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public string? Source { get; init; }

    /// <summary>Names, with commas between them.</summary>
    public string? Authors { get; init; }

    public required Instant PublishedAt { get; init; }

    /// <summary>Score of the whole article, -1 to 1; null when the provider sends none.</summary>
    public decimal? Score { get; init; }

    /// <summary>The provider's word for it: Bearish, Somewhat-Bearish, Neutral, Somewhat-Bullish, Bullish.</summary>
    public string? Label { get; init; }

    /// <summary>Topics of the article, the most relevant first.</summary>
    public IReadOnlyList<TopicMention> Topics { get; init; } = [];

    /// <summary>The instruments it mentions, the most relevant first.</summary>
    public IReadOnlyList<TickerMention> Tickers { get; init; } = [];

    /// <summary>The latest batch that brought it.</summary>
    public required int BatchId { get; init; }

    /// <summary>Kind of the query that brought it: topic or ticker.</summary>
    public required string QueryType { get; init; }

    /// <summary>That query's parameters: topics=technology.</summary>
    public required string QueryParams { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>When it last came, changed or in a new batch.</summary>
    public required Instant FetchedAt { get; init; }

    string? IArticle.Title => Title;

    string? IArticle.Description => Summary;

    string? IArticle.Url => Url;
}

/// <summary>A topic of an article.</summary>
/// <param name="Topic">As the provider writes it in answers: Energy &amp; Transportation.</param>
/// <param name="Relevance">0 to 1.</param>
public sealed record TopicMention(string Topic, decimal Relevance);

/// <summary>A stock, coin or currency that an article mentions.</summary>
/// <param name="Ticker">AAPL, BRK.B, CRYPTO:BTC, FOREX:USD.</param>
/// <param name="Relevance">0 to 1: how much of the article is about it.</param>
/// <param name="Score">What the article says of it, -1 to 1; not the article's own score.</param>
/// <param name="Label">The provider's word for the score.</param>
public sealed record TickerMention(string Ticker, decimal Relevance, decimal Score, string Label);
