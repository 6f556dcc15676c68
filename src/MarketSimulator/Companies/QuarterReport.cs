namespace InvestmentAssistant.MarketSimulator.Companies;

/// <summary>When in its day a company reports; not known for every company.</summary>
internal enum ReportHour
{
    Unknown,
    BeforeOpen,
    AfterClose,
}

/// <summary>A company that reports its quarters.</summary>
/// <param name="Symbol">As the index writes it: BRK.B.</param>
/// <param name="IsListed">Of the S&amp;P 500; the others are small and made up.</param>
/// <param name="Issuer">The class of shares that the figures are made of: GOOGL for GOOG, else the symbol itself.</param>
/// <param name="Eps">Earnings a share of an average quarter in 2024, negative for a loss.</param>
/// <param name="RevenueMillions">Revenue of an average quarter, in millions.</param>
/// <param name="YearEnd">Last month of its fiscal year.</param>
/// <param name="Lag">Days from the end of a quarter to its report.</param>
internal sealed record ReportingCompany(
    string Symbol,
    string Issuer,
    string Name,
    string Sector,
    string SubIndustry,
    bool IsListed,
    string Currency,
    double Eps,
    double RevenueMillions,
    int YearEnd,
    int Lag,
    ReportHour Hour
);

/// <summary>A quarter and its report, past or coming. EPS in the company's currency.</summary>
/// <param name="FiscalEnd">Last day of the quarter.</param>
/// <param name="Date">Report date in New York, a trading day.</param>
/// <param name="At">The minute the report is out.</param>
/// <param name="Estimate">What analysts expect a share; null where none follows the company.</param>
/// <param name="Actual">What it will have been; to be shown only after <paramref name="At"/>.</param>
internal sealed record QuarterReport(
    ReportingCompany Company,
    LocalDate FiscalEnd,
    int FiscalYear,
    int Quarter,
    LocalDate Date,
    Instant At,
    decimal? Estimate,
    decimal Actual,
    long RevenueEstimate,
    long Revenue
);
