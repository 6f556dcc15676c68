using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;

namespace InvestmentAssistant.Api.Features.EarningsNews;

/// <summary>What the words of an article say about a report: that its results are out, that they are expected, or nothing.</summary>
public static partial class EarningsHeadline
{
    /// <summary>Reaction when it reports results, Forecast when it expects them; null when it does neither or both.</summary>
    public static NewsSection? SideOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var (told, ahead) = (Results().IsMatch(text), Ahead().IsMatch(text));
        return told == ahead ? null
            : told ? NewsSection.Reaction
            : NewsSection.Forecast;
    }

    // "beats" and "missed" report results; a bare "beat" or "miss" does so unless something like "to", "will" or "could" stands before it.
    [GeneratedRegex(
        @"\b(beats|tops|topped|misses|missed|surpass(es|ed)|exceeds|exceeded|outperformed|falls short|fell short)\b"
            + @"|(?<!\b(to|will|could|can|may|might|should|would|likely)\s+(\w+\s+){0,2})\b(beat|miss)\b"
            + @"|\b(posts|posted|reports|reported|announces|announced|delivers|delivered|unveils)\s+(\S+\s+){0,4}?"
            + @"(earnings|results|profits?|loss(es)?|revenues?|sales|eps|income|quarter|q[1-4])\b"
            + @"|\b(swings|swung) to (a )?(profit|loss)\b"
            + @"|\b(raises|raised|lifts|lifted|cuts|lowers|lowered|slashes|withdraws|reaffirms)\s+(\S+\s+){0,3}?"
            + @"(guidance|outlook|forecast)\b"
            + @"|\b(after|following|on)\s+(\S+\s+){0,2}?(earnings|results)\b"
            + @"|\bearnings call (transcript|highlights)\b|\bresults (are )?(in|out)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Results();

    [GeneratedRegex(
        @"\b(previews?|what to expect|what to watch|what to know before|heading into|ahead of|in advance of|upcoming|on deck)\b"
            + @"|\bbefore\s+(\S+\s+){0,3}?(earnings|results|report|open|bell)\b"
            + @"|\b(to|will|could|can|may|might|should|would)\s+(\w+\s+){0,2}?"
            + @"(report|post|announce|release|deliver|beat|miss|top|surpass|exceed)\b"
            + @"|\b(expected|projected|forecast|forecasted|poised|set|due|scheduled|likely|slated)\s+to\b"
            + @"|\b(analysts|wall street|the street|consensus) (expects?|sees?|projects?)\b"
            + @"|\bestimates for\b|\bexpectations for\b|\boptions (imply|price|traders)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Ahead();
}
