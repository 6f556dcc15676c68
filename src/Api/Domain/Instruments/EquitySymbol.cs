using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Domain.Instruments;

/// <summary>Symbols as people write them: brk.b, BRK-B, ＢＲＫ．Ｂ, $BRK.B and 버크셔 해서웨이 are the index's BRK.B.</summary>
public static partial class EquitySymbol
{
    public const string Rule = "must be a US symbol such as AAPL or BRK.B";

    /// <summary>One spelling; a whole Korean name (<see cref="KoreanNames"/>) gives its symbol.</summary>
    public static string Normalize(string symbol) =>
        KoreanNames.SymbolOf(symbol) ?? TextFold.Symbol(symbol).Trim().Replace('-', '.').Replace('/', '.');

    public static bool IsWellFormed(string? symbol) => symbol is not null && Form().IsMatch(Normalize(symbol));

    [GeneratedRegex(@"^[A-Z]{1,6}(\.[A-Z]{1,2})?\z")]
    private static partial Regex Form();
}
