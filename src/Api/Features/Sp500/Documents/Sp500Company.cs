namespace InvestmentAssistant.Api.Features.Sp500.Documents;

/// <summary>A member, present or past, of the S&amp;P 500. Key: the symbol as the index writes it (BRK.B).</summary>
public sealed record Sp500Company
{
    public required string Symbol { get; init; }
    public required string CompanyName { get; init; }
    public string? GicsSector { get; init; }
    public string? GicsSubIndustry { get; init; }
    public string? Headquarters { get; init; }

    /// <summary>Since when it is in the index, when the source gives a full date.</summary>
    public LocalDate? DateAdded { get; init; }

    /// <summary>Central Index Key of the SEC, without leading zeros.</summary>
    public string? Cik { get; init; }

    /// <summary>As the source writes it: 1902, or 2013 (1888).</summary>
    public string? Founded { get; init; }

    /// <summary>False once the list no longer has it. A leaver is never deleted: its history stays.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>When the list was first read without it; null while a member.</summary>
    public Instant? LeftAt { get; init; }
    public required string Source { get; init; }
    public Instant FetchedAt { get; init; }
}
