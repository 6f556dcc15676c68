namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>Running figures of one instrument. Null where no trade had them.</summary>
/// <param name="Date">The session (New York) or day (Seoul) that open to volume belong to.</param>
/// <param name="Volume">Shares or coins of that day so far; regular session only for stocks.</param>
/// <param name="Volume24h">Shares or coins in the last 24 hours, extended hours included.</param>
public sealed record MarketAggregate(
    string Symbol,
    LocalDate Date,
    decimal? Open,
    decimal? High,
    decimal? Low,
    decimal? Close,
    decimal? Volume,
    decimal? Volume24h
);

/// <summary>Day figures of many instruments at once; cheap enough for every 10 s.</summary>
public interface IMarketAggregates
{
    /// <summary>One row for each symbol that has any figure, by symbol.</summary>
    Task<IReadOnlyDictionary<string, MarketAggregate>> ReadAsync(IReadOnlyCollection<string> symbols, CancellationToken ct);
}
