using InvestmentAssistant.Api.Features.Indicators.Series;

namespace InvestmentAssistant.Api.Features.Indicators.Inflation;

/// <summary>Inflation of one year.</summary>
/// <param name="Date">1 January of the year.</param>
/// <param name="InflationRate">Percent (2.95 = 2.95 %), as published; below zero is deflation.</param>
/// <param name="IntervalType">annual.</param>
/// <param name="Unit">percent.</param>
/// <param name="Name">The source's title of the series.</param>
public sealed record InflationRow(LocalDate Date, decimal? InflationRate, string IntervalType, string Unit, string Name)
{
    public static InflationRow Of(HeldSeries series, LocalDate date, decimal rate) =>
        new(date, rate, series.Interval, series.Unit, series.Name);

    /// <summary>For the documents.</summary>
    internal static InflationRow Example { get; } =
        new(new LocalDate(2024, 1, 1), 2.94952520485207m, "annual", "percent", "Inflation - US Consumer Prices");
}
