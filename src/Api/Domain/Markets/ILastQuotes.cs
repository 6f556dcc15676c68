namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>The latest state of one instrument, as it is kept in PostgreSQL.</summary>
/// <param name="Board">crypto, sp500 or etf.</param>
/// <param name="Symbol">As in <see cref="Trade"/>.</param>
/// <param name="Price">The last price, USD or KRW.</param>
/// <param name="TradedAt">When it was true, by the provider's clock.</param>
/// <param name="Quote">The whole state, <see cref="CryptoQuote"/> or <see cref="EquityQuote"/>.</param>
public sealed record LastQuote<TQuote>(string Board, string Symbol, decimal Price, Instant TradedAt, TQuote Quote);

/// <summary>The latest state of every instrument, so that a board can start without Redis.</summary>
public interface ILastQuotes
{
    /// <summary>Keeps the newest state per board and symbol; an older one than is kept changes nothing.</summary>
    /// <returns>How many were kept.</returns>
    Task<int> WriteAsync<TQuote>(IReadOnlyList<LastQuote<TQuote>> quotes, CancellationToken ct)
        where TQuote : class;

    /// <summary>All states of a board, ordered by symbol.</summary>
    Task<IReadOnlyList<TQuote>> ReadAsync<TQuote>(string board, CancellationToken ct)
        where TQuote : class;
}
