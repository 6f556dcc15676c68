namespace InvestmentAssistant.Api.Domain.Fundamentals;

/// <summary>
/// What a company owned and owed at the end of one fiscal quarter, as reported. Natural key: symbol and date; a restatement replaces it.
/// Amounts are whole units of <see cref="ReportedCurrency"/>; null is "not reported", zero is a value.
/// </summary>
public sealed record BalanceSheet
{
    /// <summary>symbol/date: AAPL/2024-06-30.</summary>
    public required string Id { get; init; }

    /// <summary>As the index writes it: BRK.B.</summary>
    public required string Symbol { get; init; }

    public required LocalDate FiscalDateEnding { get; init; }

    /// <summary>Whether the day is the end of the company's fiscal year.</summary>
    public bool IsFiscalYearEnd { get; init; }

    /// <summary>USD for nearly all members of the index.</summary>
    public string? ReportedCurrency { get; init; }

    public decimal? TotalAssets { get; init; }

    /// <summary>Null for banks and insurers, which do not report current assets separately.</summary>
    public decimal? TotalCurrentAssets { get; init; }

    public decimal? TotalNonCurrentAssets { get; init; }
    public decimal? TotalLiabilities { get; init; }

    /// <summary>Null for banks and insurers.</summary>
    public decimal? TotalCurrentLiabilities { get; init; }

    public decimal? TotalNonCurrentLiabilities { get; init; }

    /// <summary>Negative where a company owes more than it owns.</summary>
    public decimal? TotalShareholderEquity { get; init; }

    /// <summary>Cash and equivalents at carrying value.</summary>
    public decimal? Cash { get; init; }

    public decimal? CashAndShortTermInvestments { get; init; }
    public decimal? Inventory { get; init; }
    public decimal? CurrentNetReceivables { get; init; }
    public decimal? CurrentAccountsPayable { get; init; }
    public decimal? LongTermDebt { get; init; }
    public decimal? CommonStock { get; init; }
    public decimal? RetainedEarnings { get; init; }

    /// <summary>Shares, not money.</summary>
    public decimal? CommonStockSharesOutstanding { get; init; }

    /// <summary>
    /// The other lines that the provider reports, by its own names (goodwill, treasuryStock ...), without those that are missing.
    /// </summary>
    public IReadOnlyDictionary<string, decimal> OtherLines { get; init; } = new Dictionary<string, decimal>();

    /// <summary>When the provider first gave these figures.</summary>
    public required Instant FetchedAt { get; init; }

    public static string IdOf(string symbol, LocalDate date) => FormattableString.Invariant($"{symbol}/{date:uuuu-MM-dd}");

    /// <summary>Whether both say the same, whenever they were fetched.</summary>
    public bool SaysTheSameAs(BalanceSheet other) =>
        this with { FetchedAt = other.FetchedAt, OtherLines = other.OtherLines } == other
        && OtherLines.Count == other.OtherLines.Count
        && OtherLines.All(line => other.OtherLines.TryGetValue(line.Key, out var amount) && amount == line.Value);
}
