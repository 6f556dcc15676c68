using InvestmentAssistant.Api.Domain.Instruments;

namespace InvestmentAssistant.Api.Features.Calendars.Documents;

/// <summary>A company going public. It stays the same row when its date moves.</summary>
public sealed record IpoOffering
{
    /// <summary>Given by the store when the offering is first held, and never again.</summary>
    public int Id { get; set; }

    public required string Symbol { get; init; }

    /// <summary>As the provider writes it.</summary>
    public required string CompanyName { get; init; }

    /// <summary>First trading day, New York.</summary>
    public required LocalDate IpoDate { get; init; }

    /// <summary>What <see cref="IpoDate"/> was before it last moved.</summary>
    public LocalDate? PreviousDate { get; init; }

    /// <summary>In <see cref="Currency"/>; null while it is not known.</summary>
    public decimal? PriceRangeLow { get; init; }

    public decimal? PriceRangeHigh { get; init; }

    /// <summary>ISO code: USD.</summary>
    public string? Currency { get; init; }

    /// <summary>As the provider writes it: NASDAQ Global, NYSE. Answers name it by <see cref="ExchangeNames"/>.</summary>
    public string? Exchange { get; init; }

    /// <summary>False once the calendar no longer has it although its day has not come.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>When a provider last confirmed it.</summary>
    public required Instant FetchedAt { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>When anything in it last changed.</summary>
    public required Instant UpdatedAt { get; init; }
}
