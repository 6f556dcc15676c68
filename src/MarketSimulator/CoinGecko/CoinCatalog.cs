using System.Globalization;
using System.Text;
using CsvHelper;
using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Walk;
using NodaTime.Text;

namespace InvestmentAssistant.MarketSimulator.CoinGecko;

/// <summary>A coin as the simulated CoinGecko knows it.</summary>
/// <param name="Market">Its KRW market on the simulated exchange; null when it is not listed there.</param>
/// <param name="LevelUsd">What its price keeps coming back to, USD.</param>
/// <param name="BlockMinutes">Minutes between blocks; 0 where the provider says none.</param>
/// <param name="Platform">The chain that a token lives on; null for a chain's own coin.</param>
internal sealed record SimCoin(
    string Id,
    string Symbol,
    string Name,
    string? Market,
    double LevelUsd,
    LocalDate? Genesis,
    string? Hashing,
    double BlockMinutes,
    double? MaxSupply,
    double? Circulating,
    string? Platform,
    string? Homepage,
    string? Whitepaper,
    string? Github,
    string? Subreddit,
    string? Twitter,
    string? Telegram,
    IReadOnlyList<string> Categories
)
{
    /// <summary>By market capitalization at the price levels; null without a known supply.</summary>
    public int? Rank { get; init; }

    /// <summary>A coin that is no longer traded stays on the provider's list, with its symbol and without a price.</summary>
    public bool IsDead => LevelUsd == 0;

    /// <summary>Position in the catalog; stands in for the provider's internal number in image addresses.</summary>
    public int Number { get; init; }

    /// <summary>Random numbers that belong to this coin and purpose alone.</summary>
    public Dice Dice(string purpose, ulong at = 0) => new(Walk.Dice.Mix(Walk.Dice.Seed(Id + "/" + purpose), at));

    /// <summary>Coins issued, burnt ones left out; a little above those in circulation where no bound is known.</summary>
    public double? Total => MaxSupply ?? Circulating * 1.04;
}

/// <summary>
/// Every coin of the simulated exchange, some that it does not list, and namesakes. Ids, names and links of the well-known are real
/// (Data/coins.csv); the rest is derived from the exchange's English name, its figures from the seed.
/// </summary>
internal sealed class CoinCatalog
{
    private static readonly string[][] Kinds =
    [
        ["Smart Contract Platform", "Layer 1 (L1)", "Proof of Stake (PoS)"],
        ["Decentralized Finance (DeFi)", "Ethereum Ecosystem", "Governance"],
        ["Gaming (GameFi)", "Metaverse", "Ethereum Ecosystem"],
        ["Artificial Intelligence (AI)", "Infrastructure"],
        ["Layer 2 (L2)", "Rollup", "Ethereum Ecosystem"],
        ["Infrastructure", "DePIN"],
        ["Meme", "Solana Ecosystem"],
        ["Real World Assets (RWA)", "Ethereum Ecosystem"],
        ["Payment Solutions"],
        ["Storage", "Infrastructure"],
    ];

    private const double WonPerDollar = 1395;

    private readonly Dictionary<string, SimCoin> _byId;
    private readonly WalkCatalog _walks;

    public CoinCatalog(Listings listings, WalkCatalog walks)
    {
        _walks = walks;
        var listed = listings
            .Crypto.Where(c => c.Market.StartsWith("KRW-", StringComparison.Ordinal))
            .ToDictionary(c => c.Market, c => c, StringComparer.Ordinal);
        var facts = ReadFacts(listed.ContainsKey);
        var described = facts.Select(c => c.Market).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var ids = facts.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var all = facts
            .Concat(listed.Values.Where(c => !described.Contains(c.Market)).Select(c => Derive(c, LevelOf(c.Market), ids)))
            .ToList();
        var ranks = all.Where(c => c.Circulating is not null)
            .OrderByDescending(c => c.Circulating * c.LevelUsd)
            .ThenBy(c => c.Id, StringComparer.Ordinal)
            .Select((c, i) => (c.Id, Rank: i + 1))
            .ToDictionary(c => c.Id, c => c.Rank, StringComparer.Ordinal);
        Coins =
        [
            .. all.Select((c, i) => c with { Number = i + 1, Rank = ranks.TryGetValue(c.Id, out var rank) ? rank : null })
                .OrderBy(c => c.Rank ?? int.MaxValue)
                .ThenBy(c => c.Id, StringComparer.Ordinal),
        ];
        _byId = Coins.ToDictionary(c => c.Id, StringComparer.Ordinal);
    }

