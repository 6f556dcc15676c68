using System.Collections.Frozen;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Domain.Instruments;

/// <summary>A row of <c>korean-names.csv</c>.</summary>
/// <param name="Name">The name that is shown.</param>
/// <param name="Aliases">Short and other names by which it is asked for.</param>
/// <param name="Source">Where the name is from: a key of the file's head.</param>
public sealed record KoreanName(string Symbol, string Name, IReadOnlyList<string> Aliases, string Source);

/// <summary>
/// Korean names of the companies of the S&amp;P 500 and of the ETFs, from the data file <c>korean-names.csv</c> beside this file.
/// Providers send English names alone, and readers ask for 애플.
/// </summary>
public static class KoreanNames
{
    private static readonly IReadOnlyList<KoreanName> s_all = ReadShipped();

    private static readonly FrozenDictionary<string, KoreanName> s_bySymbol = s_all.ToFrozenDictionary(
        n => n.Symbol,
        StringComparer.Ordinal
    );

    private static readonly FrozenDictionary<string, NameForm[]> s_forms = s_all.ToFrozenDictionary(
        n => n.Symbol,
        n => NamesOf(n).Select(NameForm.Of).ToArray(),
        StringComparer.Ordinal
    );

    /// <summary>Symbol of a name; of two share classes the first of the file, which has more trading.</summary>
    private static readonly FrozenDictionary<string, string> s_symbols = s_all
        .SelectMany(n => NamesOf(n).Select(name => (NameForm.Of(name).Letters, n.Symbol)))
        .Where(n => !System.Text.Ascii.IsValid(n.Letters))
        .DistinctBy(n => n.Letters)
        .ToFrozenDictionary(n => n.Letters, n => n.Symbol, StringComparer.Ordinal);

    /// <summary>All rows, in the file's order.</summary>
    public static IReadOnlyList<KoreanName> All => s_all;

    /// <summary>Null where the file has none.</summary>
    public static string? Of(string symbol) => s_bySymbol.GetValueOrDefault(symbol)?.Name;

    /// <summary>All names of a symbol as searches compare them; none where the file has none.</summary>
    public static IReadOnlyList<NameForm> FormsOf(string symbol) => s_forms.TryGetValue(symbol, out var forms) ? forms : [];

    /// <summary>The symbol of a whole Korean name, with any blanks; null for other texts.</summary>
    public static string? SymbolOf(string? name) =>
        name is null || name.Length > 200 || System.Text.Ascii.IsValid(name)
            ? null
            : s_symbols.GetValueOrDefault(NameForm.Of(name).Letters);

    private static IEnumerable<string> NamesOf(KoreanName name) => [name.Name, .. name.Aliases];

    private static List<KoreanName> ReadShipped()
    {
        using var csv = DataFile.OpenCsv(typeof(KoreanNames), "korean-names.csv");
        var names = new List<KoreanName>();
        while (csv.Read())
        {
            var aliases = csv.GetField("aliases")!.Split(';', StringSplitOptions.RemoveEmptyEntries);
            names.Add(new KoreanName(csv.GetField("symbol")!, csv.GetField("korean_name")!, aliases, csv.GetField("source")!));
        }
        return names;
    }
}
