namespace InvestmentAssistant.Api.Domain.Markets.Storage;

/// <summary>Adds a batch of trades to one bar. Prices are null when none of its trades may set them.</summary>
internal sealed class BarDelta
{
    public decimal? Open { get; private set; }
    public decimal? High { get; private set; }
    public decimal? Low { get; private set; }
    public decimal? Close { get; private set; }
    public Instant? OpenAt { get; private set; }
    public Instant? CloseAt { get; private set; }
    public decimal Volume { get; private set; }

    /// <summary>Adds a trade: the earliest opens, the latest closes; of two at one time the first opens and the second closes.</summary>
    public void Add(Trade trade, TradeEffect effect)
    {
        if (effect.HasFlag(TradeEffect.Volume))
            Volume += trade.Volume;
        if (effect.HasFlag(TradeEffect.HighLow))
        {
            if (High is not { } high || trade.Price > high)
                High = trade.Price;
            if (Low is not { } low || trade.Price < low)
                Low = trade.Price;
        }
        if (!effect.HasFlag(TradeEffect.Last))
            return;
        if (OpenAt is not { } openAt || trade.At < openAt)
            (Open, OpenAt) = (trade.Price, trade.At);
        if (CloseAt is not { } closeAt || trade.At >= closeAt)
            (Close, CloseAt) = (trade.Price, trade.At);
    }
}

/// <summary>A batch of trades as what it adds to bars.</summary>
internal sealed class TradeFold
{
    private static readonly long MinuteTicks = Duration.FromMinutes(1).BclCompatibleTicks;

    public Dictionary<(string Symbol, BarResolution Resolution, Instant Start), BarDelta> Bars { get; } = [];

    public Dictionary<(string Symbol, LocalDate Date), BarDelta> Days { get; } = [];

    /// <summary>
    /// Folds trades, in the order they came in where their times are equal. Fastest when sorted by symbol and time, since neighbours then
    /// share their bars.
    /// </summary>
    public static TradeFold Of(IEnumerable<Trade> trades, MarketDay days)
    {
        var fold = new TradeFold();
        string symbol = "";
        Instant minute = default;
        BarDelta? minuteBar = null,
            quarterBar = null,
            hourBar = null,
            dayBar = null;
        var regular = false;
        foreach (var trade in trades)
        {
            var start = StartOf(trade.At, BarResolution.Minute);
            // Sessions and Seoul days begin and end at full minutes: within one minute of one symbol nothing of this changes.
            if (minuteBar is null || start != minute || trade.Symbol != symbol)
            {
                (symbol, minute) = (trade.Symbol, start);
                minuteBar = fold.Bar(symbol, BarResolution.Minute, start);
                quarterBar = fold.Bar(symbol, BarResolution.QuarterHour, StartOf(start, BarResolution.QuarterHour));
                hourBar = fold.Bar(symbol, BarResolution.Hour, StartOf(start, BarResolution.Hour));
                dayBar = days.BarDate(symbol, start, out regular) is { } date ? fold.Day(symbol, date) : null;
            }
            var effect = TradeConditions.EffectOf(trade.Conditions, regular);
            minuteBar.Add(trade, effect);
            quarterBar!.Add(trade, effect);
            hourBar!.Add(trade, effect);
            dayBar?.Add(trade, effect);
        }
        return fold;
    }

    /// <summary>Start of the bar that an instant lies in; bars begin at full minutes, quarters and hours of UTC.</summary>
    public static Instant StartOf(Instant at, BarResolution resolution)
    {
        var length = MinuteTicks * (int)resolution;
        var ticks = at.ToUnixTimeTicks();
        // Floor also before 1970.
        return Instant.FromUnixTimeTicks(ticks - ((ticks % length) + length) % length);
    }

    private BarDelta Bar(string symbol, BarResolution resolution, Instant start)
    {
        if (!Bars.TryGetValue((symbol, resolution, start), out var bar))
            Bars[(symbol, resolution, start)] = bar = new BarDelta();
        return bar;
    }

    private BarDelta Day(string symbol, LocalDate date)
    {
        if (!Days.TryGetValue((symbol, date), out var bar))
            Days[(symbol, date)] = bar = new BarDelta();
        return bar;
    }
}
