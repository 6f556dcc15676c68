using InvestmentAssistant.Api.Domain.Fundamentals;

namespace InvestmentAssistant.Api.Features.Sp500.StockPage;

/// <summary>Figures of the latest balance sheet, in its currency (USD for most).</summary>
public sealed record KeyMetrics(
    decimal? TotalAssets,
    decimal? TotalLiabilities,
    decimal? ShareholdersEquity,
    decimal? CashAndEquivalents,
    LocalDate? FiscalDateEnding
);

/// <summary>
/// A ratio and what it means; the value is null when a line of it is not reported, or the ratio does not apply to the industry.
/// </summary>
/// <param name="Reason">Why there is no value: not_applicable, no_current_items, not_reported ...; null when there is one.</param>
public sealed record KeyRatio(decimal? Value, string? Status, string? Description, NoValue? Reason)
{
    internal static KeyRatio Of(Ratio ratio) => new(ratio.Value, ratio.Label, ratio.Sentence().Ko, ratio.Missing);
}

/// <summary>The ratios shown on the page.</summary>
public sealed record KeyRatios(KeyRatio? CurrentRatio, KeyRatio? DebtToAsset);

/// <summary>The verdict over all ratios; null when none can be rated.</summary>
/// <param name="Grade">A+ to D; N/A where the ratios do not apply to the industry.</param>
/// <param name="Score">20 to 100; null with N/A.</param>
/// <param name="Reason">not_applicable with N/A; else null.</param>
public sealed record HealthVerdict(string? Grade, decimal? Score, string? Status, NoValue? Reason = null);

/// <summary>The company by its latest balance sheet.</summary>
/// <param name="LatestPeriod">Its fiscal date as text.</param>
public sealed record Financials(
    bool DataAvailable,
    KeyMetrics? KeyMetrics,
    KeyRatios? KeyRatios,
    HealthVerdict? FinancialHealth,
    string? LatestPeriod,
    string? Message
);

/// <summary>The company's figures; while they are being collected <c>data</c> is null and <c>status</c> says collecting.</summary>
public sealed record FinancialPart(bool Available, Financials? Data, string? Status, string? Message)
{
    internal static FinancialPart Of(BalanceSheet? sheet, Yardstick? yardstick = null)
    {
        if (sheet is null)
            return new FinancialPart(false, null, "collecting", "재무 데이터를 수집 중입니다.");
        var ratios = Ratio.AllOf(sheet, yardstick);
        return new FinancialPart(
            true,
            new Financials(
                true,
                new KeyMetrics(sheet.TotalAssets, sheet.TotalLiabilities, sheet.TotalShareholderEquity, sheet.Cash, sheet.FiscalDateEnding),
                new KeyRatios(
                    KeyRatio.Of(ratios.First(r => r.Rule == RatioRule.Current)),
                    KeyRatio.Of(ratios.First(r => r.Rule == RatioRule.DebtToAsset))
                ),
                FinancialHealth.Of(ratios) is { } health
                    ? new HealthVerdict(health.Grade, health.Score, health.Status, health.Score is null ? NoValue.NotApplicable : null)
                    : null,
                FormattableString.Invariant($"{sheet.FiscalDateEnding:uuuu-MM-dd}"),
                null
            ),
            null,
            null
        );
    }
}
