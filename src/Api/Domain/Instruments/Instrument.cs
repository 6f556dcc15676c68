namespace InvestmentAssistant.Api.Domain.Instruments;

/// <summary>An instrument that a board shows.</summary>
/// <param name="Board">crypto, sp500 or etf.</param>
/// <param name="Symbol">Upper case: AAPL, BRK.B, SPY; KRW-BTC for a coin.</param>
/// <param name="Name">English name.</param>
/// <param name="LocalName">Korean name, when known.</param>
/// <param name="Sector">GICS sector of a company.</param>
/// <param name="Rank">1 = first to be subscribed live when a provider limits subscriptions.</param>
/// <param name="Warning">The exchange's warning (CAUTION), where its list has one.</param>
public sealed record Instrument(
    string Board,
    string Symbol,
    string Name,
    string? LocalName,
    string? Sector,
    int Rank,
    string? Warning = null
);

/// <summary>
/// A feature's list of the instruments on its board, from PostgreSQL. Feeds read it at start and whenever a list job has run.
/// </summary>
public interface IInstrumentSource
{
    string Board { get; }

    /// <summary>Ordered by symbol.</summary>
    Task<IReadOnlyList<Instrument>> ReadAsync(CancellationToken ct);
}
