using InvestmentAssistant.Api.Features.CompanyNews.Documents;

namespace InvestmentAssistant.Api.Features.CompanyNews;

/// <summary>An article about a company.</summary>
/// <param name="Description">The provider's summary.</param>
/// <param name="Content">The same: the provider sends no more of the text.</param>
/// <param name="FetchedAt">When it last came from the provider, changed.</param>
public sealed record CompanyNewsItem(
    string Symbol,
    string Url,
    string? Source,
    string? Title,
    string? Description,
    string? Content,
    Instant PublishedAt,
    Instant? FetchedAt
)
{
    public static CompanyNewsItem Of(CompanyArticle article) =>
        new(
            article.Symbol,
            article.Url,
            article.Source,
            article.Title,
            article.Description,
            article.Description,
            article.PublishedAt,
            article.FetchedAt
        );

    /// <summary>For the documents.</summary>
    internal static CompanyNewsItem Example { get; } =
        new(
            "NVDA",
            "https://news.example/nvda-outlook",
            "Example Wire",
            "NVIDIA raises its outlook",
            "The company expects more revenue in the next quarter.",
            "The company expects more revenue in the next quarter.",
            Instant.FromUtc(2026, 11, 23, 14, 5),
            Instant.FromUtc(2026, 11, 23, 21, 20)
        );
}
