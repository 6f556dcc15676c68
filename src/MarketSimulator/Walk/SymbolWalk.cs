namespace InvestmentAssistant.MarketSimulator.Walk;

/// <summary>What a symbol's walk looks like.</summary>
/// <param name="Level">The price it keeps coming back to.</param>
/// <param name="Volatility">Standard deviation of a day's return (0.02 = 2 %).</param>
/// <param name="Correlation">Of its return with the market's, -1 to 1.</param>
/// <param name="DailyVolume">Shares or coins of an average day.</param>
/// <param name="TradesPerMinute">On average while its market is fully open.</param>
/// <param name="WholeUnits">Shares (whole) or coins (eight decimals).</param>
/// <param name="ToTick">Rounds a price to its market's tick; must be monotone.</param>
internal sealed record WalkSpec(
    string Symbol,
    double Level,
    double Volatility,
    double Correlation,
    double DailyVolume,
    double TradesPerMinute,
    bool WholeUnits,
    Func<double, double> ToTick
);

/// <summary>One minute before rounding: logarithms of prices, and how many trades made them.</summary>
internal struct MinuteTrace
{
    public int Trades;
    public double Open,
        High,
        Low,
        Close,
        Volume;
    public ulong Seed;
}

/// <summary>A trade that the walk made.</summary>
internal readonly record struct WalkTrade(long Ms, double Price, double Volume, ulong Seed);

/// <summary>A symbol's prices: a path around its level, and the trades that are made along it.</summary>
internal sealed class SymbolWalk(ulong seed, WalkSpec spec, IPricePath path)
{
    private readonly ulong _seed = Dice.Mix(seed, Dice.Seed(spec.Symbol));
    private readonly double _logLevel = Math.Log(spec.Level);

    public WalkSpec Spec { get; } = spec;
    public string Symbol => Spec.Symbol;
    public IPricePath Path => path;

    /// <summary>Logarithm of the close of a day.</summary>
    public double Close(int day) => _logLevel + path.Close(day);

    /// <summary>Fills the log price at the start of every minute of a stretch, and at its end.</summary>
    public void Trace(Timeline timeline, Segment segment, Span<double> prices)
    {
        path.Trace(timeline, segment, prices);
        for (var i = 0; i <= segment.Shape.Minutes; i++)
            prices[i] += _logLevel;
    }

    /// <summary>A minute of a stretch, given the log prices at its start and end, and the day's busyness.</summary>
    public MinuteTrace Minute(Segment segment, int minute, double open, double close, double busyness)
    {
        var shape = segment.Shape;
        var draw = Dice.Mix(_seed ^ 0x317, (segment.Key << 13) + (ulong)minute);
        var trades = (int)((Spec.TradesPerMinute * shape.Activity[minute]) + ((draw & 0xFFFF) / 65536.0));
        if (shape.KeepEnds && (minute == 0 || minute == shape.Minutes - 1))
            trades = Math.Max(trades, 2);
        if (trades == 0)
            return default;
        var reach = Spec.Volatility * segment.Spread * shape.Step[minute];
        var up = ((draw >> 16) & 0xFFFF) / 65536.0;
        var down = ((draw >> 32) & 0xFFFF) / 65536.0;
        var upper = Math.Max(open, close);
        var lower = Math.Min(open, close);
        // One trade is the close alone; two are both ends; three add one extreme, four or more both.
        if (trades == 1)
            open = upper = lower = close;
        if (trades >= 4 || (trades == 3 && up >= down))
            upper += reach * up * up;
        if (trades >= 4 || (trades == 3 && up < down))
            lower -= reach * down * down;
        var noise = (0.4 + (1.2 * ((draw >> 48) / 65536.0))) * busyness;
        var volume = Spec.DailyVolume * shape.Volume[minute] * noise;
        volume = Spec.WholeUnits ? Math.Max(trades, Math.Round(volume)) : Math.Max(trades * 1e-8, Math.Round(volume * 1e8) / 1e8);
        return new MinuteTrace
        {
            Trades = trades,
            Open = open,
            High = upper,
            Low = lower,
            Close = close,
            Volume = volume,
            Seed = draw,
        };
    }

    /// <summary>Rounded price of a logarithm.</summary>
    public double Price(double log) => Spec.ToTick(Math.Exp(log));

    /// <summary>
    /// The trades of a minute, ascending by time: the first at its open, the last at its close, one each at its high and low, volumes
    /// adding up to its own. So a candle built from the trades is the candle.
    /// </summary>
    public WalkTrade[] Trades(in MinuteTrace minute, long startMs)
    {
        var n = minute.Trades;
        if (n == 0)
            return [];
        var dice = new Dice(minute.Seed);
        var times = new int[n];
        var weights = new double[n];
        var total = 0.0;
        for (var i = 0; i < n; i++)
        {
            times[i] = (int)(dice.Uniform() * 60_000);
            total += weights[i] = 0.1 + Math.Pow(dice.Uniform(), 3);
        }
        Array.Sort(times);
        var (high, low) =
            n >= 4 ? Extremes(n, ref dice)
            : n == 3 ? (1, 1)
            : (-1, -1);
        var trades = new WalkTrade[n];
        var left = minute.Volume;
        for (var i = 0; i < n; i++)
        {
            double log;
            if (i == n - 1)
                log = minute.Close;
            else if (i == 0)
                log = minute.Open;
            else if (n == 3)
                log = minute.High > Math.Max(minute.Open, minute.Close) ? minute.High : minute.Low;
            else if (i == high)
                log = minute.High;
            else if (i == low)
                log = minute.Low;
            else
                log = Math.Clamp(
                    minute.Open + ((minute.Close - minute.Open) * i / (n - 1)) + ((minute.High - minute.Low) * 0.2 * dice.Normal()),
                    minute.Low,
                    minute.High
                );
            var volume =
                i == n - 1 ? left
                : Spec.WholeUnits ? 1 + Math.Floor((minute.Volume - n) * weights[i] / total)
                : Math.Round(minute.Volume * weights[i] / total, 8);
            left = Math.Round(left - volume, 8);
            trades[i] = new WalkTrade(startMs + times[i], Price(log), volume, dice.Next());
        }
        return trades;
    }

    private static (int High, int Low) Extremes(int n, ref Dice dice)
    {
        var high = 1 + (int)(dice.Uniform() * (n - 2));
        var low = 1 + (int)(dice.Uniform() * (n - 3));
        return (high, low >= high ? low + 1 : low);
    }

    /// <summary>How much is traded on a day, relative to an average one.</summary>
    public double Busyness(int day) => 0.6 + (0.8 * new Dice(Dice.Mix(_seed ^ 0x50C, (ulong)day)).Uniform());
}
