using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Inflation;

/// <summary>GET /api/v1/inflation/year/{year}: one year.</summary>
public sealed class GetInflationOfYear(SeriesReader reader) : Endpoint<YearRequest, InflationRow>
{
    public override void Configure()
    {
        Get("year/{year}");
        Group<InflationGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Inflation of one year";
            s.Description = "404 names the nearest years that are held.";
            s.ResponseExamples[200] = InflationRow.Example;
        });
    }

    public override async Task<InflationRow> ExecuteAsync(YearRequest request, CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.Inflation, ct);
        var found = series.On(new LocalDate(request.Year, 1, 1), Text(request.Year), d => Text(d.Year));
        return InflationRow.Of(series, found.Date, found.Value);
    }

    private static string Text(int year) => FormattableString.Invariant($"{year}");
}
