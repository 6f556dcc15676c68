using FastEndpoints;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.FinancialNews;

public sealed record FinancialNewsCategoryRequest : IFinancialNewsList
{
    /// <summary>crypto, forex, merger or general.</summary>
    public string Category { get; init; } = "";

    /// <summary>Page, from 1.</summary>
    [QueryParam]
    public int? Page { get; init; }

    /// <summary>Articles a page.</summary>
    [QueryParam]
    public int Limit { get; init; } = 20;

    /// <summary>next_cursor of the page before: continues after it, also when articles were added.</summary>
    [QueryParam]
    public string? Cursor { get; init; }

    /// <summary>First day or moment of publication.</summary>
    [QueryParam]
    public TimeBound? StartDate { get; init; }

    /// <summary>Last day or moment of publication, included.</summary>
    [QueryParam]
    public TimeBound? EndDate { get; init; }
}

public sealed class FinancialNewsCategoryValidator : Validator<FinancialNewsCategoryRequest>
{
    public FinancialNewsCategoryValidator()
    {
        this.ListRules();
        RuleFor(r => r.Category).IsCategory();
        RuleFor(r => r.StartDate).IsStartOf(r => r.EndDate);
    }
}

/// <summary>GET /api/v1/financial-news/category/{category}: articles of one category, newest first.</summary>
public sealed class ListFinancialNewsCategory(ArticleIndex<FinancialArticle> index)
    : Endpoint<FinancialNewsCategoryRequest, FinancialNewsPage>
{
    public override void Configure()
    {
        Get("category/{category}");
        Group<FinancialNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Financial news of one category";
            s.Description = "Newest first, ties by key. An unknown category is 400 with the four names.";
            s.ResponseExamples[200] = FinancialNewsPage.Example;
        });
    }

    public override async Task<FinancialNewsPage> ExecuteAsync(FinancialNewsCategoryRequest request, CancellationToken ct)
    {
        var query = new ArticleQuery
        {
            AnyOf = FinancialNewsRules.OfCategories([request.Category]),
            From = request.StartDate?.AtStart,
            To = request.EndDate?.AtEnd,
        };
        return FinancialNewsPage.Of(await index.ReadAsync(query, request.Window(), request.Cursor, ct), request.Category);
    }
}
