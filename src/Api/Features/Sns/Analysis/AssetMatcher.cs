using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns.Documents;

namespace InvestmentAssistant.Api.Features.Sns.Analysis;

/// <summary>
/// Finds the assets that a post is about: cashtags, names and aliases on word boundaries (Korean names may carry particles), and what its
/// account always writes about. Only what is on our boards; never what merely moved at the time.
/// </summary>
public sealed partial class AssetMatcher(SocialAccounts accounts)
{
    public const string Cashtag = "cashtag",
        Alias = "alias",
        AccountDefault = "account_default";

    /// <summary>Assets of one post at most: a list of twenty symbols is about none of them.</summary>
    public const int Most = 5;

    /// <summary>Endings that Korean names take, several of which may follow each other; 주 and 주가 are "share" and "share price".</summary>
    private static readonly string[] s_particles =
    [
        "으로부터",
        "이라는",
        "에서는",
        "으로는",
        "이랑",
        "에서",
        "에게",
        "까지",
        "부터",
        "처럼",
        "보다",
        "마저",
        "조차",
        "이나",
        "이다",
        "이라",
        "라는",
        "으로",
        "에는",
        "에도",
        "주가",
        "관련",
        "코인",
        "은",
        "는",
        "이",
        "가",
        "을",
        "를",
        "의",
        "에",
        "도",
        "로",
        "와",
        "과",
        "만",
        "랑",
        "나",
        "주",
        "님",
        "측",
        "발",
        "향",
    ];

    private static readonly Regex s_crypto = CryptoContext();
    private static readonly Regex s_market = MarketContext();

    /// <summary>
    /// The assets, most certain first, at most <see cref="Most"/>; none when the post names none and its account is not known.
    /// </summary>
    /// <param name="names">What the boards list.</param>
    /// <param name="author">User name.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="markedCashtags">Symbols that the network itself marked.</param>
    public IReadOnlyList<AffectedAsset> Match(AssetNames names, string author, string text, IReadOnlyList<string> markedCashtags)
    {
        // Addresses name sites, not assets; blanks in their place keep all positions.
        var plain = Address().Replace(AssetNames.Straight(text), m => new string(' ', m.Length));
        var defaults = accounts.AssetsOf(author).Select(names.OfMarket).OfType<Instrument>().ToList();
        var isCrypto = s_crypto.IsMatch(plain) || (defaults.Count > 0 && defaults.All(d => d.Board == "crypto"));
        var found = new Dictionary<string, AffectedAsset>(StringComparer.Ordinal);

        foreach (var (symbol, written) in Cashtags(plain, markedCashtags))
        {
            if (OfCashtag(names, symbol, isCrypto) is { } hit)
                found.TryAdd(hit.Asset.Symbol, Of(hit.Asset, Cashtag, written, 1, hit.Confidence));
        }
        isCrypto = isCrypto || found.Values.Any(a => a.Kind == "crypto");
        var isMarket = isCrypto || found.Count > 0 || s_market.IsMatch(plain);
        foreach (var (name, written) in NamesIn(names, plain, isCrypto, isMarket))
            found.TryAdd(
                name.Asset.Symbol,
                Of(
                    name.Asset,
                    Alias,
                    written,
                    2,
                    name.Rule switch
                    {
                        NameRule.Any => 0.9m,
                        NameRule.Exact => 0.8m,
                        _ => 0.6m,
                    }
                )
            );
        foreach (var asset in defaults)
            found.TryAdd(asset.Symbol, Of(asset, AccountDefault, author, 3, 0.3m));
        return [.. found.Values.OrderBy(a => a.Priority).Take(Most)];
    }

    private static IEnumerable<(string Symbol, string Written)> Cashtags(string text, IReadOnlyList<string> marked)
    {
        foreach (Match tag in CashtagShape().Matches(text))
            yield return (tag.Groups[1].Value.ToUpperInvariant(), tag.Value);
        foreach (var symbol in marked)
            yield return (symbol.ToUpperInvariant(), "$" + symbol);
    }

    /// <summary>
    /// A symbol of both worlds (STX, LINK) is the coin where the post is about crypto, else the share; then it is less certain.
    /// </summary>
    private static (Instrument Asset, decimal Confidence)? OfCashtag(AssetNames names, string symbol, bool isCrypto)
    {
        var (share, coin) = (names.OfMarket(symbol), names.OfMarket("KRW-" + symbol));
        return (share, coin) switch
        {
            ({ } s, { } c) => (isCrypto ? c : s, 0.7m),
            ({ } s, null) => (s, 1m),
            (null, { } c) => (c, 1m),
            _ => null,
        };
    }

