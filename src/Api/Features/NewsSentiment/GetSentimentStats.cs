using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.NewsSentiment.Rankings;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.NewsSentiment;

public sealed record StatsRequest
{
    /// <summary>Only articles of the last days: days times 24 hours, until now.</summary>
    [QueryParam]
    public int Days { get; init; } = 7;
}

public sealed class StatsValidator : Validator<StatsRequest>
{
    public StatsValidator() => RuleFor(r => r.Days).InclusiveBetween(1, 30);
}

/// <summary>Number of articles on each side.</summary>
public sealed record MoodCounts(int Bullish, int Bearish, int Neutral);

/// <summary>Percent of the scored articles on each side, 1 decimal; null when there are none.</summary>
public sealed record MoodPercentages(decimal? Bullish, decimal? Bearish, decimal? Neutral)
{
    public static MoodPercentages Of(SentimentSummary summary) =>
        new(Percent(summary.BullishCount, summary), Percent(summary.BearishCount, summary), Percent(summary.NeutralCount, summary));

    private static decimal? Percent(int part, SentimentSummary summary) =>
        summary.ScoredCount == 0 ? null : Math.Round(100m * part / summary.ScoredCount, 1, MidpointRounding.AwayFromZero);
}

/// <summary>The market's mood.</summary>
/// <param name="Period">최근 N일.</param>
/// <param name="TotalCount">Articles, scored or not.</param>
/// <param name="TotalNews">The same.</param>
/// <param name="SentimentDistribution">Scored articles: above 0.1, below -0.1, between.</param>
/// <param name="SentimentPercentages">The same in percent of the scored ones.</param>
/// <param name="AverageSentimentScore">Mean overall score, 4 decimals; null without a scored article.</param>
/// <param name="MarketMood">긍정적 above 0.1, 부정적 below -0.1, 중립적 between, 데이터 없음 without a scored article.</param>
/// <param name="MarketMoodEmoji">The same as a picture.</param>
public sealed record SentimentStats(
    string Period,
    int TotalCount,
    int TotalNews,
    MoodCounts SentimentDistribution,
    MoodPercentages SentimentPercentages,
    decimal? AverageSentimentScore,
    string MarketMood,
    string MarketMoodEmoji
);

/// <summary>
/// GET /api/v1/market-news-sentiment/stats: the market's mood. The deployed front end also asks for it at /api/v1/market-sentiment/stats.
/// </summary>
public sealed class GetSentimentStats(SentimentAnswers answers) : Endpoint<StatsRequest, SentimentStats>
{
    public override void Configure()
    {
        Get("stats", "~/api/v1/market-sentiment/stats");
        Group<NewsSentimentGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "The market's mood";
            s.Description = "Mean overall score of the news of the last days, each article once, and how many lie on which side.";
            s.ResponseExamples[200] = new SentimentStats(
                "최근 7일",
                640,
                640,
                new MoodCounts(301, 118, 221),
                new MoodPercentages(47.0m, 18.4m, 34.5m),
                0.1123m,
                "긍정적",
                "📈"
            );
        });
    }

    public override async Task<SentimentStats> ExecuteAsync(StatsRequest request, CancellationToken ct)
    {
        var summary = await answers.SummaryAsync(new Selection(Subject.Whole) { Days = request.Days }, ct);
        var mood = Mood.OfMarket(summary.AvgSentimentScore);
        return new SentimentStats(
            Ranking.Period(request.Days),
            summary.TotalCount,
            summary.TotalCount,
            new MoodCounts(summary.BullishCount, summary.BearishCount, summary.NeutralCount),
            MoodPercentages.Of(summary),
            summary.AvgSentimentScore,
            mood.Label,
            mood.Emoji
        );
    }
}
