using InvestmentAssistant.Api.Features.NewsSentiment.Reading;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Rankings;

/// <summary>Topics or tickers that appear together with another one in the news.</summary>
/// <param name="AnalysisType">topic_to_tickers or ticker_to_topics.</param>
/// <param name="PrimaryKey">The topic or ticker.</param>
/// <param name="RelatedItems">Most articles first.</param>
/// <param name="SentimentSummary">Of all articles of the topic or ticker.</param>
public sealed record RelatedAnswer<TItem>(
    string AnalysisType,
    string PrimaryKey,
    IReadOnlyList<TItem> RelatedItems,
    SentimentSummary SentimentSummary
);
