namespace InvestmentAssistant.MarketSimulator.Tape;

/// <summary>
/// Stocks and ETFs of a recording. Nothing is invented: a symbol that was not recorded has no price, and nothing is served before the
/// replay's clock has reached it.
/// </summary>
internal sealed class RecordedEquities : IEquityTape
{
    private readonly MarketCalendar _calendar;
    private readonly IReadOnlyList<TapeTrade> _trades;
    private readonly Dictionary<string, List<TapeTrade>> _bySymbol;
    private readonly Dictionary<string, SortedDictionary<LocalDate, Candle>> _days;
    private readonly Duration _dailyDelay;

    /// <param name="days">Official day bars, or null: then days are built from the regular trades.</param>
    /// <param name="dailyDelay">How long after a session's end its day bar is known.</param>
    public RecordedEquities(IEnumerable<RecordedBar> bars, IEnumerable<RecordedDay>? days, MarketCalendar calendar, Duration dailyDelay)
    {
        (_calendar, _dailyDelay) = (calendar, dailyDelay);
        _trades = RecordedTrades.From(bars, IsRegular);
        _bySymbol = _trades.GroupBy(t => t.Symbol).ToDictionary(g => g.Key, g => g.ToList());
        _days = days is null
            ? FromTrades()
            : days.GroupBy(d => d.Symbol)
                .ToDictionary(
                    g => g.Key,
                    g => new SortedDictionary<LocalDate, Candle>(
                        g.ToDictionary(
                            d => d.Date,
                            d => new Candle(
                                DateMs(d.Date),
                                (double)d.Open,
                                (double)d.High,
                                (double)d.Low,
                                (double)d.Close,
                                d.Volume,
                                0,
                                CloseOf(d.Date).ToUnixTimeMilliseconds()
                            )
                        )
                    )
                );
    }

    /// <summary>The first recorded trade's time.</summary>
    public Instant Start => _trades.Count > 0 ? _trades[0].At : Instant.FromUnixTimeSeconds(0);

    public IReadOnlyList<Candle> Intraday(string symbol, int minutes, long from, long to, Instant now)
    {
        var candles = new List<Candle>();
        if (!_bySymbol.TryGetValue(symbol, out var trades))
            return candles;
        var step = minutes * 60_000L;
        for (var i = FirstAfter(trades, Instant.FromUnixTimeMilliseconds(from - 1)); i < trades.Count && trades[i].At <= now; i++)
        {
            var ms = trades[i].At.ToUnixTimeMilliseconds();
            var start = ms - (ms % step);
            if (start > to)
                break;
            if (start < from)
                continue;
            var one = One(trades[i], start);
            if (candles.Count > 0 && candles[^1].StartMs == start)
                candles[^1] = candles[^1].With(one);
            else
                candles.Add(one);
        }
        return candles;
    }

    public IReadOnlyList<Candle> Days(string symbol, long from, long to, Instant now) =>
        _days.TryGetValue(symbol, out var days)
            ?
            [
                .. days.Where(d => d.Value.StartMs >= from && d.Value.StartMs <= to && CloseOf(d.Key) + _dailyDelay <= now)
                    .Select(d => d.Value),
            ]
            : [];

    public IReadOnlyList<double> Closes(string symbol, int sessions, Instant now) =>
        _days.TryGetValue(symbol, out var days)
            ? [.. days.Where(d => CloseOf(d.Key) + _dailyDelay <= now).TakeLast(sessions).Select(d => d.Value.Close)]
            : [];

    public TapeQuote? Quote(string symbol, Instant now)
    {
        Candle? today = null;
        LocalDate? date = null;
        if (_bySymbol.TryGetValue(symbol, out var trades))
            for (var i = FirstAfter(trades, now) - 1; i >= 0; i--)
            {
                if (!IsRegular(trades[i].At))
                    continue;
                var own = _calendar.SessionOf(trades[i].At).Date;
                if (date is { } known && own != known)
                    break;
                date = own;
                var one = One(trades[i], 0);
                today = today is { } later ? one.With(later) : one;
            }
        if (!_days.TryGetValue(symbol, out var days))
            return null;
        var ended = days.Where(d => CloseOf(d.Key) + _dailyDelay <= now).ToList();
        // No regular trade yet: the last known session is the quote.
        if ((today, date) is not ({ } session, { } on))
        {
            if (ended.Count == 0)
                return null;
            (session, on) = (ended[^1].Value, ended[^1].Key);
        }
        var before = ended.FindLastIndex(d => d.Key < on);
        return new TapeQuote(
            session.Close,
            session.Open,
            session.High,
            session.Low,
            before < 0 ? null : ended[before].Value.Close,
            session.LastMs
        );
    }

    public IReadOnlyList<TapeTrade> Trades(Instant from, Instant to)
    {
        var result = new List<TapeTrade>();
        for (var i = FirstAfter(_trades, from); i < _trades.Count && _trades[i].At <= to; i++)
            result.Add(_trades[i]);
        return result;
    }

    private bool IsRegular(Instant at) => _calendar.PhaseAt(at) == SessionPhase.Regular;

    private Instant CloseOf(LocalDate date) => (_calendar.SessionOn(date) ?? _calendar.Previous(date)).Close;

    private Dictionary<string, SortedDictionary<LocalDate, Candle>> FromTrades()
    {
        var result = new Dictionary<string, SortedDictionary<LocalDate, Candle>>();
        foreach (var (symbol, trades) in _bySymbol)
        {
            var days = result[symbol] = [];
            foreach (var trade in trades.Where(t => IsRegular(t.At)))
            {
                var date = _calendar.SessionOf(trade.At).Date;
                var one = One(trade, DateMs(date));
                days[date] = days.TryGetValue(date, out var known) ? known.With(one) : one;
            }
        }
        return result;
    }

    private static Candle One(TapeTrade t, long start)
    {
        var (price, volume) = ((double)t.Price, (double)t.Volume);
        return new Candle(start, price, price, price, price, volume, price * volume, t.At.ToUnixTimeMilliseconds());
    }

    private static int FirstAfter(IReadOnlyList<TapeTrade> trades, Instant at)
    {
        var (low, high) = (0, trades.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (trades[middle].At <= at)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static long DateMs(LocalDate date) => date.AtMidnight().InUtc().ToInstant().ToUnixTimeMilliseconds();
}
