namespace InvestmentAssistant.MarketSimulator.Tape;

/// <summary>A candle. Prices in the market's currency, volume in shares or coins, turnover in currency.</summary>
/// <param name="StartMs">Start, Unix ms. A stock's day candle: 00:00 UTC of its New York date, as Finnhub has it.</param>
/// <param name="LastMs">Time of the last trade in it, or its end.</param>
public readonly record struct Candle(
    long StartMs,
    double Open,
    double High,
    double Low,
    double Close,
    double Volume,
    double Turnover,
    long LastMs
)
{
    /// <summary>This candle and a later part of the same stretch as one.</summary>
    internal Candle With(in Candle later) =>
        this with
        {
            High = Math.Max(High, later.High),
            Low = Math.Min(Low, later.Low),
            Close = later.Close,
            Volume = Volume + later.Volume,
            Turnover = Turnover + later.Turnover,
            LastMs = later.LastMs,
        };
}

/// <summary>A quote: the last price, the day's prices so far and the close of the day before (null when there is none).</summary>
public readonly record struct TapeQuote(double Price, double Open, double High, double Low, double? PreviousClose, long TimeMs);

/// <summary>A trade of a stock or an ETF as the tape reports it. Price in USD, volume in shares.</summary>
public sealed record TapeTrade(string Symbol, Instant At, decimal Price, decimal Volume, IReadOnlyList<string>? Conditions);

/// <summary>
/// Finnhub's numbers of trade conditions, as far as they are used here. Its own list names them 1 regular sale, 8 intermarket sweep, 12 odd
/// lot and 24 extended hours (Form T).
/// </summary>
internal static class TradeConditions
{
    private static readonly string[] Regular = ["1"];
    private static readonly string[] RegularSweep = ["1", "8"];
    private static readonly string[] RegularOdd = ["1", "12"];
    private static readonly string[] RegularSweepOdd = ["1", "8", "12"];
    private static readonly string[] Extended = ["1", "24"];
    private static readonly string[] ExtendedOdd = ["1", "24", "12"];

    public static string[] Of(bool regularHours, double volume, bool sweep = false) =>
        (regularHours, volume < 100, sweep) switch
        {
            (true, false, false) => Regular,
            (true, false, true) => RegularSweep,
            (true, true, false) => RegularOdd,
            (true, true, true) => RegularSweepOdd,
            (false, false, _) => Extended,
            (false, true, _) => ExtendedOdd,
        };
}
