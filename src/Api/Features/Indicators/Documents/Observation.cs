namespace InvestmentAssistant.Api.Features.Indicators.Documents;

/// <summary>
/// One dated value of a macro series. Natural key: series and date; a revision by the source replaces the value. A period that the source
/// did not publish has none.
/// </summary>
public sealed record Observation
{
    /// <summary>series/date: cpi/2024-08-01.</summary>
    public required string Id { get; init; }

    /// <summary>Key of the series: cpi, inflation, federal_funds_rate, treasury_10year, treasury_10year_daily.</summary>
    public required string Series { get; init; }

    /// <summary>The day, or the first day of its month or year.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>As published, unrounded, in the unit of the series. Zero and below are values.</summary>
    public required decimal Value { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>When the value last changed.</summary>
    public required Instant UpdatedAt { get; init; }

    public static string IdOf(string series, LocalDate date) => FormattableString.Invariant($"{series}/{date:uuuu-MM-dd}");
}

/// <summary>The source's description of a series, and the time of the last call.</summary>
public sealed record SeriesSource
{
    /// <summary>Key of the series.</summary>
    public required string Id { get; init; }

    /// <summary>The source's title of the series.</summary>
    public required string Name { get; init; }

    /// <summary>The source's word: daily, monthly, annual.</summary>
    public required string Interval { get; init; }

    /// <summary>percent, or index 1982-1984=100.</summary>
    public required string Unit { get; init; }

    /// <summary>When it last answered with data.</summary>
    public required Instant FetchedAt { get; init; }
}
