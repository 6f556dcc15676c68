using InvestmentAssistant.Api.Domain.Instruments;

namespace InvestmentAssistant.Api.Domain.Earnings;

/// <summary>A report of an S&amp;P 500 company, as the calendar and the news beside it show it.</summary>
/// <param name="Symbol">AAPL.</param>
/// <param name="CompanyName">As the index writes it.</param>
/// <param name="ReportDate">Date in New York.</param>
/// <param name="FiscalDateEnding">Last day of the quarter.</param>
/// <param name="Estimate">Expected earnings a share, in currency, unrounded: surprise_percent follows from it and actual.</param>
/// <param name="Currency">ISO code.</param>
/// <param name="GicsSector">Information Technology.</param>
/// <param name="GicsSubIndustry">Technology Hardware, Storage &amp; Peripherals.</param>
/// <param name="Headquarters">City and state.</param>
/// <param name="EventType">earnings_report.</param>
/// <param name="EventTitle">For people.</param>
/// <param name="EventDescription">For people.</param>
/// <param name="TotalNewsCount">News kept of this report.</param>
/// <param name="ForecastNewsCount">Those published before it.</param>
/// <param name="ReactionNewsCount">Those published after it.</param>
/// <param name="Id">Number of the report; stays the same when its date moves and when the calendar is rebuilt.</param>
/// <param name="CreatedAt">When it was first held.</param>
/// <param name="UpdatedAt">When anything in it last changed.</param>
/// <param name="Actual">Reported earnings a share, in currency; null until it is known.</param>
/// <param name="SurprisePercent">Reported over expected, percent of the size of the expectation.</param>
/// <param name="ReportTime">before_open (9:30 New York), after_close (16:00), during_market, or null.</param>
/// <param name="PreviousDate">The report date before it last moved.</param>
/// <param name="HasEstimate">Whether an estimate is held.</param>
/// <param name="HasNews">Whether any news is kept.</param>
/// <param name="IsFutureDate">Whether the report date is today in New York, or later.</param>
/// <param name="NewsCount">The same as total_news_count, under the name that the web client reads.</param>
/// <param name="ReportDayNewsCount">Those of the day of a report whose hour is not known, which no text puts before or after it.</param>
/// <param name="FiscalDateBasis">
/// How fiscal_date_ending is known: announced, balance_sheet (the company's of fiscal_date_ending is held) or pattern (worked out from
/// its other quarters).
/// </param>
public sealed record Sp500EarningsItem(
    string Symbol,
    string? CompanyName,
    LocalDate ReportDate,
    LocalDate? FiscalDateEnding,
    decimal? Estimate,
    string? Currency,
    string? GicsSector,
    string? GicsSubIndustry,
    string? Headquarters,
    string? EventType,
    string? EventTitle,
    string? EventDescription,
    int? TotalNewsCount,
    int? ForecastNewsCount,
    int? ReactionNewsCount,
    int Id,
    Instant? CreatedAt,
    Instant? UpdatedAt,
    decimal? Actual,
    decimal? SurprisePercent,
    ReportTime? ReportTime,
    LocalDate? PreviousDate,
    bool HasEstimate,
    bool HasNews,
    bool IsFutureDate,
    int NewsCount,
    int ReportDayNewsCount,
    QuarterBasis? FiscalDateBasis
)
{
    /// <summary>애플; null where none is certain.</summary>
    public string? KoreanName => KoreanNames.Of(Symbol);

    public static Sp500EarningsItem Of(EarningsEvent e, LocalDate today) =>
        new(
            e.Symbol,
            e.CompanyName,
            e.ReportDate,
            e.FiscalDateEnding,
            e.Estimate,
            e.Currency,
            e.GicsSector,
            e.GicsSubIndustry,
            e.Headquarters,
            "earnings_report",
            e.Title,
            e.Description,
            e.NewsCount,
            e.ForecastNewsCount,
            e.ReactionNewsCount,
            e.Id,
            e.CreatedAt,
            e.UpdatedAt,
            e.Actual,
            e.SurprisePercent,
            e.Time,
            e.PreviousDate,
            e.Estimate is not null,
            e.NewsCount > 0,
            e.ReportDate >= today,
            e.NewsCount,
            e.ReportDayNewsCount,
            e.QuarterBasis
        );

    public static Sp500EarningsItem Example { get; } =
        new(
            "AAPL",
            "Apple Inc.",
            new LocalDate(2026, 1, 29),
            new LocalDate(2025, 12, 31),
            2.67m,
            "USD",
            "Information Technology",
            "Technology Hardware, Storage & Peripherals",
            "Cupertino, California",
            "earnings_report",
            "AAPL 실적 발표 (예상 EPS: $2.67)",
            "Apple Inc.의 2025-12-31 마감 분기 실적 발표: 2026-01-29 장 마감 후. 예상 EPS $2.67.",
            34,
            21,
            13,
            412,
            Instant.FromUtc(2025, 11, 1, 9, 40),
            Instant.FromUtc(2026, 1, 29, 22, 50),
            2.84m,
            6.37m,
            Earnings.ReportTime.AfterClose,
            null,
            true,
            true,
            false,
            34,
            0,
            QuarterBasis.Announced
        );
}
