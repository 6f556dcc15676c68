using InvestmentAssistant.Api.Features.Indicators.Series;

namespace InvestmentAssistant.Api.Features.Indicators.Cpi;

/// <summary>Figures derived from the index. Neighbours are found by date: a figure without its neighbour is null.</summary>
public static class CpiFigures
{
    /// <summary>(v_t - v_(t-1)) / v_(t-1) x 100, 3 decimals.</summary>
    public static decimal? MonthOverMonth(DatedSeries series, LocalDate month) => series.PercentChange(month, 1, 3);

    /// <summary>v_t - v_(t-1), 3 decimals.</summary>
    public static decimal? MonthOverMonthValue(DatedSeries series, LocalDate month) =>
        series.Change(month, 1) is { } change ? Statistics.Round(change, 3) : null;

    /// <summary>(v_t - v_(t-12)) / v_(t-12) x 100, 2 decimals.</summary>
    public static decimal? YearOverYear(DatedSeries series, LocalDate month) => series.PercentChange(month, 12, 2);

    /// <summary>
    /// The newest month with a yearly rate. It is not the latest month when that month's rate is not known: for October 2026 there is no
    /// October 2025 to compare with.
    /// </summary>
    public static YearlyRate? LatestYearOverYear(DatedSeries series)
    {
        foreach (var (date, _) in series.Values.Reverse())
        {
            if (YearOverYear(series, date) is { } rate)
                return new YearlyRate(Wording.Month(date), rate);
        }
        return null;
    }

    /// <summary>rising or falling when the last three values are strictly monotone, else stable.</summary>
    public static string Trend(DatedSeries series) =>
        series.Last(3) switch
        {
            [var a, var b, var c] when a.Value < b.Value && b.Value < c.Value => "rising",
            [var a, var b, var c] when a.Value > b.Value && b.Value > c.Value => "falling",
            _ => "stable",
        };

    /// <summary>
    /// Mean of the recent six rates minus mean of the six before: above 0.5 accelerating, below -0.5 decelerating, else stable (also when
    /// one is missing).
    /// </summary>
    public static string InflationTrend(IReadOnlyCollection<decimal> recent, IReadOnlyCollection<decimal> before) =>
        recent.Count == 0 || before.Count == 0
            ? "stable"
            : Statistics.Direction(recent.Average() - before.Average(), 0.5m, "accelerating", "decelerating", "stable");

    /// <summary>By the 12-month mean rate: below 1 stable, below 3 moderate_inflation, else high_inflation.</summary>
    public static string PriceStability(decimal meanRate) =>
        meanRate < 1 ? "stable"
        : meanRate < 3 ? "moderate_inflation"
        : "high_inflation";
}

/// <param name="DateStr">2026-09.</param>
/// <param name="Rate">Year over year, percent, 2 decimals.</param>
public sealed record YearlyRate(string DateStr, decimal Rate);
