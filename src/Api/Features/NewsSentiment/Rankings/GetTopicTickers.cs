using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Rankings;

public sealed record TopicTickersRequest
{
    /// <summary>In either spelling: energy_transportation or Energy &amp; Transportation.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Only articles of the last days: days times 24 hours, until now.</summary>
    [QueryParam]
    public int Days { get; init; } = 7;

    /// <summary>Number of tickers.</summary>
    [QueryParam]
    public int Limit { get; init; } = 10;
}

public sealed class TopicTickersValidator : Validator<TopicTickersRequest>
{
    public TopicTickersValidator()
    {
        RuleFor(r => r.Topic).NotEmpty().MaximumLength(60);
        RuleFor(r => r.Days).InclusiveBetween(1, 30);
        RuleFor(r => r.Limit).IsLimit(50);
    }
}

/// <summary>A ticker in the news of a topic.</summary>
/// <param name="MentionCount">Articles of the topic that name it.</param>
/// <param name="AvgSentimentScore">Mean of what they say of that ticker, 4 decimals.</param>
/// <param name="WeightedAvgSentimentScore">The same, weighted by relevance.</param>
/// <param name="AvgRelevanceScore">How much of them is about it, 0 to 1.</param>
public sealed record TickerOfTopic(
    string Ticker,
    int MentionCount,
    decimal? AvgSentimentScore,
    decimal? WeightedAvgSentimentScore,
    decimal? AvgRelevanceScore,
    string SentimentLabel,
    string SentimentEmoji
);

/// <summary>GET /api/v1/market-news-sentiment/topic/{topic}/tickers: whom the news of a topic names.</summary>
public sealed class GetTopicTickers(SentimentAnswers answers) : Endpoint<TopicTickersRequest, RelatedAnswer<TickerOfTopic>>
{
    public override void Configure()
    {
        Get("topic/{topic}/tickers");
        Group<NewsSentimentGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Tickers of a topic";
            s.Description =
                "The tickers that the topic's articles name, most articles first, with what those articles say of each. 404 for "
                + "an unknown topic.";
            s.ResponseExamples[200] = new RelatedAnswer<TickerOfTopic>(
                "topic_to_tickers",
                "Technology",
                [new TickerOfTopic("NVDA", 31, 0.2113m, 0.2254m, 0.4127m, "긍정적", "📈")],
                SentimentSummary.Example
            );
        });
    }

    public override async Task<RelatedAnswer<TickerOfTopic>> ExecuteAsync(TopicTickersRequest request, CancellationToken ct)
    {
        var topic = await answers.TopicAsync(request.Topic, ct);
        var summary = await answers.SummaryAsync(new Selection(topic) { Days = request.Days }, ct);
        var tickers = await answers.RelatedToAsync(topic, request.Days, request.Limit, ct);
        return new RelatedAnswer<TickerOfTopic>("topic_to_tickers", topic.Name, [.. tickers.Select(Row)], summary);
    }

    private static TickerOfTopic Row(NameFigures ticker)
    {
        var mood = Mood.Of(ticker.Score, Mood.NoData);
        return new TickerOfTopic(ticker.Name, ticker.Count, ticker.Score, ticker.WeightedScore, ticker.Relevance, mood.Label, mood.Emoji);
    }
}
