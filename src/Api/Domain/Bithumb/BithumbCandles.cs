using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Providers;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Domain.Bithumb;

/// <summary>Turns the exchange's candles into bars: prices in the quote currency, volume in coins.</summary>
public static class BithumbCandles
{
    /// <summary>An intraday bar, or null when a price or the start is missing or the prices contradict each other.</summary>
    public static Bar? ToBar(BithumbCandle candle) =>
        IsWhole(candle) && Parse(candle.CandleDateTimeUtc) is { } start
            ? new Bar(
                candle.Market!,
                start.InUtc().ToInstant(),
                candle.OpeningPrice!.Value,
                candle.HighPrice!.Value,
                candle.LowPrice!.Value,
                candle.TradePrice!.Value,
                candle.CandleAccTradeVolume!.Value
            )
            : null;

    /// <summary>The bar of a Seoul day.</summary>
    public static DayBar? ToDayBar(BithumbCandle candle) =>
        IsWhole(candle) && Parse(candle.CandleDateTimeKst) is { } start
            ? new DayBar(
                candle.Market!,
                start.Date,
                candle.OpeningPrice!.Value,
                candle.HighPrice!.Value,
                candle.LowPrice!.Value,
                candle.TradePrice!.Value,
                candle.CandleAccTradeVolume!.Value,
                IsOfficial: true
            )
            : null;

    private static bool IsWhole(BithumbCandle c) =>
        c is { Market.Length: > 0 }
        && Plausible.Price(c.OpeningPrice) is not null
        && Plausible.Price(c.HighPrice) is not null
        && Plausible.Price(c.LowPrice) is not null
        && Plausible.Price(c.TradePrice) is not null
        && Plausible.Amount(c.CandleAccTradeVolume) is not null
        && c.LowPrice <= Math.Min(c.OpeningPrice!.Value, c.TradePrice!.Value)
        && c.HighPrice >= Math.Max(c.OpeningPrice.Value, c.TradePrice.Value);

    private static LocalDateTime? Parse(string? text) =>
        text is not null
        && LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true } parsed
        && Plausible.Moment(parsed.Value.InUtc().ToInstant()) is not null
            ? parsed.Value
            : null;
}
