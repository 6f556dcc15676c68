using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.FinancialNews;

public sealed record FinancialNewsSymbolRequest : IFinancialNewsList
{
    /// <summary>Symbol in any case (AAPL, BTC), or the whole Korean name of a US company (애플).</summary>
    public string Symbol { get; init; } = "";

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
}

public sealed class FinancialNewsSymbolValidator : Validator<FinancialNewsSymbolRequest>
{
    public FinancialNewsSymbolValidator()
    {
        this.ListRules();
        RuleFor(r => r.Symbol).MaximumLength(30);
        RuleFor(r => r.Categories).AreCategories();
    }
}

/// <summary>GET /api/v1/financial-news/symbol/{symbol}: articles about a symbol, newest first.</summary>
public sealed class ListFinancialNewsSymbol(ArticleIndex<FinancialArticle> index) : Endpoint<FinancialNewsSymbolRequest, FinancialNewsPage>
{
    public override void Configure()
    {
        Get("symbol/{symbol}");
        Group<FinancialNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Financial news about a symbol";
            s.Description =
                "Articles whose related symbols hold it as a whole: A does not find AAPL. Empty for a symbol that no article "
                + "names. Newest first, ties by key.";
            s.ResponseExamples[200] = FinancialNewsPage.Example with { Category = null };
        });
    }

    public override async Task<FinancialNewsPage> ExecuteAsync(FinancialNewsSymbolRequest request, CancellationToken ct)
    {
        var symbol = FinancialArticle.FacetOfSymbol(KoreanNames.SymbolOf(request.Symbol) ?? request.Symbol);
        var query = new ArticleQuery
        {
            AnyOf =
            [
                [symbol],
                .. FinancialNewsRules.OfCategories(request.Categories),
            ],
        };
        return FinancialNewsPage.Of(
            await index.ReadAsync(query, request.Window(), request.Cursor, ct),
            request.Categories is [var only] ? only : null
        );
    }
}
