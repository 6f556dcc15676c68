using FastEndpoints;
using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Rankings;

/// <summary>A ranked topic.</summary>
/// <param name="AvgSentimentScore">Mean of its articles' overall scores, -1 to 1, 4 decimals.</param>
/// <param name="NewsCount">Articles, each once.</param>
/// <param name="SentimentLabel">매우긍정적, 긍정적, 중립적, 부정적, 매우부정적.</param>
/// <param name="Trend">상승, 하락 or 보합: newer half of the span against the older; 알 수 없음 when one has no score.</param>
/// <param name="RelatedTickers">Those that most of its articles name, at most ten.</param>
/// <param name="WeightedAvgSentimentScore">The mean, weighted by how much of each article is about the topic.</param>
public sealed record RankedTopic(
    string Topic,
    decimal AvgSentimentScore,
    int NewsCount,
    string SentimentLabel,
    string SentimentEmoji,
    string Trend,
    IReadOnlyList<string> RelatedTickers,
    decimal? WeightedAvgSentimentScore
);

/// <param name="RankingPeriod">최근 N일.</param>
/// <param name="TotalTopics">Topics with enough articles.</param>
/// <param name="HotTopics">Highest mean first.</param>
/// <param name="ColdTopics">Lowest mean first; none of them is hot.</param>
public sealed record TopicRanking(
    string RankingPeriod,
    int TotalTopics,
    IReadOnlyList<RankedTopic> HotTopics,
    IReadOnlyList<RankedTopic> ColdTopics
);

/// <summary>GET /api/v1/market-news-sentiment/topics/ranking: topics that the news likes most and least.</summary>
public sealed class RankTopics(SentimentAnswers answers) : Endpoint<RankingRequest, TopicRanking>
{
    public override void Configure()
    {
        Get("topics/ranking");
        Group<NewsSentimentGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Topics ranked by sentiment";
            s.Description =
                "Hot: highest mean score first; cold: lowest first. No topic is in both; when there are few, the hot ones are taken first.";
            s.ResponseExamples[200] = new TopicRanking(
                "최근 7일",
                1,
                [new RankedTopic("Technology", 0.1482m, 812, "긍정적", "📈", "상승", ["NVDA", "MSFT"], 0.1561m)],
                []
            );
        });
    }

    public override async Task<TopicRanking> ExecuteAsync(RankingRequest request, CancellationToken ct)
    {
        var ranking = await Ranking.ReadAsync(answers, SubjectKind.Topic, request, ct);
        return new TopicRanking(Ranking.Period(request.Days), ranking.Total, [.. ranking.Hot.Select(Row)], [.. ranking.Cold.Select(Row)]);

        RankedTopic Row(NameFigures topic)
        {
            var mood = Mood.Of(topic.Score);
            return new RankedTopic(
                topic.Name,
                topic.Score!.Value,
                topic.Count,
                mood.Label,
                mood.Emoji,
                Ranking.TrendOf(topic),
                [.. ranking.Related[topic.Name]],
                topic.WeightedScore
            );
        }
    }
}
