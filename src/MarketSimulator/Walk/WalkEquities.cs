using InvestmentAssistant.MarketSimulator.Tape;

namespace InvestmentAssistant.MarketSimulator.Walk;

/// <summary>Stocks and ETFs on the seeded walk.</summary>
internal sealed class WalkEquities : IEquityTape
{
    private const long MinuteMs = 60_000;

    private readonly IReadOnlyDictionary<string, SymbolWalk> _walks;
    private readonly NewYorkTimeline _timeline;
    private readonly WalkTape _tape;
    private readonly MarketCalendar _calendar;
    private readonly bool _alwaysOpen;
    private (long Minute, List<TapeTrade> Trades) _minute = (-1, []);

    public WalkEquities(WalkCatalog catalog, MarketCalendar calendar, SimulatorOptions options)
    {
        (_walks, _calendar, _alwaysOpen) = (catalog.Equities, calendar, options.AlwaysOpen);
        _timeline = new NewYorkTimeline(calendar, options.AlwaysOpen, catalog.EquityMarketSeed);
        _tape = new WalkTape(_timeline);
    }

    public IReadOnlyList<Candle> Intraday(string symbol, int minutes, long from, long to, Instant now)
    {
        var candles = new List<Candle>();
        if (_walks.TryGetValue(symbol, out var walk))
            _tape.Candles(walk, from, to, now.ToUnixTimeMilliseconds(), minutes * MinuteMs, candles);
        return candles;
    }

    public IReadOnlyList<Candle> Days(string symbol, long from, long to, Instant now)
    {
        var candles = new List<Candle>();
        if (!_walks.TryGetValue(symbol, out var walk))
            return candles;
        var nowMs = now.ToUnixTimeMilliseconds();
        var last = _timeline.LastBegun(Math.Min(nowMs, to + (24 * 60 * MinuteMs)));
        var first = Math.Max(1, _timeline.LastBegun(from));
        for (var day = first; day <= last; day++)
        {
            var date = DateMs(_timeline.Day(day).Date);
            if (date >= from && date <= to && _tape.Day(walk, day, nowMs) is { } candle)
                candles.Add(candle with { StartMs = date });
        }
        return candles;
    }

    public IReadOnlyList<double> Closes(string symbol, int sessions, Instant now)
    {
        if (!_walks.TryGetValue(symbol, out var walk))
            return [];
        var nowMs = now.ToUnixTimeMilliseconds();
        var last = _timeline.LastBegun(nowMs);
        if (last >= 0 && _timeline.Session(last).EndMs > nowMs)
            last--;
        var first = Math.Max(0, last - sessions + 1);
        return [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(day => walk.Price(walk.Close(day)))];
    }

    public TapeQuote? Quote(string symbol, Instant now)
    {
        if (!_walks.TryGetValue(symbol, out var walk))
            return null;
        var ms = now.ToUnixTimeMilliseconds();
        var day = _timeline.LastBegun(ms);
        if (day < 1)
            return null;
        // A market that never rests has pre-market prices of the coming session; as ever, they are compared with the close just made.
        if (_alwaysOpen && _calendar.SessionOf(now) is var own && own.Date != _timeline.Day(day).Date)
            return Extended(walk, ms, own.PreOpen.ToUnixTimeMilliseconds(), null, walk.Price(walk.Close(day)));
        if (_tape.Day(walk, day, ms) is not { } regular)
            return Quote(symbol, Instant.FromUnixTimeMilliseconds(_timeline.Session(day).StartMs - 1));
        var previous = walk.Price(walk.Close(day - 1));
        var close = _timeline.Session(day).EndMs;
        return _alwaysOpen && ms >= close
            ? Extended(walk, ms, close, regular, previous)
            : new TapeQuote(regular.Close, regular.Open, regular.High, regular.Low, previous, Math.Min(ms, regular.LastMs));
    }

    public IReadOnlyList<TapeTrade> Trades(Instant from, Instant to)
    {
        var (fromMs, toMs) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        var result = new List<TapeTrade>();
        for (var minute = fromMs - (fromMs % MinuteMs); minute <= toMs; minute += MinuteMs)
            foreach (var trade in MinuteTrades(minute))
                if (trade.At > from && trade.At <= to)
                    result.Add(trade);
        return result;
    }

    private static long DateMs(LocalDate date) => date.AtMidnight().InUtc().ToInstant().ToUnixTimeMilliseconds();

    private TapeQuote? Extended(SymbolWalk walk, long now, long since, Candle? regular, double previous)
    {
        var after = new List<Candle>();
        // Quotes are asked for far more often than a minute passes; the last hour is enough for the last price.
        _tape.Candles(walk, Math.Max(since, now - (60 * MinuteMs)), now, now, MinuteMs, after);
        if (after.Count == 0)
            return regular is { } r ? new TapeQuote(r.Close, r.Open, r.High, r.Low, previous, r.LastMs) : null;
        var last = after[^1];
        return regular is { } day
            ? new TapeQuote(last.Close, day.Open, day.High, day.Low, previous, last.LastMs)
            : new TapeQuote(last.Close, after[0].Open, after.Max(c => c.High), after.Min(c => c.Low), previous, last.LastMs);
    }

    private List<TapeTrade> MinuteTrades(long minute)
    {
        var known = _minute;
        if (known.Minute == minute)
            return known.Trades;
        var trades = new List<TapeTrade>();
        var regular = _calendar.PhaseAt(Instant.FromUnixTimeMilliseconds(minute)) == SessionPhase.Regular;
        foreach (var walk in _walks.Values)
        foreach (var t in _tape.TradesOf(walk, minute))
            trades.Add(
                new TapeTrade(
                    walk.Symbol,
                    Instant.FromUnixTimeMilliseconds(t.Ms),
                    (decimal)t.Price,
                    (decimal)t.Volume,
                    TradeConditions.Of(regular, t.Volume, t.Seed % 4 == 0)
                )
            );
        trades.Sort(static (a, b) => a.At.CompareTo(b.At));
        _minute = (minute, trades);
        return trades;
    }
}
