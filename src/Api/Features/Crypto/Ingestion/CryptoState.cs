using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;

namespace InvestmentAssistant.Api.Features.Crypto.Ingestion;

/// <summary>Effect of a ticker on the state.</summary>
internal enum Taken
{
    Unlisted,
    Known,
    Older,
    Newer,
}

/// <summary>The latest state of all KRW markets as the feed knows it: an older or repeated ticker changes nothing. Thread-safe.</summary>
internal sealed class CryptoState
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<Entry> _changed = [];

    private sealed class Entry(Instrument instrument)
    {
        public Instrument Instrument = instrument;
        public CryptoQuote? Quote,
            LastKept;
        public CryptoQuote? Named =>
            Quote is null
                ? null
                : Quote with
                {
                    KoreanName = Instrument.LocalName,
                    EnglishName = Instrument.Name,
                    MarketWarning = Quote.MarketWarning ?? Instrument.Warning,
                };
    }

    /// <summary>Takes the list; who left is forgotten.</summary>
    /// <returns>Whether the set of markets changed.</returns>
    public bool SetInstruments(IReadOnlyList<Instrument> instruments)
    {
        lock (_lock)
        {
            var changed = false;
            var listed = new HashSet<string>(StringComparer.Ordinal);
            foreach (var instrument in instruments)
            {
                listed.Add(instrument.Symbol);
                if (_entries.TryGetValue(instrument.Symbol, out var entry))
                {
                    if (entry.Instrument != instrument && entry.Quote is not null)
                        _changed.Add(entry);
                    entry.Instrument = instrument;
                }
                else
                {
                    _entries[instrument.Symbol] = new Entry(instrument);
                    changed = true;
                }
            }
            foreach (var gone in _entries.Keys.Where(m => !listed.Contains(m)).ToList())
            {
                _changed.Remove(_entries[gone]);
                _entries.Remove(gone);
                changed = true;
            }
            return changed;
        }
    }

    /// <summary>All markets, by code.</summary>
    public IReadOnlyList<string> Markets()
    {
        lock (_lock)
        {
            return [.. _entries.Keys.Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Markets without a price yet.</summary>
    public IReadOnlyList<string> Unpriced()
    {
        lock (_lock)
        {
            return [.. _entries.Where(e => e.Value.Quote is null).Select(e => e.Key).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Takes a state; the newest one stays.</summary>
    public Taken Apply(CryptoQuote quote)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(quote.Market, out var entry))
                return Taken.Unlisted;
            if (entry.Quote is { } held)
            {
                if (held.Timestamp > quote.Timestamp)
                    return Taken.Older;
                // REST says nothing of suspensions and warnings: what the socket said of them stays.
                quote = held.MergedWith(quote);
                if (held == quote)
                    return Taken.Known;
            }
            entry.Quote = quote;
            _changed.Add(entry);
            return Taken.Newer;
        }
    }

    /// <summary>Every market that changed since the last call, with its names.</summary>
    public IReadOnlyList<CryptoQuote> TakeChanges()
    {
        lock (_lock)
        {
            if (_changed.Count == 0)
                return [];
            CryptoQuote[] changes = [.. _changed.Select(e => e.Named!)];
            _changed.Clear();
            return changes;
        }
    }

    /// <summary>
    /// Writes every state that changed since it was kept last, for the next start. What could not be written is written next time.
    /// </summary>
    public async Task KeepAsync(Func<IReadOnlyList<LastQuote<CryptoQuote>>, Task> write)
    {
        var unkept = new List<(Entry Entry, CryptoQuote Quote, LastQuote<CryptoQuote> Row)>();
        lock (_lock)
        {
            foreach (var entry in _entries.Values)
            {
                if (!ReferenceEquals(entry.Quote, entry.LastKept) && entry.Quote is { TradePrice: { } price, EventAt: { } at } quote)
                    unkept.Add((entry, quote, new(entry.Instrument.Board, entry.Instrument.Symbol, price, at, entry.Named!)));
            }
        }
        await write([.. unkept.Select(u => u.Row)]);
        lock (_lock)
        {
            foreach (var (entry, quote, _) in unkept)
                entry.LastKept = quote;
        }
    }
}
