namespace InvestmentAssistant.Api.Features.CompanyNews.Documents;

/// <summary>
/// The movers of one session, as they stood at its close. Natural key: the session's day, so that taking it again replaces it
/// (docs/decisions/0122).
/// </summary>
public sealed record MoverBatch
{
    /// <summary>The session's day in New York as a number: 20261127.</summary>
    public required int Id { get; init; }

    /// <summary>The moment that the prices are of: the session's close, or what the provider says.</summary>
    public required Instant LastUpdated { get; init; }

    /// <summary>own, or the provider that named them.</summary>
    public required string Source { get; init; }

    /// <summary>False while some closes were not official yet: the next run takes it again.</summary>
    public required bool IsFinal { get; init; }

    /// <summary>By category, then rank. A symbol may be in several categories.</summary>
    public required IReadOnlyList<Mover> Movers { get; init; }

    public IEnumerable<string> Symbols => Movers.Select(m => m.Symbol).Distinct(StringComparer.Ordinal);

    public static int IdOf(LocalDate session) => (session.Year * 10_000) + (session.Month * 100) + session.Day;
}

/// <summary>A place in a category of a batch.</summary>
/// <param name="Category">Key of a <see cref="MoverCategory"/>.</param>
/// <param name="Rank">From 1.</param>
/// <param name="Name">The company's; null when it is not in the index.</param>
/// <param name="Price">Close, USD.</param>
/// <param name="ChangeAmount">Against the close of the session before, splits applied, USD.</param>
/// <param name="ChangePercent">The same in percent (1.6 = 1.6 %).</param>
/// <param name="Volume">Shares of the session.</param>
public sealed record Mover(
    string Symbol,
    string Category,
    int Rank,
    string? Name,
    decimal? Price,
    decimal? ChangeAmount,
    decimal? ChangePercent,
    long? Volume
);
