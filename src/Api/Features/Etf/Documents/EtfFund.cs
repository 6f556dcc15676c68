namespace InvestmentAssistant.Api.Features.Etf.Documents;

/// <summary>A US exchange-traded fund on the board. Key: the symbol.</summary>
public sealed record EtfFund
{
    public required string Symbol { get; init; }
    public required string Name { get; init; }

    /// <summary>Expense ratio, percent a year (0.0945 = 0.0945 %).</summary>
    public decimal? ExpenseRatioPercent { get; init; }

    /// <summary>Place in the shipped list, 1 = most watched.</summary>
    public int Rank { get; init; }

    /// <summary>Whether the provider's symbol list has it; null when that list could not be read.</summary>
    public bool? IsVerified { get; init; }

    /// <summary>Exchange (MIC) by the provider's list.</summary>
    public string? Exchange { get; init; }

    /// <summary>False once the shipped list no longer has it.</summary>
    public bool IsActive { get; init; } = true;
    public required string Source { get; init; }
    public Instant FetchedAt { get; init; }
}
