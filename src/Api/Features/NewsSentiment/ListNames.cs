using FastEndpoints;
using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.NewsSentiment;

/// <summary>A topic that is held.</summary>
/// <param name="NewsCount">Articles, each once.</param>
/// <param name="AvgSentimentScore">Mean of the articles' overall scores, 4 decimals; null without a scored one.</param>
/// <param name="SentimentLabel">매우긍정적 ... 매우부정적, 데이터 없음.</param>
/// <param name="LatestNewsAt">Its newest article.</param>
public sealed record TopicDetail(
    string Topic,
    int NewsCount,
    decimal? AvgSentimentScore,
    string SentimentLabel,
    string SentimentEmoji,
    Instant LatestNewsAt
);

/// <summary>All topics, by name.</summary>
public sealed record TopicList(int TotalTopics, IReadOnlyList<string> Topics, IReadOnlyList<TopicDetail> TopicDetails);

/// <summary>GET /api/v1/market-news-sentiment/topics: the topics that are held.</summary>
public sealed class ListTopics(SentimentAnswers answers) : EndpointWithoutRequest<TopicList>
{
    public override void Configure()
    {
        Get("topics");
        Group<NewsSentimentGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Topics";
            s.Description = "Every topic that an article held here has, by name, with figures over all of them.";
            s.ResponseExamples[200] = new TopicList(
                1,
                ["Technology"],
                [new TopicDetail("Technology", 812, 0.1482m, "긍정적", "📈", Instant.FromUtc(2026, 11, 23, 14, 5))]
            );
        });
    }

    public override async Task<TopicList> ExecuteAsync(CancellationToken ct)
    {
        var figures = await answers.FiguresAsync(SubjectKind.Topic, days: null, ct);
        return new TopicList(figures.Count, [.. figures.Select(f => f.Name)], [.. figures.Select(Detail)]);
    }

    private static TopicDetail Detail(NameFigures figures)
    {
        var mood = Mood.Of(figures.Score, Mood.NoData);
        return new TopicDetail(figures.Name, figures.Count, figures.Score, mood.Label, mood.Emoji, figures.LatestAt);
    }
}

/// <summary>A ticker that is held.</summary>
/// <param name="MentionCount">Articles that name it, each once.</param>
/// <param name="AvgSentimentScore">Mean of what they say of it, 4 decimals.</param>
/// <param name="SentimentLabel">매우긍정적 ... 매우부정적.</param>
/// <param name="LatestNewsAt">Its newest article.</param>
public sealed record TickerDetail(
    string Ticker,
    int MentionCount,
    decimal? AvgSentimentScore,
    string SentimentLabel,
    string SentimentEmoji,
    Instant LatestNewsAt
);

/// <summary>All tickers, by name.</summary>
public sealed record TickerList(int TotalTickers, IReadOnlyList<string> Tickers, IReadOnlyList<TickerDetail> TickerDetails);

/// <summary>GET /api/v1/market-news-sentiment/tickers: the tickers that are held.</summary>
public sealed class ListTickers(SentimentAnswers answers) : EndpointWithoutRequest<TickerList>
{
    public override void Configure()
    {
        Get("tickers");
        Group<NewsSentimentGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Tickers";
            s.Description = "Every ticker that an article held here names, by name, with figures over all of them.";
            s.ResponseExamples[200] = new TickerList(
                1,
                ["NVDA"],
                [new TickerDetail("NVDA", 214, 0.2113m, "긍정적", "📈", Instant.FromUtc(2026, 11, 23, 14, 5))]
            );
        });
    }

    public override async Task<TickerList> ExecuteAsync(CancellationToken ct)
    {
        var figures = await answers.FiguresAsync(SubjectKind.Ticker, days: null, ct);
        return new TickerList(figures.Count, [.. figures.Select(f => f.Name)], [.. figures.Select(Detail)]);
    }

    private static TickerDetail Detail(NameFigures figures)
    {
        var mood = Mood.Of(figures.Score, Mood.NoData);
        return new TickerDetail(figures.Name, figures.Count, figures.Score, mood.Label, mood.Emoji, figures.LatestAt);
    }
}
