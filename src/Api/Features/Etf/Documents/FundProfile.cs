namespace InvestmentAssistant.Api.Features.Etf.Documents;

/// <summary>Description and holdings of a fund. Key: the symbol. Null is "not given".</summary>
public sealed record FundProfile
{
    public required string Symbol { get; init; }

    /// <summary>USD.</summary>
    public decimal? NetAssets { get; init; }

    /// <summary>Fraction a year (0.0009 = 0.09 %).</summary>
    public decimal? NetExpenseRatio { get; init; }

    /// <summary>Fraction a year.</summary>
    public decimal? PortfolioTurnover { get; init; }

    /// <summary>Fraction a year.</summary>
    public decimal? DividendYield { get; init; }
    public LocalDate? InceptionDate { get; init; }
    public bool? IsLeveraged { get; init; }

    /// <summary>Largest first; empty for bonds and commodities.</summary>
    public IReadOnlyList<FundSector> Sectors { get; init; } = [];

    /// <summary>Largest first.</summary>
    public IReadOnlyList<FundHolding> Holdings { get; init; } = [];
    public required Instant FetchedAt { get; init; }
}

/// <param name="Weight">Fraction of the fund (0.31 = 31 %).</param>
public sealed record FundSector(string Sector, decimal Weight);

/// <param name="Symbol">Null for what has none: cash, bonds, foreign shares.</param>
/// <param name="Weight">Fraction of the fund; negative where it is owed (swaps of inverse funds).</param>
public sealed record FundHolding(string? Symbol, string Description, decimal Weight);
