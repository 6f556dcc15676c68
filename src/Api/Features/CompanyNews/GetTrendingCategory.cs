using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.CompanyNews;

public sealed record TrendingCategoryRequest : TrendingRequest
{
    /// <summary>top_gainers, top_losers or most_actively_traded.</summary>
    public string Category { get; init; } = "";
}

public sealed class TrendingCategoryValidator : TrendingRules<TrendingCategoryRequest>
{
    public TrendingCategoryValidator() => RuleFor(r => r.Category).IsOneOf([.. MoverCategory.All.Select(m => m.Key)]);
}

/// <summary>Movers of one category with their news.</summary>
/// <param name="SymbolsCount">Places in the category.</param>
/// <param name="Stocks">This window, by rank.</param>
/// <param name="HasNext">Whether movers follow this window.</param>
public sealed record TrendingCategoryAnswer(
    MoverBatchInfo BatchInfo,
    string Category,
    int SymbolsCount,
    IReadOnlyList<TrendingStock> Stocks,
    bool HasNext
);

/// <summary>GET /api/v1/company-news/trending/category/{category}: one category of the last session's movers.</summary>
public sealed class GetTrendingCategory(CompanyNewsReader reader) : Endpoint<TrendingCategoryRequest, TrendingCategoryAnswer>
{
    public override void Configure()
    {
        Get("trending/category/{category}");
        Group<CompanyNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Movers of one category with their news";
            s.Description = "Those that gained most, lost most, or traded most in the last session, by rank. 404 before the first batch.";
            s.ResponseExamples[200] = new TrendingCategoryAnswer(
                MoverBatchInfo.Example,
                "top_gainers",
                20,
                [TrendingStock.Example],
                HasNext: true
            );
        });
    }

    public override async Task<TrendingCategoryAnswer> ExecuteAsync(TrendingCategoryRequest request, CancellationToken ct)
    {
        var held = await reader.BatchAsync(null, ct);
        var movers = held.Batch.Movers.Where(m => m.Category == request.Category).ToList();
        var window = new Window(request.Offset, request.Limit);
        var stocks = await TrendingAnswer.StocksAsync(reader, held, movers, window, request.Days, ct);
        return new TrendingCategoryAnswer(
            MoverBatchInfo.Of(held.Batch, request.Days),
            request.Category,
            movers.Count,
            stocks,
            window.HasNext(movers.Count)
        );
    }
}
