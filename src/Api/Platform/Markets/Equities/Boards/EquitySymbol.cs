using System.Text.RegularExpressions;

namespace InvestmentAssistant.Api.Platform.Markets.Equities.Boards;

/// <summary>Symbols as people write them: brk.b, BRK-B and BRK/B are the index's BRK.B.</summary>
public static partial class EquitySymbol
{
    public const string Rule = "must be a US symbol such as AAPL or BRK.B";

    public static string Normalize(string symbol) => symbol.Trim().ToUpperInvariant().Replace('-', '.').Replace('/', '.');

    public static bool IsWellFormed(string? symbol) => symbol is not null && Form().IsMatch(Normalize(symbol));

    [GeneratedRegex(@"^[A-Z]{1,6}(\.[A-Z]{1,2})?\z")]
    private static partial Regex Form();
}
