namespace InvestmentAssistant.Api.Domain.Earnings;

/// <summary>One report as a provider sends it; null where it sends nothing.</summary>
/// <param name="Symbol">As the index writes it.</param>
/// <param name="Date">Report date in New York.</param>
public sealed record EarningsNotice(
    string Symbol,
    LocalDate Date,
    string? CompanyName = null,
    LocalDate? FiscalDateEnding = null,
    decimal? Estimate = null,
    decimal? Actual = null,
    string? Currency = null,
    ReportTime? Time = null
);

/// <summary>The one vocabulary of report hours.</summary>
public static class ReportTimes
{
    /// <summary>Reads the providers' words (bmo, amc, dmh; pre-market, post-market), in any case; null for others.</summary>
    public static ReportTime? Of(string? text) =>
        text?.Trim().ToLowerInvariant() switch
        {
            "bmo" or "pre-market" or "premarket" or "before market open" or "before-open" => ReportTime.BeforeOpen,
            "amc" or "post-market" or "postmarket" or "after market close" or "after-close" or "after-hours" => ReportTime.AfterClose,
            "dmh" or "during market hours" or "during-market" or "intraday" => ReportTime.DuringMarket,
            _ => null,
        };
}

/// <summary>
/// Matches notices with events. Two providers send the same report with dates that differ by days, so a date alone does not say which
/// report is meant.
/// </summary>
internal static class EarningsNotices
{
    /// <summary>A company's reports are three months apart: two dates within this many days are of one report.</summary>
    private const int SameReportDays = 30;

    /// <summary>The report of a quarter moves by less than the time to the next one's.</summary>
    private const int SameQuarterDays = 75;

    /// <summary>
    /// The held event that a notice is about, or null: that of its date, else of its quarter, else of a date near by unless the quarters
    /// say otherwise.
    /// </summary>
    public static EarningsEvent? FindIn(this EarningsNotice notice, IReadOnlyList<EarningsEvent> heldOfSymbol)
    {
        return heldOfSymbol.FirstOrDefault(e => e.ReportDate == notice.Date)
            ?? heldOfSymbol.FirstOrDefault(e =>
                e.AnnouncedQuarter is { } quarter && quarter == notice.FiscalDateEnding && Distance(e) <= SameQuarterDays
            )
            ?? heldOfSymbol
                .Where(e => (e.AnnouncedQuarter is null || notice.FiscalDateEnding is null) && Distance(e) <= SameReportDays)
                .MinBy(Distance);

        int Distance(EarningsEvent e) => Math.Abs(Period.DaysBetween(e.ReportDate, notice.Date));
    }

    /// <summary>
    /// An announcement: it moves the date and renews the estimate of a coming report. What has been reported is not announced any more.
    /// </summary>
    public static EarningsEvent Announce(this EarningsEvent held, EarningsNotice notice) =>
        (held.Actual is null ? held.MovedTo(notice.Date) : held) with
        {
            CompanyName = notice.CompanyName ?? held.CompanyName,
            FiscalDateEnding = notice.FiscalDateEnding ?? held.FiscalDateEnding,
            FiscalDateBasis = notice.FiscalDateEnding is null ? held.FiscalDateBasis : QuarterBasis.Announced,
            Estimate = held.Actual is null ? notice.Estimate ?? held.Estimate : held.Estimate,
            Currency = notice.Currency ?? held.Currency,
            Time = notice.Time ?? held.Time,
            IsListed = true,
        };

    /// <summary>
    /// A result: the day it came on is the report's day, and the estimate is the one it is measured by. Without a result it only fills
    /// gaps.
    /// </summary>
    public static EarningsEvent Report(this EarningsEvent held, EarningsNotice notice) =>
        (notice.Actual is null ? held : held.MovedTo(notice.Date)) with
        {
            Estimate = notice.Actual is null ? held.Estimate ?? notice.Estimate : notice.Estimate ?? held.Estimate,
            Actual = notice.Actual ?? held.Actual,
            Currency = held.Currency ?? notice.Currency,
            Time = held.Time ?? notice.Time,
            IsListed = true,
        };

    public static EarningsEvent AsEvent(this EarningsNotice notice, Instant now) =>
        new()
        {
            Symbol = notice.Symbol,
            ReportDate = notice.Date,
            CompanyName = notice.CompanyName,
            FiscalDateEnding = notice.FiscalDateEnding,
            FiscalDateBasis = notice.FiscalDateEnding is null ? null : QuarterBasis.Announced,
            Estimate = notice.Estimate,
            Actual = notice.Actual,
            Currency = notice.Currency,
            Time = notice.Time,
            FetchedAt = now,
            CreatedAt = now,
            UpdatedAt = now,
        };
}
