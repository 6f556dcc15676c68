using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Inflation;

/// <summary>GET /api/v1/inflation/statistics: figures over all years.</summary>
public sealed class GetInflationStatistics(SeriesReader reader) : EndpointWithoutRequest<InflationStatistics>
{
    public override void Configure()
    {
        Get("statistics");
        Group<InflationGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Inflation figures";
            s.Description = "Latest year, mean (3 decimals), lowest and highest rate over all years held. 404 while nothing is held.";
            s.ResponseExamples[200] = new InflationStatistics(2024, 2.94952520485207m, 2.548m, -0.355546266299747m, 8.00279982052121m, 20);
        });
    }

    public override async Task<InflationStatistics> ExecuteAsync(CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.Inflation, ct);
        var latest = series.Latest();
        var rates = series.Values.Values.Select(v => v.Value).ToList();
        return new InflationStatistics(
            latest.Date.Year,
            latest.Value,
            Statistics.Round(rates.Average(), 3),
            rates.Min(),
            rates.Max(),
            rates.Count
        );
    }
}

/// <param name="LatestRate">Percent.</param>
/// <param name="AverageRate">Percent, 3 decimals.</param>
/// <param name="MinRate">Percent.</param>
/// <param name="MaxRate">Percent.</param>
/// <param name="TotalYears">Years held.</param>
public sealed record InflationStatistics(
    int LatestYear,
    decimal LatestRate,
    decimal AverageRate,
    decimal MinRate,
    decimal MaxRate,
    int TotalYears
);
