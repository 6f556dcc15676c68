using InvestmentAssistant.Api.Domain.News;

namespace InvestmentAssistant.Api.Features.CompanyNews.Documents;

/// <summary>An article about a company. Natural key: symbol and address; one article on two companies is in the list of each.</summary>
public sealed record CompanyArticle : IArticle
{
    /// <summary><see cref="ArticleKey"/> of symbol and address.</summary>
    public required string Id { get; init; }

    /// <summary>As the index writes it: BRK.B.</summary>
    public required string Symbol { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    /// <summary>The provider's summary; it sends no more of the text.</summary>
    public string? Description { get; init; }

    public string? Source { get; init; }

    public required Instant PublishedAt { get; init; }

    public required Instant FetchedAt { get; init; }

    string? IArticle.Title => Title;

    string? IArticle.Url => Url;
}
