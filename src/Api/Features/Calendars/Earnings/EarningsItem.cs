using InvestmentAssistant.Api.Domain.Earnings;

namespace InvestmentAssistant.Api.Features.Calendars.Earnings;

/// <summary>A report on the calendar.</summary>
/// <param name="Symbol">AAPL.</param>
/// <param name="CompanyName">As the index or the provider writes it.</param>
/// <param name="ReportDate">Date in New York.</param>
/// <param name="FiscalDateEnding">Last day of the quarter.</param>
/// <param name="Estimate">Expected earnings a share, in currency.</param>
/// <param name="Currency">ISO code.</param>
/// <param name="EventDescription">For people.</param>
/// <param name="FetchedAt">When a provider last confirmed it.</param>
/// <param name="Actual">Reported earnings a share, in currency; null until it is known.</param>
/// <param name="SurprisePercent">Reported over expected, percent of the size of the expectation.</param>
/// <param name="ReportTime">before_open (9:30 New York), after_close (16:00), during_market, or null.</param>
/// <param name="PreviousDate">The report date before it last moved.</param>
/// <param name="FiscalDateBasis">
/// How fiscal_date_ending is known: announced, balance_sheet (the company's of fiscal_date_ending is held) or pattern (worked out from
/// its other quarters).
/// </param>
public sealed record EarningsItem(
    string Symbol,
    string? CompanyName,
    LocalDate ReportDate,
    LocalDate? FiscalDateEnding,
    decimal? Estimate,
    string? Currency,
    string? EventDescription,
    Instant? FetchedAt,
    decimal? Actual,
    decimal? SurprisePercent,
    ReportTime? ReportTime,
    LocalDate? PreviousDate,
    QuarterBasis? FiscalDateBasis
)
{
    public static EarningsItem Of(EarningsEvent e) =>
        new(
            e.Symbol,
            e.CompanyName,
            e.ReportDate,
            e.FiscalDateEnding,
            e.Estimate,
            e.Currency,
            e.Description,
            e.FetchedAt,
            e.Actual,
            e.SurprisePercent,
            e.Time,
            e.PreviousDate,
            e.QuarterBasis
        );

    internal static EarningsItem Example { get; } =
        new(
            "AAPL",
            "Apple Inc.",
            new LocalDate(2026, 1, 29),
            new LocalDate(2025, 12, 31),
            2.67m,
            "USD",
            "Apple Inc.의 2025-12-31 마감 분기 실적 발표: 2026-01-29 장 마감 후. 예상 EPS $2.67. 발표 EPS $2.84.",
            Instant.FromUtc(2026, 1, 29, 22, 50),
            2.84m,
            6.37m,
            Domain.Earnings.ReportTime.AfterClose,
            null,
            QuarterBasis.Announced
        );
}
