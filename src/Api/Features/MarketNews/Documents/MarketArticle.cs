using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Domain.News.Index;

namespace InvestmentAssistant.Api.Features.MarketNews.Documents;

/// <summary>
/// An article of the general press. Natural key: publisher and address; an article that comes again replaces what was held, and what it was
/// found by is gathered.
/// </summary>
public sealed record MarketArticle : IIndexedArticle
{
    /// <summary>Hash of <see cref="Source"/> and <see cref="Url"/>: see <see cref="IdOf"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the publisher: Reuters, 한국경제.</summary>
    public required string Source { get; init; }

    /// <summary>The provider's id of the publisher; only the large ones have one.</summary>
    public string? SourceId { get; init; }

    public string? Author { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>The beginning of the article; the provider cuts it at about 200 characters and says how many it left out.</summary>
    public string? Content { get; init; }

    public required string Url { get; init; }

    public string? UrlToImage { get; init; }

    public required Instant PublishedAt { get; init; }

    public required Instant FetchedAt { get; init; }

    /// <summary>The provider's headline categories in which it was found: business, technology.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The words by which it was found.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];

    /// <inheritdoc />
    public string? Host => ArticleUrl.Host(Url);

    /// <inheritdoc />
    public IReadOnlyList<string> Facets => [Facet.OfSource(Source), .. Categories.Select(c => Facet.Of(Facet.Category, c))];

    public static string IdOf(string source, string url) => ArticleKey.Of(source.ToLowerInvariant(), ArticleUrl.Key(url));

    /// <summary>This article as it came now, with what the one held was found by as well.</summary>
    public MarketArticle Over(MarketArticle held) =>
        this with
        {
            Categories = [.. held.Categories.Union(Categories, StringComparer.Ordinal)],
            Queries = [.. held.Queries.Union(Queries, StringComparer.Ordinal)],
            // Spellings of one address come in turns: the first stays.
            Url = held.Url,
            // A headline list leaves out what a search sends, and the other way round: what one of them knew is kept.
            Author = Author ?? held.Author,
            Description = Description ?? held.Description,
            Content = Content ?? held.Content,
            UrlToImage = UrlToImage ?? held.UrlToImage,
            SourceId = SourceId ?? held.SourceId,
        };
}

/// <summary>Days of the past that were fetched.</summary>
public sealed record MarketNewsHistory
{
    /// <summary>One row: this.</summary>
    public const string Key = "market-news";

    public required string Id { get; init; }

    /// <summary>The UTC days that need no more asking.</summary>
    public IReadOnlyList<LocalDate> Days { get; init; } = [];
}
