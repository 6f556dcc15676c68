using FastEndpoints;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.NewsSentiment;

/// <summary>GET /api/v1/market-news-sentiment/latest: the newest batch.</summary>
public sealed class ListLatest(SentimentAnswers answers) : Endpoint<NewsPageRequest, NewsAnswer>
{
    public override void Configure()
    {
        Get("latest");
        Group<NewsSentimentGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "The latest batch of news with sentiment";
            s.Description = "What the newest day's run collected, newest first. Empty before the first run.";
            s.ResponseExamples[200] = NewsAnswer.Example;
        });
    }

    public override async Task<NewsAnswer> ExecuteAsync(NewsPageRequest request, CancellationToken ct)
    {
        var latest = (await answers.BatchInfoAsync(null, ct)).LatestBatchId;
        return NewsAnswer.Of(
            await answers.PageAsync(new Selection(Subject.Whole) { Batch = latest ?? 0 }, NewsOrder.NewestFirst, request, ct)
        );
    }
}
