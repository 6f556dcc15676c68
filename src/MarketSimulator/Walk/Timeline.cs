namespace InvestmentAssistant.MarketSimulator.Walk;

/// <summary>The days of a market, cut into stretches of minutes. The first day is in January 2018: nothing before it has a price.</summary>
internal abstract class Timeline
{
    /// <summary>The stretch that holds an instant (Unix ms), or null before the first and after the last.</summary>
    public abstract Segment? At(long ms);

    /// <summary>The session of a day by its index.</summary>
    public abstract Segment Session(int day);

    /// <summary>Index of the last day whose session has begun by that instant; -1 before the first.</summary>
    public abstract int LastBegun(long ms);

    /// <summary>Where a path is at the start and at the end of a stretch.</summary>
    public abstract (double From, double To) Ends(IPricePath path, Segment segment);

    /// <summary>Fills the straight way between the two ends of a stretch.</summary>
    public void Straight(IPricePath path, Segment segment, Span<double> into)
    {
        var (from, to) = Ends(path, segment);
        var elapsed = segment.Shape.Elapsed;
        for (var i = 0; i < elapsed.Length; i++)
            into[i] = from + ((to - from) * elapsed[i]);
    }
}

/// <summary>Crypto: days of 24 hours from 00:00 in Seoul (15:00 UTC; Korea has no daylight saving).</summary>
internal sealed class SeoulTimeline(ulong marketSeed) : Timeline
{
    /// <summary>00:00 in Seoul on 1 January 2018.</summary>
    public const long FirstMs = 1_514_732_400_000;
    public const long DayMs = 86_400_000;

    private readonly Shape _shape = Shape.AroundTheClock();
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, Segment> _days = [];

    public override Segment? At(long ms) => LastBegun(ms) is var day and >= 0 ? Session(day) : null;

    public override Segment Session(int day) =>
        _days.GetOrAdd(day, d => new Segment(_shape, d, true, FirstMs + (d * DayMs), 0.8, marketSeed));

    public override int LastBegun(long ms) => ms < FirstMs ? -1 : (int)((ms - FirstMs) / DayMs);

    public override (double From, double To) Ends(IPricePath path, Segment segment) =>
        (path.Close(segment.Day - 1), path.Close(segment.Day));
}

/// <summary>
/// US stocks: the regular sessions of the exchange's calendar, and between them the stretch from one close to the next open. Prices move
/// there too, whether or not anybody trades: that is where opening gaps come from.
/// </summary>
internal sealed class NewYorkTimeline : Timeline
{
    private readonly IReadOnlyList<Session> _sessions;
    private readonly long[] _closes;
    private readonly bool _alwaysOpen;
    private readonly ulong _marketSeed;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(int, int, int), Shape> _shapes = [];
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, Segment> _regular = [];
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, Segment> _extended = [];

    public NewYorkTimeline(MarketCalendar calendar, bool alwaysOpen, ulong marketSeed)
    {
        _sessions = calendar.Sessions(new LocalDate(2018, 1, 1), new LocalDate(2040, 12, 31));
        _closes = [.. _sessions.Select(s => s.Close.ToUnixTimeMilliseconds())];
        (_alwaysOpen, _marketSeed) = (alwaysOpen, marketSeed);
    }

    /// <summary>The exchange's day of that index.</summary>
    public Session Day(int index) => _sessions[index];

    public override Segment? At(long ms)
    {
        var next = NextClose(ms);
        if (next == 0 || next >= _closes.Length)
            return null;
        var regular = Session(next);
        return ms >= regular.StartMs ? regular : Extended(next);
    }

    public override Segment Session(int day) => _regular.GetOrAdd(day, d =>
        {
            var session = _sessions[d];
            var minutes = (int)(session.Close - session.Open).TotalMinutes;
            return new Segment(
                _shapes.GetOrAdd((minutes, 0, 0), static k => Shape.Regular(k.Item1)),
                d,
                true,
                session.Open.ToUnixTimeMilliseconds(),
                0.75,
                _marketSeed
            );
        });

    public override int LastBegun(long ms)
    {
        var next = NextClose(ms);
        return next < _sessions.Count && ms >= _sessions[next].Open.ToUnixTimeMilliseconds() ? next : next - 1;
    }

    public override (double From, double To) Ends(IPricePath path, Segment segment)
    {
        var open = path.Open(segment.Day);
        return segment.IsSession ? (open, path.Close(segment.Day)) : (path.Close(segment.Day - 1), open);
    }

    /// <summary>Index of the first session that has not closed by that instant.</summary>
    private int NextClose(long ms)
    {
        var i = Array.BinarySearch(_closes, ms);
        return i >= 0 ? i + 1 : ~i;
    }

    private Segment Extended(int day) => _extended.GetOrAdd(day, d =>
        {
            var (before, after) = (_sessions[d - 1], _sessions[d]);
            var key = (
                (int)(before.PostClose - before.Close).TotalMinutes,
                (int)(after.PreOpen - before.PostClose).TotalMinutes,
                (int)(after.Open - after.PreOpen).TotalMinutes
            );
            return new Segment(
                _shapes.GetOrAdd(key, k => Shape.Extended(k.Item1, k.Item2, k.Item3, _alwaysOpen)),
                d,
                false,
                before.Close.ToUnixTimeMilliseconds(),
                0.3,
                _marketSeed
            );
        });
}
