using FastEndpoints;
using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Rankings;

/// <summary>A ranked ticker.</summary>
/// <param name="AvgSentimentScore">Mean of what the articles say of that ticker, -1 to 1, 4 decimals.</param>
/// <param name="SentimentLabel">매우긍정적, 긍정적, 중립적, 부정적, 매우부정적.</param>
/// <param name="MentionCount">Articles that name it, each once.</param>
/// <param name="AvgRelevanceScore">How much of them is about it, 0 to 1, 4 decimals.</param>
/// <param name="RelatedTopics">Those that most of its articles have, at most ten.</param>
/// <param name="WeightedAvgSentimentScore">The mean, weighted by relevance.</param>
/// <param name="Trend">상승, 하락 or 보합: newer half of the span against the older; 알 수 없음 when one has no score.</param>
public sealed record RankedTicker(
    string Ticker,
    decimal AvgSentimentScore,
    string SentimentLabel,
    string SentimentEmoji,
    int MentionCount,
    decimal AvgRelevanceScore,
    IReadOnlyList<string> RelatedTopics,
    decimal? WeightedAvgSentimentScore,
    string Trend
);

/// <param name="RankingPeriod">최근 N일.</param>
/// <param name="TotalTickers">Tickers with enough mentions.</param>
/// <param name="HotTickers">Highest mean first.</param>
/// <param name="ColdTickers">Lowest mean first; none of them is hot.</param>
public sealed record TickerRanking(
    string RankingPeriod,
    int TotalTickers,
    IReadOnlyList<RankedTicker> HotTickers,
    IReadOnlyList<RankedTicker> ColdTickers
);

/// <summary>GET /api/v1/market-news-sentiment/tickers/ranking: tickers that the news likes most and least.</summary>
public sealed class RankTickers(SentimentAnswers answers) : Endpoint<RankingRequest, TickerRanking>
{
    public override void Configure()
    {
        Get("tickers/ranking");
        Group<NewsSentimentGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Tickers ranked by sentiment";
            s.Description =
                "Hot: highest mean score first; cold: lowest first. No ticker is in both; when there are few, the hot ones are "
                + "taken first.";
            s.ResponseExamples[200] = new TickerRanking(
                "최근 7일",
                1,
                [new RankedTicker("NVDA", 0.2113m, "긍정적", "📈", 31, 0.4127m, ["Technology"], 0.2254m, "보합")],
                []
            );
        });
    }

    public override async Task<TickerRanking> ExecuteAsync(RankingRequest request, CancellationToken ct)
    {
        var ranking = await Ranking.ReadAsync(answers, SubjectKind.Ticker, request, ct);
        return new TickerRanking(Ranking.Period(request.Days), ranking.Total, [.. ranking.Hot.Select(Row)], [.. ranking.Cold.Select(Row)]);

        RankedTicker Row(NameFigures ticker)
        {
            var mood = Mood.Of(ticker.Score);
            return new RankedTicker(
                ticker.Name,
                ticker.Score!.Value,
                mood.Label,
                mood.Emoji,
                ticker.Count,
                ticker.Relevance!.Value,
                [.. ranking.Related[ticker.Name]],
                ticker.WeightedScore,
                Ranking.TrendOf(ticker)
            );
        }
    }
}
