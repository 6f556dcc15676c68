using FastEndpoints;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Sp500;

/// <summary>Stocks that are down against their previous close, the largest loss first.</summary>
public sealed class GetLosers([FromKeyedServices("sp500")] EquityBoard board) : Endpoint<MoversRequest, StockListAnswer>
{
    public override void Configure()
    {
        Get("losers");
        Group<Sp500Group>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "Top losers";
            s.Description =
                "Stocks that are down against their previous close, the largest loss first. Over all companies; ties by symbol.";
        });
    }

    public override async Task<StockListAnswer> ExecuteAsync(MoversRequest request, CancellationToken ct) =>
        StockListAnswer.Of("top_losers", (await board.ReadAsync(ct)).Losers(), request.Limit, board.MarketStatus());
}
