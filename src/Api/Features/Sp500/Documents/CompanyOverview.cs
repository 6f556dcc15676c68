namespace InvestmentAssistant.Api.Features.Sp500.Documents;

/// <summary>
/// A company as the provider describes it, with its figures of the last twelve months (TTM). Key: the symbol as the index writes it.
/// Amounts are USD, margins, returns, growth and yields fractions (0.12 = 12 %); null is "not given", zero is a value.
/// </summary>
public sealed record CompanyOverview
{
    public required string Symbol { get; init; }
    public required string Name { get; init; }
    public string? AssetType { get; init; }
    public string? Description { get; init; }

    /// <summary>Central Index Key of the SEC.</summary>
    public string? Cik { get; init; }
    public string? Exchange { get; init; }
    public string? Currency { get; init; }
    public string? Country { get; init; }

    /// <summary>By the provider's own classification, not GICS.</summary>
    public string? Sector { get; init; }
    public string? Industry { get; init; }
    public string? Address { get; init; }
    public string? OfficialSite { get; init; }

    /// <summary>Last month of the fiscal year: December.</summary>
    public string? FiscalYearEnd { get; init; }
    public LocalDate? LatestQuarter { get; init; }
    public decimal? MarketCapitalization { get; init; }
    public decimal? Ebitda { get; init; }

    /// <summary>Price / earnings of a share; null for companies that lose money.</summary>
    public decimal? PeRatio { get; init; }

    /// <summary>P/E / expected yearly growth in percent.</summary>
    public decimal? PegRatio { get; init; }

    /// <summary>A share.</summary>
    public decimal? BookValue { get; init; }
    public decimal? DividendPerShare { get; init; }
    public decimal? DividendYield { get; init; }
    public decimal? Eps { get; init; }
    public decimal? RevenuePerShareTtm { get; init; }
    public decimal? ProfitMargin { get; init; }
    public decimal? OperatingMarginTtm { get; init; }
    public decimal? ReturnOnAssetsTtm { get; init; }
    public decimal? ReturnOnEquityTtm { get; init; }
    public decimal? RevenueTtm { get; init; }
    public decimal? GrossProfitTtm { get; init; }
    public decimal? DilutedEpsTtm { get; init; }
    public decimal? QuarterlyEarningsGrowthYoy { get; init; }
    public decimal? QuarterlyRevenueGrowthYoy { get; init; }
    public decimal? AnalystTargetPrice { get; init; }
    public decimal? TrailingPe { get; init; }
    public decimal? ForwardPe { get; init; }
    public decimal? PriceToSalesTtm { get; init; }
    public decimal? PriceToBook { get; init; }
    public decimal? EvToRevenue { get; init; }
    public decimal? EvToEbitda { get; init; }
    public decimal? Beta { get; init; }
    public decimal? Week52High { get; init; }
    public decimal? Week52Low { get; init; }
    public decimal? Day50MovingAverage { get; init; }
    public decimal? Day200MovingAverage { get; init; }
    public decimal? SharesOutstanding { get; init; }
    public LocalDate? DividendDate { get; init; }
    public LocalDate? ExDividendDate { get; init; }
    public required Instant FetchedAt { get; init; }
}
