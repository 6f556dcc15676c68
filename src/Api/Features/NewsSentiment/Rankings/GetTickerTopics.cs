using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Rankings;

public sealed record TickerTopicsRequest
{
    /// <summary>AAPL, BRK.B, CRYPTO:BTC, in any case.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Only articles of the last days: days times 24 hours, until now.</summary>
    [QueryParam]
    public int Days { get; init; } = 7;

    /// <summary>Number of topics.</summary>
    [QueryParam]
    public int Limit { get; init; } = 10;
}

public sealed class TickerTopicsValidator : Validator<TickerTopicsRequest>
{
    public TickerTopicsValidator()
    {
        RuleFor(r => r.Symbol).Must(TickerName.IsWellFormed).WithMessage(TickerName.Rule);
        RuleFor(r => r.Days).InclusiveBetween(1, 30);
        RuleFor(r => r.Limit).IsLimit(50);
    }
}

/// <summary>A topic in the news of a ticker.</summary>
/// <param name="NewsCount">Articles about the ticker that have it.</param>
/// <param name="AvgSentimentScore">Mean of what they say of the ticker, 4 decimals.</param>
/// <param name="WeightedAvgSentimentScore">The same, weighted by how much of each is about the topic.</param>
/// <param name="AvgRelevanceScore">How much of them is about the topic, 0 to 1.</param>
public sealed record TopicOfTicker(
    string Topic,
    int NewsCount,
    decimal? AvgSentimentScore,
    decimal? WeightedAvgSentimentScore,
    decimal? AvgRelevanceScore,
    string SentimentLabel,
    string SentimentEmoji
);

/// <summary>GET /api/v1/market-news-sentiment/ticker/{symbol}/topics: what the news of a ticker is about.</summary>
public sealed class GetTickerTopics(SentimentAnswers answers) : Endpoint<TickerTopicsRequest, RelatedAnswer<TopicOfTicker>>
{
    public override void Configure()
    {
        Get("ticker/{symbol}/topics");
        Group<NewsSentimentGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Topics of a ticker";
            s.Description =
                "The topics of the articles that name the ticker, most articles first, with what those articles say of the ticker.";
            s.ResponseExamples[200] = new RelatedAnswer<TopicOfTicker>(
                "ticker_to_topics",
                "NVDA",
                [new TopicOfTicker("Technology", 28, 0.2185m, 0.2301m, 0.6802m, "긍정적", "📈")],
                SentimentSummary.Example
            );
        });
    }

    public override async Task<RelatedAnswer<TopicOfTicker>> ExecuteAsync(TickerTopicsRequest request, CancellationToken ct)
    {
        var ticker = Subject.Ticker(request.Symbol);
        var summary = await answers.SummaryAsync(new Selection(ticker) { Days = request.Days }, ct);
        var topics = await answers.RelatedToAsync(ticker, request.Days, request.Limit, ct);
        return new RelatedAnswer<TopicOfTicker>("ticker_to_topics", ticker.Name, [.. topics.Select(Row)], summary);
    }

    private static TopicOfTicker Row(NameFigures topic)
    {
        var mood = Mood.Of(topic.Score, Mood.NoData);
        return new TopicOfTicker(topic.Name, topic.Count, topic.Score, topic.WeightedScore, topic.Relevance, mood.Label, mood.Emoji);
    }
}
