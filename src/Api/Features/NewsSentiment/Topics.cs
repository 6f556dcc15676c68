using System.Collections.Frozen;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Features.NewsSentiment;

/// <summary>
/// The provider's topics, which it spells one way in requests and another in answers. Here they have the answers' spelling; both are
/// understood.
/// </summary>
public static class Topics
{
    private static readonly FrozenDictionary<string, string> s_names = new Dictionary<string, string>
    {
        ["blockchain"] = "Blockchain",
        ["earnings"] = "Earnings",
        ["ipo"] = "IPO",
        ["mergers_and_acquisitions"] = "Mergers & Acquisitions",
        ["financial_markets"] = "Financial Markets",
        ["economy_fiscal"] = "Economy - Fiscal",
        ["economy_monetary"] = "Economy - Monetary",
        ["economy_macro"] = "Economy - Macro",
        ["energy_transportation"] = "Energy & Transportation",
        ["finance"] = "Finance",
        ["life_sciences"] = "Life Sciences",
        ["manufacturing"] = "Manufacturing",
        ["real_estate"] = "Real Estate & Construction",
        ["retail_wholesale"] = "Retail & Wholesale",
        ["technology"] = "Technology",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> s_spellings = s_names.Values.ToFrozenDictionary(
        n => n,
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>As requests spell them.</summary>
    public static IReadOnlyCollection<string> Keys { get; } = [.. s_names.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The topic in the answers' spelling, from either; a topic that is new to us keeps the spelling it has.</summary>
    public static string NameOf(string topic) => Known(topic) ?? topic.Trim();

    public static bool IsKnown(string topic) => Known(topic) is not null;

    private static string? Known(string topic)
    {
        var typed = TextFold.Typed(topic).Trim();
        return s_names.TryGetValue(typed, out var name) || s_spellings.TryGetValue(typed, out name) ? name : null;
    }
}
