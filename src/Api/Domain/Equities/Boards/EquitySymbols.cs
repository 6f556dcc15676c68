using FluentValidation;
using InvestmentAssistant.Api.Domain.Instruments;

namespace InvestmentAssistant.Api.Domain.Equities.Boards;

/// <summary>The parameter <c>symbols</c> of lists of US instruments.</summary>
public static class EquitySymbols
{
    /// <summary>As many as a stream takes.</summary>
    private const int Most = 200;

    /// <summary>Well formed, and at most 200.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> AreSymbols<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) =>
        rule.Must(given => given is null || (given.Count <= Most && given.All(EquitySymbol.IsWellFormed)))
            .WithMessage($"must be at most {Most} US symbols such as AAPL or BRK.B");

    /// <summary>The rows of these symbols, in the order of the rows; all rows when none is named.</summary>
    public static IEnumerable<EquityRow> Only(this IEnumerable<EquityRow> rows, IReadOnlyList<string>? symbols)
    {
        if (symbols is null or [])
            return rows;
        var wanted = symbols.Select(EquitySymbol.Normalize).ToHashSet(StringComparer.Ordinal);
        return rows.Where(row => wanted.Contains(row.Symbol));
    }
}
