using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Cpi;

/// <summary>GET /api/v1/cpi/inflation-analysis: how prices have risen over the last year.</summary>
public sealed class GetInflationAnalysis(SeriesReader reader) : EndpointWithoutRequest<InflationAnalysis>
{
    public override void Configure()
    {
        Get("inflation-analysis");
        Group<CpiGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Inflation of the last 12 months";
            s.Description =
                "Year-over-year rates of the last 12 and 6 months and their means. Trend: mean of the recent six rates against "
                + "the six before, more than 0.5 "
                + "percentage points is accelerating or decelerating. Volatility score: twice the population standard deviation of "
                + "the rates, at most 10. Price "
                + "stability by the 12-month mean: below 1 % stable, below 3 % moderate_inflation, else high_inflation. 404 while no "
                + "yearly rate is known.";
        });
    }

    public override async Task<InflationAnalysis> ExecuteAsync(CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.Cpi, ct);
        var end = series.Latest().Date;
        var year = CpiPoint.Of(series.Values, series.Values.Within(end, 12));
        var half = CpiPoint.Of(series.Values, series.Values.Within(end, 6));
        var before = CpiPoint.Of(series.Values, series.Values.Within(end.PlusMonths(-6), 6));
        var (yearRates, halfRates) = (Rates(year), Rates(half));
        if (halfRates.Count == 0)
            throw Wording.NothingHeld($"{series.Series.Title} of a month and of the same month a year before");
        // The words follow from the figures that are shown.
        var mean = Statistics.Round(yearRates.Average(), 2);
        return new InflationAnalysis(
            half,
            year,
            Statistics.Round(halfRates.Average(), 2),
            mean,
            CpiFigures.InflationTrend(halfRates, Rates(before)),
            Statistics.VolatilityScore(yearRates),
            CpiFigures.PriceStability(mean)
        );
    }

    private static List<decimal> Rates(IEnumerable<CpiPoint> points) => [.. points.Select(p => p.InflationRate).OfType<decimal>()];
}

/// <param name="Recent6m">Oldest first.</param>
/// <param name="Recent12m">Oldest first.</param>
/// <param name="AvgInflation6m">Mean of the year-over-year rates, percent, 2 decimals.</param>
/// <param name="AvgInflation12m">Mean of the year-over-year rates, percent, 2 decimals.</param>
/// <param name="InflationTrend">accelerating, decelerating or stable.</param>
/// <param name="VolatilityScore">0 to 10, 2 decimals; null with fewer than two rates.</param>
/// <param name="PriceStabilityStatus">stable, moderate_inflation or high_inflation.</param>
public sealed record InflationAnalysis(
    IReadOnlyList<CpiPoint> Recent6m,
    IReadOnlyList<CpiPoint> Recent12m,
    decimal AvgInflation6m,
    decimal AvgInflation12m,
    string InflationTrend,
    decimal? VolatilityScore,
    string PriceStabilityStatus
);