    /// <summary>By rank; the unranked last.</summary>
    public IReadOnlyList<SimCoin> Coins { get; }

    public SimCoin? Find(string id) => _byId.GetValueOrDefault(id);

    private List<SimCoin> ReadFacts(Func<string, bool> isListed)
    {
        using var reader = new StreamReader(Path.Combine(AppContext.BaseDirectory, "Data", "MarketSimulator", "coins.csv"));
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var coins = new List<SimCoin>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        while (csv.Read())
        {
            var symbol = csv.GetField("symbol")!;
            // A second coin of the same symbol is a namesake: the exchange lists the first.
            var market = isListed("KRW-" + symbol) && taken.Add(symbol) ? "KRW-" + symbol : null;
            coins.Add(
                new SimCoin(
                    csv.GetField("id")!,
                    symbol,
                    csv.GetField("name")!,
                    market,
                    Number("level_usd") ?? LevelOf(market!),
                    Date("genesis_date"),
                    Text("hashing_algorithm"),
                    Number("block_minutes") ?? 0,
                    Number("max_supply"),
                    Number("circulating_supply"),
                    Text("platform"),
                    Text("homepage"),
                    Text("whitepaper"),
                    Text("github"),
                    Text("subreddit"),
                    Text("twitter"),
                    Text("telegram"),
                    csv.GetField("categories")!.Split(';')
                )
            );
        }
        return coins;

        string? Text(string column) => csv.GetField(column) is { Length: > 0 } text ? text : null;
        double? Number(string column) => Text(column) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
        LocalDate? Date(string column) => Text(column) is { } text ? LocalDatePattern.Iso.Parse(text).Value : null;
    }

    private static SimCoin Derive(CryptoListing listing, double level, HashSet<string> taken)
    {
        var symbol = listing.Market[4..];
        var slug = Slug(listing.EnglishName);
        var id = taken.Add(slug) ? slug : $"{slug}-{symbol.ToLowerInvariant()}";
        taken.Add(id);
        var dice = new Dice(Dice.Mix(Dice.Seed("coin"), Dice.Seed(id)));
        // A market value of 5 to 800 million USD, evenly over the powers of ten; the supply follows from the level.
        var supply = Math.Round(5e6 * Math.Exp(dice.Uniform() * Math.Log(160)) / level);
        var capped = dice.Uniform() < 0.7;
        var issued = 0.25 + (0.75 * dice.Uniform());
        var github = dice.Uniform() < 0.7 ? $"{slug}/{slug}" : null;
        return new SimCoin(
            id,
            symbol,
            listing.EnglishName,
            listing.Market,
            level,
            new LocalDate(2017, 1, 1).PlusDays((int)(dice.Uniform() * 2900)),
            null,
            0,
            capped ? Math.Round(supply / issued) : null,
            supply,
            dice.Uniform() < 0.6 ? "ethereum" : null,
            $"https://{slug}.example",
            null,
            github,
            dice.Uniform() < 0.5 ? slug : null,
            dice.Uniform() < 0.9 ? slug : null,
            dice.Uniform() < 0.6 ? slug : null,
            Kinds[(int)(dice.Uniform() * Kinds.Length)]
        );
    }

    private double LevelOf(string market) => _walks.Crypto[market].Spec.Level / WonPerDollar;

    private static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return slug.ToString().TrimEnd('-');
    }
}
