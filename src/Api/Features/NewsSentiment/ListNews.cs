using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.NewsSentiment;

public sealed record ListNewsRequest : RecentNewsRequest
{
    /// <summary>Overall score at or above, -1 to 1.</summary>
    [QueryParam]
    public decimal? MinSentiment { get; init; }

    /// <summary>Overall score at or below, -1 to 1.</summary>
    [QueryParam]
    public decimal? MaxSentiment { get; init; }

    /// <summary>
    /// Any of these labels, with commas between: the provider's (Bullish, Somewhat-Bullish, Neutral, Somewhat-Bearish, Bearish) or ours
    /// (매우긍정적 ...).
    /// </summary>
    [QueryParam]
    public string? SentimentLabels { get; init; }

    /// <summary>time_published or sentiment_score.</summary>
    [QueryParam]
    public string SortBy { get; init; } = "time_published";

    /// <summary>desc or asc.</summary>
    [QueryParam]
    public string Order { get; init; } = "desc";
}

public sealed class ListNewsValidator : RecentNewsRules<ListNewsRequest>
{
    public ListNewsValidator()
    {
        RuleFor(r => r.MinSentiment).InclusiveBetween(-1, 1);
        RuleFor(r => r.MaxSentiment).InclusiveBetween(-1, 1);
        RuleFor(r => r.MinSentiment).Must((r, least) => !(least > r.MaxSentiment)).WithMessage("must not be above max_sentiment");
        RuleFor(r => r.SentimentLabels)
            .Must(l => string.IsNullOrEmpty(l) || Reading.SentimentLabels.Parse(l) is not null)
            .WithMessage(Reading.SentimentLabels.Rule);
        RuleFor(r => r.SortBy).IsOneOf("time_published", "sentiment_score");
        RuleFor(r => r.Order).IsOneOf(Choices.Directions);
    }
}

/// <summary>GET /api/v1/market-news-sentiment/: judged news, filtered and ordered.</summary>
public sealed class ListNews(SentimentAnswers answers) : Endpoint<ListNewsRequest, NewsAnswer>
{
    public override void Configure()
    {
        Get("");
        Group<NewsSentimentGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "News with sentiment";
            s.Description =
                "Newest first, or by score; each article once, as its latest batch brought it. Pages by limit and offset, by "
                + "limit and page, or, in the order of "
                + "time, by cursor. Articles without a score stand last and pass no score filter.";
            s.ResponseExamples[200] = NewsAnswer.Example;
        });
    }

    public override async Task<NewsAnswer> ExecuteAsync(ListNewsRequest request, CancellationToken ct)
    {
        var selection = new Selection(Subject.Whole)
        {
            Days = request.Days,
            AtLeast = request.MinSentiment,
            AtMost = request.MaxSentiment,
            Labels = string.IsNullOrEmpty(request.SentimentLabels) ? null : Reading.SentimentLabels.Parse(request.SentimentLabels),
        };
        var order = new NewsOrder(request.SortBy == "sentiment_score" ? "score" : "published_at", request.Order == "desc");
        return NewsAnswer.Of(await answers.PageAsync(selection, order, request, ct));
    }
}
