using FastEndpoints;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Sp500;

public sealed record SearchStocksRequest : EquitySearchRequest;

public sealed class SearchStocksValidator() : EquitySearchValidator<SearchStocksRequest>(most: 100);

/// <summary>Companies found.</summary>
/// <param name="Query">What was looked for.</param>
/// <param name="Results">Best match first, at most <c>limit</c>.</param>
/// <param name="TotalCount">How many match in all.</param>
/// <param name="Message">For people, when nothing matches.</param>
public sealed record SearchStocksAnswer(string Query, IReadOnlyList<StockItem> Results, int TotalCount, string? Message);

/// <summary>Finds companies by symbol or name.</summary>
public sealed class SearchStocks([FromKeyedServices("sp500")] EquityBoard board) : Endpoint<SearchStocksRequest, SearchStocksAnswer>
{
    public override void Configure()
    {
        Get("search");
        Group<Sp500Group>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "Search companies";
            s.Description = EquitySearch.Order;
        });
    }

    public override async Task<SearchStocksAnswer> ExecuteAsync(SearchStocksRequest request, CancellationToken ct)
    {
        var text = request.Text();
        var found = (await board.ReadAsync(ct)).Search(text);
        return new SearchStocksAnswer(
            text,
            [.. found.Take(request.Limit).Select(StockItem.Of)],
            found.Count,
            EquitySearch.Message(text, found.Count)
        );
    }
}
