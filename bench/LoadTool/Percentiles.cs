namespace InvestmentAssistant.Bench;

/// <summary>p50, p95 and p99 of a run, milliseconds.</summary>
internal readonly record struct Percentiles(double P50, double P95, double P99)
{
    public static Percentiles Of(List<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        // Nearest rank: the figure is one that was really measured.
        double At(double p) => sorted[Math.Clamp((int)Math.Ceiling(p * sorted.Length) - 1, 0, sorted.Length - 1)];
        return new Percentiles(At(0.50), At(0.95), At(0.99));
    }
}
