using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.Equities;

/// <summary>A session that opened suspiciously far from its previous close.</summary>
internal sealed record SuspectGap(string Symbol, LocalDate Session, decimal Open, decimal PreviousClose);

/// <summary>
/// The latest state of all stocks and ETFs as the feed knows it. Turns trades into quotes: the change is that of the price's own session,
/// an out-of-order trade counts for the session's range and never moves the last price back, and a trade changes only what its conditions
/// let it change. Volumes are those that PostgreSQL counted, where a repeated trade counts once. Thread-safe.
/// </summary>
internal sealed class EquityState(MarketCalendar calendar, IPreviousCloses closes)
{
    /// <summary>Value of <see cref="EquityQuote.Source"/>.</summary>
    public const string Source = FinnhubClient.Provider;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<Entry> _changed = [];
    private readonly List<SuspectGap> _gaps = [];

    private sealed class Entry(Instrument instrument)
    {
        public Instrument Instrument = instrument;
        public EquityQuote Quote = new() { Symbol = instrument.Symbol };
        /// <summary>Previous close that the provider said beside a quote, used while we have no close of our own.</summary>
        public (LocalDate Session, decimal Close)? Quoted;
        public EquityQuote? LastSlow, LastKept;
        public long HeardAt, TradedAt, NotBefore;
    }

    /// <summary>Takes the boards' lists; who left is forgotten. A symbol on two lists belongs to the first.</summary>
    /// <returns>The symbols that are new.</returns>
    public IReadOnlyList<string> SetInstruments(IEnumerable<Instrument> instruments)
    {
        lock (_lock)
        {
            var added = new List<string>();
            var listed = new HashSet<string>(StringComparer.Ordinal);
            foreach (var instrument in instruments)
            {
                if (!listed.Add(instrument.Symbol)) continue;
                if (_entries.TryGetValue(instrument.Symbol, out var entry))
                {
                    entry.Instrument = instrument;
                }
                else
                {
                    _entries[instrument.Symbol] = new Entry(instrument);
                    added.Add(instrument.Symbol);
                }
            }
            foreach (var gone in _entries.Keys.Where(s => !listed.Contains(s)).ToList())
            {
                _changed.Remove(_entries[gone]);
                _entries.Remove(gone);
            }
            return added;
        }
    }

