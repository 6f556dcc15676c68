using System.Collections.Concurrent;

namespace InvestmentAssistant.MarketSimulator.Walk;

/// <summary>
/// What is held in fixed numbers of shares: worth the sum of its parts at every close and open. Within a stretch the largest parts move it
/// one by one, and the many small ones, whose own noise cancels out, by what they share with the market.
/// </summary>
internal sealed class BasketPath : IPricePath
{
    /// <summary>Parts that move the basket one by one.</summary>
    private const int Traced = 30;

    private readonly (IPricePath Path, double Weight)[] _parts;
    private readonly double _restShared;
    private readonly ConcurrentDictionary<int, double> _closes = [],
        _opens = [];

    /// <param name="parts">With their weights at level, which add up to 1.</param>
    public BasketPath(IEnumerable<(IPricePath Path, double Weight)> parts)
    {
        _parts = [.. parts.OrderByDescending(p => p.Weight)];
        _restShared = _parts.Skip(Traced).Sum(p => p.Weight * p.Path.Shared);
        Shared = _parts.Sum(p => p.Weight * p.Path.Shared);
        Volatility = Math.Sqrt(
            (Shared * Shared)
                + _parts.Sum(p => p.Weight * p.Weight * ((p.Path.Volatility * p.Path.Volatility) - (p.Path.Shared * p.Path.Shared)))
        );
    }

    public double Volatility { get; }
    public double Shared { get; }

    public double Close(int day) =>
        _closes.TryGetValue(day, out var known) ? known : _closes[day] = Sum(static (p, at) => p.Close(at), day);

    public double Open(int day) => _opens.TryGetValue(day, out var known) ? known : _opens[day] = Sum(static (p, at) => p.Open(at), day);

    public void Trace(Timeline timeline, Segment segment, Span<double> path)
    {
        timeline.Straight(this, segment, path);
        AddNoise(segment, 1, path);
    }

    public void AddNoise(Segment segment, double factor, Span<double> path)
    {
        // What has risen weighs more by now.
        var day = segment.Day - 1;
        var whole = Math.Exp(Close(day));
        foreach (var (part, weight) in _parts.AsSpan(0, Math.Min(Traced, _parts.Length)))
            part.AddNoise(segment, factor * weight * Math.Exp(part.Close(day)) / whole, path);
        var shared = factor * _restShared * segment.Spread;
        if (shared == 0)
            return;
        var market = segment.Market;
        for (var i = 0; i < market.Length; i++)
            path[i] += shared * market[i];
    }

    private double Sum(Func<IPricePath, int, double> at, int day)
    {
        var sum = 0.0;
        foreach (var (part, weight) in _parts)
            sum += weight * Math.Exp(at(part, day));
        return Math.Log(sum);
    }
}

/// <summary>
/// A fund that promises a multiple of another's move, negative for the opposite, day by day: from each close to the next it is exact, over
/// weeks it is not.
/// </summary>
internal sealed class LeveragedPath(IPricePath underlying, double multiple) : IPricePath
{
    /// <summary>
    /// The day on which the price is its level. Such funds lose by every swing, so that their price comes back to no level: this one is in
    /// January 2026.
    /// </summary>
    private const int AtLevel = 2010;

    /// <summary>No fund falls below nothing on a day.</summary>
    private const double Least = 0.05;

    private readonly Lock _gate = new();
    private double[] _sums = [];

    public double Volatility => Math.Abs(multiple) * underlying.Volatility;
    public double Shared => multiple * underlying.Shared;

    public double Close(int day) => Sum(day) - Sum(AtLevel);

    public double Open(int day) => Close(day - 1) + Move(underlying.Open(day) - underlying.Close(day - 1));

    public void Trace(Timeline timeline, Segment segment, Span<double> path)
    {
        underlying.Trace(timeline, segment, path);
        var (from, own) = (underlying.Close(segment.Day - 1), Close(segment.Day - 1));
        for (var i = 0; i <= segment.Shape.Minutes; i++)
            path[i] = own + Move(path[i] - from);
    }

    public void AddNoise(Segment segment, double factor, Span<double> path) => underlying.AddNoise(segment, factor * multiple, path);

    private double Move(double log) => Math.Log(Math.Max(Least, 1 + (multiple * (Math.Exp(log) - 1))));

    /// <summary>All moves up to the close of a day.</summary>
    private double Sum(int day)
    {
        if (day < 0)
            return 0;
        var sums = Volatile.Read(ref _sums);
        if (day < sums.Length)
            return sums[day];
        lock (_gate)
        {
            if (day < _sums.Length)
                return _sums[day];
            var longer = new double[day + 400];
            for (var d = 0; d < longer.Length; d++)
                longer[d] = (d == 0 ? 0 : longer[d - 1]) + Move(underlying.Close(d) - underlying.Close(d - 1));
            Volatile.Write(ref _sums, longer);
            return longer[day];
        }
    }
}
