using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Features.NewsSentiment.Rankings;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.NewsSentiment;

public sealed record SentimentTrendsRequest
{
    /// <summary>hourly or daily.</summary>
    [QueryParam]
    public string Interval { get; init; } = "daily";

    /// <summary>Only articles of the last days: days times 24 hours, until now.</summary>
    [QueryParam]
    public int Days { get; init; } = 7;

    /// <summary>Up to 20 tickers, with commas between.</summary>
    [QueryParam]
    public string? Tickers { get; init; }

    /// <summary>Up to 20 topics in either spelling, with commas between.</summary>
    [QueryParam]
    public string? Topics { get; init; }

    internal static IReadOnlyList<string> Names(string? list) =>
        list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}

public sealed class SentimentTrendsValidator : Validator<SentimentTrendsRequest>
{
    private const int Most = 20;

    public SentimentTrendsValidator()
    {
        RuleFor(r => r.Interval).IsOneOf("hourly", "daily");
        RuleFor(r => r.Days).InclusiveBetween(1, 30);
        RuleFor(r => r.Tickers)
            .Must(t => SentimentTrendsRequest.Names(t) is { Count: <= Most } names && names.All(TickerName.IsWellFormed))
            .WithMessage($"must be up to {Most} tickers with commas between; each {TickerName.Rule}");
        RuleFor(r => r.Topics)
            .Must(t => SentimentTrendsRequest.Names(t) is { Count: <= Most } names && names.All(n => n.Length <= 60))
            .WithMessage($"must be up to {Most} topics with commas between");
    }
}

/// <param name="TrendData">Oldest first, without empty hours or days.</param>
public sealed record TickerTrend(string Ticker, IReadOnlyList<TrendPoint> TrendData);

/// <param name="TrendData">Oldest first, without empty hours or days.</param>
public sealed record TopicTrend(string Topic, IReadOnlyList<TrendPoint> TrendData);

/// <summary>Sentiment over time.</summary>
/// <param name="Period">최근 N일.</param>
/// <param name="Interval">시간별 or 일별; hours and days are those of UTC.</param>
/// <param name="OverallTrend">All news, oldest first, without empty hours or days.</param>
/// <param name="TickerTrends">As asked for.</param>
/// <param name="TopicTrends">As asked for.</param>
public sealed record Trends(
    string Period,
    string Interval,
    IReadOnlyList<TrendPoint> OverallTrend,
    IReadOnlyList<TickerTrend> TickerTrends,
    IReadOnlyList<TopicTrend> TopicTrends
);

/// <summary>GET /api/v1/market-news-sentiment/sentiment-trends: sentiment by hour or day.</summary>
public sealed class GetSentimentTrends(SentimentAnswers answers) : Endpoint<SentimentTrendsRequest, Trends>
{
    public override void Configure()
    {
        Get("sentiment-trends");
        Group<NewsSentimentGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Sentiment over time";
            s.Description =
                "Mean score and counts by hour or day of UTC. A ticker's points go by its own scores, a topic's by the overall "
                + "scores of its articles. Hours and days "
                + "without scored news are left out; the first and the last may be cut by the span. 404 for an unknown topic.";
            var point = new TrendPoint(Instant.FromUtc(2026, 11, 23, 0, 0), 0.1204m, 96, 44, 17, 35);
            s.ResponseExamples[200] = new Trends(
                "최근 7일",
                "일별",
                [point],
                [new TickerTrend("NVDA", [point])],
                [new TopicTrend("Technology", [point])]
            );
        });
    }

    public override async Task<Trends> ExecuteAsync(SentimentTrendsRequest request, CancellationToken ct)
    {
        var topics = new List<string>();
        foreach (var topic in SentimentTrendsRequest.Names(request.Topics))
            topics.Add((await answers.TopicAsync(topic, ct)).Name);
        List<string> tickers = [.. SentimentTrendsRequest.Names(request.Tickers).Select(t => Subject.Ticker(t).Name).Distinct()];

        var ofTickers = await TrendsAsync(SubjectKind.Ticker, tickers);
        var ofTopics = await TrendsAsync(SubjectKind.Topic, topics);
        var overall = (await TrendsAsync(SubjectKind.Whole, [Subject.Whole.Name]))[Subject.Whole.Name];
        return new Trends(
            Ranking.Period(request.Days),
            request.Interval == "hourly" ? "시간별" : "일별",
            [.. overall],
            [.. tickers.Select(t => new TickerTrend(t, [.. ofTickers[t]]))],
            [.. topics.Distinct().Select(t => new TopicTrend(t, [.. ofTopics[t]]))]
        );

        Task<ILookup<string, TrendPoint>> TrendsAsync(SubjectKind kind, IReadOnlyCollection<string> names) =>
            answers.TrendsAsync(kind, names, request.Interval == "hourly", request.Days, ct);
    }
}
