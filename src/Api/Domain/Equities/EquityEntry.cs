using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;

namespace InvestmentAssistant.Api.Domain.Equities;

/// <summary>A session that opened suspiciously far from its previous close.</summary>
internal sealed record SuspectGap(string Symbol, LocalDate Session, decimal Open, decimal PreviousClose);

/// <summary>
/// The latest state of one stock or ETF. Turns trades into a quote: the change is that of the price's own session, an out-of-order trade
/// counts for the session's range and never moves the last price back, and a trade changes only what its conditions let it change. Volumes
/// are those that PostgreSQL counted, where a repeated trade counts once. Not thread-safe: <see cref="EquityState"/> locks.
/// </summary>
internal sealed class EquityEntry(Instrument instrument, MarketCalendar calendar, IPreviousCloses closes)
{
    /// <summary>Previous close that the provider sent beside a quote, used while we have no close of our own.</summary>
    private (LocalDate Session, decimal Close)? _quoted;

    /// <summary>The last slow part and the last state that were taken.</summary>
    private EquityQuote? _lastMarketPart,
        _lastKept;

    public Instrument Instrument { get; set; } = instrument;

    public EquityQuote Quote { get; private set; } = new() { Symbol = instrument.Symbol };

    /// <summary>Time stamps of the last message and of the last trade; 0 is never.</summary>
    public long HeardAt { get; set; }

    /// <inheritdoc cref="HeardAt" />
    public long TradedAt { get; private set; }

    /// <summary>The symbol is not asked for before this time stamp.</summary>
    public long NotBefore { get; set; }

    /// <summary>The open that looked like a split in the last call; null when there was none.</summary>
    public SuspectGap? Gap { get; private set; }

    /// <summary>Takes what is known from before.</summary>
    /// <returns>Whether it is newer than what is held.</returns>
    public bool Seed(EquityQuote quote)
    {
        if (quote.TimestampMs is not { } ms || quote.Price is null || Quote.TimestampMs >= ms)
            return false;
        Quote = quote with { CompanyName = null, Sector = null, Source = quote.Source ?? EquityState.Source };
        Recompute();
        return true;
    }

    /// <summary>Takes what PostgreSQL counted by <paramref name="now"/>.</summary>
    /// <returns>Whether the session's open or range changed.</returns>
    public bool Seed(MarketAggregate counted, Instant now)
    {
        var before = Quote;
        var quote = Quote with { Volume24h = LastDay(counted, now) };
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
        Quote = quote;
        return (quote.Open, quote.High, quote.Low) != (before.Open, before.High, before.Low);
    }

