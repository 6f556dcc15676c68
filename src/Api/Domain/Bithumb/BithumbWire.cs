using System.Text.Json.Serialization;

namespace InvestmentAssistant.Api.Domain.Bithumb;

/// <summary>A row of /v1/market/all?isDetails=true.</summary>
public sealed record BithumbMarket
{
    /// <summary>Market code, quote currency first: KRW-BTC.</summary>
    public string? Market { get; init; }
    public string? KoreanName { get; init; }
    public string? EnglishName { get; init; }

    /// <summary>NONE or CAUTION.</summary>
    public string? MarketWarning { get; init; }
}

/// <summary>
/// A ticker, of REST (/v1/ticker: <c>market</c>) or of the WebSocket (<c>code</c>): the rest of the fields is the same, their time fields
/// are not, see <see cref="BithumbTickers"/>. Prices in the quote currency, volumes in coins, rates as fractions; the day starts 00:00 in
/// Seoul.
/// </summary>
public sealed record BithumbTicker
{
    public string? Market { get; init; }
    public string? Code { get; init; }
    public decimal? OpeningPrice { get; init; }
    public decimal? HighPrice { get; init; }
    public decimal? LowPrice { get; init; }
    public decimal? TradePrice { get; init; }
    public decimal? PrevClosingPrice { get; init; }
    public decimal? SignedChangePrice { get; init; }

    /// <summary>Fraction: -0.0021 is -0.21 %.</summary>
    public decimal? SignedChangeRate { get; init; }
    public decimal? TradeVolume { get; init; }
    public decimal? AccTradePrice { get; init; }
    public decimal? AccTradeVolume { get; init; }

    [JsonPropertyName("acc_trade_price_24h")]
    public decimal? AccTradePrice24h { get; init; }

    [JsonPropertyName("acc_trade_volume_24h")]
    public decimal? AccTradeVolume24h { get; init; }

    /// <summary>yyyyMMdd: UTC in REST, Seoul in the WebSocket.</summary>
    public string? TradeDate { get; init; }

    /// <summary>HHmmss: UTC in REST, Seoul in the WebSocket.</summary>
    public string? TradeTime { get; init; }

    /// <summary>yyyyMMdd in Seoul; REST only.</summary>
    public string? TradeDateKst { get; init; }

    /// <summary>HHmmss in Seoul; REST only.</summary>
    public string? TradeTimeKst { get; init; }

    /// <summary>Unix ms. Right in the WebSocket; REST has been seen to give Seoul's wall clock as if it were UTC.</summary>
    public long? TradeTimestamp { get; init; }

    /// <summary>Unix ms UTC of the message, right in both. It says nothing of the price's age: a market without trades has it
    /// too.</summary>
    public long? Timestamp { get; init; }

    /// <summary>SNAPSHOT or REALTIME; WebSocket only.</summary>
    public string? StreamType { get; init; }

    /// <summary>ACTIVE, PREVIEW or DELISTED; WebSocket only, as are the three below.</summary>
    public string? MarketState { get; init; }
    public bool? IsTradingSuspended { get; init; }

    /// <summary>Day on which trading ends; null for most markets.</summary>
    public string? DelistingDate { get; init; }

    /// <summary>NONE or CAUTION.</summary>
    public string? MarketWarning { get; init; }
}

/// <summary>A row of /v1/candles/minutes/{unit} or /v1/candles/days.</summary>
public sealed record BithumbCandle
{
    public string? Market { get; init; }

    /// <summary>Start of the candle, UTC without a zone: 2025-06-21T04:00:00.</summary>
    public string? CandleDateTimeUtc { get; init; }

    /// <summary>Start of the candle in Seoul, without a zone.</summary>
    public string? CandleDateTimeKst { get; init; }
    public decimal? OpeningPrice { get; init; }
    public decimal? HighPrice { get; init; }
    public decimal? LowPrice { get; init; }
    public decimal? TradePrice { get; init; }

    /// <summary>Coins.</summary>
    public decimal? CandleAccTradeVolume { get; init; }
}
