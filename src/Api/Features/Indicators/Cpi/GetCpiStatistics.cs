using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Cpi;

/// <summary>GET /api/v1/cpi/statistics: the latest month and the last 12.</summary>
public sealed class GetCpiStatistics(SeriesReader reader) : EndpointWithoutRequest<CpiStatistics>
{
    public override void Configure()
    {
        Get("statistics");
        Group<CpiGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Consumer price figures";
            s.Description =
                "Latest index, its changes, and mean, highest and lowest of the last 12 months. Trend: rising or falling when "
                + "the last three values are "
                + "strictly monotone, else stable. 404 while nothing is held.";
            s.ResponseExamples[200] = new CpiStatistics(
                "2023-11-01",
                307.051m,
                307.671m,
                -0.202m,
                -0.620m,
                3.14m,
                303.89m,
                307.789m,
                296.797m,
                "falling",
                1331,
                new YearlyRate("2023-11", 3.14m)
            );
        });
    }

    public override async Task<CpiStatistics> ExecuteAsync(CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.Cpi, ct);
        var (date, value) = series.Latest();
        var values = series.Values;
        var year = values.LastMonths(12).Select(v => v.Value).ToList();
        return new CpiStatistics(
            Wording.Day(date),
            value,
            values.At(date.PlusMonths(-1)),
            CpiFigures.MonthOverMonth(values, date),
            CpiFigures.MonthOverMonthValue(values, date),
            CpiFigures.YearOverYear(values, date),
            Statistics.Round(year.Average(), 2),
            year.Max(),
            year.Min(),
            CpiFigures.Trend(values),
            values.Values.Count,
            CpiFigures.LatestYearOverYear(values)
        );
    }
}

/// <param name="LatestDate">2023-11-01.</param>
/// <param name="LatestCpi">Index.</param>
/// <param name="PreviousMonthCpi">Index of the month before; null when it was not published.</param>
/// <param name="MonthlyChange">Month over month, percent, 3 decimals.</param>
/// <param name="MonthlyChangeValue">Month over month, index points, 3 decimals.</param>
/// <param name="AnnualInflation">Year over year of the latest month, percent, 2 decimals; null when the month a year before was not
/// published.</param>
/// <param name="Avg12Months">Mean index, 2 decimals.</param>
/// <param name="Max12Months">Index.</param>
/// <param name="Min12Months">Index.</param>
/// <param name="Trend">rising, falling or stable.</param>
/// <param name="TotalMonths">Months held.</param>
/// <param name="LatestAnnualInflation">The newest known yearly rate; its month is an earlier one when the latest has nothing to be compared
/// with.</param>
public sealed record CpiStatistics(
    string LatestDate,
    decimal LatestCpi,
    decimal? PreviousMonthCpi,
    decimal? MonthlyChange,
    decimal? MonthlyChangeValue,
    decimal? AnnualInflation,
    decimal Avg12Months,
    decimal Max12Months,
    decimal Min12Months,
    string Trend,
    int TotalMonths,
    YearlyRate? LatestAnnualInflation
);
