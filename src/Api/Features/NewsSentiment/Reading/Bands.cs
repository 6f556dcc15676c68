using System.Globalization;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Reading;

/// <summary>The bands of <see cref="Mood"/> as conditions on the column score, so that SQL and C# cannot disagree on a bound.</summary>
public static class Bands
{
    public static readonly string Bullish = $"score > {Text(Mood.Edge)}";

    public static readonly string Bearish = $"score < {Text(-Mood.Edge)}";

    public static readonly string Neutral = $"score between {Text(-Mood.Edge)} and {Text(Mood.Edge)}";

    /// <summary>Scores of one of the five labels.</summary>
    public static string Of(Mood mood)
    {
        var above = Mood.All.TakeWhile(m => m != mood).LastOrDefault();
        var conditions = new[]
        {
            mood.From is { } from ? $"score >= {Text(from)}" : null,
            above?.From is { } below ? $"score < {Text(below)}" : null,
        };
        return string.Join(" and ", conditions.OfType<string>());
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
