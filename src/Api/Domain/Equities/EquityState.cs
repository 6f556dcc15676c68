using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.Equities;

/// <summary>
/// The latest state of all stocks and ETFs as the feed knows it, and what of it was not taken yet: changes for the boards, states for the
/// store. Thread-safe.
/// </summary>
internal sealed class EquityState(MarketCalendar calendar, IPreviousCloses closes)
{
    /// <summary>Value of <see cref="EquityQuote.Source"/>.</summary>
    public const string Source = FinnhubClient.Provider;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, EquityEntry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<EquityEntry> _changed = [];
    private readonly List<SuspectGap> _gaps = [];

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
                if (!listed.Add(instrument.Symbol))
                    continue;
                if (_entries.TryGetValue(instrument.Symbol, out var entry))
                {
                    entry.Instrument = instrument;
                }
                else
                {
                    _entries[instrument.Symbol] = new EquityEntry(instrument, calendar, closes);
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
            if (_entries.TryGetValue(quote.Symbol, out var entry) && entry.Seed(quote))
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
            if (_entries.TryGetValue(counted.Symbol, out var entry) && entry.Seed(counted, now))
                _changed.Add(entry);
        }
    }

    /// <summary>Takes a trade.</summary>
    /// <returns>Whether it is of a listed symbol and at a time that the calendar knows.</returns>
    public bool Apply(Trade trade, long heardAt)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(trade.Symbol, out var entry) || !calendar.TrySessionOf(trade.At, out var session))
                return false;
            if (entry.Apply(trade, session, heardAt))
                Changed(entry);
            return true;
        }
    }

    /// <summary>Takes a /quote reply. Its open, high, low and previous close are those of the price's session.</summary>
    /// <returns>Whether it moved the last price.</returns>
    public bool Apply(string symbol, FinnhubQuote reply, long heardAt)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(symbol, out var entry) || reply is not { Current: > 0, Time: > 0 })
                return false;
            entry.HeardAt = heardAt;
            if (Plausible.Seconds(reply.Time) is not { } at || !calendar.TrySessionOf(at, out var session))
                return false;
            if (entry.Apply(reply, at, session) is not { } moved)
                return false;
            Changed(entry);
            return moved;
        }
    }

    /// <summary>Reads previous closes again for all symbols (after a closes job, at a session's start).</summary>
    public void RecomputeChanges()
    {
        lock (_lock)
        {
            foreach (var entry in _entries.Values.Where(e => e.Recompute()))
                _changed.Add(entry);
        }
    }

    /// <summary>The live part of every symbol that changed since the last call, by board.</summary>
    public IReadOnlyDictionary<string, List<EquityQuote>> TakeChanges()
    {
        lock (_lock)
        {
            var changes = ByBoard(_changed.Where(e => e.Quote.Price is not null), e => e.LivePart());
            _changed.Clear();
            return changes;
        }
    }

    /// <summary>
    /// The slow part (names, running volumes) of every symbol with a price for which it changed since the last call, by board.
    /// </summary>
    public IReadOnlyDictionary<string, List<EquityQuote>> TakeMarketChanges()
    {
        lock (_lock)
        {
            return ByBoard(_entries.Values.Where(e => e.Quote.Price is not null), e => e.TakeMarketPart());
        }
    }

    /// <summary>
    /// Writes every state with a price that changed since it was kept last, whole, for the next start. What could not be written is written
    /// next time.
    /// </summary>
    public async Task KeepAsync(Func<IReadOnlyList<LastQuote<EquityQuote>>, Task> write)
    {
        var unkept = new List<(EquityEntry Entry, EquityQuote Quote, LastQuote<EquityQuote> Row)>();
        lock (_lock)
        {
            foreach (var entry in _entries.Values)
            {
                if (entry.Unkept() is { } row)
                    unkept.Add((entry, entry.Quote, row));
            }
        }
        await write([.. unkept.Select(u => u.Row)]);
        lock (_lock)
        {
            foreach (var (entry, quote, _) in unkept)
                entry.Kept(quote);
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
            return
            [
                .. _entries
                    .Values.OrderBy(e => e.Instrument.Rank)
                    .ThenBy(e => e.Instrument.Symbol, StringComparer.Ordinal)
                    .Select(e => e.Instrument.Symbol),
            ];
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
            return
            [
                .. _entries
                    .Values.Where(e =>
                        e.NotBefore <= now && e.HeardAt < (e.TradedAt >= quiet || live.Contains(e.Instrument.Symbol) ? quiet : idle)
                    )
                    .OrderBy(e => e.HeardAt)
                    .ThenBy(e => e.Instrument.Rank)
                    .Select(e => e.Instrument.Symbol),
            ];
        }
    }

    /// <summary>Notes that the provider was asked for a symbol, with any answer.</summary>
    public void Heard(string symbol, long heardAt)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(symbol, out var entry))
                entry.HeardAt = heardAt;
        }
    }

    /// <summary>Notes that the provider gave no answer about a symbol: it stays silent, and is not asked for again before that.</summary>
    public void PutOff(string symbol, long notBefore)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(symbol, out var entry))
                entry.NotBefore = notBefore;
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

    private void Changed(EquityEntry entry)
    {
        _changed.Add(entry);
        if (entry.Gap is { } gap)
            _gaps.Add(gap);
    }

    private static Dictionary<string, List<EquityQuote>> ByBoard(IEnumerable<EquityEntry> entries, Func<EquityEntry, EquityQuote?> part)
    {
        var boards = new Dictionary<string, List<EquityQuote>>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (part(entry) is not { } item)
                continue;
            if (!boards.TryGetValue(entry.Instrument.Board, out var items))
                boards[entry.Instrument.Board] = items = [];
            items.Add(item);
        }
        return boards;
    }
}
