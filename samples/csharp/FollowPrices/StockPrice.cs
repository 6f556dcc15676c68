namespace InvestmentAssistant.FollowPrices;

/// <summary>One stock or ETF of a stream. Null means unknown, never 0.</summary>
/// <param name="Symbol">AAPL.</param>
/// <param name="Price">USD.</param>
/// <param name="Volume">Shares of the trade.</param>
/// <param name="TimestampMs">Unix milliseconds.</param>
/// <param name="TradeConditions">The exchange's codes.</param>
/// <param name="ChangeRate">Against the previous close, percent.</param>
/// <param name="PreviousClose">USD.</param>
/// <param name="ChangeAmount">Against the previous close, USD.</param>
public sealed record StockPrice(
    string Symbol,
    decimal? Price,
    decimal? Volume,
    long? TimestampMs,
    IReadOnlyList<string>? TradeConditions,
    decimal? ChangeRate,
    decimal? PreviousClose,
    decimal? ChangeAmount
);