    /// <summary>Names from left to right, the longest first where several begin at a word.</summary>
    private static IEnumerable<(AssetName Name, string Written)> NamesIn(AssetNames names, string text, bool isCrypto, bool isMarket)
    {
        var words = Word().Matches(text);
        for (var i = 0; i < words.Count; i++)
        {
            for (var count = Math.Min(names.Longest, words.Count - i); count > 0; count--)
            {
                if (Find(names, text, words, i, count, isCrypto, isMarket) is not { } hit)
                    continue;
                if (hit.Name.Rule is not NameRule.Off)
                    yield return hit;
                i += count - 1;
                break;
            }
        }
    }

    private static (AssetName Name, string Written)? Find(
        AssetNames names,
        string text,
        MatchCollection words,
        int first,
        int count,
        bool isCrypto,
        bool isMarket
    )
    {
        for (var i = first + 1; i < first + count; i++)
        {
            // Words of a name are parted by blanks, hyphens or the full stop of a short form (U.S. Bancorp), nothing else.
            var (end, next) = (words[i - 1].Index + words[i - 1].Length, words[i].Index);
            if (text.AsSpan(end, next - end).Trim(" -.\u00A0").Length > 0 || next - end > 3)
                return null;
        }
        var start = words[first].Index;
        var last = words[first + count - 1];
        // A cashtag was looked at already.
        if (start > 0 && text[start - 1] == '$')
            return null;
        foreach (var ending in Endings(last.Value))
        {
            var written = text[start..(last.Index + last.Length - ending)];
            foreach (var name in names.Named(AssetNames.KeyOf(written)))
            {
                var fits = name.Rule switch
                {
                    NameRule.Any => true,
                    NameRule.Exact => IsWritten(written, name.Name),
                    NameRule.Context => (name.Asset.Board == "crypto" ? isCrypto : isMarket) && IsWritten(written, name.Name),
                    _ => IsWritten(written, name.Name),
                };
                if (fits)
                    return (name, written);
            }
        }
        return null;
    }

    /// <summary>Letters at the end of a word that may not belong to the name: none, the English genitive, Korean particles.</summary>
    private static IEnumerable<int> Endings(string word)
    {
        yield return 0;
        if (word.EndsWith("'s", StringComparison.Ordinal))
            yield return 2;
        if (!IsHangul(word[^1]))
            yield break;
        for (var length = 1; length < word.Length; length++)
        {
            if (AreParticles(word.AsSpan(word.Length - length)))
                yield return length;
        }
    }

    private static bool AreParticles(ReadOnlySpan<char> letters)
    {
        if (letters.Length == 0)
            return true;
        foreach (var particle in s_particles)
        {
            if (letters.StartsWith(particle) && AreParticles(letters[particle.Length..]))
                return true;
        }
        return false;
    }

    /// <summary>As the name is written, or all in capitals, as people shout.</summary>
    private static bool IsWritten(string written, string name)
    {
        var straight = AssetNames.Straight(name);
        return Spaced(written) == Spaced(straight) || (straight.Length > 3 && Spaced(written) == Spaced(straight.ToUpperInvariant()));
    }

    private static string Spaced(string text) => text.Replace('-', ' ');

    private static bool IsHangul(char letter) => letter is >= '가' and <= '힣';

    private static AffectedAsset Of(Instrument asset, string source, string written, int priority, decimal confidence) =>
        new(
            MarketDay.IsCrypto(asset.Symbol) ? asset.Symbol[4..] : asset.Symbol,
            asset.Name,
            asset.Board switch
            {
                "crypto" => "crypto",
                "etf" => "etf",
                _ => "stock",
            },
            source,
            written,
            priority,
            confidence,
            asset.Symbol,
            asset.Board
        );

    [GeneratedRegex(@"(?<![\w$])\$([A-Za-z][A-Za-z0-9]{0,9}(?:\.[A-Za-z])?)(?![A-Za-z0-9$])")]
    private static partial Regex CashtagShape();

    /// <summary>A run of one script: Korean endings follow Latin names without a blank.</summary>
    [GeneratedRegex(@"[가-힣]+|[\p{L}\p{N}-[가-힣]]+(?:[.&'][\p{L}\p{N}-[가-힣]]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"https?://\S+|\bwww\.\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"\b(crypto\w*|coins?|tokens?|altcoins?|blockchain|defi|stablecoins?|staking|on-chain|onchain|web3|BTC|ETH|"
            + @"bitcoin|ethereum|memecoins?)\b|코인|토큰|암호화폐|가상자산|가상화폐|블록체인|알트|스테이킹|비트코인|이더리움|업비트|빗썸",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex CryptoContext();

    [GeneratedRegex(
        @"\b(stocks?|shares?|shareholders?|earnings|revenues?|profits?|guidance|quarter\w*|dividends?|buybacks?|analysts?|"
            + @"upgrade[sd]?|downgrade[sd]?|market cap|NYSE|Nasdaq|investors?|valuation|CEO|IPO|bullish|bearish|calls|puts|price target)\b"
            + @"|주가|실적|주식|매출|매수|매도|배당|상장|증시|영업이익",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex MarketContext();
}
