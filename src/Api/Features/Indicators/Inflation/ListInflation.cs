using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Inflation;

/// <summary>GET /api/v1/inflation/: all years.</summary>
public sealed class ListInflation(SeriesReader reader) : Endpoint<OrderRequest, Listing<InflationRow>>
{
    public override void Configure()
    {
        Get("");
        Group<InflationGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Inflation of all years";
            s.Description = "US consumer price inflation, percent a year. Newest first unless order_by is asc.";
            s.ResponseExamples[200] = Listing.Of([InflationRow.Example]);
        });
    }

    public override async Task<Listing<InflationRow>> ExecuteAsync(OrderRequest request, CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.Inflation, ct);
        return Listing.Of(series.Ordered(request.OrderBy).Select(o => InflationRow.Of(series, o.Date, o.Value)));
    }
}
