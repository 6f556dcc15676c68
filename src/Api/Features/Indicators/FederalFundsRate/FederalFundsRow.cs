using InvestmentAssistant.Api.Features.Indicators.Series;

namespace InvestmentAssistant.Api.Features.Indicators.FederalFundsRate;

/// <summary>The rate of one day or month.</summary>
/// <param name="Date">The day, or the first day of the month.</param>
/// <param name="Rate">Percent; of a month the mean.</param>
/// <param name="IntervalType">daily or monthly.</param>
/// <param name="Unit">percent.</param>
/// <param name="Name">The source's title of the series.</param>
public sealed record FederalFundsRow(LocalDate Date, decimal? Rate, string IntervalType, string Unit, string Name)
{
    public static FederalFundsRow Of(HeldSeries series, DatedValue value) =>
        new(value.Date, value.Value, series.Interval, series.Unit, series.Name);

    internal static FederalFundsRow Example { get; } =
        new(new LocalDate(2024, 8, 1), 5.33m, "monthly", "percent", "Effective Federal Funds Rate");
}

/// <summary>The rate of the newest day.</summary>
/// <param name="Rate">Percent.</param>
public sealed record FederalFundsDay(LocalDate Date, decimal Rate)
{
    public static FederalFundsDay? Of(HeldSeries days) => days.Values.Latest is { } latest ? new(latest.Date, latest.Value) : null;
}

/// <summary>A point of a chart.</summary>
/// <param name="Rate">Percent.</param>
/// <param name="DateStr">2024-08.</param>
public sealed record FederalFundsPoint(int Year, int Month, decimal Rate, string DateStr)
{
    public static IReadOnlyList<FederalFundsPoint> Of(IEnumerable<DatedValue> values) =>
        [.. values.Select(v => new FederalFundsPoint(v.Date.Year, v.Date.Month, v.Value, Wording.Month(v.Date)))];
}

/// <summary>Words for the direction of the rate.</summary>
public static class FederalFundsFigures
{
    /// <summary>
    /// By the last change in percentage points: above 0.01 rising, below -0.01 falling, else stable; stable without a value before.
    /// </summary>
    public static string Trend(decimal? change) => Statistics.Direction(change ?? 0, 0.01m, "rising", "falling", "stable");

    /// <summary>
    /// The last value minus the mean of the two before it: above 0.1 increasing, below -0.1 decreasing, else stable. Ascending, at least
    /// three.
    /// </summary>
    public static string Direction(IReadOnlyList<decimal> rates) =>
        Statistics.Direction(rates[^1] - ((rates[^2] + rates[^3]) / 2), 0.1m, "increasing", "decreasing", "stable");

    /// <summary>
    /// Mean of the last three minus mean of the three before: above 0.2 tightening, below -0.2 easing, else neutral. Ascending, at least
    /// six.
    /// </summary>
    public static string CyclePhase(IReadOnlyList<decimal> rates) =>
        Statistics.Direction(
            rates.TakeLast(3).Average() - rates.SkipLast(3).TakeLast(3).Average(),
            0.2m,
            "tightening",
            "easing",
            "neutral"
        );
}
