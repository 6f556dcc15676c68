using InvestmentAssistant.MarketSimulator.Tape;

namespace InvestmentAssistant.MarketSimulator.Walk;

/// <summary>Everything a ticker message says about a market at one moment. Prices in the quote currency, volumes in coins.</summary>
public sealed record CryptoTicker(
    string Market,
    double Open,
    double High,
    double Low,
    double Price,
    double PreviousClose,
    double TradeVolume,
    bool IsAsk,
    double DayVolume,
    double DayTurnover,
    double Volume24H,
    double Turnover24H,
    double AskVolume,
    double YearHigh,
    LocalDate YearHighDate,
    double YearLow,
    LocalDate YearLowDate,
    long TradeMs
);

/// <summary>Crypto markets on the seeded walk, around the clock, with the day of Seoul.</summary>
public sealed class CryptoTape
{
    private const long MinuteMs = 60_000;

    private readonly IReadOnlyDictionary<string, SymbolWalk> _walks;
    private readonly SeoulTimeline _timeline;
    private readonly WalkTape _tape;
    private readonly bool _silent;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, MinuteState> _states = [];

    /// <param name="silent">No market has a price: a replay of stocks does not invent any.</param>
    internal CryptoTape(WalkCatalog catalog, bool silent)
    {
        (_walks, _silent) = (catalog.Crypto, silent);
        _timeline = new SeoulTimeline(catalog.CryptoMarketSeed);
        _tape = new WalkTape(_timeline);
    }

    public bool Knows(string market) => _walks.ContainsKey(market);

    public IEnumerable<string> Markets => _walks.Keys;

    /// <summary>Candles of the given length that start before <paramref name="before"/> (Unix ms), newest first.</summary>
    public IReadOnlyList<Candle> Minutes(string market, int unit, int count, long before, Instant now)
    {
        var step = unit * MinuteMs;
        var candles = new List<Candle>();
        if (_silent)
            return candles;
        // Minutes without a trade have no candle, so a quiet market needs a longer look back.
        for (var span = count * step; candles.Count < count && span <= 64 * count * step; span *= 4)
        {
            candles.Clear();
            _tape.Candles(_walks[market], before - span, before - 1, now.ToUnixTimeMilliseconds(), step, candles);
        }
        candles.Reverse();
        return candles.Count > count ? candles[..count] : candles;
    }

    /// <summary>
    /// Day candles that start before <paramref name="before"/> (Unix ms), newest first; each with the close of the day before.
    /// </summary>
    public IReadOnlyList<(Candle Day, double PreviousClose)> Days(string market, int count, long before, Instant now)
    {
        var ms = now.ToUnixTimeMilliseconds();
        var result = new List<(Candle, double)>();
        if (_silent)
            return result;
        var walk = _walks[market];
        for (var day = _timeline.LastBegun(Math.Min(ms, before - 1)); day > 0 && result.Count < count; day--)
            if (_tape.Day(walk, day, ms) is { } candle)
                result.Add((candle, walk.Price(walk.Close(day - 1))));
        return result;
    }

    /// <summary>The ticker of a market by that instant; null when it has no price.</summary>
    public CryptoTicker? Ticker(string market, Instant now)
    {
        var ms = now.ToUnixTimeMilliseconds();
        if (_silent || _timeline.LastBegun(ms) < 1)
            return null;
        var minute = ms - (ms % MinuteMs);
        var state =
            _states.TryGetValue(market, out var known) && known.Minute == minute ? known : _states[market] = Prepare(market, minute);
        return state.At(ms);
    }

