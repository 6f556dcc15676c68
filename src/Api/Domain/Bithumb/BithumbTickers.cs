using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Providers;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Domain.Bithumb;

/// <summary>Turns the exchange's tickers into our quotes and trades. The one place where fractions become percent.</summary>
public static class BithumbTickers
{
    /// <summary>Value of <see cref="CryptoQuote.Source"/>.</summary>
    public const string Source = "bithumb";

    private static readonly Duration SeoulOffset = Duration.FromHours(9);
    private static readonly LocalDateTimePattern Stamp = LocalDateTimePattern.CreateWithInvariantCulture("yyyyMMddHHmmss");

    /// <summary>The market code of a ticker in either dialect, or null when there is none.</summary>
    public static string? MarketOf(BithumbTicker ticker)
    {
        var market = ticker.Market ?? ticker.Code;
        return market is { Length: > 4 and <= 32 } && market.IndexOf('-') is > 0 and var dash && dash < market.Length - 1 ? market : null;
    }

    /// <summary>
    /// The state of a market, or null for a ticker without market, price or time (a market that has never traded says 0).
    /// </summary>
    public static CryptoQuote? ToQuote(BithumbTicker ticker)
    {
        if (
            MarketOf(ticker) is not { } market
            || Plausible.Price(ticker.TradePrice) is null
            || Plausible.Milliseconds(ticker.Timestamp) is null
        )
            return null;
        var previous = Plausible.Price(ticker.PrevClosingPrice);
        var fraction = Plausible.Rate(ticker.SignedChangeRate) ?? (previous is { } p ? (ticker.TradePrice - p) / p : null);
        return new CryptoQuote
        {
            Market = market,
            TradePrice = ticker.TradePrice,
            ChangeRate = fraction * 100,
            ChangePrice = Plausible.Figure(ticker.SignedChangePrice) ?? (previous is null ? null : ticker.TradePrice - previous),
            OpeningPrice = Positive(ticker.OpeningPrice),
            HighPrice = Positive(ticker.HighPrice),
            LowPrice = Positive(ticker.LowPrice),
            PrevClosingPrice = previous,
            TradeVolume = NotNegative(ticker.TradeVolume),
            Volume24h = NotNegative(ticker.AccTradeVolume24h),
            AccTradePrice24h = NotNegative(ticker.AccTradePrice24h),
            AccTradeVolume = NotNegative(ticker.AccTradeVolume),
            AccTradePrice = NotNegative(ticker.AccTradePrice),
            Timestamp = ticker.Timestamp,
            TradeTimestamp = LastTradeAt(ticker)?.ToUnixTimeMilliseconds(),
            MarketState = Text(ticker.MarketState),
            IsTradingSuspended = ticker.IsTradingSuspended,
            MarketWarning = Text(ticker.MarketWarning),
            DelistingDate = Text(ticker.DelistingDate),
            Source = Source,
        };
    }

    /// <summary>The last trade of a ticker, or null when it has none with a reliable time.</summary>
    public static Trade? ToTrade(BithumbTicker ticker) =>
        MarketOf(ticker) is { } market
        && Plausible.Price(ticker.TradePrice) is not null
        && Plausible.Known(ticker.TradeVolume) is not null
        && TradedAt(ticker) is { } at
            ? new Trade(market, at, ticker.TradePrice!.Value, ticker.TradeVolume!.Value)
            : null;

    /// <summary>
    /// When the last trade happened. <c>trade_timestamp</c> is taken only when Seoul's wall clock in the same ticker confirms it, also when
    /// it is that wall clock written as UTC (nine hours ahead): so that REST and WebSocket give one trade the same time.
    /// </summary>
    public static Instant? TradedAt(BithumbTicker ticker)
    {
        if (SeoulClock(ticker) is not { } confirmed)
            return null;
        if (Plausible.Milliseconds(ticker.TradeTimestamp) is not { } claimed)
            return confirmed;
        foreach (var candidate in (Instant[])[claimed, claimed - SeoulOffset])
        {
            if ((candidate - confirmed).TotalSeconds is >= 0 and < 1)
                return candidate;
        }
        return confirmed;
    }

    /// <summary>
    /// How old the price is: the last trade, never after the message. Without a wall clock in the ticker its <c>trade_timestamp</c>
    /// stands, less the nine hours that REST adds.
    /// </summary>
    private static Instant? LastTradeAt(BithumbTicker ticker)
    {
        var message = Plausible.Milliseconds(ticker.Timestamp);
        var traded = TradedAt(ticker) ?? Plausible.Milliseconds(ticker.TradeTimestamp);
        if (traded - message > Duration.FromMinutes(1))
            traded -= SeoulOffset;
        return traded is { } at && message is { } sent ? Instant.Min(at, sent) : null;
    }

    private static Instant? SeoulClock(BithumbTicker ticker)
    {
        // REST says the Seoul time apart; the WebSocket's only date and time are Seoul's.
        var (date, time) = ticker.TradeDateKst is null
            ? (ticker.Code is null ? null : ticker.TradeDate, ticker.TradeTime)
            : (ticker.TradeDateKst, ticker.TradeTimeKst);
        if (date is null || time is null)
            return null;
        var parsed = Stamp.Parse(date + time.PadLeft(6, '0'));
        return parsed.Success ? Plausible.Moment(parsed.Value.WithOffset(Offset.FromHours(9)).ToInstant()) : null;
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ToUpperInvariant();

    private static decimal? Positive(decimal? value) => Plausible.Price(value);

    private static decimal? NotNegative(decimal? value) => Plausible.Amount(value);
}
