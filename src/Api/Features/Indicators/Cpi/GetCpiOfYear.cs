using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Cpi;

/// <summary>GET /api/v1/cpi/year/{year}: the months of one year.</summary>
public sealed class GetCpiOfYear(SeriesReader reader) : Endpoint<YearRequest, Listing<CpiRow>>
{
    public override void Configure()
    {
        Get("year/{year}");
        Group<CpiGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Consumer price index of one year";
            s.Description = "The year's months that are published, oldest first. 404 names the nearest months when there is none.";
            s.ResponseExamples[200] = Listing.Of([CpiRow.Example]);
        });
    }

    public override async Task<Listing<CpiRow>> ExecuteAsync(YearRequest request, CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.Cpi, ct);
        var months = Listing.Of(series.Values.Values.Where(v => v.Date.Year == request.Year).Select(v => CpiRow.Of(series, v)));
        return months.TotalCount > 0
            ? months
            : throw Wording.NoSuchDate(
                series.Series.Title,
                FormattableString.Invariant($"{request.Year}"),
                new LocalDate(request.Year, 1, 1),
                series.Rows.Select(o => o.Date),
                Wording.Month
            );
    }
}
