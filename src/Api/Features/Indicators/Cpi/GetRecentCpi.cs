using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Cpi;

/// <summary>GET /api/v1/cpi/recent: the last months.</summary>
public sealed class GetRecentCpi(SeriesReader reader) : Endpoint<MonthsRequest, Listing<CpiRow>>
{
    public override void Configure()
    {
        Get("recent");
        Group<CpiGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Consumer price index of the last months";
            s.Description = "The newest published months, newest first; as many as `months` says.";
            s.ResponseExamples[200] = Listing.Of([CpiRow.Example]);
        });
    }

    public override async Task<Listing<CpiRow>> ExecuteAsync(MonthsRequest request, CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.Cpi, ct);
        return Listing.Of(series.Recent(request.Months).Select(o => CpiRow.Of(series, new DatedValue(o.Date, o.Value))));
    }
}
