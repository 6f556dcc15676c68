using FastEndpoints;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.FinancialNews;

public sealed record ListFinancialNewsRequest : IFinancialNewsList
{
    /// <summary>Page, from 1.</summary>
    [QueryParam]
    public int? Page { get; init; }

    /// <summary>Articles a page.</summary>
    [QueryParam]
    public int Limit { get; init; } = 20;

    /// <summary>next_cursor of the page before: continues after it, also when articles were added.</summary>
    [QueryParam]
    public string? Cursor { get; init; }

    /// <summary>crypto, forex, merger, general; may be given several times.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>First day or moment of publication.</summary>
    [QueryParam]
    public TimeBound? StartDate { get; init; }

    /// <summary>Last day or moment of publication, included.</summary>
    [QueryParam]
    public TimeBound? EndDate { get; init; }

    /// <summary>Symbols that articles are about, whole and in any case; may be given several times.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Symbols { get; init; }

    /// <summary>Publishers: a name, or the beginning of a name or host, in any case; may be given several times.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Sources { get; init; }
}

public sealed class ListFinancialNewsValidator : Validator<ListFinancialNewsRequest>
{
    public ListFinancialNewsValidator()
    {
        this.ListRules();
        RuleFor(r => r.Categories).AreCategories();
        RuleFor(r => r.StartDate).IsStartOf(r => r.EndDate);
        RuleFor(r => r.Symbols).AreFew();
        RuleFor(r => r.Sources).AreFew();
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
