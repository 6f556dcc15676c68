using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Platform.Articles.Index;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.MarketNews;

/// <summary>What the lists and the search of this feature have in common.</summary>
public sealed class MarketNewsReader(ArticleIndex<MarketArticle> index, ArticleFigures<MarketArticle> figures)
{
    public ArticleIndex<MarketArticle> Index => index;

    /// <summary>Filters as requests write them.</summary>
    public async Task<ArticleQuery> QueryAsync(
        TimeBound? start, TimeBound? end, IReadOnlyList<string>? sources, IReadOnlyList<string>? excluded, HttpContext http, CancellationToken ct) => new()
        {
            From = start?.AtStart,
            To = end?.AtEnd,
            AnyOf = sources is { Count: > 0 } ? [await figures.FacetsOfSourcesAsync(sources, http, ct)] : [],
            NoneOf = excluded is { Count: > 0 } ? await figures.FacetsOfSourcesAsync(excluded, http, ct) : [],
        };
}
