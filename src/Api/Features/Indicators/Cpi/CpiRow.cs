using InvestmentAssistant.Api.Features.Indicators.Series;

namespace InvestmentAssistant.Api.Features.Indicators.Cpi;

/// <summary>The index of one month.</summary>
/// <param name="Date">First day of the month.</param>
/// <param name="CpiValue">Index, 1982-1984 = 100, not seasonally adjusted.</param>
/// <param name="IntervalType">monthly.</param>
/// <param name="Unit">index 1982-1984=100.</param>
/// <param name="Name">The source's title of the series.</param>
public sealed record CpiRow(LocalDate Date, decimal? CpiValue, string IntervalType, string Unit, string Name)
{
    public static CpiRow Of(HeldSeries series, DatedValue value) => new(value.Date, value.Value, series.Interval, series.Unit, series.Name);

    internal static CpiRow Example { get; } =
        new(new LocalDate(2023, 11, 1), 307.051m, "monthly", "index 1982-1984=100", "Consumer Price Index for all Urban Consumers");
}

/// <summary>A point of a chart.</summary>
/// <param name="CpiValue">Index.</param>
/// <param name="DateStr">2023-11.</param>
/// <param name="InflationRate">Change against the same month a year before, percent, 2 decimals; null when that month was not
/// published.</param>
public sealed record CpiPoint(int Year, int Month, decimal CpiValue, string DateStr, decimal? InflationRate)
{
    public static IReadOnlyList<CpiPoint> Of(DatedSeries series, IEnumerable<DatedValue> values) =>
        [
            .. values.Select(v => new CpiPoint(
                v.Date.Year,
                v.Date.Month,
                v.Value,
                Wording.Month(v.Date),
                CpiFigures.YearOverYear(series, v.Date)
            )),
        ];
}
