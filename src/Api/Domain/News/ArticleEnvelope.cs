using System.Text.RegularExpressions;

namespace InvestmentAssistant.Api.Domain.News;

/// <summary>Removes what providers put around the words of an article.</summary>
public static partial class ArticleEnvelope
{
    /// <summary>The headline without the publisher's name behind it: "Rates held - Harbor Wire". A headline that is nothing else
    /// stays.</summary>
    public static string Headline(string headline, string? publisher)
    {
        if (publisher is not { Length: > 0 } || !headline.EndsWith(publisher, StringComparison.OrdinalIgnoreCase))
            return headline;
        var rest = headline[..^publisher.Length].TrimEnd();
        return
            rest.Length > 2
            && rest[^1] is '-' or '|' or '–' or '—'
            && rest[..^1].TrimEnd() is { Length: > 0 } bare
            && bare.Length < rest.Length - 1
            ? bare
            : headline;
    }

    /// <summary>The text without the count of what was cut off: "the first words… [+2339 chars]" ends in its ellipsis.</summary>
    public static string? Content(string? text) =>
        text is null || Withdrawn(text) ? null
        : CutOff().Replace(text, "") is { Length: > 0 } words ? words
        : null;

    /// <summary>The summary; null when it only says the headline again.</summary>
    public static string? Summary(string? summary, string headline) =>
        Content(summary) is { } words && ArticleText.TitleKey(words) != ArticleText.TitleKey(headline) ? words : null;

    private static bool Withdrawn(string text) => text.Trim().Equals("[Removed]", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\s*\[\+\s?\d[\d,.]{0,12} (?:chars|characters)\]\s*\z")]
    private static partial Regex CutOff();
}
