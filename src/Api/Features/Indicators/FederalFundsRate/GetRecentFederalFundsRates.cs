using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.FederalFundsRate;

/// <summary>GET /api/v1/federal-funds-rate/recent: the last months.</summary>
public sealed class GetRecentFederalFundsRates(SeriesReader reader) : Endpoint<MonthsRequest, Listing<FederalFundsRow>>
{
    public override void Configure()
    {
        Get("recent");
        Group<FederalFundsGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Federal funds rate of the last months";
            s.Description = "The newest published months, newest first; as many as `months` says.";
            s.ResponseExamples[200] = Listing.Of([FederalFundsRow.Example]);
        });
    }

    public override async Task<Listing<FederalFundsRow>> ExecuteAsync(MonthsRequest request, CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.FederalFunds, ct);
        return Listing.Of(series.Recent(request.Months).Select(o => FederalFundsRow.Of(series, new DatedValue(o.Date, o.Value))));
    }
}
