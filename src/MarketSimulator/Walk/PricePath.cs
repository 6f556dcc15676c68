using System.Buffers;

namespace InvestmentAssistant.MarketSimulator.Walk;

/// <summary>How far a price is from its level at any time, as a logarithm: 0 is the level, 0.01 about one percent above it.</summary>
internal interface IPricePath
{
    /// <summary>Standard deviation of a day's return (0.02 = 2 %).</summary>
    double Volatility { get; }

    /// <summary>The part of it that all symbols share, negative where it runs against the market.</summary>
    double Shared { get; }

    /// <summary>At the close of a day; days before the first have the first one's start.</summary>
    double Close(int day);

    /// <summary>At the opening of a session.</summary>
    double Open(int day);

    /// <summary>Fills the path at the start of every minute of a stretch, and at its end.</summary>
    void Trace(Timeline timeline, Segment segment, Span<double> path);

    /// <summary>Adds what happens between the two ends of a stretch, times a factor.</summary>
    void AddNoise(Segment segment, double factor, Span<double> path);
}

/// <summary>
/// A path of its own. Its daily closes are a mean-reverting walk (an AR(1) with a half-life of 70 days) unless they are given; each stretch
/// within a day is a Brownian bridge between two of its fixed points. Both take part of their noise from the market.
/// </summary>
/// <param name="correlation">Of its return with the market's, -1 to 1.</param>
/// <param name="closes">Closes by day, where something else decides them.</param>
internal sealed class OwnPath(ulong seed, double volatility, double correlation, ulong marketSeed, Func<int, double>? closes = null)
    : IPricePath
{
    private const double Reversion = 0.99;

    private readonly double _own = Math.Sqrt(1 - (correlation * correlation));
    private readonly Lock _gate = new();
    private double[] _closes = [];

    public double Volatility => volatility;
    public double Shared => volatility * correlation;

    public double Close(int day)
    {
        if (closes is not null)
            return closes(Math.Max(0, day));
        if (day < 0)
            return 0;
        var known = Volatile.Read(ref _closes);
        return day < known.Length ? known[day] : Extend(day)[day];
    }

    /// <summary>Part of the day's move has happened before the opening.</summary>
    public double Open(int day)
    {
        var (before, after) = (Close(day - 1), Close(day));
        return before + (0.3 * (after - before)) + (0.3 * volatility * new Dice(Dice.Mix(seed ^ 0x0F3, (ulong)day)).Normal());
    }

    public void Trace(Timeline timeline, Segment segment, Span<double> path)
    {
        timeline.Straight(this, segment, path);
        AddNoise(segment, 1, path);
    }

    public void AddNoise(Segment segment, double factor, Span<double> path)
    {
        var length = segment.Shape.Minutes + 1;
        var bridge = ArrayPool<double>.Shared.Rent(length);
        segment.Bridge(new Dice(Dice.Mix(seed, segment.Key)), bridge);
        var own = factor * volatility * segment.Spread * _own;
        var shared = factor * Shared * segment.Spread;
        var market = segment.Market;
        for (var i = 0; i < length; i++)
            path[i] += (own * bridge[i]) + (shared * market[i]);
        ArrayPool<double>.Shared.Return(bridge);
    }

    private double[] Extend(int day)
    {
        lock (_gate)
        {
            var known = _closes;
            if (day < known.Length)
                return known;
            var longer = new double[Math.Max(day + 400, known.Length)];
            known.CopyTo(longer, 0);
            var deviation = known.Length == 0 ? 0 : known[^1];
            for (var d = known.Length; d < longer.Length; d++)
            {
                var shock = (correlation * Shock(marketSeed, d)) + (_own * Shock(seed, d));
                deviation = (Reversion * deviation) + (volatility * shock);
                longer[d] = deviation;
            }
            Volatile.Write(ref _closes, longer);
            return longer;
        }
    }

    /// <summary>A day's shock: normal, and one day in thirty twice as large, as markets have it.</summary>
    private static double Shock(ulong seed, int day)
    {
        var dice = new Dice(Dice.Mix(seed ^ 0xDA1, (ulong)day));
        var z = dice.Normal();
        return dice.Next() % 30 == 0 ? 2 * z : z;
    }
}
