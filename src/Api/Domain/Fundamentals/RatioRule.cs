namespace InvestmentAssistant.Api.Domain.Fundamentals;

/// <summary>Subject of a ratio.</summary>
public enum RatioGroup
{
    /// <summary>Whether what falls due within a year can be paid.</summary>
    Liquidity,

    /// <summary>Share of the company that is borrowed.</summary>
    Leverage,

    /// <summary>Share that is bound in inventory.</summary>
    Efficiency,
}

/// <summary>
/// One ratio of a balance sheet: its formula, how it is rounded, and from where it is excellent, good or fair. The bands are held against
/// the exact value, not the rounded one.
/// </summary>
/// <param name="Key">On the wire: current_ratio.</param>
/// <param name="Name">For people.</param>
/// <param name="Subject">The beginning of its sentence; the value follows.</param>
/// <param name="Decimals">Of the rounded value.</param>
/// <param name="IsShare">A part of the whole, said in percent; else a multiple.</param>
/// <param name="MoreIsBetter">Whether a larger value is better: it must reach its band; else it must not exceed it.</param>
/// <param name="Bands">Excellent, good and fair from (or up to) here; all else is poor.</param>
/// <param name="Benchmark">A sound value to compare with.</param>
/// <param name="Weight">In the health score, of 100; 0 does not count.</param>
/// <param name="Numerator">Above the line.</param>
/// <param name="Divisor">Below it.</param>
public sealed record RatioRule(
    string Key,
    Words Name,
    Words Subject,
    RatioGroup Group,
    int Decimals,
    bool IsShare,
    bool MoreIsBetter,
    (decimal Excellent, decimal Good, decimal Fair) Bands,
    decimal Benchmark,
    int Weight,
    Func<BalanceSheet, decimal?> Numerator,
    Func<BalanceSheet, decimal?> Divisor
)
{
    /// <summary>Current assets / current liabilities: excellent from 2, good from 1.5, fair from 1.</summary>
    public static readonly RatioRule Current = new(
        "current_ratio",
        new("유동비율", "Current ratio"),
        new("유동자산이 유동부채의", "Current assets are {0} current liabilities"),
        RatioGroup.Liquidity,
        2,
        IsShare: false,
        MoreIsBetter: true,
        (2m, 1.5m, 1m),
        Benchmark: 1.5m,
        Weight: 25,
        s => s.TotalCurrentAssets,
        s => s.TotalCurrentLiabilities
    );

    /// <summary>
    /// (Current assets - inventory) / current liabilities: excellent from 1, good from 0.8, fair from 0.5. Without a reported inventory
    /// there is none.
    /// </summary>
    public static readonly RatioRule Quick = new(
        "quick_ratio",
        new("당좌비율", "Quick ratio"),
        new("재고를 뺀 유동자산이 유동부채의", "Current assets without inventory are {0} current liabilities"),
        RatioGroup.Liquidity,
        2,
        IsShare: false,
        MoreIsBetter: true,
        (1m, 0.8m, 0.5m),
        Benchmark: 1.0m,
        Weight: 10,
        s => s.TotalCurrentAssets - s.Inventory,
        s => s.TotalCurrentLiabilities
    );

    /// <summary>Cash and equivalents / current liabilities: excellent from 0.3, good from 0.2, fair from 0.1.</summary>
    public static readonly RatioRule CashToCurrentLiabilities = new(
        "cash_ratio",
        new("현금비율", "Cash ratio"),
        new("현금성 자산이 유동부채의", "Cash and equivalents are {0} current liabilities"),
        RatioGroup.Liquidity,
        2,
        IsShare: false,
        MoreIsBetter: true,
        (0.3m, 0.2m, 0.1m),
        Benchmark: 0.2m,
        Weight: 15,
        s => s.Cash,
        s => s.TotalCurrentLiabilities
    );

    /// <summary>Total liabilities / total assets: excellent up to 0.3, good up to 0.5, fair up to 0.7.</summary>
    public static readonly RatioRule DebtToAsset = new(
        "debt_to_asset",
        new("부채비율", "Debt to assets"),
        new("총부채가 총자산의", "Total liabilities are {0} total assets"),
        RatioGroup.Leverage,
        3,
        IsShare: true,
        MoreIsBetter: false,
        (0.3m, 0.5m, 0.7m),
        Benchmark: 0.5m,
        Weight: 25,
        s => s.TotalLiabilities,
        s => s.TotalAssets
    );

    /// <summary>
    /// Total liabilities / equity: excellent up to 0.5, good up to 1, fair up to 2. With negative equity there is no value, and it is poor.
    /// </summary>
    public static readonly RatioRule DebtToEquity = new(
        "debt_to_equity",
        new("부채자기자본비율", "Debt to equity"),
        new("총부채가 자기자본의", "Total liabilities are {0} equity"),
        RatioGroup.Leverage,
        2,
        IsShare: false,
        MoreIsBetter: false,
        (0.5m, 1m, 2m),
        Benchmark: 1.0m,
        Weight: 5,
        s => s.TotalLiabilities,
        s => s.TotalShareholderEquity
    );

    /// <summary>Equity / total assets: excellent from 0.7, good from 0.5, fair from 0.3.</summary>
    public static readonly RatioRule EquityToAsset = new(
        "equity_ratio",
        new("자기자본비율", "Equity ratio"),
        new("자기자본이 총자산의", "Equity is {0} total assets"),
        RatioGroup.Leverage,
        3,
        IsShare: true,
        MoreIsBetter: true,
        (0.7m, 0.5m, 0.3m),
        Benchmark: 0.5m,
        Weight: 20,
        s => s.TotalShareholderEquity,
        s => s.TotalAssets
    );

    /// <summary>
    /// Inventory / total assets: excellent up to 0.05, good up to 0.1, fair up to 0.2. Does not count in the health score.
    /// </summary>
    public static readonly RatioRule InventoryToAsset = new(
        "inventory_ratio",
        new("재고자산비율", "Inventory ratio"),
        new("재고자산이 총자산의", "Inventory is {0} total assets"),
        RatioGroup.Efficiency,
        3,
        IsShare: true,
        MoreIsBetter: false,
        (0.05m, 0.1m, 0.2m),
        Benchmark: 0.1m,
        Weight: 0,
        s => s.Inventory,
        s => s.TotalAssets
    );

    /// <summary>By group, in the order of answers.</summary>
    public static readonly IReadOnlyList<RatioRule> All =
    [
        Current,
        Quick,
        CashToCurrentLiabilities,
        DebtToAsset,
        DebtToEquity,
        EquityToAsset,
        InventoryToAsset,
    ];

    /// <summary>The rating of an exact value.</summary>
    public Rating Rate(decimal value)
    {
        bool Within(decimal band) => MoreIsBetter ? value >= band : value <= band;
        return Within(Bands.Excellent) ? Rating.Excellent
            : Within(Bands.Good) ? Rating.Good
            : Within(Bands.Fair) ? Rating.Fair
            : Rating.Poor;
    }
}
