namespace InvestmentAssistant.Api.Domain.Fundamentals;

/// <summary>
/// By what measure the books of a company can be judged. The bands of <see cref="RatioRule"/> are those of companies that make or sell
/// things.
/// </summary>
public enum Yardstick
{
    /// <summary>Companies that make or sell things, payment processors and brokers of insurance among them.</summary>
    Industrial,

    /// <summary>Deposits and loans: liabilities are the business, and supervisors measure capital in another way.</summary>
    Bank,

    /// <summary>Reserves for claims are liabilities.</summary>
    Insurer,

    /// <summary>Brokers, managers of assets, lenders, exchanges with their margin deposits, financial holdings.</summary>
    FinancialFirm,

    /// <summary>Property trusts: financed by mortgages, and few report current items separately.</summary>
    RealEstateTrust,

    /// <summary>Regulated suppliers: heavy, long debt and a current ratio below 1 are usual.</summary>
    Utility,

    /// <summary>A company of unknown industry that reports no current items, as banks, insurers and property trusts do.</summary>
    Unclassified,
}

public static class Yardsticks
{
    /// <summary>Financial companies that are judged like any other: they bear no deposits and no claims of their own.</summary>
    private static readonly string[] s_serviceFirms = ["Transaction & Payment Processing Services", "Insurance Brokers"];

    /// <summary>Yardstick of a GICS sector and sub-industry; null when neither is known.</summary>
    public static Yardstick? Of(string? sector, string? subIndustry)
    {
        bool Names(string word) => subIndustry?.Contains(word, StringComparison.OrdinalIgnoreCase) is true;
        return sector switch
        {
            null => null,
            "Financials" when s_serviceFirms.Contains(subIndustry, StringComparer.OrdinalIgnoreCase) => Yardstick.Industrial,
            "Financials" when Names("insurance") || Names("reinsurance") => Yardstick.Insurer,
            "Financials" when Names("custody") => Yardstick.FinancialFirm,
            "Financials" when Names("banks") => Yardstick.Bank,
            "Financials" => Yardstick.FinancialFirm,
            "Real Estate" when subIndustry is null || Names("REIT") => Yardstick.RealEstateTrust,
            "Utilities" => Yardstick.Utility,
            _ => Yardstick.Industrial,
        };
    }

    /// <summary>Yardstick of a company of which only a balance sheet is known.</summary>
    public static Yardstick Of(BalanceSheet sheet)
    {
        // A sheet without liabilities and equity does not show how the company reports.
        var tells = sheet.TotalLiabilities is not null || sheet.TotalShareholderEquity is not null;
        return tells && sheet is { TotalCurrentAssets: null, TotalCurrentLiabilities: null }
            ? Yardstick.Unclassified
            : Yardstick.Industrial;
    }

    /// <summary>Whether the ratio, with its bands, says something about such a company.</summary>
    public static bool Measures(this Yardstick yardstick, RatioRule rule) =>
        yardstick switch
        {
            Yardstick.Industrial => true,
            Yardstick.Utility => rule == RatioRule.InventoryToAsset,
            _ => false,
        };

    /// <summary>The industry, for people.</summary>
    public static Words Name(this Yardstick yardstick) =>
        yardstick switch
        {
            Yardstick.Bank => new("은행", "a bank"),
            Yardstick.Insurer => new("보험", "an insurer"),
            Yardstick.FinancialFirm => new("금융", "a financial company"),
            Yardstick.RealEstateTrust => new("리츠(부동산)", "a real estate trust"),
            Yardstick.Utility => new("유틸리티", "a utility"),
            Yardstick.Unclassified => new("유동 항목을 보고하지 않는", "a company without current items"),
            _ => new("일반", "an industrial company"),
        };

    /// <summary>Measures by which such a company is judged in place of these ratios.</summary>
    public static Words Measure(this Yardstick yardstick) =>
        yardstick switch
        {
            Yardstick.Bank => new(
                "보통주자본비율, 부실채권비율, 예대율",
                "common equity tier 1 ratio, non-performing loans and loans to deposits"
            ),
            Yardstick.Insurer => new("지급여력비율, 합산비율", "solvency ratio and combined ratio"),
            Yardstick.FinancialFirm => new("순자본비율, 위험가중자산 대비 자본", "net capital and capital to risk-weighted assets"),
            Yardstick.RealEstateTrust => new(
                "FFO 대비 차입, 담보인정비율, 이자보상배율",
                "debt to funds from operations, loan to value and interest coverage"
            ),
            Yardstick.Utility => new(
                "이자보상배율, FFO 대비 차입, 규제 자기자본",
                "interest coverage, debt to funds from operations and allowed equity"
            ),
            _ => new("업종에 맞는 지표", "the measures of its industry"),
        };
}
