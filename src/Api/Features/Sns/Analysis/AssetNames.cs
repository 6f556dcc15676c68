using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform;

namespace InvestmentAssistant.Api.Features.Sns.Analysis;

/// <summary>When a name in a text is taken for the asset.</summary>
public enum NameRule
{
    /// <summary>In any case.</summary>
    Any,

    /// <summary>As written, or all in capitals.</summary>
    Exact,

    /// <summary>As <see cref="Exact"/>, and only in a post about markets: the name is also a common word.</summary>
    Context,

    /// <summary>Never.</summary>
    Off,
}

/// <summary>A name of an asset.</summary>
public sealed record AssetName(Instrument Asset, string Name, NameRule Rule);

/// <summary>
/// All names by which posts may call what is on the boards: listed company, fund and coin names without their legal endings, and the
/// aliases of <c>Data/sns-aliases.csv</c>. Names of one word that all people use (Target, Flow, 리스크) need a context; so does every coin
/// name that is not in the file, since coins are named after words.
/// </summary>
public sealed partial class AssetNames
{
    private static readonly (string Market, string Alias, NameRule Rule)[] s_aliases = [.. ReadShipped()];

    private readonly Dictionary<string, List<AssetName>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Instrument> _byMarket;

    public AssetNames(IReadOnlyList<Instrument> instruments)
    {
        _byMarket = instruments
            .GroupBy(i => i.Symbol, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        // The file first: its entry for a name wins.
        foreach (var (market, alias, rule) in s_aliases)
        {
            if (_byMarket.TryGetValue(market, out var asset))
                Add(asset, alias, rule);
        }
        foreach (var asset in _byMarket.Values)
        {
            foreach (var name in ListedNames(asset))
                Add(asset, name, asset.Board == "crypto" ? NameRule.Context : NameRule.Exact);
        }
        Longest = _byKey.Count == 0 ? 0 : _byKey.Keys.Max(k => k.Count(c => c == ' ') + 1);
    }

    /// <summary>Words of the longest name.</summary>
    public int Longest { get; }

    /// <summary>Number of known instruments.</summary>
    public int Count => _byMarket.Count;

    /// <summary>The asset of a market, or null when no board has it.</summary>
    public Instrument? OfMarket(string market) => _byMarket.GetValueOrDefault(market);

    /// <summary>The names with these words.</summary>
    /// <param name="key">As <see cref="KeyOf"/> makes it.</param>
    public IReadOnlyList<AssetName> Named(string key) => _byKey.TryGetValue(key, out var names) ? names : [];

    /// <summary>Words by which spellings of a name are one: lower case, straight apostrophes and hyphens, one space.</summary>
    public static string KeyOf(string name) => Separators().Replace(Straight(name).ToLowerInvariant(), " ").Trim();

    /// <summary>Typographic apostrophes and dashes as the keyboard has them.</summary>
    public static string Straight(string text) => text.Replace('’', '\'').Replace('‘', '\'').Replace('–', '-').Replace('‑', '-');

    private void Add(Instrument asset, string name, NameRule rule)
    {
        var key = KeyOf(name);
        if (key.Length < 2)
            return;
        if (!_byKey.TryGetValue(key, out var names))
            _byKey[key] = names = [];
        // One name, one asset of a board: the file's line came first, and of two share classes the first.
        if (names.Any(n => n.Asset.Symbol == asset.Symbol) || (rule is not NameRule.Off && names.Any(n => n.Asset.Board == asset.Board)))
            return;
        names.Add(new AssetName(asset, name, rule));
    }

    private static IEnumerable<string> ListedNames(Instrument asset)
    {
        if (asset.Board == "crypto")
        {
            yield return asset.Name;
            foreach (var name in (asset.LocalName ?? "").Split('[', ']').Select(n => n.Trim()).Where(n => n.Length > 0))
                yield return name;
            yield break;
        }
        if (asset.Name.Contains("(Class B)", StringComparison.Ordinal) || asset.Name.Contains("(Class C)", StringComparison.Ordinal))
            yield break;
        yield return asset.Name;
        var name_ = Article().Replace(asset.Name, "");
        yield return name_;
        var spoken = LegalEnding().Replace(name_, "");
        if (spoken.Length >= 2)
            yield return spoken;
    }

    private static IEnumerable<(string, string, NameRule)> ReadShipped()
    {
        using var csv = DataFile.OpenCsv(typeof(AssetNames), "sns-aliases.csv");
        while (csv.Read())
            yield return (csv.GetField("market")!, csv.GetField("alias")!, Enum.Parse<NameRule>(csv.GetField("how")!, ignoreCase: true));
    }

    /// <summary>Hyphens part words as blanks do: Coca-Cola is Coca Cola.</summary>
    [GeneratedRegex(@"[\s\-]+")]
    private static partial Regex Separators();

    [GeneratedRegex(@"\s*\((The|Class [A-C]|Eli)\)")]
    private static partial Regex Article();

    [GeneratedRegex(
        @",?\s+(Inc\.?|Corporation|Corp\.?|plc|Ltd\.?|Limited|Incorporated|Company|Companies|Co\.|& Co\.|& Company|Holdings|Group)$"
    )]
    private static partial Regex LegalEnding();
}