    /// <summary>Takes what is known from before: the board's last state, or a day's bar. Older than what is held: ignored.</summary>
    public void Seed(EquityQuote quote)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(quote.Symbol, out var entry) || quote.TimestampMs is not { } ms || quote.Price is null) return;
            if (entry.Quote.TimestampMs >= ms) return;
            entry.Quote = quote with { CompanyName = null, Sector = null, Source = quote.Source ?? Source };
            Recompute(entry);
            _changed.Add(entry);
        }
    }

    /// <summary>Takes what PostgreSQL counted: the session's range and volume, and the last 24 hours' volume.</summary>
    /// <param name="counted">By <paramref name="now"/>.</param>
    /// <param name="now">When it was counted.</param>
    public void Seed(MarketAggregate counted, Instant now)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(counted.Symbol, out var entry)) return;
            var quote = entry.Quote with { Volume24h = LastDay(counted, now) };
            if (quote.SessionDate == counted.Date)
            {
                quote = quote with
                {
                    Open = quote.Open ?? counted.Open,
                    High = counted.High is { } high ? Larger(high, quote.High) : quote.High,
                    Low = counted.Low is { } low ? Smaller(low, quote.Low) : quote.Low,
                    SessionVolume = counted.Volume is > 0 ? counted.Volume : null,
                };
            }
            if ((quote.Open, quote.High, quote.Low) != (entry.Quote.Open, entry.Quote.High, entry.Quote.Low)) _changed.Add(entry);
            entry.Quote = quote;
        }
    }

    /// <summary>Takes a trade.</summary>
    /// <returns>Whether it is of a listed symbol and at a time that the calendar knows.</returns>
    public bool Apply(Trade trade, long heardAt)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(trade.Symbol, out var entry) || !calendar.TrySessionOf(trade.At, out var session)) return false;
            entry.HeardAt = entry.TradedAt = heardAt;
            var regular = session.IsRegular(trade.At);
            var effect = TradeConditions.EffectOf(trade.Conditions, regular);
            if ((effect & (TradeEffect.Last | TradeEffect.HighLow)) == 0) return true;

            var quote = entry.Quote;
            if (quote.SessionDate is not { } current || session.Date > current) quote = NewSession(quote, session.Date);
            if (regular && session.Date == quote.SessionDate)
            {
                if (effect.HasFlag(TradeEffect.Last) && quote.Open is null)
                {
                    CheckGap(entry, ref quote, trade.Price);
                    quote = quote with { Open = trade.Price };
                }
                if (effect.HasFlag(TradeEffect.HighLow)) quote = quote with { High = Larger(trade.Price, quote.High), Low = Smaller(trade.Price, quote.Low) };
            }
            if (effect.HasFlag(TradeEffect.Last) && (quote.TimestampMs is not { } last || trade.At.ToUnixTimeMilliseconds() >= last))
            {
                quote = quote with
                {
                    Price = trade.Price,
                    TimestampMs = trade.At.ToUnixTimeMilliseconds(),
                    // A price update without a trade leaves the last trade's size.
                    Volume = trade.Volume > 0 ? trade.Volume : quote.Volume,
                    TradeConditions = trade.Conditions ?? [],
                    Source = Source,
                };
            }
            entry.Quote = quote;
            Recompute(entry);
            _changed.Add(entry);
            return true;
        }
    }

    /// <summary>Takes a /quote reply. Its open, high, low and previous close are those of the price's session.</summary>
    /// <returns>Whether it moved the last price.</returns>
    public bool Apply(string symbol, FinnhubQuote reply, long heardAt)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(symbol, out var entry) || reply is not { Current: > 0, Time: > 0 }) return false;
            entry.HeardAt = heardAt;
            if (Plausible.Seconds(reply.Time) is not { } at || !calendar.TrySessionOf(at, out var session)) return false;

            var quote = entry.Quote;
            if (quote.SessionDate is not { } current || session.Date > current) quote = NewSession(quote, session.Date);
            if (session.Date != quote.SessionDate) return false;
            // Before the open the provider still shows the figures of the session before.
            if (at >= session.Open)
            {
                if (reply.PreviousClose is > 0) entry.Quoted = (session.Date, reply.PreviousClose.Value);
                if (quote.Open is null && reply.Open is > 0) CheckGap(entry, ref quote, reply.Open.Value);
                quote = quote with
                {
                    Open = quote.Open ?? (reply.Open is > 0 ? reply.Open : null),
                    High = reply.High is > 0 ? Larger(reply.High.Value, quote.High) : quote.High,
                    Low = reply.Low is > 0 ? Smaller(reply.Low.Value, quote.Low) : quote.Low,
                };
            }
            var moves = quote.TimestampMs is not { } last || at.ToUnixTimeMilliseconds() > last;
            if (moves) quote = quote with { Price = reply.Current, TimestampMs = at.ToUnixTimeMilliseconds(), Source = Source };
            entry.Quote = quote;
            Recompute(entry);
            _changed.Add(entry);
            return moves;
        }
    }

    /// <summary>Reads previous closes again for all symbols (after a closes job, at a session's start).</summary>
    public void RecomputeChanges()
    {
        lock (_lock)
        {
            foreach (var entry in _entries.Values)
            {
                var before = entry.Quote;
                Recompute(entry);
                if (entry.Quote.PreviousClose != before.PreviousClose) _changed.Add(entry);
            }
        }
    }

    /// <summary>The live part of every symbol that changed since the last call, by board.</summary>
    public IReadOnlyDictionary<string, List<EquityQuote>> TakeChanges()
    {
        lock (_lock)
        {
            var changes = ByBoard(_changed.Where(e => e.Quote.Price is not null), LivePart);
            _changed.Clear();
            return changes;
        }
    }

    /// <summary>The slow part (names, running volumes) of every symbol with a price for which it changed since the last call, by board.</summary>
    public IReadOnlyDictionary<string, List<EquityQuote>> TakeSlowChanges()
    {
        lock (_lock)
        {
            var changed = new List<Entry>();
            foreach (var entry in _entries.Values)
            {
                if (entry.Quote.Price is null) continue;
                var slow = SlowPart(entry);
                if (slow == entry.LastSlow) continue;
                entry.LastSlow = slow;
                changed.Add(entry);
            }
            return ByBoard(changed, e => e.LastSlow!);
        }
    }

    /// <summary>Every state with a price that changed since the last call, whole, to be kept for the next start.</summary>
    public IReadOnlyList<LastQuote<EquityQuote>> TakeUnkept()
    {
        lock (_lock)
        {
            var unkept = new List<LastQuote<EquityQuote>>();
            foreach (var entry in _entries.Values)
            {
                if (ReferenceEquals(entry.Quote, entry.LastKept) || entry.Quote is not { Price: { } price, EventAt: { } at }) continue;
                entry.LastKept = entry.Quote;
                unkept.Add(new LastQuote<EquityQuote>(entry.Instrument.Board, entry.Instrument.Symbol, price, at,
                    entry.Quote with { CompanyName = entry.Instrument.Name, Sector = entry.Instrument.Sector }));
            }
            return unkept;
        }
    }

    /// <summary>Sessions that opened suspiciously since the last call.</summary>
    public IReadOnlyList<SuspectGap> TakeGaps()
    {
        lock (_lock)
        {
            SuspectGap[] gaps = [.. _gaps];
            _gaps.Clear();
            return gaps;
        }
    }

    /// <summary>All symbols, those to be subscribed first in front.</summary>
    public IReadOnlyList<string> SymbolsByRank()
    {
        lock (_lock)
        {
            return [.. _entries.Values.OrderBy(e => e.Instrument.Rank).ThenBy(e => e.Instrument.Symbol, StringComparer.Ordinal).Select(e => e.Instrument.Symbol)];
        }
    }

    /// <summary>
    /// Silent symbols: since <paramref name="quiet"/> those that are subscribed or traded since then, since <paramref name="idle"/> the
    /// others. Longest silent first, then those to be subscribed first; without those that are put off beyond <paramref name="now"/>.
    /// </summary>
    public IReadOnlyList<string> SilentSince(long quiet, long idle, long now, IReadOnlySet<string> live)
    {
        lock (_lock)
        {
            return [.. _entries.Values
                .Where(e => e.NotBefore <= now && e.HeardAt < (e.TradedAt >= quiet || live.Contains(e.Instrument.Symbol) ? quiet : idle))
                .OrderBy(e => e.HeardAt).ThenBy(e => e.Instrument.Rank).Select(e => e.Instrument.Symbol)];
        }
    }

    /// <summary>Notes that the provider was asked for a symbol, with any answer.</summary>
    public void Heard(string symbol, long heardAt)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(symbol, out var entry)) entry.HeardAt = heardAt;
        }
    }

    /// <summary>Notes that the provider gave no answer about a symbol: it stays silent, and is not asked for again before that.</summary>
    public void PutOff(string symbol, long notBefore)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(symbol, out var entry)) entry.NotBefore = notBefore;
        }
    }

    /// <summary>Whether the symbol is on a board.</summary>
    public bool Knows(string symbol)
    {
        lock (_lock)
        {
            return _entries.ContainsKey(symbol);
        }
    }

    /// <summary>The present state of a symbol; null when it is not listed.</summary>
    public EquityQuote? Find(string symbol)
    {
        lock (_lock)
        {
            return _entries.TryGetValue(symbol, out var entry) ? entry.Quote : null;
        }
    }

    /// <summary>
    /// Shares of the last 24 hours; never fewer than those of a session that lies whole within them, of which the hours before our first trade may not be filled yet. A board takes
    /// null for "unchanged", so what was shown too low is better raised than left unsaid.
    /// </summary>
    private decimal? LastDay(MarketAggregate counted, Instant now)
    {
        var wholeSession = calendar.SessionOn(counted.Date) is { } session && session.Open >= now - Duration.FromHours(24) ? counted.Volume : null;
        return Math.Max(counted.Volume24h ?? 0, wholeSession ?? 0) is > 0 and var shares ? shares : null;
    }

    private static EquityQuote NewSession(EquityQuote quote, LocalDate date) =>
        quote with { SessionDate = date, Open = null, High = null, Low = null, SessionVolume = null, SplitSuspected = null };

    private decimal? PreviousCloseOf(Entry entry, LocalDate session) =>
        closes.For(entry.Instrument.Symbol, session) ?? (entry.Quoted is { } q && q.Session == session ? q.Close : null);

    private void Recompute(Entry entry)
    {
        var quote = entry.Quote;
        if (quote.SessionDate is not { } session) return;
        var previous = PreviousCloseOf(entry, session);
        var change = Change.Of(quote.Price, previous);
        if ((previous, change.Amount, change.Percent) == (quote.PreviousClose, quote.ChangeAmount, quote.ChangeRate)) return;
        entry.Quote = quote with { PreviousClose = previous, ChangeAmount = change.Amount, ChangeRate = change.Percent };
    }

    private void CheckGap(Entry entry, ref EquityQuote quote, decimal open)
    {
        var previous = PreviousCloseOf(entry, quote.SessionDate!.Value);
        if (!Change.SuggestsUnknownSplit(open, previous)) return;
        quote = quote with { SplitSuspected = true };
        _gaps.Add(new SuspectGap(entry.Instrument.Symbol, quote.SessionDate.Value, open, previous!.Value));
    }

    /// <summary>Fields that a trade changes; the first time also the names, so that no board shows a bare symbol.</summary>
    private static EquityQuote LivePart(Entry entry) => entry.Quote with
    {
        SessionVolume = null,
        Volume24h = null,
        CompanyName = entry.LastSlow is null ? entry.Instrument.Name : null,
        Sector = entry.LastSlow is null ? entry.Instrument.Sector : null,
    };

    private static EquityQuote SlowPart(Entry entry) => new()
    {
        Symbol = entry.Instrument.Symbol,
        CompanyName = entry.Instrument.Name,
        Sector = entry.Instrument.Sector,
        SessionDate = entry.Quote.SessionDate,
        PreviousClose = entry.Quote.PreviousClose,
        ChangeAmount = entry.Quote.ChangeAmount,
        ChangeRate = entry.Quote.ChangeRate,
        SessionVolume = entry.Quote.SessionVolume,
        Volume24h = entry.Quote.Volume24h,
    };

    private static Dictionary<string, List<EquityQuote>> ByBoard(IEnumerable<Entry> entries, Func<Entry, EquityQuote> part)
    {
        var boards = new Dictionary<string, List<EquityQuote>>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!boards.TryGetValue(entry.Instrument.Board, out var items)) boards[entry.Instrument.Board] = items = [];
            items.Add(part(entry));
        }
        return boards;
    }

    private static decimal Larger(decimal value, decimal? than) => than is { } t && t > value ? t : value;

    private static decimal Smaller(decimal value, decimal? than) => than is { } t && t < value ? t : value;
}
