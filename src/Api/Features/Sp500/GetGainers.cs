using FastEndpoints;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Sp500;

/// <summary>Stocks that are up against their previous close, the largest change first.</summary>
public sealed class GetGainers([FromKeyedServices("sp500")] EquityBoard board) : Endpoint<MoversRequest, StockListAnswer>
{
    public override void Configure()
    {
        Get("gainers");
        Group<Sp500Group>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "Top gainers";
            s.Description =
                "Stocks that are up against their previous close, the largest change first. Over all companies; ties by symbol.";
        });
    }

    public override async Task<StockListAnswer> ExecuteAsync(MoversRequest request, CancellationToken ct) =>
        StockListAnswer.Of("top_gainers", (await board.ReadAsync(ct)).Gainers(), request.Limit, board.MarketStatus());
}
