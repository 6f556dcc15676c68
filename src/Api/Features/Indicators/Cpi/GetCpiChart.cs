using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Cpi;

/// <summary>GET /api/v1/cpi/chart: points with their yearly rates, and the figures beside them.</summary>
public sealed class GetCpiChart(SeriesReader reader) : EndpointWithoutRequest<CpiChart>
{
    public override void Configure()
    {
        Get("chart");
        Group<CpiGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Consumer price chart";
            s.Description =
                "All months, oldest first, each with its rate against the same month a year before. Changes are found by date: a "
                + "month that was never "
                + "published leaves null where it would be compared with. The figures are null while nothing is held.";
        });
    }

    public override async Task<CpiChart> ExecuteAsync(CancellationToken ct)
    {
        var values = (await reader.ReadAsync(MacroSeries.Cpi, ct)).Values;
        var index = values.Values.Select(v => v.Value).ToList();
        var points = CpiPoint.Of(values, values.Values);
        if (values.Latest is not { } latest)
            return new CpiChart(points, null, null, null, null, null, null, null, null);
        return new CpiChart(
            points,
            latest.Value,
            values.At(latest.Date.PlusMonths(-1)),
            CpiFigures.MonthOverMonth(values, latest.Date),
            CpiFigures.YearOverYear(values, latest.Date),
            Statistics.Mean([.. values.LastMonths(12).Select(v => v.Value)], 2),
            index.Max(),
            index.Min(),
            CpiFigures.LatestYearOverYear(values)
        );
    }
}

/// <param name="Data">Oldest first.</param>
/// <param name="CurrentCpi">Index of the latest month.</param>
/// <param name="PreviousCpi">Index of the month before it.</param>
/// <param name="MonthlyChange">Month over month, percent, 3 decimals.</param>
/// <param name="AnnualInflation">Year over year of the latest month, percent, 2 decimals; null when the month a year before was not
/// published.</param>
/// <param name="AvgCpi12m">Mean index of the last 12 months, 2 decimals.</param>
/// <param name="MaxCpi">Of all months.</param>
/// <param name="MinCpi">Of all months.</param>
/// <param name="LatestAnnualInflation">The newest known yearly rate; its month is an earlier one when the latest has nothing to be compared
/// with.</param>
public sealed record CpiChart(
    IReadOnlyList<CpiPoint> Data,
    decimal? CurrentCpi,
    decimal? PreviousCpi,
    decimal? MonthlyChange,
    decimal? AnnualInflation,
    decimal? AvgCpi12m,
    decimal? MaxCpi,
    decimal? MinCpi,
    YearlyRate? LatestAnnualInflation
);
