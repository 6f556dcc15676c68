namespace InvestmentAssistant.Api.Features.Indicators.Series;

/// <summary>A series that this feature keeps.</summary>
/// <param name="Key">Its name in the store.</param>
/// <param name="Title">For people, in messages.</param>
/// <param name="Function">The provider's function.</param>
/// <param name="Parameters">The function's further parameters.</param>
/// <param name="Interval">daily, monthly or annual, until the source has said it.</param>
/// <param name="Unit">Until the source has said it.</param>
/// <param name="Lowest">A value below cannot be true and is dropped.</param>
/// <param name="Highest">A value above cannot be true and is dropped.</param>
/// <param name="DueDay">
/// Daily: unused. Monthly: the day of the following month from which a month can be out. Annual: the month of the following year.
/// </param>
public sealed record MacroSeries(
    string Key,
    string Title,
    string Function,
    IReadOnlyList<(string Name, string Value)> Parameters,
    string Interval,
    string Unit,
    decimal Lowest,
    decimal Highest,
    int DueDay
)
{
    /// <summary>
    /// Consumer prices, not seasonally adjusted. The Bureau of Labor Statistics publishes a month from the 10th of the next one on.
    /// </summary>
    public static readonly MacroSeries Cpi = new(
        "cpi",
        "Consumer price index",
        "CPI",
        [("interval", "monthly")],
        "monthly",
        "index 1982-1984=100",
        1,
        10_000,
        DueDay: 10
    );

    /// <summary>Yearly consumer price inflation (World Bank).</summary>
    public static readonly MacroSeries Inflation = new(
        "inflation",
        "Inflation",
        "INFLATION",
        [],
        "annual",
        "percent",
        -50,
        1_000,
        DueDay: 4
    );

    /// <summary>Effective federal funds rate, mean of the month (Federal Reserve).</summary>
    public static readonly MacroSeries FederalFunds = new(
        "federal_funds_rate",
        "Federal funds rate",
        "FEDERAL_FUNDS_RATE",
        [("interval", "monthly")],
        "monthly",
        "percent",
        -5,
        50,
        DueDay: 1
    );

    /// <summary>The same by day, weekends included.</summary>
    public static readonly MacroSeries FederalFundsDaily = FederalFunds.ByDay();

    /// <summary>Months of a daily series that are kept: two years back from any day. Older values come from the monthly series.</summary>
    private const int DailyMonths = 25;

    public bool IsDaily => Interval == "daily";

    /// <summary>
    /// Constant maturity yield of the US Treasury, mean of the month (Federal Reserve). Yields below zero have been seen elsewhere and are
    /// let through.
    /// </summary>
    public static MacroSeries Treasury(string maturity) =>
        new(
            "treasury_" + maturity,
            $"Treasury yield {maturity}",
            "TREASURY_YIELD",
            [("interval", "monthly"), ("maturity", maturity)],
            "monthly",
            "percent",
            -5,
            50,
            DueDay: 1
        );

    /// <summary>The daily series beside a monthly one of the provider.</summary>
    public MacroSeries ByDay() =>
        this with
        {
            Key = Key + "_daily",
            Title = Title + " by day",
            Interval = "daily",
            Parameters = [.. Parameters.Select(p => p.Name == "interval" ? (p.Name, "daily") : p)],
        };

    /// <summary>The first date that is kept; null = all.</summary>
    public LocalDate? FirstKept(LocalDate today) => IsDaily ? today.PlusMonths(-DailyMonths) : null;

    /// <summary>The newest period that can be published on that day (UTC): of a daily series the weekday before.</summary>
    public LocalDate NewestPossible(LocalDate today) =>
        IsDaily ? WeekdayBefore(today)
        : Interval == "annual" ? new LocalDate(today.Year - (today.Month >= DueDay ? 1 : 2), 1, 1)
        : today.With(DateAdjusters.StartOfMonth).PlusMonths(today.Day >= DueDay ? -1 : -2);

    private static LocalDate WeekdayBefore(LocalDate day)
    {
        do day = day.PlusDays(-1);
        while (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
        return day;
    }
}
