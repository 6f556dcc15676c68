using InvestmentAssistant.Api.Features.EarningsNews.Documents;

namespace InvestmentAssistant.Api.Features.EarningsNews;

/// <summary>The order of every list of articles, with a tie-breaker.</summary>
public static class NewestFirst
{
    public static IQueryable<EarningsArticle> InOrder(this IQueryable<EarningsArticle> articles) =>
        articles.OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id);

    public static IEnumerable<EarningsArticle> InOrder(this IEnumerable<EarningsArticle> articles) =>
        articles.OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id, StringComparer.Ordinal);
}
