using NodaTime;

namespace InvestmentAssistant.Api.Features.Indicators.Documents;

/// <summary>One dated value of a macro series. Natural key: series and date; a revision by the source replaces the value.</summary>
public sealed record Observation
{
    /// <summary>series/date: cpi/2024-08-01.</summary>
    public required string Id { get; init; }

    /// <summary>Key of the series: cpi, inflation, federal_funds_rate, treasury_10year.</summary>
    public required string Series { get; init; }

    /// <summary>First day of the month or year that it stands for.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>As published, unrounded, in the unit of the series; null for a period that the source left out.</summary>
    public decimal? Value { get; init; }

    /// <summary>The source's words for it: monthly, annual.</summary>
    public required string Interval { get; init; }

    /// <summary>percent, or index 1982-1984=100.</summary>
    public required string Unit { get; init; }

    /// <summary>The source's title of the series.</summary>
    public required string Name { get; init; }

    public required Instant CreatedAt { get; init; }

    public required Instant UpdatedAt { get; init; }

    public static string IdOf(string series, LocalDate date) => FormattableString.Invariant($"{series}/{date:uuuu-MM-dd}");
}
