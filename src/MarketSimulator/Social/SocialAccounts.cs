using System.Collections.Frozen;
using System.Globalization;
using CsvHelper;
using InvestmentAssistant.MarketSimulator.Reference;

namespace InvestmentAssistant.MarketSimulator.Social;

/// <summary>An invented account of a simulated network, with the symbols it writes about (KRW-BTC is a coin).</summary>
public sealed record SocialAccountListing(
    string Platform,
    string Username,
    string DisplayName,
    bool Verified,
    long Followers,
    double PostsADay,
    string Assets
);

/// <summary>How posts call an asset.</summary>
/// <param name="Cashtag">$TSLA.</param>
/// <param name="Name">Tesla.</param>
/// <param name="Korean">테슬라; the English name where no Korean one is known.</param>
internal sealed record SpokenName(string Cashtag, string Name, string Korean);

/// <summary>The accounts of both networks and the names of what they write about, from the data files.</summary>
internal sealed class SocialAccounts
{
    private static readonly FrozenDictionary<string, string> s_korean = new Dictionary<string, string>
    {
        ["AAPL"] = "애플",
        ["NVDA"] = "엔비디아",
        ["TSLA"] = "테슬라",
        ["MSFT"] = "마이크로소프트",
        ["AMZN"] = "아마존",
        ["GOOGL"] = "구글",
        ["META"] = "메타",
        ["INTC"] = "인텔",
        ["BA"] = "보잉",
        ["DIS"] = "디즈니",
        ["COIN"] = "코인베이스",
        ["PLTR"] = "팔란티어",
    }.ToFrozenDictionary();

    private readonly Dictionary<string, SpokenName> _names = [];

    public SocialAccounts(Listings listings)
    {
        foreach (var coin in listings.Crypto.Where(c => c.Market.StartsWith("KRW-", StringComparison.Ordinal)))
            _names[coin.Market] = new SpokenName("$" + coin.Market[4..], coin.EnglishName, coin.KoreanName.Split(" [")[0]);
        foreach (var company in listings.Companies)
        {
            var name = Spoken(company.Name);
            _names[company.Symbol] = new SpokenName("$" + company.Symbol, name, s_korean.GetValueOrDefault(company.Symbol, name));
        }
        foreach (var fund in listings.Funds)
            _names.TryAdd(fund.Symbol, new SpokenName("$" + fund.Symbol, "$" + fund.Symbol, "$" + fund.Symbol));

        using var reader = new StreamReader(Path.Combine(AppContext.BaseDirectory, "Data", "MarketSimulator", "social-accounts.csv"));
        using var csv = new CsvReader(reader, Listings.Csv);
        All = [.. csv.GetRecords<SocialAccountListing>()];
    }

    public IReadOnlyList<SocialAccountListing> All { get; }

    public SocialAccountListing? Find(string platform, string username) =>
        All.FirstOrDefault(a => a.Platform == platform && a.Username.Equals(username, StringComparison.OrdinalIgnoreCase));

    /// <summary>The assets an account writes about; those that no board has are left out.</summary>
    public SpokenName[] AssetsOf(SocialAccountListing account) =>
        [.. account.Assets.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(a => _names.GetValueOrDefault(a)).OfType<SpokenName>()];

    /// <summary>Another account of the same network, as the number has it.</summary>
    public SocialAccountListing Another(SocialAccountListing account, long number)
    {
        var others = All.Where(a => a.Platform == account.Platform && a != account).ToList();
        // The last four bits of ids are often 0.
        return others[(int)((number >> 4) % others.Count)];
    }

    /// <summary>An id that stays the same from start to start.</summary>
    public static string IdOf(SocialAccountListing account) =>
        account.Platform == "x"
            ? (1_000_000_000 + (Walk.Dice.Seed(account.Username) % 8_000_000_000)).ToString(CultureInfo.InvariantCulture)
            : (107_000_000_000_000_000 + (Walk.Dice.Seed(account.Username) % 9_000_000_000_000_000)).ToString(CultureInfo.InvariantCulture);

    private static string Spoken(string name)
    {
        foreach (
            var ending in new[]
            {
                " Inc.",
                " Corporation",
                " Platforms",
                " Company (The)",
                " Motor Company",
                " Technologies",
                " (Class A)",
                " plc",
                ",",
            }
        )
        {
            if (name.IndexOf(ending, StringComparison.Ordinal) is > 0 and var at)
                name = name[..at];
        }
        return name;
    }
}
