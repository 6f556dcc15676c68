namespace InvestmentAssistant.MarketSimulator.Tape;

/// <summary>Where the prices of stocks and ETFs come from: the seeded walk or a recording.</summary>
public interface IEquityTape
{
    /// <summary>
    /// Intraday candles with from &lt;= start &lt;= to (Unix ms), ascending; only what has traded by <paramref name="now"/>.
    /// </summary>
    IReadOnlyList<Candle> Intraday(string symbol, int minutes, long from, long to, Instant now);

    /// <summary>Day candles with from &lt;= start &lt;= to (Unix ms), ascending.</summary>
    IReadOnlyList<Candle> Days(string symbol, long from, long to, Instant now);

    /// <summary>Closing prices of the newest ended sessions, ascending.</summary>
    IReadOnlyList<double> Closes(string symbol, int sessions, Instant now);

    /// <summary>The quote of a symbol, or null when it has no price.</summary>
    TapeQuote? Quote(string symbol, Instant now);

    /// <summary>All trades with from &lt; time &lt;= to, ascending by time.</summary>
    IReadOnlyList<TapeTrade> Trades(Instant from, Instant to);
}
