namespace InvestmentAssistant.Api.Features.NewsSentiment.Documents;

/// <summary>
/// What was collected on one day. Its number is the day, so that a run that is repeated, or was killed in the middle, fills the same batch
/// (docs/decisions/0120).
/// </summary>
public sealed record SentimentBatch
{
    /// <summary>The day as a number: 20260831.</summary>
    public required int Id { get; init; }

    /// <summary>When a run last added to it.</summary>
    public required Instant CollectedAt { get; init; }

    /// <summary>The UTC day.</summary>
    public LocalDate Date => new(Id / 10_000, Id / 100 % 100, Id % 100);

    public static int IdOf(LocalDate date) => (date.Year * 10_000) + (date.Month * 100) + date.Day;
}

/// <summary>
/// Time up to which a query of the plan was answered. The next run asks only for newer articles, the query that waited longest first.
/// </summary>
public sealed record SentimentProgress
{
    /// <summary>The query's parameters: tickers=AAPL.</summary>
    public required string Id { get; init; }

    /// <summary>Articles published before this have been asked for.</summary>
    public required Instant AskedAt { get; init; }
}
