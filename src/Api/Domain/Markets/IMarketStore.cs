namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>Trades, bars and closes in PostgreSQL: plain partitioned tables, written with binary COPY.</summary>
public interface IMarketStore
{
    /// <summary>
    /// Stores trades and folds the new ones into minute, quarter-hour, hour and day bars, in one transaction. A trade whose natural key is
    /// known already changes nothing, so a batch can be retried.
    /// </summary>
    /// <returns>How many of the trades were new.</returns>
    Task<int> WriteTradesAsync(IReadOnlyList<Trade> trades, CancellationToken ct);

    /// <summary>Upserts official day bars; they win over bars built from trades.</summary>
    Task<int> WriteOfficialDayBarsAsync(IReadOnlyList<DayBar> bars, CancellationToken ct);

    /// <summary>Adds history bars of a provider where no bar of our own exists.</summary>
    Task<int> WriteHistoryBarsAsync(BarResolution resolution, IReadOnlyList<Bar> bars, CancellationToken ct);

    /// <summary>Bars with from &lt;= start &lt; to, ascending, as traded.</summary>
    Task<IReadOnlyList<Bar>> ReadBarsAsync(string symbol, BarResolution resolution, Instant from, Instant to, CancellationToken ct);

    /// <summary>Day bars with from &lt;= date &lt;= to, ascending, as traded.</summary>
    Task<IReadOnlyList<DayBar>> ReadDayBarsAsync(string symbol, LocalDate from, LocalDate to, CancellationToken ct);
}
