using FastEndpoints;
using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.NewsSentiment;

/// <summary>Counts of the stored data.</summary>
/// <param name="LatestBatchId">The newest batch; null before the first.</param>
/// <param name="CollectionDate">Its day, UTC.</param>
/// <param name="TotalTopics">Topics that an article held here has.</param>
/// <param name="TotalTickers">Tickers that an article held here names.</param>
public sealed record SentimentData(int? LatestBatchId, LocalDate? CollectionDate, int TotalTopics, int TotalTickers);

/// <summary>About this part of the interface.</summary>
public sealed record SentimentInfo(
    string ApiName,
    string Version,
    string Description,
    IReadOnlyList<string> Features,
    SentimentData DataSummary,
    IReadOnlyDictionary<string, string> Endpoints
);

/// <summary>GET /api/v1/market-news-sentiment/info: what this part offers and holds.</summary>
public sealed class GetInfo(SentimentAnswers answers) : EndpointWithoutRequest<SentimentInfo>
{
    private const string Root = NewsSentimentGroup.Prefix;

    private static readonly IReadOnlyList<string> s_features =
    [
        "기사별 감성 점수와 라벨",
        "토픽·티커별 감성 요약",
        "감성 순위",
        "시간별·일별 감성 추이",
        "페이지와 커서",
    ];

    private static readonly IReadOnlyDictionary<string, string> s_endpoints = new Dictionary<string, string>
    {
        ["news"] = $"{Root}/",
        ["latest"] = $"{Root}/latest",
        ["batch"] = $"{Root}/batch/{{batch_id}}",
        ["bullish"] = $"{Root}/bullish",
        ["bearish"] = $"{Root}/bearish",
        ["neutral"] = $"{Root}/neutral",
        ["topics"] = $"{Root}/topics",
        ["topic"] = $"{Root}/topic/{{topic}}",
        ["topic_tickers"] = $"{Root}/topic/{{topic}}/tickers",
        ["topics_ranking"] = $"{Root}/topics/ranking",
        ["tickers"] = $"{Root}/tickers",
        ["ticker"] = $"{Root}/ticker/{{symbol}}",
        ["ticker_topics"] = $"{Root}/ticker/{{symbol}}/topics",
        ["tickers_ranking"] = $"{Root}/tickers/ranking",
        ["sentiment_trends"] = $"{Root}/sentiment-trends",
        ["stats"] = $"{Root}/stats",
    };

    public override void Configure()
    {
        Get("info");
        Group<NewsSentimentGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "About news with sentiment";
            s.Description = "What these routes offer, what is held, and where everything is.";
            s.ResponseExamples[200] = Of(new SentimentData(20261124, new LocalDate(2026, 11, 24), 15, 420));
        });
    }

    public override async Task<SentimentInfo> ExecuteAsync(CancellationToken ct)
    {
        var batch = await answers.BatchInfoAsync(null, ct);
        var topics = await answers.FiguresAsync(SubjectKind.Topic, days: null, ct);
        var tickers = await answers.FiguresAsync(SubjectKind.Ticker, days: null, ct);
        return Of(new SentimentData(batch.LatestBatchId, batch.CollectionDate, topics.Count, tickers.Count));
    }

    private static SentimentInfo Of(SentimentData held) =>
        new("Market News Sentiment API", "1.0.0", "시장 뉴스의 감성 분석: 기사, 토픽, 티커별 점수와 추이", s_features, held, s_endpoints);
}
