namespace InvestmentAssistant.Api.Features.NewsSentiment;

/// <summary>A band of scores: what the wire calls it, and where it begins.</summary>
/// <param name="Label">Wire data, Korean.</param>
/// <param name="Emoji">The same as a picture.</param>
/// <param name="From">Lowest score that belongs to it; it ends where the next one begins. Null: the lowest band.</param>
public sealed record Mood(string Label, string Emoji, decimal? From)
{
    /// <summary>A score beyond this is bullish, beyond its negative bearish; both ends are neutral.</summary>
    public const decimal Edge = 0.1m;

    /// <summary>From the highest to the lowest.</summary>
    public static readonly IReadOnlyList<Mood> All =
    [
        new("매우긍정적", "🚀", 0.3m),
        new("긍정적", "📈", 0.1m),
        new("중립적", "➡️", -0.1m),
        new("부정적", "📉", -0.3m),
        new("매우부정적", "🔻", null),
    ];

    /// <summary>An article without a score.</summary>
    public static readonly Mood Unknown = new("알 수 없음", "❓", null);

    /// <summary>A summary of nothing.</summary>
    public static readonly Mood NoData = new("데이터 없음", "❓", null);

    /// <summary>The band of a score, <paramref name="none"/> (else <see cref="Unknown"/>) without one.</summary>
    public static Mood Of(decimal? score, Mood? none = null) =>
        score is not { } value ? none ?? Unknown : All.First(m => m.From is not { } from || value >= from);

    /// <summary>The market's mood in three words, by the same edge: 긍정적, 부정적, 중립적; <see cref="NoData"/> without a score.</summary>
    public static Mood OfMarket(decimal? average) =>
        average switch
        {
            null => NoData,
            > Edge => All[1],
            < -Edge => All[3],
            _ => All[2],
        };
}
