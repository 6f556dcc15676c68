namespace InvestmentAssistant.Api.Features.BalanceSheets;

/// <summary>Amounts and dates as answers write them.</summary>
internal static class Amounts
{
    private const decimal Billion = 1_000_000_000;

    /// <summary>Billions, 2 decimals.</summary>
    public static decimal? Billions(decimal? amount) => amount is { } a ? Round(a / Billion, 2) : null;

    /// <summary>Billions, unrounded.</summary>
    public static decimal ExactBillions(decimal amount) => amount / Billion;

    /// <summary>Half away from zero.</summary>
    public static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>2024-06-30.</summary>
    public static string Day(LocalDate date) => FormattableString.Invariant($"{date:uuuu-MM-dd}");

    /// <summary>The value in the middle; of an even count the mean of the two. Null without values.</summary>
    public static decimal? Median(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
