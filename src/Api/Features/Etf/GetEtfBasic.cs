using FastEndpoints;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Etf;

/// <summary>The price of one ETF alone.</summary>
public sealed class GetEtfBasic([FromKeyedServices("etf")] EquityBoard board) : Endpoint<SymbolRequest, EtfItem>
{
    public override void Configure()
    {
        Get("symbol/{symbol}/basic");
        Group<EtfGroup>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "One ETF's price";
            s.Description = "The `basic_info` of the ETF's page alone.";
        });
    }

    public override async Task<EtfItem> ExecuteAsync(SymbolRequest request, CancellationToken ct)
    {
        var (row, moment) = await board.FindAsync(request.Symbol, ct);
        return EtfItem.Of(row, moment.Ranks());
    }
}
