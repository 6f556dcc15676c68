using InvestmentAssistant.Api.Platform.Http.Paging;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Domain.News.Index;

/// <summary>Which articles, in which order.</summary>
public sealed record ArticleQuery
{
    /// <summary>Words to find, as typed; null or blank for all articles.</summary>
    public string? Text { get; init; }

    /// <summary>Name of the parameter that <see cref="Text"/> came in, for a refusal.</summary>
    public string TextParameter { get; init; } = "q";

    /// <summary>An article has one facet of each of these sets.</summary>
    public IReadOnlyList<IReadOnlyList<string>> AnyOf { get; init; } = [];

    /// <summary>An article has none of these facets.</summary>
    public IReadOnlyList<string> NoneOf { get; init; } = [];

    /// <summary>First moment of publication.</summary>
    public Instant? From { get; init; }

    /// <summary>Last moment of publication, included.</summary>
    public Instant? To { get; init; }

    /// <summary>Best match first instead of newest first; without words there is no match to compare.</summary>
    public bool ByRank { get; init; }

    /// <summary>Everything that chooses or orders the rows, in one spelling: names the list for cursors and caches.</summary>
    internal string Key =>
        string.Join(
            '\u001f',
            SearchText.Clean(Text),
            string.Join('\u001e', AnyOf.Select(s => string.Join('\u001d', s.Order(StringComparer.Ordinal)))),
            string.Join('\u001d', NoneOf.Order(StringComparer.Ordinal)),
            Iso(From),
            Iso(To),
            ByRank
        );

    private static string Iso(Instant? at) => at is { } instant ? InstantPattern.ExtendedIso.Format(instant) : "";
}

/// <summary>An article of a list.</summary>
/// <param name="Article">The document.</param>
/// <param name="Title">Its title with found words in &lt;mark&gt;, as HTML; null without words to find.</param>
/// <param name="Snippet">The part of its text around found words, marked likewise; null without words to find.</param>
/// <param name="Rank">How well it matches; null without words to find.</param>
public sealed record ArticleHit<TArticle>(TArticle Article, string? Title, string? Snippet, double? Rank);

/// <summary>A part of a list of articles.</summary>
/// <param name="Total">How many articles there are in all; of a search at most <see cref="ArticleRows{TArticle}.CountedMatches"/>.</param>
/// <param name="TotalIsExact">False when there are more than were counted.</param>
/// <param name="Hits">In order.</param>
/// <param name="Window">Where they stand.</param>
/// <param name="HasNext">Whether more follow.</param>
/// <param name="NextCursor">Goes on after the last of them; null at the end.</param>
public sealed record ArticleList<TArticle>(
    int Total,
    bool TotalIsExact,
    IReadOnlyList<ArticleHit<TArticle>> Hits,
    Window Window,
    bool HasNext,
    string? NextCursor
);