    /// <summary>Takes a trade of that session.</summary>
    /// <returns>Whether it may change the quote.</returns>
    public bool Apply(Trade trade, Session session, long heardAt)
    {
        Gap = null;
        HeardAt = TradedAt = heardAt;
        var regular = session.IsRegular(trade.At);
        var effect = TradeConditions.EffectOf(trade.Conditions, regular);
        if ((effect & (TradeEffect.Last | TradeEffect.HighLow)) == 0)
            return false;

        var quote = InSession(session.Date);
        if (regular && session.Date == quote.SessionDate)
        {
            if (effect.HasFlag(TradeEffect.Last) && quote.Open is null)
            {
                CheckGap(ref quote, trade.Price);
                quote = quote with { Open = trade.Price };
            }
            if (effect.HasFlag(TradeEffect.HighLow))
                quote = quote with { High = Larger(trade.Price, quote.High), Low = Smaller(trade.Price, quote.Low) };
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
                Source = EquityState.Source,
            };
        }
        Quote = quote;
        Recompute();
        return true;
    }

    /// <summary>Takes a /quote reply of that moment. Its open, high, low and previous close are those of the price's session.</summary>
    /// <returns>Whether it moved the last price; null when it is of an earlier session.</returns>
    public bool? Apply(FinnhubQuote reply, Instant at, Session session)
    {
        Gap = null;
        var quote = InSession(session.Date);
        if (session.Date != quote.SessionDate)
            return null;
        // Before the open the provider still shows the figures of the session before.
        if (at >= session.Open)
        {
            if (reply.PreviousClose is > 0)
                _quoted = (session.Date, reply.PreviousClose.Value);
            if (quote.Open is null && reply.Open is > 0)
                CheckGap(ref quote, reply.Open.Value);
            quote = quote with
            {
                Open = quote.Open ?? (reply.Open is > 0 ? reply.Open : null),
                High = reply.High is > 0 ? Larger(reply.High.Value, quote.High) : quote.High,
                Low = reply.Low is > 0 ? Smaller(reply.Low.Value, quote.Low) : quote.Low,
            };
        }
        var moves = quote.TimestampMs is not { } last || at.ToUnixTimeMilliseconds() > last;
        if (moves)
            quote = quote with { Price = reply.Current, TimestampMs = at.ToUnixTimeMilliseconds(), Source = EquityState.Source };
        Quote = quote;
        Recompute();
        return moves;
    }

    /// <summary>Reads the previous close again.</summary>
    /// <returns>Whether it is another.</returns>
    public bool Recompute()
    {
        if (Quote.SessionDate is not { } session)
            return false;
        var (before, previous) = (Quote.PreviousClose, PreviousCloseOf(session));
        var change = Change.Of(Quote.Price, previous);
        if ((previous, change.Amount, change.Percent) != (before, Quote.ChangeAmount, Quote.ChangeRate))
            Quote = Quote with { PreviousClose = previous, ChangeAmount = change.Amount, ChangeRate = change.Percent };
        return previous != before;
    }

    /// <summary>Fields that a trade changes; the first time also the names, so that no board shows a bare symbol.</summary>
    public EquityQuote LivePart() =>
        Quote with
        {
            SessionVolume = null,
            Volume24h = null,
            CompanyName = _lastMarketPart is null ? Instrument.Name : null,
            Sector = _lastMarketPart is null ? Instrument.Sector : null,
        };

    /// <summary>Names and running volumes when they changed since the last call, else null.</summary>
    public EquityQuote? TakeMarketPart()
    {
        var part = new EquityQuote
        {
            Symbol = Instrument.Symbol,
            CompanyName = Instrument.Name,
            Sector = Instrument.Sector,
            SessionDate = Quote.SessionDate,
            PreviousClose = Quote.PreviousClose,
            ChangeAmount = Quote.ChangeAmount,
            ChangeRate = Quote.ChangeRate,
            SessionVolume = Quote.SessionVolume,
            Volume24h = Quote.Volume24h,
        };
        if (part == _lastMarketPart)
            return null;
        return _lastMarketPart = part;
    }

    /// <summary>The whole state when it has a price and changed since it was kept last, else null.</summary>
    public LastQuote<EquityQuote>? Unkept()
    {
        if (ReferenceEquals(Quote, _lastKept) || Quote is not { Price: { } price, EventAt: { } at })
            return null;
        return new LastQuote<EquityQuote>(
            Instrument.Board,
            Instrument.Symbol,
            price,
            at,
            Quote with
            {
                CompanyName = Instrument.Name,
                Sector = Instrument.Sector,
            }
        );
    }

    /// <summary>Notes that a state is in the store.</summary>
    public void Kept(EquityQuote quote) => _lastKept = quote;

    /// <summary>The quote, emptied of an earlier session's figures.</summary>
    private EquityQuote InSession(LocalDate date) =>
        Quote.SessionDate is { } current && date <= current
            ? Quote
            : Quote with
            {
                SessionDate = date,
                Open = null,
                High = null,
                Low = null,
                SessionVolume = null,
                SplitSuspected = null,
            };

    /// <summary>
    /// Shares of the last 24 hours; never fewer than those of a session that lies whole within them, of which the hours before our first
    /// trade may not be filled yet. A board takes null for "unchanged", so a figure that was too low is raised.
    /// </summary>
    private decimal? LastDay(MarketAggregate counted, Instant now)
    {
        var isWhole = calendar.SessionOn(counted.Date) is { } session && session.Open >= now - Duration.FromHours(24);
        return Math.Max(counted.Volume24h ?? 0, (isWhole ? counted.Volume : null) ?? 0) is > 0 and var shares ? shares : null;
    }

    private decimal? PreviousCloseOf(LocalDate session) =>
        closes.For(Instrument.Symbol, session) ?? (_quoted is { } q && q.Session == session ? q.Close : null);

    private void CheckGap(ref EquityQuote quote, decimal open)
    {
        var previous = PreviousCloseOf(quote.SessionDate!.Value);
        if (!Change.SuggestsUnknownSplit(open, previous))
            return;
        quote = quote with { SplitSuspected = true };
        Gap = new SuspectGap(Instrument.Symbol, quote.SessionDate.Value, open, previous!.Value);
    }

    private static decimal Larger(decimal value, decimal? than) => than is { } t && t > value ? t : value;

    private static decimal Smaller(decimal value, decimal? than) => than is { } t && t < value ? t : value;
}
