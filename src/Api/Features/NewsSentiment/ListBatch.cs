using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.NewsSentiment;

public sealed record BatchNewsRequest : NewsPageRequest
{
    /// <summary>The batch's number, its day: 20261124.</summary>
    public int BatchId { get; init; }
}

public sealed class BatchNewsValidator : NewsPageRules<BatchNewsRequest>
{
    public BatchNewsValidator() => RuleFor(r => r.BatchId).GreaterThan(0);
}

/// <summary>GET /api/v1/market-news-sentiment/batch/{batch_id}: one batch.</summary>
public sealed class ListBatch(SentimentAnswers answers) : Endpoint<BatchNewsRequest, NewsAnswer>
{
    public override void Configure()
    {
        Get("batch/{batch_id}");
        Group<NewsSentimentGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "One batch of news with sentiment";
            s.Description =
                "What one day's run collected, newest first; an article that a later run brought again is in that later batch. "
                + "404 for a batch that is not held.";
            s.ResponseExamples[200] = NewsAnswer.Example;
        });
    }

    public override async Task<NewsAnswer> ExecuteAsync(BatchNewsRequest request, CancellationToken ct) =>
        NewsAnswer.Of(
            await answers.PageAsync(new Selection(Subject.Whole) { Batch = request.BatchId }, NewsOrder.NewestFirst, request, ct)
        );
}
