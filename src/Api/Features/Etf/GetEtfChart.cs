using FastEndpoints;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Domain.Markets.Charts;
using InvestmentAssistant.Api.Platform.Http;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.Etf;

/// <summary>An ETF's price over time.</summary>
public sealed class GetEtfChart([FromKeyedServices("etf")] EquityBoard board, EquityCharts charts) : Endpoint<ChartRequest, ChartAnswer>
{
    private static readonly LocalTimePattern HourMinute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalDatePattern MonthDay = LocalDatePattern.CreateWithInvariantCulture("MM/dd");

    public override void Configure()
    {
        Get("symbol/{symbol}/chart");
        Group<EtfGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "An ETF's chart";
            s.Description =
                "As the S&P 500 chart, but here 1M is one month, as 1MO (docs/decisions/0080), and `timestamp` is `HH:mm` for 1D "
                + "and `MM/dd` for "
                + "1W and 1MO: the front end draws it as it is.";
        });
    }

    public override async Task<ChartAnswer> ExecuteAsync(ChartRequest request, CancellationToken ct)
    {
        var (row, _) = await board.FindAsync(request.Symbol, ct);
        var span = request.Span();
        if (string.Equals(request.Timeframe, "1M", StringComparison.OrdinalIgnoreCase))
            span = ChartSpan.OneMonth;
        return await charts.ReadAsync(board, row, span, request.Extended, request.Timeframe?.ToUpperInvariant() ?? span.Name(), Axis, ct);
    }

    private static string Axis(ChartSpan span, ChartPoint point) =>
        span switch
        {
            ChartSpan.OneDay => HourMinute.Format(point.At.InZone(MarketCalendar.NewYork).TimeOfDay),
            ChartSpan.OneWeek or ChartSpan.OneMonth => MonthDay.Format(point.Date),
            _ => EquityCharts.DateAxis(span, point),
        };
}
