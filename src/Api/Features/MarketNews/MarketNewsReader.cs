using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.MarketNews;

/// <summary>Reads for this feature's lists and search.</summary>
public sealed class MarketNewsReader(ArticleIndex<MarketArticle> index, ArticleFigures<MarketArticle> figures)
{
    /// <summary>
    /// Articles of an answer by default: a page as the deployed system had it, and the bare list as the old README promises it, which is
    /// also the most.
    /// </summary>
    public const int PageLimit = 20,
        BareLimit = 100;

    public ArticleIndex<MarketArticle> Index => index;

    /// <summary>The rows a request means; with neither page, cursor nor skip the first of the bare list.</summary>
    public static Window WindowOf(int? page, string? cursor, int? skip, int? limit) =>
        page is null && cursor is null ? new Window(skip ?? 0, limit ?? BareLimit) : Window.OfPage(page ?? 1, limit ?? PageLimit);

    /// <summary>Filters as requests write them.</summary>
    public async Task<ArticleQuery> QueryAsync(
        TimeBound? start,
        TimeBound? end,
        IReadOnlyList<string>? sources,
        IReadOnlyList<string>? excluded,
        CancellationToken ct
    ) =>
        new()
        {
            From = start?.AtStart,
            To = end?.AtEnd,
            AnyOf = sources is { Count: > 0 } ? [await figures.FacetsOfSourcesAsync(sources, ct)] : [],
            NoneOf = excluded is { Count: > 0 } ? await figures.FacetsOfSourcesAsync(excluded, ct) : [],
        };
}
