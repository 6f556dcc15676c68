using System.Collections.Frozen;
using System.Globalization;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;
using InvestmentAssistant.Api.Platform;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Reference;

/// <summary>A category in plain words.</summary>
/// <param name="Name">CoinGecko's.</param>
/// <param name="Order">1 says most about a coin, 9 least.</param>
/// <param name="Level">How much one should know beforehand: beginner, intermediate or advanced.</param>
/// <param name="Label">Short, in both languages.</param>
/// <param name="Uses">What coins of it are used for.</param>
public sealed record Category(string Name, int Order, string Level, Text Label, Text Explanation, IReadOnlyList<Text> Uses);

/// <summary>
/// The known categories, from the data file beside this file. CoinGecko has hundreds; those that are not here keep their English name.
/// </summary>
public static class CategoryTable
{
    private static readonly FrozenDictionary<string, Category> s_all = Read()
        .ToFrozenDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);

    public static Category? Find(string name) => s_all.GetValueOrDefault(name);

    /// <summary>
    /// Of a coin's categories the one that says most about it; of equals the provider's first. Chains ("... Ecosystem"), portfolios and
    /// indices say nothing of what a coin is, and no coin takes them.
    /// </summary>
    public static string? PrimaryOf(IReadOnlyList<string> categories) =>
        categories.Select(Find).OfType<Category>().OrderBy(c => c.Order).FirstOrDefault()?.Name ?? categories.FirstOrDefault(SaysWhatItIs);

    /// <summary>Whether a category is about the coin itself, not about who holds it or the chain it is on.</summary>
    public static bool SaysWhatItIs(string category) =>
        !category.EndsWith("Ecosystem", StringComparison.OrdinalIgnoreCase)
        && !category.Contains("Portfolio", StringComparison.OrdinalIgnoreCase)
        && !category.Contains("Holdings", StringComparison.OrdinalIgnoreCase)
        && !category.Contains("Index", StringComparison.OrdinalIgnoreCase)
        && !category.StartsWith("Made in", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Category> Read() =>
        ReferenceFile
            .Rows("crypto-categories.csv")
            .Select(row => new Category(
                row["category"],
                int.Parse(row["order"], CultureInfo.InvariantCulture),
                row["level"],
                new Text(row["ko"], row["category"]),
                new Text(row["explanation_ko"], row["explanation_en"]),
                [
                    .. row["uses_ko"]
                        .Split(';', StringSplitOptions.RemoveEmptyEntries)
                        .Zip(row["uses_en"].Split(';', StringSplitOptions.RemoveEmptyEntries), (ko, en) => new Text(ko, en)),
                ]
            ));
}

/// <summary>Facts of a coin from outside any provider, with their source.</summary>
/// <param name="Why">Why it was made; null when nothing is claimed.</param>
/// <param name="EtfStatus">Null when nothing is claimed.</param>
public sealed record CoinFacts(string Id, Text? Why, string? WhySource, Text? EtfStatus, string? EtfSource)
{
    private static readonly FrozenDictionary<string, CoinFacts> s_all = ReferenceFile
        .Rows("coin-facts.csv")
        .Select(row => new CoinFacts(
            row["id"],
            Known(row["why_ko"], row["why_en"]),
            Known(row["why_source"]),
            Known(row["etf_ko"], row["etf_en"]),
            Known(row["etf_source"])
        ))
        .ToFrozenDictionary(f => f.Id, StringComparer.Ordinal);

    public static CoinFacts? Of(string coin) => s_all.GetValueOrDefault(coin);

    private static Text? Known(string ko, string en) => ko.Length == 0 ? null : new Text(ko, en);

    private static string? Known(string text) => text.Length == 0 ? null : text;
}

internal static class ReferenceFile
{
    /// <summary>Rows of a data file that the assembly carries, by column. A bad file stops the start: it is ours.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string name)
    {
        using var csv = DataFile.OpenCsv(typeof(ReferenceFile), name);
        var header = csv.HeaderRecord!;
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
            rows.Add(header.ToDictionary(column => column, column => csv.GetField(column)!.Trim(), StringComparer.Ordinal));
        return rows;
    }
}
