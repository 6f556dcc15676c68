namespace InvestmentAssistant.Api.Features.Indicators.Series;

/// <summary>The few figures that several indicators derive from a list of values. Null for an empty list, never 0.</summary>
public static class Statistics
{
    /// <summary>Arithmetic mean, rounded half away from zero.</summary>
    public static decimal? Mean(IReadOnlyCollection<decimal> values, int decimals) =>
        values.Count == 0 ? null : Round(values.Average(), decimals);

    public static decimal? Min(IReadOnlyCollection<decimal> values) => values.Count == 0 ? null : values.Min();

    public static decimal? Max(IReadOnlyCollection<decimal> values) => values.Count == 0 ? null : values.Max();

    /// <summary>Standard deviation over n (population) or n - 1 (sample); null with fewer than one or two values.</summary>
    public static decimal? StandardDeviation(IReadOnlyCollection<decimal> values, bool sample, int decimals)
    {
        if (values.Count < (sample ? 2 : 1))
            return null;
        var mean = values.Average();
        var squares = values.Sum(v => (v - mean) * (v - mean));
        return Round((decimal)Math.Sqrt((double)(squares / (values.Count - (sample ? 1 : 0)))), decimals);
    }

    /// <summary>Twice the population standard deviation, at most 10, 2 decimals: the scale of the wire contract.</summary>
    public static decimal? VolatilityScore(IReadOnlyCollection<decimal> values) =>
        values.Count < 2 ? null : Round(Math.Min(2 * StandardDeviation(values, sample: false, decimals: 10)!.Value, 10), 2);

    /// <summary>One of three words by the sign of a change beyond a band.</summary>
    public static string Direction(decimal change, decimal band, string up, string down, string flat) =>
        change > band ? up
        : change < -band ? down
        : flat;

    public static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
