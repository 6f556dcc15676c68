using NodaTime;

namespace InvestmentAssistant.Api.Features.Indicators.Series;

/// <summary>A series that this feature keeps.</summary>
/// <param name="Key">Its name in the store.</param>
/// <param name="Title">For people, in messages.</param>
/// <param name="Function">The provider's function.</param>
/// <param name="Parameters">The function's further parameters.</param>
/// <param name="Interval">monthly or annual, until the source has said it.</param>
/// <param name="Unit">Until the source has said it.</param>
/// <param name="Lowest">A value below cannot be true and is dropped.</param>
/// <param name="Highest">A value above cannot be true and is dropped.</param>
/// <param name="DueDay">Monthly: the day of the following month from which a month can be out. Annual: the month of the following year.</param>
public sealed record MacroSeries(
    string Key, string Title, string Function, IReadOnlyList<(string Name, string Value)> Parameters, string Interval, string Unit,
    decimal Lowest, decimal Highest, int DueDay)
{
    /// <summary>Consumer prices, not seasonally adjusted. The Bureau of Labor Statistics publishes a month from the 10th of the next one on.</summary>
    public static readonly MacroSeries Cpi = new(
        "cpi", "Consumer price index", "CPI", [("interval", "monthly")], "monthly", "index 1982-1984=100", 1, 10_000, DueDay: 10);

    /// <summary>Yearly consumer price inflation (World Bank).</summary>
    public static readonly MacroSeries Inflation = new("inflation", "Inflation", "INFLATION", [], "annual", "percent", -50, 1_000, DueDay: 4);

    /// <summary>Effective federal funds rate, mean of the month (Federal Reserve).</summary>
    public static readonly MacroSeries FederalFunds = new(
        "federal_funds_rate", "Federal funds rate", "FEDERAL_FUNDS_RATE", [("interval", "monthly")], "monthly", "percent", -5, 50, DueDay: 1);

    /// <summary>Constant maturity yield of the US Treasury, mean of the month (Federal Reserve). Yields below zero have been seen elsewhere and are let through.</summary>
    public static MacroSeries Treasury(string maturity) => new(
        "treasury_" + maturity, $"Treasury yield {maturity}", "TREASURY_YIELD", [("interval", "monthly"), ("maturity", maturity)], "monthly", "percent", -5, 50, DueDay: 1);

    /// <summary>The newest period that can be published on that day (UTC).</summary>
    public LocalDate NewestPossible(LocalDate today) => Interval == "annual"
        ? new LocalDate(today.Year - (today.Month >= DueDay ? 1 : 2), 1, 1)
        : today.With(DateAdjusters.StartOfMonth).PlusMonths(today.Day >= DueDay ? -1 : -2);
}
