using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Inflation;

/// <summary>GET /api/v1/inflation/chart: points and the figures beside them.</summary>
public sealed class GetInflationChart(SeriesReader reader) : EndpointWithoutRequest<InflationChart>
{
    public override void Configure()
    {
        Get("chart");
        Group<InflationGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Inflation chart";
            s.Description =
                "All years, oldest first, with the latest, mean (3 decimals), lowest and highest rate; the figures are null "
                + "while nothing is held.";
        });
    }

    public override async Task<InflationChart> ExecuteAsync(CancellationToken ct)
    {
        var values = (await reader.ReadAsync(MacroSeries.Inflation, ct)).Values;
        var rates = values.Values.Select(v => v.Value).ToList();
        return new InflationChart(
            [.. values.Values.Select(v => new InflationPoint(v.Date.Year, v.Value))],
            values.Latest?.Value,
            Statistics.Mean(rates, 3),
            Statistics.Min(rates),
            Statistics.Max(rates)
        );
    }
}

/// <param name="Rate">Percent.</param>
public sealed record InflationPoint(int Year, decimal Rate);

/// <param name="Data">Oldest first.</param>
/// <param name="LatestRate">Percent.</param>
/// <param name="AvgRate">Mean of all years, percent, 3 decimals.</param>
/// <param name="MinRate">Percent.</param>
/// <param name="MaxRate">Percent.</param>
public sealed record InflationChart(
    IReadOnlyList<InflationPoint> Data,
    decimal? LatestRate,
    decimal? AvgRate,
    decimal? MinRate,
    decimal? MaxRate
);
