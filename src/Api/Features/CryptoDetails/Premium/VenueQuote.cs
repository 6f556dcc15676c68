using NodaTime;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Premium;

/// <summary>A price that may enter the premium. Price and 24-hour volume are in one currency for all quotes that are compared: KRW for domestic, USD for others.</summary>
/// <param name="Pair">BTC/USDT.</param>
/// <param name="SpreadPercent">Between bid and ask.</param>
/// <param name="At">When it was true.</param>
public sealed record VenueQuote(
    string ExchangeId, string ExchangeName, string Pair, decimal? Price, decimal? Volume, decimal? SpreadPercent, Instant? At, bool IsStale = false, bool IsAnomaly = false);

/// <summary>Why a quote did not enter a price.</summary>
public enum LeftOutReason
{
    /// <summary>No price above 0.</summary>
    NoPrice,

    /// <summary>No volume above 0: it has no weight.</summary>
    NoVolume,

    /// <summary>Flagged by the provider.</summary>
    Anomaly,

    /// <summary>Flagged by the provider, or its feed is gone.</summary>
    Stale,

    /// <summary>Older than a quote may be, or of no known time.</summary>
    TooOld,

    /// <summary>More than five median absolute deviations from the median.</summary>
    Outlier,
}

/// <summary>A quote that was left out.</summary>
public sealed record LeftOutQuote(VenueQuote Quote, LeftOutReason Reason);