    /// <summary>All trades with from &lt; time &lt;= to, ascending by time; each means one ticker message.</summary>
    public IReadOnlyList<(string Market, Instant At)> Trades(Instant from, Instant to)
    {
        var (fromMs, toMs) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        var result = new List<(string Market, Instant At)>();
        if (_silent || _timeline.LastBegun(fromMs) < 1)
            return result;
        for (var minute = fromMs - (fromMs % MinuteMs); minute <= toMs; minute += MinuteMs)
            foreach (var market in _walks.Keys)
            {
                var state =
                    _states.TryGetValue(market, out var known) && known.Minute == minute
                        ? known
                        : _states[market] = Prepare(market, minute);
                foreach (var t in state.Trades)
                    if (t.Ms > fromMs && t.Ms <= toMs)
                        result.Add((market, Instant.FromUnixTimeMilliseconds(t.Ms)));
            }
        result.Sort(static (a, b) => a.At.CompareTo(b.At));
        return result;
    }

    private MinuteState Prepare(string market, long minute)
    {
        var walk = _walks[market];
        var day = _timeline.LastBegun(minute);
        var today = _timeline.Session(day);
        var previous = walk.Price(walk.Close(day - 1));
        Candle? soFar = null;
        var minutesToday = _tape.MinutesOf(walk, today, today.StartMs, minute, minute - 1);
        foreach (var c in minutesToday)
            soFar = soFar?.With(c) ?? c;
        var (volume24, turnover24) = (soFar?.Volume ?? 0, soFar?.Turnover ?? 0);
        foreach (var c in _tape.MinutesOf(walk, _timeline.Session(day - 1), minute - SeoulTimeline.DayMs, today.StartMs, minute))
            (volume24, turnover24) = (volume24 + c.Volume, turnover24 + c.Turnover);
        // The year's extremes are those of the closes before today; today's own come on top.
        var (high, highDay, low, lowDay) = (previous, day - 1, previous, day - 1);
        for (var d = Math.Max(0, day - 365); d < day; d++)
        {
            var close = walk.Price(walk.Close(d));
            if (close > high)
                (high, highDay) = (close, d);
            if (close < low)
                (low, lowDay) = (close, d);
        }
        return new MinuteState(
            market,
            minute,
            day,
            today.StartMs,
            previous,
            soFar,
            volume24,
            turnover24,
            high,
            highDay,
            low,
            lowDay,
            _tape.TradesOf(walk, minute)
        );
    }

    /// <summary>A market at the start of a minute, and the trades of that minute.</summary>
    private sealed record MinuteState(
        string Market,
        long Minute,
        int Day,
        long DayStart,
        double Previous,
        Candle? SoFar,
        double Volume24,
        double Turnover24,
        double High,
        int HighDay,
        double Low,
        int LowDay,
        WalkTrade[] Trades
    )
    {
        public CryptoTicker At(long now)
        {
            var part = WalkTape.Fold(Minute, Trades, now);
            // Before a day's first trade: the last price is yesterday's close.
            var today = (SoFar, part) switch
            {
                ({ } a, { } b) => a.With(b),
                ({ } a, null) => a,
                (null, { } b) => b,
                _ => new Candle(DayStart, Previous, Previous, Previous, Previous, 0, 0, DayStart),
            };
            var last = default(WalkTrade);
            foreach (var t in Trades)
                if (t.Ms <= now)
                    last = t;
            var askShare = 0.42 + (0.16 * new Dice(Dice.Mix(Dice.Seed(Market), (ulong)Day)).Uniform());
            return new CryptoTicker(
                Market,
                today.Open,
                today.High,
                today.Low,
                today.Close,
                Previous,
                last.Ms == 0 ? Math.Round(Math.Max(today.Volume / 1440, 1e-8), 8) : last.Volume,
                (last.Seed & 1) == 0,
                Math.Round(today.Volume, 8),
                Math.Round(today.Turnover, 6),
                Math.Round(Volume24 + (part?.Volume ?? 0), 8),
                Math.Round(Turnover24 + (part?.Turnover ?? 0), 6),
                Math.Round(today.Volume * askShare, 8),
                Math.Max(High, today.High),
                Date(today.High > High ? Day : HighDay),
                Math.Min(Low, today.Low),
                Date(today.Low < Low ? Day : LowDay),
                last.Ms == 0 ? today.LastMs : last.Ms
            );
        }

        private static LocalDate Date(int day) => new LocalDate(2018, 1, 1).PlusDays(day);
    }
}
