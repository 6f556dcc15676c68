namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>
/// Why a market's price cannot be compared with others. Such markets stay on lists and boards, flagged; premiums, averages and rankings
/// leave them out.
/// </summary>
public static class MarketCondition
{
    /// <summary>The exchange has stopped trading, or the market is not open: its price is the one before that.</summary>
    public const string Suspended = "suspended";

    /// <summary>The exchange warns of it, or has announced its end: deposits are often closed, and the price goes its own way.</summary>
    public const string Warned = "warned";

    /// <summary>No trade for a day.</summary>
    public const string NotTraded = "not_traded";

    private static readonly Duration s_silence = Duration.FromDays(1);

    /// <param name="quote">The market's state.</param>
    /// <param name="now">Counts the age of the last trade; null leaves it out.</param>
    public static string? Of(CryptoQuote quote, Instant? now) =>
        quote switch
        {
            { IsTradingSuspended: true } or { MarketState: not (null or "ACTIVE") } => Suspended,
            { MarketWarning: not (null or "NONE") } or { DelistingDate: not null } => Warned,
            { Volume24h: <= 0 } or { AccTradePrice24h: <= 0 } => NotTraded,
            { TradedAt: { } at } when now - at > s_silence => NotTraded,
            _ => null,
        };
}
