namespace InvestmentAssistant.Api.Domain.Fundamentals;

/// <summary>
/// The verdict over a company's ratios: the mean of their points (우수 100, 양호 80, 보통 60, 위험 20) by their weights (current 25, debt to assets
/// 25, equity 20, cash 15, quick 10, debt to equity 5), over the ratios that can be rated. Whole numbers throughout: the fraction is cut
/// off, never rounded up into a better grade.
/// </summary>
/// <param name="Score">20 to 100; null where the ratios do not apply to the industry.</param>
/// <param name="Grade">A+, A, B+, B, C+, C or D; N/A without a score.</param>
/// <param name="Status">The grade in a word, as on the wire.</param>
/// <param name="BasedOn">The ratios that count.</param>
/// <param name="Coverage">Their weights together, of 100: a company without liquidity ratios has 50.</param>
/// <param name="Yardstick">By what measure the company is judged.</param>
public sealed record FinancialHealth(
    int? Score,
    string Grade,
    string Status,
    IReadOnlyList<Ratio> BasedOn,
    int Coverage,
    Yardstick Yardstick = Yardstick.Industrial
)
{
    /// <summary>The grade where these ratios do not apply to the industry.</summary>
    public const string NoGrade = "N/A";

    /// <summary>Null when no ratio that counts can be rated; without a score where none applies to the industry.</summary>
    public static FinancialHealth? Of(IReadOnlyList<Ratio> ratios)
    {
        IReadOnlyList<Ratio> counted = [.. ratios.Where(r => r is { Rating: not null, Rule.Weight: > 0 })];
        if (counted.Count == 0)
        {
            return ratios.FirstOrDefault(r => r is { Missing: NoValue.NotApplicable, Rule.Weight: > 0 }) is { } foreign
                ? new FinancialHealth(null, NoGrade, Ratings.NotApplicable, [], 0, foreign.Yardstick)
                : null;
        }
        var weights = counted.Sum(r => r.Rule.Weight);
        var score = counted.Sum(r => r.Rating!.Value.Points() * r.Rule.Weight) / weights;
        var (grade, status) = GradeOf(score);
        return new FinancialHealth(score, grade, status, counted, weights, counted[0].Yardstick);
    }

    /// <summary>Score of 85 and more A+ 매우 우수, 75 A 우수, 65 B+ 양호, 55 B 보통, 45 C+ 주의, 35 C 경고, below D 위험.</summary>
    public static (string Grade, string Status) GradeOf(int score) =>
        score switch
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
