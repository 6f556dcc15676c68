using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Cpi;

/// <summary>GET /api/v1/cpi/: all months.</summary>
public sealed class ListCpi(SeriesReader reader) : Endpoint<OrderRequest, Listing<CpiRow>>
{
    public override void Configure()
    {
        Get("");
        Group<CpiGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Consumer price index of all months";
            s.Description = "Newest first unless order_by is asc. A month that was never published (October 2025) is not listed.";
            s.ResponseExamples[200] = Listing.Of([CpiRow.Example]);
        });
    }

    public override async Task<Listing<CpiRow>> ExecuteAsync(OrderRequest request, CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.Cpi, ct);
        return Listing.Of(series.Ordered(request.OrderBy).Select(o => CpiRow.Of(series, new DatedValue(o.Date, o.Value))));
    }
}
