using System.Globalization;

namespace InvestmentAssistant.Api.Domain.Fundamentals;

/// <summary>Why a ratio has no value.</summary>
public enum NoValue
{
    /// <summary>The company does not report current items separately, like banks and insurers.</summary>
    NoCurrentItems,

    /// <summary>A line of the formula was not reported.</summary>
    NotReported,

    /// <summary>The divisor is zero.</summary>
    ZeroDivisor,

    /// <summary>Equity is negative: a multiple of it would mean nothing.</summary>
    NegativeEquity,

    /// <summary>The ratio says nothing about a company of this industry.</summary>
    NotApplicable,
}

/// <summary>A ratio of one balance sheet.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Exact">Unrounded; null when it cannot be had.</param>
/// <param name="Rating">Null when it cannot be rated. Negative equity is rated, although it has no value.</param>
/// <param name="Missing">Why there is no value; null when there is one.</param>
/// <param name="Yardstick">By what measure the company is judged.</param>
public sealed record Ratio(RatioRule Rule, decimal? Exact, Rating? Rating, NoValue? Missing, Yardstick Yardstick = Yardstick.Industrial)
{
    /// <summary>Rounded half away from zero.</summary>
    public decimal? Value => Exact is { } exact ? Math.Round(exact, Rule.Decimals, MidpointRounding.AwayFromZero) : null;

    /// <summary>우수, 양호, 보통, 위험, that it does not apply, or that it is not known.</summary>
    public string Label => Rating?.Label() ?? (Missing == NoValue.NotApplicable ? Ratings.NotApplicable : Ratings.Unknown);

    /// <summary>All ratios of a balance sheet, in the order of <see cref="RatioRule.All"/>.</summary>
    /// <param name="sheet">Of one company.</param>
    /// <param name="yardstick">The measure of its industry; null when that is not known: then the shape of the sheet decides.</param>
    public static IReadOnlyList<Ratio> AllOf(BalanceSheet sheet, Yardstick? yardstick = null) =>
        [.. RatioRule.All.Select(rule => Of(rule, sheet, yardstick ?? Yardsticks.Of(sheet)))];

    /// <summary>The ratio by the measure of the company's industry: without a value where it does not apply there.</summary>
    public static Ratio Of(RatioRule rule, BalanceSheet sheet, Yardstick yardstick) =>
        yardstick.Measures(rule)
            ? Of(rule, sheet) with
            {
                Yardstick = yardstick,
            }
            : new Ratio(rule, null, null, NoValue.NotApplicable, yardstick);

    /// <summary>
    /// The bare figure, for any industry. Null without an operand or with a zero divisor; a zero above the line is a value.
    /// </summary>
    public static Ratio Of(RatioRule rule, BalanceSheet sheet)
    {
        if (rule.Numerator(sheet) is not { } numerator || rule.Divisor(sheet) is not { } divisor)
        {
            var bank = rule.Group == RatioGroup.Liquidity && sheet is { TotalCurrentAssets: null, TotalCurrentLiabilities: null };
            return new Ratio(rule, null, null, bank ? NoValue.NoCurrentItems : NoValue.NotReported);
        }
        if (divisor == 0)
            return new Ratio(rule, null, null, NoValue.ZeroDivisor);
        if (divisor < 0 && rule == RatioRule.DebtToEquity)
            return new Ratio(rule, null, Fundamentals.Rating.Poor, NoValue.NegativeEquity);
        var value = numerator / divisor;
        return new Ratio(rule, value, rule.Rate(value), null);
    }

    /// <summary>The ratio in one sentence with its value.</summary>
    public Words Sentence()
    {
        if (Exact is not { } value)
        {
            return Missing switch
            {
                NoValue.NotApplicable => new(
                    $"{Yardstick.Name().Ko} 업종에는 일반 기업의 {Rule.Name.Ko} 기준을 적용하지 않습니다.",
                    $"The {Lower(Rule.Name.En)} of an industrial company says nothing about {Yardstick.Name().En}."
                ),
                NoValue.NoCurrentItems => new(
                    $"유동 항목을 따로 보고하지 않는 회사(은행·보험 등)라 {Rule.Name.Ko}을 계산하지 않습니다.",
                    $"The company does not report current items (as banks and insurers do not), so there is no {Lower(Rule.Name.En)}."
                ),
                NoValue.NegativeEquity => new(
                    "자기자본이 마이너스(자본잠식)여서 배수로 나타낼 수 없으며 위험한 상태입니다.",
                    "Equity is negative, so debt has no meaningful multiple of it: poor."
                ),
                NoValue.ZeroDivisor => new(
                    $"나누는 항목이 0이어서 {Rule.Name.Ko}을 계산할 수 없습니다.",
                    $"The divisor is zero, so there is no {Lower(Rule.Name.En)}."
                ),
                _ => new(
                    $"필요한 항목이 보고되지 않아 {Rule.Name.Ko}을 계산할 수 없습니다.",
                    $"A line of it was not reported, so there is no {Lower(Rule.Name.En)}."
                ),
            };
        }
        var (grade, word) = Rating switch
        {
            Fundamentals.Rating.Excellent => ("우수한", "excellent"),
            Fundamentals.Rating.Good => ("양호한", "good"),
            Fundamentals.Rating.Fair => ("보통", "fair"),
            _ => ("위험한", "poor"),
        };
        var number = Rule.IsShare
            ? (value * 100).ToString("0.0", CultureInfo.InvariantCulture)
            : value.ToString("0.00", CultureInfo.InvariantCulture);
        return new(
            $"{Rule.Subject.Ko} {number}{(Rule.IsShare ? "%" : "배")}로 {grade} 수준입니다.",
            $"{string.Format(CultureInfo.InvariantCulture, Rule.Subject.En, number + (Rule.IsShare ? "% of" : " times"))}: {word}."
        );
    }

    private static string Lower(string name) => name.ToLowerInvariant();
}
