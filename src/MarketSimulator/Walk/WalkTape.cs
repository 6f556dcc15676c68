using System.Buffers;
using InvestmentAssistant.MarketSimulator.Tape;

namespace InvestmentAssistant.MarketSimulator.Walk;

/// <summary>Candles and trades of walks on one timeline.</summary>
internal sealed class WalkTape(Timeline timeline)
{
    private const long MinuteMs = 60_000;

    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string, int), Candle> _wholeDays = [];

    public Timeline Timeline => timeline;

    /// <summary>The trades of one minute.</summary>
    public WalkTrade[] TradesOf(SymbolWalk walk, long minuteMs)
    {
        if (timeline.At(minuteMs) is not { } segment)
            return [];
        var minute = (int)((minuteMs - segment.StartMs) / MinuteMs);
        if (segment.Shape.Activity[minute] == 0)
            return [];
        var path = ArrayPool<double>.Shared.Rent(segment.Shape.Minutes + 1);
        walk.Trace(timeline, segment, path);
        var trace = walk.Minute(segment, minute, path[minute], path[minute + 1], walk.Busyness(segment.Day));
        ArrayPool<double>.Shared.Return(path);
        return walk.Trades(trace, minuteMs);
    }

    /// <summary>
    /// Adds candles of <paramref name="stepMs"/> (a multiple of a minute) that start in from &lt;= start &lt;= to. The minute that holds
    /// <paramref name="now"/> counts the trades up to it only.
    /// </summary>
    public void Candles(SymbolWalk walk, long from, long to, long now, long stepMs, List<Candle> into)
    {
        var at = from + Modulo(-from, stepMs);
        var end = Math.Min(to - Modulo(to, stepMs) + stepMs, now + 1);
        while (at < end)
        {
            if (timeline.At(at) is { } segment)
            {
                Fold(walk, segment, at, end, now, stepMs, 0, into);
                at = segment.EndMs;
            }
            else if (timeline.LastBegun(at) < 0)
                at = timeline.Session(1).StartMs;
            else
                break;
        }
    }

    /// <summary>
    /// The session of a day as one candle, by that instant (null before its first trade). Whole days are remembered.
    /// </summary>
    public Candle? Day(SymbolWalk walk, int day, long now)
    {
        var segment = timeline.Session(day);
        var whole = now >= segment.EndMs;
        if (whole && _wholeDays.TryGetValue((walk.Symbol, day), out var known))
            return known;
        var candles = new List<Candle>(1);
        Fold(walk, segment, segment.StartMs, segment.EndMs, now, segment.EndMs - segment.StartMs, segment.StartMs, candles);
        if (candles.Count == 0)
            return null;
        if (whole)
            _wholeDays[(walk.Symbol, day)] = candles[0];
        return candles[0];
    }

    /// <summary>The traded minutes of a stretch with from &lt;= start &lt; to, as candles.</summary>
    public List<Candle> MinutesOf(SymbolWalk walk, Segment segment, long from, long to, long now)
    {
        var result = new List<Candle>();
        Fold(walk, segment, from, to, now, MinuteMs, 0, result);
        return result;
    }

    /// <summary>
    /// Folds the minutes of a stretch into candles of one step, counted from an origin; the first one goes on with the last of the list
    /// when that has the same start. Works on logarithms and rounds at the end: rounding is monotone, so the extremes stay the extremes.
    /// </summary>
    private void Fold(SymbolWalk walk, Segment segment, long from, long to, long now, long stepMs, long origin, List<Candle> into)
    {
        var shape = segment.Shape;
        var first = (int)Math.Max(0, (from - segment.StartMs + MinuteMs - 1) / MinuteMs);
        var last = (int)Math.Min(shape.Minutes, (Math.Min(to, now + 1) - segment.StartMs + MinuteMs - 1) / MinuteMs);
        if (last <= first)
            return;
        var path = ArrayPool<double>.Shared.Rent(shape.Minutes + 1);
        walk.Trace(timeline, segment, path);
        var busyness = walk.Busyness(segment.Day);
        var sum = default(MinuteTrace);
        double weighted = 0;
        long bucket = 0,
            lastStart = 0;
        for (var i = first; i < last; i++)
        {
            if (shape.Activity[i] == 0)
                continue;
            var minute = walk.Minute(segment, i, path[i], path[i + 1], busyness);
            if (minute.Trades == 0)
                continue;
            var start = segment.StartMs + (i * MinuteMs);
            var own = start - Modulo(start - origin, stepMs);
            if (sum.Trades > 0 && own != bucket)
            {
                Add(Done(), into);
                sum = default;
            }
            bucket = own;
            if (start + MinuteMs > now)
            {
                if (sum.Trades > 0)
                    Add(Done(), into);
                sum = default;
                if (Fold(bucket, walk.Trades(minute, start), now) is { } part)
                    Add(part, into);
                break;
            }
            lastStart = start;
            var weight = minute.Volume * (minute.Open + minute.High + minute.Low + minute.Close) * 0.25;
            if (sum.Trades == 0)
                (sum, weighted) = (minute, weight);
            else
            {
                sum.Trades += minute.Trades;
                sum.High = Math.Max(sum.High, minute.High);
                sum.Low = Math.Min(sum.Low, minute.Low);
                sum.Close = minute.Close;
                sum.Volume += minute.Volume;
                weighted += weight;
            }
        }
        if (sum.Trades > 0)
            Add(Done(), into);
        ArrayPool<double>.Shared.Return(path);

        // The turnover is the volume at the average price of its minutes.
        Candle Done() =>
            new(
                bucket,
                walk.Price(sum.Open),
                walk.Price(sum.High),
                walk.Price(sum.Low),
                walk.Price(sum.Close),
                Math.Round(sum.Volume * 1e8) / 1e8,
                Math.Exp(weighted / sum.Volume) * sum.Volume,
                lastStart + MinuteMs - 1
            );
    }

    private static void Add(in Candle candle, List<Candle> into)
    {
        if (into.Count > 0 && into[^1].StartMs == candle.StartMs)
            into[^1] = into[^1].With(candle);
        else
            into.Add(candle);
    }

    /// <summary>The candle of the trades up to an instant, or null when there are none.</summary>
    public static Candle? Fold(long start, ReadOnlySpan<WalkTrade> trades, long now)
    {
        Candle? candle = null;
        foreach (var t in trades)
        {
            if (t.Ms > now)
                break;
            var one = new Candle(start, t.Price, t.Price, t.Price, t.Price, t.Volume, t.Price * t.Volume, t.Ms);
            candle = candle?.With(one) ?? one;
        }
        return candle;
    }

    private static long Modulo(long value, long step) => ((value % step) + step) % step;
}
