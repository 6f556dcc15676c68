using FastEndpoints;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Domain.News.Requests;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.FinancialNews;

public sealed record SearchFinancialNewsRequest : NewsSearchRequest, IFinancialNewsList
{
    /// <summary>Articles a page.</summary>
    [QueryParam]
    public int Limit { get; init; } = 20;

    /// <summary>crypto, forex, merger, general; may be given several times.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Categories { get; init; }
}

public sealed class SearchFinancialNewsValidator : Validator<SearchFinancialNewsRequest>
{
    public SearchFinancialNewsValidator()
    {
        this.NewsSearchRules();
        RuleFor(r => r.Limit).IsLimit(100);
        RuleFor(r => r.Categories).AreCategories();
    }
}

/// <summary>Result of a search.</summary>
/// <param name="Total">How many articles match; 5,000 when there are more.</param>
/// <param name="SearchQuery">What was looked for.</param>
/// <param name="Categories">As asked; null for all.</param>
/// <param name="Page">From 1.</param>
/// <param name="Limit">Articles a page.</param>
/// <param name="HasNext">Whether more follow; by relevance the newest 1,000 matches are ordered.</param>
/// <param name="NextCursor">Goes on after this page; null at the end.</param>
/// <param name="TotalIsExact">False when there are more than 5,000.</param>
public sealed record FinancialNewsSearchAnswer(
    int Total,
    IReadOnlyList<FinancialNewsRow> Items,
    string SearchQuery,
    IReadOnlyList<string>? Categories,
    int Page,
    int Limit,
    bool HasNext,
    string? NextCursor,
    bool TotalIsExact
);

/// <summary>GET /api/v1/financial-news/search: full text over headline and summary.</summary>
public sealed class SearchFinancialNews(ArticleIndex<FinancialArticle> index, ArticleFigures<FinancialArticle> figures)
    : Endpoint<SearchFinancialNewsRequest, FinancialNewsSearchAnswer>
{
    public override void Configure()
    {
        Get("search");
        Group<FinancialNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Search financial news";
            s.Description = SearchText.Syntax + " Over headline and summary; `match` shows where.";
            s.ResponseExamples[200] = new FinancialNewsSearchAnswer(
                1,
                [FinancialNewsRow.Example],
                "bitcoin",
                null,
                1,
                20,
                false,
                null,
                true
            );
        });
    }

    public override async Task<FinancialNewsSearchAnswer> ExecuteAsync(SearchFinancialNewsRequest request, CancellationToken ct)
    {
        var (text, parameter) = request.Words();
        var filters = new List<IReadOnlyList<string>>(FinancialNewsRules.OfCategories(request.Categories));
        if (request.Sources is { Count: > 0 } sources)
            filters.Add(await figures.FacetsOfSourcesAsync(sources, ct));
        var query = new ArticleQuery
        {
            Text = text,
            TextParameter = parameter,
            AnyOf = filters,
            From = request.StartDate?.AtStart,
            To = request.EndDate?.AtEnd,
            ByRank = request.IsByRank(),
        };
        var found = await index.ReadAsync(query, request.Window(), request.Cursor, ct);
        return new FinancialNewsSearchAnswer(
            found.Total,
            [.. found.Hits.Select(FinancialNewsRow.Of)],
            text,
            request.Categories,
            found.Window.Page,
            found.Window.Limit,
            found.HasNext,
            found.NextCursor,
            found.TotalIsExact
        );
    }
}
