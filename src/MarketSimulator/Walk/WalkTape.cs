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
        var trace = walk.Minute(segment, minute, path[minute], path[minute + 1]);
        ArrayPool<double>.Shared.Return(path);
        return walk.Trades(trace, minuteMs);
    }

    /// <summary>
    /// Adds candles of <paramref name="stepMs"/> (a multiple of a minute) that start in from &lt;= start &lt;= to. The minute that holds
    /// <paramref name="now"/> counts the trades up to it only.
    /// </summary>
    public void Candles(SymbolWalk walk, long from, long to, long now, long stepMs, List<Candle> into)
    {
        var at = from - Modulo(from, stepMs);
        if (at < from)
            at += stepMs;
        var end = Math.Min(to - Modulo(to, stepMs) + stepMs, now + 1);
        Candle? open = null;
        while (at < end)
        {
            if (timeline.At(at) is not { } segment)
            {
                if (timeline.LastBegun(at) >= 0)
                    break;
                at = timeline.Session(1).StartMs;
                continue;
            }
            foreach (var minute in MinutesOf(walk, segment, at, end, now))
            {
                var start = minute.StartMs - Modulo(minute.StartMs, stepMs);
                if (open is { } candle && candle.StartMs == start)
                    open = candle.With(minute);
                else
                {
                    if (open is { } done)
                        into.Add(done);
                    open = minute with { StartMs = start };
                }
            }
            at = segment.EndMs;
        }
        if (open is { } last)
            into.Add(last);
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
        if (!whole)
        {
            Candle? sum = null;
            foreach (var minute in MinutesOf(walk, segment, segment.StartMs, segment.EndMs, now))
                sum = sum?.With(minute) ?? minute;
            return sum;
        }
        return _wholeDays[(walk.Symbol, day)] = Whole(walk, segment);
    }

    /// <summary>A whole day without rounding each minute: rounding is monotone, so the extremes of the logarithms are enough.</summary>
    private Candle Whole(SymbolWalk walk, Segment segment)
    {
        var n = segment.Shape.Minutes;
        var path = ArrayPool<double>.Shared.Rent(n + 1);
        walk.Trace(timeline, segment, path);
        double high = double.MinValue, low = double.MaxValue, volume = 0, weighted = 0;
        for (var i = 0; i < n; i++)
        {
            var trace = walk.Minute(segment, i, path[i], path[i + 1]);
            if (trace.Trades == 0)
                continue;
            high = Math.Max(high, trace.High);
            low = Math.Min(low, trace.Low);
            volume += trace.Volume;
            weighted += trace.Volume * (trace.High + trace.Low + trace.Open + trace.Close);
        }
        var (first, last) = (path[0], path[n]);
        ArrayPool<double>.Shared.Return(path);
        volume = Math.Round(volume, 8);
        return new Candle(segment.StartMs, walk.Price(first), walk.Price(high), walk.Price(low), walk.Price(last), volume,
            volume == 0 ? 0 : Math.Round(Math.Exp(weighted / volume / 4) * volume, 4), segment.EndMs - 1);
    }

    /// <summary>The traded minutes of a stretch with from &lt;= start &lt; to, as candles.</summary>
    public List<Candle> MinutesOf(SymbolWalk walk, Segment segment, long from, long to, long now)
    {
        var shape = segment.Shape;
        var first = (int)Math.Max(0, (from - segment.StartMs + MinuteMs - 1) / MinuteMs);
        var last = (int)Math.Min(shape.Minutes, (Math.Min(to, now + 1) - segment.StartMs + MinuteMs - 1) / MinuteMs);
        if (last <= first)
            return [];
        var result = new List<Candle>(last - first);
        var path = ArrayPool<double>.Shared.Rent(shape.Minutes + 1);
        walk.Trace(timeline, segment, path);
        for (var i = first; i < last; i++)
        {
            if (shape.Activity[i] == 0)
                continue;
            var trace = walk.Minute(segment, i, path[i], path[i + 1]);
            if (trace.Trades == 0)
                continue;
            var start = segment.StartMs + (i * MinuteMs);
            if (start + MinuteMs > now)
            {
                if (Fold(start, walk.Trades(trace, start), now) is { } part)
                    result.Add(part);
                break;
            }
            var (open, close) = (walk.Price(trace.Open), walk.Price(trace.Close));
            var (high, low) = (walk.Price(trace.High), walk.Price(trace.Low));
            result.Add(new Candle(start, open, high, low, close, trace.Volume, trace.Volume * (open + high + low + close) / 4,
                start + MinuteMs - 1));
        }
        ArrayPool<double>.Shared.Return(path);
        return result;
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
