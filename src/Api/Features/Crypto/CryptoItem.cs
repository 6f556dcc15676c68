using InvestmentAssistant.Api.Domain.Markets;

namespace InvestmentAssistant.Api.Features.Crypto;

/// <summary>
/// One KRW market, prices in KRW, volumes in coins; null where nothing is known yet. The names of both stream dialects are served.
/// </summary>
/// <param name="Market">KRW-BTC.</param>
/// <param name="MarketCode">The same.</param>
/// <param name="Symbol">BTC.</param>
/// <param name="CryptoName">The Korean name.</param>
/// <param name="Price">Last price, KRW.</param>
/// <param name="TradePrice">The same.</param>
/// <param name="ChangeRate">Against the close of the Seoul day before, signed, percent (2.56 = 2.56 %).</param>
/// <param name="ChangePrice">The same in KRW, signed.</param>
/// <param name="Change">RISE, EVEN or FALL.</param>
/// <param name="PrevClosingPrice">Close of the Seoul day before, KRW.</param>
/// <param name="TradeVolume">Coins of the last trade.</param>
/// <param name="Volume24h">Coins in the last 24 hours.</param>
/// <param name="AccTradePrice24h">KRW in the last 24 hours.</param>
/// <param name="AccTradeVolume">Coins since 00:00 in Seoul.</param>
/// <param name="AccTradePrice">KRW since 00:00 in Seoul.</param>
/// <param name="Timestamp">Time of the state, Unix milliseconds.</param>
/// <param name="LastUpdated">The same as an instant.</param>
/// <param name="LastTradedAt">When the price was paid; the state may be younger.</param>
/// <param name="MarketState">ACTIVE, or what the exchange calls a market that is not traded.</param>
/// <param name="MarketWarning">NONE or CAUTION, as the exchange marks it.</param>
/// <param name="DelistingDate">Day on which trading ends.</param>
/// <param name="Condition">suspended, warned or not_traded (for a day): the price then enters no premium, average or ranking; null for a
/// market that is traded as usual.</param>
public sealed record CryptoItem(
    string Market,
    string MarketCode,
    string Symbol,
    string? KoreanName,
    string? EnglishName,
    string? CryptoName,
    decimal? Price,
    decimal? TradePrice,
    decimal? ChangeRate,
    decimal? ChangePrice,
    string? Change,
    decimal? OpeningPrice,
    decimal? HighPrice,
    decimal? LowPrice,
    decimal? PrevClosingPrice,
    decimal? TradeVolume,
    decimal? Volume24h,
    decimal? AccTradePrice24h,
    decimal? AccTradeVolume,
    decimal? AccTradePrice,
    long? Timestamp,
    Instant? LastUpdated,
    string? Source,
    Instant? LastTradedAt,
    string? MarketState,
    bool? IsTradingSuspended,
    string? MarketWarning,
    string? DelistingDate,
    string? Condition
)
{
    /// <param name="quote">The market's state.</param>
    /// <param name="now">The condition is that of this moment.</param>
    public static CryptoItem Of(CryptoQuote quote, Instant now) =>
        new(
            quote.Market,
            quote.Market,
            quote.Market[(quote.Market.IndexOf('-', StringComparison.Ordinal) + 1)..],
            quote.KoreanName,
            quote.EnglishName,
            quote.KoreanName,
            quote.TradePrice,
            quote.TradePrice,
            quote.ChangeRate,
            quote.ChangePrice,
            quote.ChangePrice switch
            {
                > 0 => "RISE",
                < 0 => "FALL",
                0 => "EVEN",
                null => null,
            },
            quote.OpeningPrice,
            quote.HighPrice,
            quote.LowPrice,
            quote.PrevClosingPrice,
            quote.TradeVolume,
            quote.Volume24h,
            quote.AccTradePrice24h,
            quote.AccTradeVolume,
            quote.AccTradePrice,
            quote.Timestamp,
            quote.EventAt,
            quote.Source,
            quote.TradedAt,
            quote.MarketState,
            quote.IsTradingSuspended,
            quote.MarketWarning,
            quote.DelistingDate,
            quote.ConditionAt(now)
        );
}
