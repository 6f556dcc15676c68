namespace InvestmentAssistant.MarketSimulator.Walk;

/// <summary>
/// How a stretch of minutes behaves: where its movement, its trades and its volume lie. Shared by all days that look alike.
/// </summary>
internal sealed class Shape
{
    /// <param name="weights">Relative variance of each minute.</param>
    /// <param name="activity">Trades of each minute, relative to a symbol's average.</param>
    /// <param name="volume">Each minute's share of a day's volume.</param>
    /// <param name="keepEnds">Whether the first and the last minute always trade, so that an open and a close exist.</param>
    public Shape(double[] weights, float[] activity, double[] volume, bool keepEnds)
    {
        Minutes = weights.Length;
        Activity = activity;
        Volume = volume;
        KeepEnds = keepEnds;
        var total = weights.Sum();
        Step = [.. weights.Select(w => Math.Sqrt(w / total))];
        Elapsed = new double[Minutes + 1];
        for (var i = 0; i < Minutes; i++)
            Elapsed[i + 1] = Elapsed[i] + (weights[i] / total);
    }

    public int Minutes { get; }

    /// <summary>Standard deviation of each minute when that of the whole is 1.</summary>
    public double[] Step { get; }

    /// <summary>Share of the variance that has passed at each minute's start; 1 at the end.</summary>
    public double[] Elapsed { get; }
    public float[] Activity { get; }
    public double[] Volume { get; }
    public bool KeepEnds { get; }

    /// <summary>A day that never closes: a little more life in the Korean evening.</summary>
    public static Shape AroundTheClock()
    {
        var wave = Enumerable.Range(0, 1440).Select(m => 1 + (0.4 * Math.Cos(2 * Math.PI * ((m / 60.0) - 22) / 24))).ToArray();
        return new Shape(wave, [.. wave.Select(x => (float)x)], [.. wave.Select(x => x / 1440)], keepEnds: true);
    }

    /// <summary>A regular session: busy at both ends (the U of intraday volume), with an auction in its last minute.</summary>
    public static Shape Regular(int minutes)
    {
        var u = Enumerable.Range(0, minutes).Select(m => Math.Pow((2 * (m + 0.5) / minutes) - 1, 2)).ToArray();
        var volume = u.Select(x => 0.55 + (1.35 * x)).ToArray();
        volume[^1] *= 8;
        var sum = volume.Sum() / 0.94;
        return new Shape(
            [.. u.Select(x => 0.6 + (1.2 * x))],
            [.. u.Select(x => (float)(0.7 + (0.9 * x)))],
            [.. volume.Select(v => v / sum)],
            keepEnds: true
        );
    }

    /// <summary>From one close to the next open: after-hours, night (or weekend), pre-market.</summary>
    public static Shape Extended(int post, int night, int pre, bool alwaysOpen)
    {
        var minutes = post + night + pre;
        var weights = new double[minutes];
        var activity = new float[minutes];
        var volume = new double[minutes];
        for (var m = 0; m < minutes; m++)
        {
            var isNight = m >= post && m < post + night;
            weights[m] = isNight ? 0.12 : 1;
            activity[m] = (isNight, alwaysOpen) switch
            {
                (false, false) => 0.12f,
                (true, false) => 0,
                (false, true) => 0.6f,
                _ => 0.5f,
            };
            volume[m] = (isNight ? 0.01 : 0.05) / 390;
        }
        return new Shape(weights, activity, volume, keepEnds: false);
    }
}

/// <summary>One stretch of minutes of one day.</summary>
/// <param name="Day">Index of the day in its <see cref="Timeline"/>.</param>
/// <param name="IsSession">True for a regular session or a crypto day, whose first and last prices are the day's open and close.</param>
/// <param name="Spread">Standard deviation of its own movement, as a share of a day's.</param>
internal sealed record Segment(Shape Shape, int Day, bool IsSession, long StartMs, double Spread, ulong MarketSeed)
{
    private double[]? _market;

    public long EndMs => StartMs + (Shape.Minutes * 60_000L);

    /// <summary>Seed of this stretch: the day, twice, plus which half of it.</summary>
    public ulong Key => ((ulong)Day << 1) | (IsSession ? 1UL : 0UL);

    /// <summary>The movement all symbols share: a Brownian bridge over the stretch.</summary>
    public double[] Market
    {
        get
        {
            if (_market is null)
            {
                var path = new double[Shape.Minutes + 1];
                Bridge(new Dice(Dice.Mix(MarketSeed, Key)), path);
                _market = path;
            }
            return _market;
        }
    }

    /// <summary>Fills a Brownian bridge from 0 to 0 with the deviation 1 over the whole stretch.</summary>
    public void Bridge(Dice dice, Span<double> path)
    {
        var (step, elapsed) = (Shape.Step, Shape.Elapsed);
        var sum = 0.0;
        path[0] = 0;
        for (var i = 0; i < step.Length; i++)
            path[i + 1] = sum += step[i] * dice.Normal();
        for (var i = 1; i <= step.Length; i++)
            path[i] -= elapsed[i] * sum;
    }
}
