namespace InvestmentAssistant.Api.Features.CryptoDetails.Premium;

/// <summary>
/// A price that may enter the premium. Price and 24-hour volume are in one currency for all quotes that are compared: KRW for domestic, USD
/// for others.
/// </summary>
/// <param name="Pair">BTC/USDT.</param>
/// <param name="SpreadPercent">Between bid and ask.</param>
/// <param name="At">Time of the trade, not of the message.</param>
/// <param name="Fault">What its source says against it; null when nothing.</param>
public sealed record VenueQuote(
    string ExchangeId,
    string ExchangeName,
    string Pair,
    decimal? Price,
    decimal? Volume,
    decimal? SpreadPercent,
    Instant? At,
    bool IsStale = false,
    bool IsAnomaly = false,
    LeftOutReason? Fault = null
);

/// <summary>Why a quote did not enter a price.</summary>
public enum LeftOutReason
{
    /// <summary>No price above 0.</summary>
    NoPrice,

    /// <summary>No volume above 0: it has no weight.</summary>
    NoVolume,

    /// <summary>The exchange has stopped trading.</summary>
    Suspended,

    /// <summary>The exchange warns of the market, or has announced its end.</summary>
    Warned,

    /// <summary>No trade for a day.</summary>
    NotTraded,

    /// <summary>Flagged by the provider.</summary>
    Anomaly,

    /// <summary>Flagged by the provider, or its feed is gone.</summary>
    Stale,

    /// <summary>The provider's score has the lowest trust.</summary>
    Untrusted,

    /// <summary>Older than a quote may be, or of no known time.</summary>
    TooOld,

    /// <summary>Against USDT while no rate of USDT is known: USDT and USD are not one currency.</summary>
    NoUsdtRate,

    /// <summary>Far from what most venues say.</summary>
    Outlier,

    /// <summary>The venues contradict each other, and none of them is the majority.</summary>
    Disagreement,
}

/// <summary>A quote that was left out.</summary>
public sealed record LeftOutQuote(VenueQuote Quote, LeftOutReason Reason);
