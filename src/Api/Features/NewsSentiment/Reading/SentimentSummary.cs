namespace InvestmentAssistant.Api.Features.NewsSentiment.Reading;

/// <summary>The judgement of a set of articles, each counted once. Averages are null without a scored article, never 0.</summary>
/// <param name="AvgSentimentScore">Mean of the scores, -1 to 1, 4 decimals. A ticker's is the mean of what the articles say of that
/// ticker.</param>
/// <param name="WeightedAvgSentimentScore">The same, each score weighted by how much of its article is about the ticker or topic; null
/// where relevance has no meaning.</param>
/// <param name="SentimentLabel">매우긍정적, 긍정적, 중립적, 부정적, 매우부정적; 데이터 없음 without a scored article.</param>
/// <param name="SentimentEmoji">The same as a picture.</param>
/// <param name="TotalCount">Articles, scored or not.</param>
/// <param name="BullishCount">Scores above 0.1.</param>
/// <param name="BearishCount">Scores below -0.1.</param>
/// <param name="NeutralCount">Scores between, both ends included.</param>
/// <param name="Distribution">Scored articles by label, from 매우긍정적 to 매우부정적.</param>
public sealed record SentimentSummary(
    decimal? AvgSentimentScore,
    decimal? WeightedAvgSentimentScore,
    string SentimentLabel,
    string SentimentEmoji,
    int TotalCount,
    int BullishCount,
    int BearishCount,
    int NeutralCount,
    IReadOnlyDictionary<string, int> Distribution
)
{
    /// <summary>Articles with a score: what the average is over.</summary>
    public int ScoredCount => BullishCount + BearishCount + NeutralCount;

    internal static SentimentSummary Of(
        decimal? average,
        decimal? weighted,
        int total,
        int bullish,
        int bearish,
        int neutral,
        IEnumerable<int> bands
    )
    {
        var mood = Mood.Of(average, Mood.NoData);
        return new SentimentSummary(
            average,
            weighted,
            mood.Label,
            mood.Emoji,
            total,
            bullish,
            bearish,
            neutral,
            Mood.All.Zip(bands).ToDictionary(b => b.First.Label, b => b.Second)
        );
    }

    internal static SentimentSummary Example { get; } = Of(0.2047m, 0.1952m, 12, 7, 2, 3, [4, 3, 3, 1, 1]);
}
