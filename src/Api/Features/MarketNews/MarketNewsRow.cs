using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.MarketNews.Documents;

namespace InvestmentAssistant.Api.Features.MarketNews;

/// <summary>An article.</summary>
/// <param name="Source">Name of the publisher.</param>
/// <param name="Description">Short text.</param>
/// <param name="Content">Its beginning, as much as the provider gives: about 200 characters.</param>
/// <param name="FetchedAt">When the provider last sent it.</param>
/// <param name="ShortDescription">The description cut at 100 characters.</param>
/// <param name="ContentPreview">The content cut at 200 characters.</param>
/// <param name="Match">Of a search: how it matches; else null.</param>
public sealed record MarketNewsRow(
    string Source,
    string? Author,
    string Title,
    string? Description,
    string Url,
    string? UrlToImage,
    Instant PublishedAt,
    string? Content,
    Instant? FetchedAt,
    string? ShortDescription,
    string? ContentPreview,
    ArticleMatch? Match
)
{
    private const int PreviewLength = 200;

    internal static MarketNewsRow Of(MarketArticle article, ArticleMatch? match = null) =>
        new(
            article.Source,
            article.Author,
            article.Title,
            article.Description,
            article.Url,
            article.UrlToImage,
            article.PublishedAt,
            article.Content,
            article.FetchedAt,
            ArticleText.Short(article.Description),
            ArticleText.Short(article.Content, PreviewLength),
            match
        );

    internal static MarketNewsRow Of(ArticleHit<MarketArticle> hit) => Of(hit.Article, ArticleMatch.Of(hit));

    internal static readonly MarketNewsRow Example = new(
        "Harbor Wire",
        "Jane Doe",
        "Fed holds rates steady",
        "The Federal Reserve left its policy rate unchanged on Wednesday.",
        "https://www.harborwire.example/markets/fed-holds-rates/",
        "https://images.harborwire.example/fed.jpg",
        Instant.FromUtc(2026, 11, 4, 19, 0),
        "The Federal Reserve left its policy rate unchanged on Wednesday and said that …",
        Instant.FromUtc(2026, 11, 6, 4, 0),
        "The Federal Reserve left its policy rate unchanged on Wednesday.",
        "The Federal Reserve left its policy rate unchanged on Wednesday and said that …",
        null
    );
}
