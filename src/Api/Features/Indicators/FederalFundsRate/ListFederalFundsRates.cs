using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.FederalFundsRate;

/// <summary>GET /api/v1/federal-funds-rate/: all months.</summary>
public sealed class ListFederalFundsRates(SeriesReader reader) : Endpoint<OrderRequest, Listing<FederalFundsRow>>
{
    public override void Configure()
    {
        Get("/api/v1/federal-funds-rate");
        Options(b => b.WithTags(FederalFundsRow.Tag).Keeps(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Federal funds rate of all months";
            s.Description = "Effective rate, percent, mean of the month. Newest first unless order_by is asc.";
            s.ResponseExamples[200] = Listing.Of([FederalFundsRow.Example]);
        });
    }

    public override async Task<Listing<FederalFundsRow>> ExecuteAsync(OrderRequest request, CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.FederalFunds, HttpContext, ct);
        return Listing.Of(series.Ordered(request.OrderBy).Select(o => FederalFundsRow.Of(series, new DatedValue(o.Date, o.Value))));
    }
}
