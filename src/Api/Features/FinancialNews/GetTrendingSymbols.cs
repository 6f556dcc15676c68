using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.FinancialNews;

public sealed record TrendingSymbolsRequest
{
    /// <summary>Span in days of 24 hours.</summary>
    [QueryParam]
    public int Days { get; init; } = 7;

    /// <summary>Largest number of rows.</summary>
    [QueryParam]
    public int Limit { get; init; } = 10;
}

public sealed class TrendingSymbolsValidator : Validator<TrendingSymbolsRequest>
{
    public TrendingSymbolsValidator()
    {
        RuleFor(r => r.Days).InclusiveBetween(1, 30);
        RuleFor(r => r.Limit).IsLimit(50);
    }
}

/// <param name="Mentions">Articles that are about it.</param>
public sealed record TrendingSymbol(string Symbol, int Mentions);

/// <param name="TrendingSymbols">Most mentions first, ties by symbol.</param>
/// <param name="PeriodDays">As asked.</param>
/// <param name="TotalSymbols">Symbols that were mentioned at all.</param>
public sealed record TrendingSymbolsAnswer(IReadOnlyList<TrendingSymbol> TrendingSymbols, int PeriodDays, int TotalSymbols);

/// <summary>GET /api/v1/financial-news/trending-symbols: what the news are about.</summary>
public sealed class GetTrendingSymbols(ArticleFigures<FinancialArticle> figures) : Endpoint<TrendingSymbolsRequest, TrendingSymbolsAnswer>
{
    public override void Configure()
    {
        Get("trending-symbols");
        Group<FinancialNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Symbols most written about";
            s.Description = "By the number of articles that name the symbol. An article that stands in two categories counts in both.";
            s.ResponseExamples[200] = new TrendingSymbolsAnswer([new("BTC", 48), new("NVDA", 31)], 7, 93);
        });
    }

    public override async Task<TrendingSymbolsAnswer> ExecuteAsync(TrendingSymbolsRequest request, CancellationToken ct)
    {
        var symbols = await figures.FacetsAsync(Facet.Symbol, request.Days, ct);
        return new TrendingSymbolsAnswer(
            [.. symbols.Take(request.Limit).Select(s => new TrendingSymbol(s.Value, s.Count))],
            request.Days,
            symbols.Count
        );
    }
}
