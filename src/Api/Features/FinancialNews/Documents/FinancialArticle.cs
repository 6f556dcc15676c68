using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Features.FinancialNews.Documents;

/// <summary>
/// An article of the financial press. Natural key: category and the provider's number; the same number in two categories is two articles.
/// </summary>
public sealed record FinancialArticle : IIndexedArticle
{
    /// <summary>category/number: crypto/7412345.</summary>
    public required string Id { get; init; }

    /// <summary>Name of a <see cref="NewsCategory"/>.</summary>
    public required string Category { get; init; }

    /// <summary>The provider's number, from 1; grows with time.</summary>
    public required long NewsId { get; init; }

    /// <summary>The headline.</summary>
    public required string Title { get; init; }

    /// <summary>The summary.</summary>
    public string? Description { get; init; }

    public string? Source { get; init; }

    public string? Url { get; init; }

    /// <summary>Address of a picture.</summary>
    public string? Image { get; init; }

    /// <summary>Symbols that it is about, in upper case, in the provider's order.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    public required Instant PublishedAt { get; init; }

    public required Instant FetchedAt { get; init; }

    /// <summary>The provider sends no more than the summary.</summary>
    public string? Content => null;

    /// <inheritdoc />
    public string? Host => ArticleUrl.Host(Url);

    /// <inheritdoc />
    public IReadOnlyList<string> Facets =>
        [Facet.Of(Facet.Category, Category), .. Source is null ? [] : new[] { Facet.OfSource(Source) }, .. Symbols.Select(FacetOfSymbol)];

    public static string FacetOfSymbol(string symbol) => Facet.Of(Facet.Symbol, TextFold.Symbol(symbol).Trim());

    public static string IdOf(string category, long newsId) => FormattableString.Invariant($"{category}/{newsId}");
}
