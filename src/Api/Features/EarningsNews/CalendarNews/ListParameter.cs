using FluentValidation;

namespace InvestmentAssistant.Api.Features.EarningsNews.CalendarNews;

/// <summary>
/// A parameter with several values: given several times (symbols=A&amp;symbols=B), once with commas (symbols=A,B), or both.
/// </summary>
public static class ListParameter
{
    private const int Most = 100;

    /// <summary>The values, each once; empty when there is none.</summary>
    public static string[] Of(IReadOnlyList<string>? given, Func<string, string> normalize) =>
        [.. (given ?? []).SelectMany(Split).Select(normalize).Distinct(StringComparer.Ordinal)];

    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> AreNames<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) =>
        rule.Must(given => Values(given).Length <= Most && Values(given).All(v => v.Length <= 100 && !v.Contains('\0')))
            .WithMessage($"must be at most {Most} names");

    private static string[] Values(IReadOnlyList<string>? given) => Of(given, v => v);

    private static IEnumerable<string> Split(string? one) =>
        (one ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
