namespace InvestmentAssistant.Api.Platform.Markets.Fundamentals;

/// <summary>
/// The verdict over a company's ratios: the mean of their points (우수 100, 양호 80, 보통 60, 위험 20) by their weights (current 25, debt to assets 25, equity 20, cash 15,
/// quick 10, debt to equity 5), over the ratios that can be rated. Whole numbers throughout: the fraction is cut off, never rounded up into a better grade.
/// </summary>
/// <param name="Score">20 to 100.</param>
/// <param name="Grade">A+, A, B+, B, C+, C or D.</param>
/// <param name="Status">The grade in a word, as on the wire.</param>
/// <param name="BasedOn">The ratios that count.</param>
/// <param name="Coverage">Their weights together, of 100: a bank, without liquidity ratios, has 50.</param>
public sealed record FinancialHealth(int Score, string Grade, string Status, IReadOnlyList<Ratio> BasedOn, int Coverage)
{
    /// <summary>Null when no ratio that counts can be rated.</summary>
    public static FinancialHealth? Of(IReadOnlyList<Ratio> ratios)
    {
        IReadOnlyList<Ratio> counted = [.. ratios.Where(r => r is { Rating: not null, Rule.Weight: > 0 })];
        if (counted.Count == 0) return null;
        var weights = counted.Sum(r => r.Rule.Weight);
        var score = counted.Sum(r => r.Rating!.Value.Points() * r.Rule.Weight) / weights;
        var (grade, status) = GradeOf(score);
        return new FinancialHealth(score, grade, status, counted, weights);
    }

    /// <summary>Score of 85 and more A+ 매우 우수, 75 A 우수, 65 B+ 양호, 55 B 보통, 45 C+ 주의, 35 C 경고, below D 위험.</summary>
    public static (string Grade, string Status) GradeOf(int score) => score switch
    {
        >= 85 => ("A+", "매우 우수"),
        >= 75 => ("A", "우수"),
        >= 65 => ("B+", "양호"),
        >= 55 => ("B", "보통"),
        >= 45 => ("C+", "주의"),
        >= 35 => ("C", "경고"),
        _ => ("D", "위험"),
    };
}
