namespace InvestmentAssistant.Api.Features.NewsSentiment.Reading;

/// <summary>Labels that a client chose from the provider's five and our own.</summary>
public sealed record SentimentLabels
{
    private static readonly string[] s_provider = ["Bullish", "Somewhat-Bullish", "Neutral", "Somewhat-Bearish", "Bearish"];

    private SentimentLabels(IReadOnlyList<string> provider, IReadOnlyList<Mood> ours) => (Provider, Ours) = (provider, ours);

    /// <summary>The provider's, as it writes them.</summary>
    public IReadOnlyList<string> Provider { get; }

    public IReadOnlyList<Mood> Ours { get; }

    /// <summary>Message for an invalid value.</summary>
    public static string Rule { get; } =
        $"must be some of {string.Join(", ", s_provider)}, {string.Join(", ", Mood.All.Select(m => m.Label))}, with commas between";

    /// <summary>Reads "Bullish,somewhat_bullish,긍정적" in any case, with - or _; null when a label is none.</summary>
    public static SentimentLabels? Parse(string text)
    {
        var asked = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Replace('_', '-').Replace(' ', '-'))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (provider, ours) = (s_provider.Where(asked.Contains).ToList(), Mood.All.Where(m => asked.Contains(m.Label)).ToList());
        return asked.Count > 0 && provider.Count + ours.Count == asked.Count ? new SentimentLabels(provider, ours) : null;
    }

    /// <summary>Names them in caches and cursors.</summary>
    public override string ToString() => string.Join(',', Provider.Concat(Ours.Select(m => m.Label)));
}
