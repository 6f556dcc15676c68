using FastEndpoints;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.Sp500;

public sealed record ListStocksRequest
{
    /// <summary>Number of stocks; by default all.</summary>
    public int Limit { get; init; } = 1000;

    /// <summary>Only these, up to 200: BRK.B or BRK-B, in any case; repeated, or with commas.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Symbols { get; init; }
}

public sealed class ListStocksValidator : Validator<ListStocksRequest>
{
    public ListStocksValidator()
    {
        RuleFor(r => r.Limit).IsLimit();
        RuleFor(r => r.Symbols).AreSymbols();
    }
}

/// <summary>All companies of the index, by symbol.</summary>
public sealed class ListStocks([FromKeyedServices("sp500")] EquityBoard board) : Endpoint<ListStocksRequest, StockListAnswer>
{
    public override void Configure()
    {
        Get("");
        Group<Sp500Group>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "All companies";
            s.Description =
                "The index members with their prices, by symbol; with `symbols` those alone; symbols that are not in the "
                + "index are left out.";
        });
    }

    public override async Task<StockListAnswer> ExecuteAsync(ListStocksRequest request, CancellationToken ct) =>
        StockListAnswer.Of("all", [.. (await board.ReadAsync(ct)).Rows.Only(request.Symbols)], request.Limit, board.MarketStatus());
}
