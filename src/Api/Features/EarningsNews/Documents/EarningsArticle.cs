using System.Globalization;
using System.Text.Json.Serialization;
using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Domain.News.Index;

namespace InvestmentAssistant.Api.Features.EarningsNews.Documents;

/// <summary>On which side of a report an article lies.</summary>
public enum NewsSection
{
    /// <summary>Published before the report.</summary>
    Forecast,

    /// <summary>Published after it.</summary>
    Reaction,

    /// <summary>Published on the day of a report whose hour is not known, and neither its text nor the time says on which side.</summary>
    ReportDay,
}

/// <summary>
/// An article about a company around one of its reports. Natural key: event and address; an article about two companies is kept for each.
/// </summary>
public sealed record EarningsArticle : IIndexedArticle
{
    /// <summary>Facet of the articles about the report itself.</summary>
    public static readonly string StoryFacet = Facet.Of("kind", "story");

    /// <summary><see cref="IdOf"/> event and address.</summary>
    public required string Id { get; init; }

    /// <summary>Number of the earnings event.</summary>
    public required int EventId { get; init; }

    public required string Symbol { get; init; }

    /// <summary>The event's, New York.</summary>
    public required LocalDate ReportDate { get; init; }

    public required string Url { get; init; }

    /// <summary>The headline.</summary>
    public required string Title { get; init; }

    /// <summary>The summary, at most 1,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The whole of what the provider sent, when that is more than the summary.</summary>
    public string? Content { get; init; }

    public string? Source { get; init; }

    /// <summary>The provider's word: company.</summary>
    public string? Category { get; init; }

    /// <summary>The provider's number of the article.</summary>
    public string? ArticleId { get; init; }

    /// <summary>Address of a picture.</summary>
    public string? Image { get; init; }

    /// <summary>Symbols as the provider lists them, comma-separated.</summary>
    public string? Related { get; init; }

    public required Instant PublishedAt { get; init; }

    public required NewsSection Section { get; init; }

    /// <summary>Days from the report date to that of the article, New York; negative before the report.</summary>
    public required int DaysFromEarnings { get; init; }

    /// <summary>Whether it is of the days next to the report and its headline is about earnings.</summary>
    public required bool IsStory { get; init; }

    /// <summary>When the provider first sent it.</summary>
    public required Instant FetchedAt { get; init; }

    /// <inheritdoc />
    public string? Host => ArticleUrl.Host(Url);

    /// <inheritdoc />
    public IReadOnlyList<string> Facets =>
        [
            FacetOfSymbol(Symbol),
            FacetOfEvent(EventId),
            .. Source is null ? [] : new[] { Facet.OfSource(Source) },
            .. IsStory ? [StoryFacet] : Array.Empty<string>(),
        ];

    /// <summary>The key as a number that a JavaScript client can hold: its first 48 bits.</summary>
    [JsonIgnore]
    public long Number => long.Parse(Id.AsSpan(0, 12), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    string? IArticle.Title => Title;

    string? IArticle.Url => Url;

    public static string IdOf(int eventId, string url) =>
        ArticleKey.Of(eventId.ToString(CultureInfo.InvariantCulture), ArticleUrl.Key(url));

    public static string FacetOfSymbol(string symbol) => Facet.Of(Facet.Symbol, symbol);

    public static string FacetOfEvent(int eventId) => Facet.Of("event", eventId.ToString(CultureInfo.InvariantCulture));
}
