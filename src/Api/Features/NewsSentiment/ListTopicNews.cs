using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.NewsSentiment;

public sealed record TopicNewsRequest : RecentNewsRequest
{
    /// <summary>In either spelling: energy_transportation or Energy &amp; Transportation.</summary>
    public string Topic { get; init; } = "";
}

public sealed class TopicNewsValidator : RecentNewsRules<TopicNewsRequest>
{
    public TopicNewsValidator() => RuleFor(r => r.Topic).NotEmpty().MaximumLength(60);
}

/// <summary>News of a topic.</summary>
/// <param name="Topic">In the answers' spelling.</param>
/// <param name="TopicSentimentSummary">Of all its articles in the span.</param>
/// <param name="TotalCount">Articles of the whole list.</param>
/// <param name="Limit">Articles asked for.</param>
/// <param name="Offset">Articles left out before; 0 after a cursor.</param>
/// <param name="Page">The page that begins here, from 1.</param>
/// <param name="HasNext">Whether articles follow.</param>
/// <param name="NextCursor">Goes on after the last of these; null at the end.</param>
public sealed record TopicNews(
    string Topic,
    SentimentSummary TopicSentimentSummary,
    IReadOnlyList<NewsItem> News,
    int TotalCount,
    BatchInfo BatchInfo,
    int Limit,
    int Offset,
    int Page,
    bool HasNext,
    string? NextCursor
);

/// <summary>GET /api/v1/market-news-sentiment/topic/{topic}: what the news says of a topic.</summary>
public sealed class ListTopicNews(SentimentAnswers answers) : Endpoint<TopicNewsRequest, TopicNews>
{
    public override void Configure()
    {
        Get("topic/{topic}");
        Group<NewsSentimentGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "News of a topic";
            s.Description =
                "Newest first, with the mean of the articles' overall scores; a second mean weights each by how much of the "
                + "article is about the topic. "
                + "404 for a topic that the provider does not know and that is not held.";
            s.ResponseExamples[200] = new TopicNews(
                "Technology",
                SentimentSummary.Example,
                [NewsItem.Example],
                12,
                BatchInfo.Example,
                1,
                0,
                1,
                HasNext: true,
                "..."
            );
        });
    }

    public override async Task<TopicNews> ExecuteAsync(TopicNewsRequest request, CancellationToken ct)
    {
        var topic = await answers.TopicAsync(request.Topic, ct);
        var page = await answers.PageAsync(new Selection(topic) { Days = request.Days }, NewsOrder.NewestFirst, request, ct);
        return new TopicNews(
            topic.Name,
            page.Summary,
            page.News,
            page.Summary.TotalCount,
            page.Batch,
            page.Window.Limit,
            page.Window.Skip,
            page.Window.Page,
            page.HasNext,
            page.NextCursor
        );
    }
}
