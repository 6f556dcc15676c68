using FastEndpoints;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Domain.Markets.Charts;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Sp500;

/// <summary>A stock's price over time.</summary>
public sealed class GetStockChart([FromKeyedServices("sp500")] EquityBoard board, EquityCharts charts) : Endpoint<ChartRequest, ChartAnswer>
{
    public override void Configure()
    {
        Get("chart/{symbol}");
        Group<Sp500Group>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "A stock's chart";
            s.Description =
                "Bars sized to the window: 1D in minutes, 1W in quarter hours, 1MO in hours, 90 and 365 days in days. Regular "
                + "sessions alone; `extended=true` adds "
                + "pre-market and after-hours. Outside hours 1D and what is shorter show the end of the last session. "
                + "Splits are applied. `timestamp` is New York time, `datetime` the same moment in UTC.";
        });
    }

    public override async Task<ChartAnswer> ExecuteAsync(ChartRequest request, CancellationToken ct)
    {
        var (row, _) = await board.FindAsync(request.Symbol, ct);
        var span = request.Span();
        return await charts.ReadAsync(board, row, span, request.Extended, span.Name(), EquityCharts.DateAxis, ct);
    }
}
