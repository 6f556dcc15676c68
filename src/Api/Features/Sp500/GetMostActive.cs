using FastEndpoints;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Sp500;

/// <summary>Stocks by shares traded in the regular session, most first.</summary>
public sealed class GetMostActive([FromKeyedServices("sp500")] EquityBoard board) : Endpoint<MoversRequest, StockListAnswer>
{
    public override void Configure()
    {
        Get("most-active");
        Group<Sp500Group>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "Most active stocks";
            s.Description =
                "Stocks by shares traded in the regular session, most first; before its opening bell by the shares of the last 24 hours. "
                + "Over all companies; ties by symbol.";
        });
    }

    public override async Task<StockListAnswer> ExecuteAsync(MoversRequest request, CancellationToken ct) =>
        StockListAnswer.Of("most_active", (await board.ReadAsync(ct)).MostActive(), request.Limit, board.MarketStatus());
}
