using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;

namespace InvestmentAssistant.Api.Features.FinancialNews;

/// <summary>An article.</summary>
/// <param name="Category">crypto, forex, merger or general.</param>
/// <param name="NewsId">The provider's number.</param>
/// <param name="Image">Address of a picture; null when there is none.</param>
/// <param name="Related">Symbols that it is about, with commas; null when there are none.</param>
/// <param name="FetchedAt">When the provider last sent it.</param>
/// <param name="ShortHeadline">The headline cut at 100 characters.</param>
/// <param name="ShortSummary">The summary cut at 100 characters.</param>
/// <param name="RelatedSymbols">The symbols as a list.</param>
/// <param name="CategoryDisplayName">The category for people, in Korean.</param>
/// <param name="Match">Of a search: how it matches; else null.</param>
/// <param name="Datetime">
/// The time of publication as the provider sends it and the web client reads it: Unix seconds, the same moment as published_at.
/// </param>
public sealed record FinancialNewsRow(
    string Category,
    long NewsId,
    Instant PublishedAt,
    string? Headline,
    string? Source,
    string? Image,
    string? Related,
    string? Summary,
    string? Url,
    Instant? FetchedAt,
    string? ShortHeadline,
    string? ShortSummary,
    IReadOnlyList<string> RelatedSymbols,
    bool HasImage,
    string? CategoryDisplayName,
    ArticleMatch? Match,
    long Datetime
)
{
    internal static FinancialNewsRow Of(FinancialArticle article, ArticleMatch? match = null) =>
        new(
            article.Category,
            article.NewsId,
            article.PublishedAt,
            article.Title,
            article.Source,
            article.Image,
            article.Symbols is [] ? null : string.Join(',', article.Symbols),
            article.Description,
            article.Url,
            article.FetchedAt,
            ArticleText.Short(article.Title),
            ArticleText.Short(article.Description),
            article.Symbols,
            article.Image is not null,
            NewsCategory.DisplayNameOf(article.Category),
            match,
            article.PublishedAt.ToUnixTimeSeconds()
        );

    internal static FinancialNewsRow Of(ArticleHit<FinancialArticle> hit) => Of(hit.Article, ArticleMatch.Of(hit));

    internal static readonly FinancialNewsRow Example = Of(
        new FinancialArticle
        {
            Id = "crypto/7412345",
            Category = "crypto",
            NewsId = 7_412_345,
            Title = "Bitcoin climbs as fund inflows return",
            Description = "Inflows into spot funds were the largest in a month.",
            Source = "CoinDesk",
            Url = "https://www.coindesk.com/markets/bitcoin-climbs",
            Image = "https://www.coindesk.com/bitcoin.jpg",
            Symbols = ["BTC"],
            PublishedAt = Instant.FromUtc(2026, 11, 5, 9, 12),
            FetchedAt = Instant.FromUtc(2026, 11, 5, 9, 30),
        }
    );
}

/// <summary>A page of articles.</summary>
/// <param name="Total">Articles of all pages.</param>
/// <param name="Category">The one category of the list; null when it is of several.</param>
/// <param name="Page">From 1.</param>
/// <param name="Limit">Articles a page.</param>
/// <param name="HasNext">Whether more follow.</param>
/// <param name="NextCursor">Continues after this page, also when articles are added; null at the end.</param>
public sealed record FinancialNewsPage(
    int Total,
    IReadOnlyList<FinancialNewsRow> Items,
    string? Category,
    int Page,
    int Limit,
    bool HasNext,
    string? NextCursor
)
{
    internal static FinancialNewsPage Of(ArticleList<FinancialArticle> found, string? category) =>
        new(
            found.Total,
            [.. found.Hits.Select(FinancialNewsRow.Of)],
            category,
            found.Window.Page,
            found.Window.Limit,
            found.HasNext,
            found.NextCursor
        );

    internal static readonly FinancialNewsPage Example = new(1, [FinancialNewsRow.Example], "crypto", 1, 20, false, null);
}
