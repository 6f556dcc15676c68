using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Markets.Equities.Boards;

namespace InvestmentAssistant.Api.Features.Sp500;

public sealed record ListStocksRequest
{
    /// <summary>How many; the default is all of them.</summary>
    public int Limit { get; init; } = 1000;
}

public sealed class ListStocksValidator : Validator<ListStocksRequest>
{
    public ListStocksValidator() => RuleFor(r => r.Limit).InclusiveBetween(1, 1000);
}

/// <summary>All companies of the index, by symbol.</summary>
public sealed class ListStocks([FromKeyedServices("sp500")] EquityBoard board) : Endpoint<ListStocksRequest, StockListAnswer>
{
    public override void Configure()
    {
        Get("/api/v1/stocks/sp500");
        Options(b => b.WithTags("S&P 500").Keeps(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "All companies";
            s.Description = "The index members with their prices, by symbol.";
        });
    }

    public override async Task<StockListAnswer> ExecuteAsync(ListStocksRequest request, CancellationToken ct) =>
        StockListAnswer.Of("all", (await board.ReadAsync(ct)).Rows, request.Limit, board.MarketStatus());
}
