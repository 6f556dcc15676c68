using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.CompanyNews;

/// <summary>A category of movers.</summary>
/// <param name="TypicalCount">Places in it.</param>
/// <param name="Count">Places that are taken in the latest batch; null before the first.</param>
public sealed record MoverCategoryInfo(string Name, string Description, int TypicalCount, int? Count);

/// <summary>The categories of movers.</summary>
/// <param name="Categories">By key.</param>
/// <param name="TotalSymbols">Symbols of the latest batch, each once; null before the first.</param>
/// <param name="UpdateFrequency">For people.</param>
/// <param name="DataSource">For people.</param>
public sealed record CategoryList(
    IReadOnlyDictionary<string, MoverCategoryInfo> Categories,
    int? TotalSymbols,
    string UpdateFrequency,
    string DataSource
);

/// <summary>GET /api/v1/company-news/trending/categories: the categories of movers.</summary>
public sealed class ListCategories(CompanyNewsReader reader) : EndpointWithoutRequest<CategoryList>
{
    public override void Configure()
    {
        Get("trending/categories");
        Group<CompanyNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Categories of movers";
            s.Description = "What the lists of a batch hold, and how many places of each are taken in the latest one.";
            s.ResponseExamples[200] = Of(MoverCategory.All.ToDictionary(c => c.Key, c => c.Count), 38);
        });
    }

    public override async Task<CategoryList> ExecuteAsync(CancellationToken ct)
    {
        var batch = (await reader.FindBatchAsync(null, ct))?.Batch;
        return Of(batch?.Movers.CountBy(m => m.Category).ToDictionary(), batch?.Symbols.Count());
    }

    private static CategoryList Of(Dictionary<string, int>? counts, int? symbols) =>
        new(
            MoverCategory.All.ToDictionary(
                c => c.Key,
                c => new MoverCategoryInfo(c.Name, c.Description, c.Count, counts is null ? null : counts.GetValueOrDefault(c.Key))
            ),
            symbols,
            "매 거래일 장 마감 후 (조기 폐장일 포함)",
            "S&P 500 자체 종가, Finnhub 뉴스"
        );
}
