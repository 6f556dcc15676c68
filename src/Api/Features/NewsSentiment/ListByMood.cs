using FastEndpoints;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.NewsSentiment;

/// <summary>Articles whose overall score lies on one side of the market.</summary>
public abstract class ListByMood(string mood, string scores, string band, SentimentAnswers answers)
    : Endpoint<RecentNewsRequest, NewsAnswer>
{
    public override void Configure()
    {
        Get(mood);
        Group<NewsSentimentGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = $"{char.ToUpperInvariant(mood[0])}{mood[1..]} news";
            s.Description = $"Articles with an overall score {scores}, newest first.";
            s.ResponseExamples[200] = NewsAnswer.Example;
        });
    }

    public override async Task<NewsAnswer> ExecuteAsync(RecentNewsRequest request, CancellationToken ct) =>
        NewsAnswer.Of(
            await answers.PageAsync(new Selection(Subject.Whole) { Days = request.Days, Band = band }, NewsOrder.NewestFirst, request, ct)
        );
}

/// <summary>GET /api/v1/market-news-sentiment/bullish.</summary>
public sealed class ListBullish(SentimentAnswers answers) : ListByMood("bullish", "above 0.1", Bands.Bullish, answers);

/// <summary>GET /api/v1/market-news-sentiment/bearish.</summary>
public sealed class ListBearish(SentimentAnswers answers) : ListByMood("bearish", "below -0.1", Bands.Bearish, answers);

/// <summary>GET /api/v1/market-news-sentiment/neutral.</summary>
public sealed class ListNeutral(SentimentAnswers answers)
    : ListByMood("neutral", "from -0.1 to 0.1, both ends included", Bands.Neutral, answers);
