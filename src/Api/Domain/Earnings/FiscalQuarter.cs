namespace InvestmentAssistant.Api.Domain.Earnings;

/// <summary>Source of the last day of a report's quarter.</summary>
public enum QuarterBasis
{
    /// <summary>The provider named it.</summary>
    Announced,

    /// <summary>The company's balance sheet of that day is held.</summary>
    BalanceSheet,

    /// <summary>Worked out from the months in which the company's other quarters end.</summary>
    Pattern,
}

/// <summary>Works out which quarter a report is of, where the provider does not name it.</summary>
internal static class FiscalQuarter
{
    /// <summary>No company reports sooner after the end of a quarter.</summary>
    private const int SoonestDays = 5;

    /// <summary>
    /// The last deadline of a US annual report is after 75 days (SEC Form 10-K); a date further back is of the quarter before.
    /// </summary>
    private const int LatestDays = 80;

    /// <summary>The last day of the quarter that a report of that date is of; null, not a guess, when neither source has it.</summary>
    /// <param name="report">The report date.</param>
    /// <param name="sheets">Fiscal dates of the company's balance sheets.</param>
    /// <param name="announced">Last days of its quarters as a provider named them beside other reports.</param>
    public static (LocalDate Date, QuarterBasis Basis)? Of(
        LocalDate report,
        IReadOnlyCollection<LocalDate> sheets,
        IReadOnlyCollection<LocalDate> announced
    )
    {
        var held = sheets.Where(IsReported).ToList();
        if (held.Count > 0)
            return (held.Max(), QuarterBasis.BalanceSheet);
        var known = sheets.Concat(announced).ToList();
        if (known.Count == 0)
            return null;
        // A company that moved its fiscal year has two patterns: the newest counts.
        var month = MonthOf(known.Max());
        var last = Enumerable
            .Range(0, 4)
            .Select(n => new LocalDate(report.Year, report.Month, 1).PlusMonths(-n).With(DateAdjusters.EndOfMonth))
            .Where(end => (end.Month - month) % 3 == 0 && IsReported(end))
            .ToList();
        return last.Count > 0 ? (last[0], QuarterBasis.Pattern) : null;

        bool IsReported(LocalDate end) => Period.DaysBetween(end, report) is >= SoonestDays and <= LatestDays;
    }

    /// <summary>
    /// The month that a quarter ends with. Quarters of 13 weeks end some days before or after it: 3 October is the end of September.
    /// </summary>
    private static int MonthOf(LocalDate end) => (end.Day <= 7 ? end.PlusDays(-7) : end).Month;
}
