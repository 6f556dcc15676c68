using InvestmentAssistant.Api.Features.Indicators.Series;

namespace InvestmentAssistant.Api.Features.Indicators.TreasuryYield;

/// <summary>The curve as a whole, from facts.</summary>
/// <param name="AnalysisDate">The newest date held.</param>
/// <param name="OverallTrend">rising, falling, steepening, flattening or mixed.</param>
/// <param name="KeyInsights">Sentences for people: inversion, largest moves.</param>
public sealed record TreasuryOutlook(LocalDate AnalysisDate, string OverallTrend, IReadOnlyList<string> KeyInsights)
{
    private static readonly string[] s_leading = ["2year", "10year", "30year"];

    public static TreasuryOutlook Of(TreasuryTable table, LocalDate date, IReadOnlyList<MaturityTrend> trends) =>
        new(date, TrendOf(table, date, trends), [.. Insights(table, date)]);

    /// <summary>
    /// All three leading maturities one way; else by the change of the 10y-2y spread over one month (more than 0.1 percentage points); else
    /// mixed.
    /// </summary>
    private static string TrendOf(TreasuryTable table, LocalDate date, IReadOnlyList<MaturityTrend> trends)
    {
        var leading = trends.Where(t => s_leading.Contains(t.Maturity)).Select(t => t.TrendDirection).ToList();
        if (leading.Count == s_leading.Length && leading.Distinct().Count() == 1 && leading[0] != "flat")
            return leading[0];
        var two = table.Of("2year") is { } twoYears ? MaturityTrend.Change(twoYears, date, 1) : null;
        var ten = table.Of("10year") is { } tenYears ? MaturityTrend.Change(tenYears, date, 1) : null;
        return Statistics.Direction(ten - two ?? 0, 0.1m, "steepening", "flattening", "mixed");
    }

    private static IEnumerable<string> Insights(TreasuryTable table, LocalDate date)
    {
        if (YieldCurve.Spread(table, "2year", "10year", date) is { } spread)
        {
            yield return YieldCurve.InvertedSince(table, date) is { } since
                ? $"장단기 금리가 역전되어 있습니다: 10년물이 2년물보다 {Points(Math.Abs(spread))}%p 낮습니다 ({Wording.Month(since)}부터)."
                : $"10년물이 2년물보다 {Points(spread)}%p 높습니다.";
        }
        foreach (var (months, period) in new[] { (1, "1개월"), (12, "1년") })
        {
            var moves = table
                .Maturities.Select(m => (m.Maturity.Name, Change: MaturityTrend.Change(m.Values, date, months)))
                .Where(m => m.Change is not null and not 0)
                .ToList();
            if (moves.Count == 0)
                continue;
            var (name, change) = moves.MaxBy(m => Math.Abs(m.Change!.Value));
            yield return $"최근 {period} 동안 가장 크게 움직인 만기는 {name}입니다 ({(change > 0 ? "+" : "")}{Points(change!.Value)}%p).";
        }
    }

    private static string Points(decimal value) => FormattableString.Invariant($"{value:0.00}");
}
