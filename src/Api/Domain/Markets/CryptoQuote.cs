using System.Text.Json.Serialization;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>
/// The latest state of one KRW market, prices in KRW, volumes in coins. Its JSON is the item of <c>crypto_updates</c> and the value in
/// <c>crypto_realtime_data</c>. Null means unknown (or, in a batch, unchanged), never 0.
/// </summary>
public sealed record CryptoQuote : IBoardItem<CryptoQuote>
{
    /// <summary>Market code, KRW-BTC.</summary>
    public required string Market { get; init; }
    public string? KoreanName { get; init; }
    public string? EnglishName { get; init; }
    public decimal? TradePrice { get; init; }

    /// <summary>Against the close of the Seoul day before, signed, percent (2.56 = 2.56 %).</summary>
    public decimal? ChangeRate { get; init; }

    /// <summary>Signed, KRW.</summary>
    public decimal? ChangePrice { get; init; }
    public decimal? OpeningPrice { get; init; }
    public decimal? HighPrice { get; init; }
    public decimal? LowPrice { get; init; }
    public decimal? PrevClosingPrice { get; init; }

    /// <summary>Coins of the last trade.</summary>
    public decimal? TradeVolume { get; init; }

    /// <summary>Coins in the last 24 hours.</summary>
    [JsonPropertyName("volume_24h")]
    public decimal? Volume24h { get; init; }

    /// <summary>KRW in the last 24 hours.</summary>
    [JsonPropertyName("acc_trade_price_24h")]
    public decimal? AccTradePrice24h { get; init; }

    /// <summary>Coins since 00:00 in Seoul.</summary>
    public decimal? AccTradeVolume { get; init; }

    /// <summary>KRW since 00:00 in Seoul.</summary>
    public decimal? AccTradePrice { get; init; }

    /// <summary>Time of the state, Unix milliseconds.</summary>
    public long? Timestamp { get; init; }

    /// <summary>Time of the last trade, Unix milliseconds: the age of the price. The state itself may be younger.</summary>
    public long? TradeTimestamp { get; init; }

    /// <summary>ACTIVE, or what the exchange calls a market that is not traded.</summary>
    public string? MarketState { get; init; }
    public bool? IsTradingSuspended { get; init; }

    /// <summary>NONE, or the exchange's warning: CAUTION.</summary>
    public string? MarketWarning { get; init; }

    /// <summary>Day on which trading ends, as the exchange writes it.</summary>
    public string? DelistingDate { get; init; }
    public string? Source { get; init; }

    /// <summary>When the price was paid; of a publisher that does not say it, when the state was true.</summary>
    [JsonIgnore]
    public Instant? TradedAt => Plausible.Milliseconds(TradeTimestamp) ?? EventAt;

    /// <summary>Why the price cannot be compared with others: <see cref="MarketCondition"/>; null for a market that is traded as
    /// usual.</summary>
    public string? ConditionAt(Instant? now) => MarketCondition.Of(this, now);

    /// <inheritdoc />
    [JsonIgnore]
    public string Key => Market;

    /// <inheritdoc />
    [JsonIgnore]
    public Instant? EventAt => Plausible.Milliseconds(Timestamp);

    /// <inheritdoc />
    public bool IsPlausible(Instant latest) =>
        QuoteRules.IsTime(Timestamp, latest)
        && QuoteRules.IsTime(TradeTimestamp, latest)
        && QuoteRules.ArePrices(TradePrice, OpeningPrice, HighPrice, LowPrice, PrevClosingPrice)
        && QuoteRules.AreAmounts(TradeVolume, Volume24h, AccTradePrice24h, AccTradeVolume, AccTradePrice)
        && QuoteRules.AreRates(ChangeRate, ChangePrice)
        && QuoteRules.AreTexts(KoreanName, EnglishName, MarketState, MarketWarning, DelistingDate, Source);

    /// <inheritdoc />
    public CryptoQuote MergedWith(CryptoQuote newer) =>
        newer with
        {
            KoreanName = newer.KoreanName ?? KoreanName,
            EnglishName = newer.EnglishName ?? EnglishName,
            TradePrice = newer.TradePrice ?? TradePrice,
            ChangeRate = newer.ChangeRate ?? ChangeRate,
            ChangePrice = newer.ChangePrice ?? ChangePrice,
            OpeningPrice = newer.OpeningPrice ?? OpeningPrice,
            HighPrice = newer.HighPrice ?? HighPrice,
            LowPrice = newer.LowPrice ?? LowPrice,
            PrevClosingPrice = newer.PrevClosingPrice ?? PrevClosingPrice,
            TradeVolume = newer.TradeVolume ?? TradeVolume,
            Volume24h = newer.Volume24h ?? Volume24h,
            AccTradePrice24h = newer.AccTradePrice24h ?? AccTradePrice24h,
            AccTradeVolume = newer.AccTradeVolume ?? AccTradeVolume,
            AccTradePrice = newer.AccTradePrice ?? AccTradePrice,
            Timestamp = newer.Timestamp ?? Timestamp,
            TradeTimestamp = newer.TradeTimestamp ?? TradeTimestamp,
            MarketState = newer.MarketState ?? MarketState,
            IsTradingSuspended = newer.IsTradingSuspended ?? IsTradingSuspended,
            MarketWarning = newer.MarketWarning ?? MarketWarning,
            DelistingDate = newer.DelistingDate ?? DelistingDate,
            Source = newer.Source ?? Source,
        };
}
