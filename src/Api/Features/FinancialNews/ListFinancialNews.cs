using FastEndpoints;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Domain.News.Requests;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.FinancialNews;

public sealed record ListFinancialNewsRequest : NewsListRequest, IFinancialNewsList
{
    /// <summary>Articles a page.</summary>
    [QueryParam]
    public int Limit { get; init; } = 20;

    /// <summary>crypto, forex, merger, general; may be given several times.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Symbols that articles are about, whole and in any case; may be given several times.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Symbols { get; init; }
}

public sealed class ListFinancialNewsValidator : Validator<ListFinancialNewsRequest>
{
    public ListFinancialNewsValidator()
    {
        this.NewsListRules();
        RuleFor(r => r.Limit).IsLimit(100);
        RuleFor(r => r.Categories).AreCategories();
        RuleFor(r => r.Symbols).AreFew();
    }
}

/// <summary>GET /api/v1/financial-news/: articles, newest first.</summary>
public sealed class ListFinancialNews(ArticleIndex<FinancialArticle> index, ArticleFigures<FinancialArticle> figures)
    : Endpoint<ListFinancialNewsRequest, FinancialNewsPage>
{
    public override void Configure()
    {
        Get("");
        Group<FinancialNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Financial news, newest first";
            s.Description = "Filters of one kind are alternatives, filters of different kinds must all hold. Ties of time stand by key.";
            s.ResponseExamples[200] = FinancialNewsPage.Example;
        });
    }

    public override async Task<FinancialNewsPage> ExecuteAsync(ListFinancialNewsRequest request, CancellationToken ct)
    {
        var filters = new List<IReadOnlyList<string>>(FinancialNewsRules.OfCategories(request.Categories));
        if (request.Symbols is { Count: > 0 } symbols)
            filters.Add([.. symbols.Select(FinancialArticle.FacetOfSymbol)]);
        if (request.Sources is { Count: > 0 } sources)
            filters.Add(await figures.FacetsOfSourcesAsync(sources, ct));
        var query = new ArticleQuery
        {
            AnyOf = filters,
            From = request.StartDate?.AtStart,
            To = request.EndDate?.AtEnd,
        };
        return FinancialNewsPage.Of(
            await index.ReadAsync(query, request.Window(), request.Cursor, ct),
            request.Categories is [var only] ? only : null
        );
    }
}
