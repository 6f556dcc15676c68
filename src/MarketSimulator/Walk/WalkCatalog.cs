using InvestmentAssistant.MarketSimulator.AlphaVantage;
using InvestmentAssistant.MarketSimulator.Companies;
using InvestmentAssistant.MarketSimulator.Reference;

namespace InvestmentAssistant.MarketSimulator.Walk;

/// <summary>
/// Gives every listed symbol its walk: known levels and turnovers where there are any, plausible ones from the seed elsewhere.
/// </summary>
internal sealed class WalkCatalog
{
    /// <summary>Daily turnover in billions of KRW of the busiest markets; orders of magnitude.</summary>
    private static readonly Dictionary<string, double> KrwTurnover = new()
    {
        ["KRW-BTC"] = 110,
        ["KRW-XRP"] = 150,
        ["KRW-ETH"] = 95,
        ["KRW-USDT"] = 160,
        ["KRW-SOL"] = 45,
        ["KRW-DOGE"] = 40,
        ["KRW-SUI"] = 14,
        ["KRW-ADA"] = 13,
        ["KRW-TRX"] = 9,
        ["KRW-XLM"] = 12,
        ["KRW-HBAR"] = 9,
        ["KRW-SHIB"] = 7,
        ["KRW-PEPE"] = 10,
        ["KRW-LINK"] = 7,
        ["KRW-WLD"] = 12,
        ["KRW-ONDO"] = 6,
        ["KRW-AVAX"] = 5,
        ["KRW-ENA"] = 8,
        ["KRW-BCH"] = 5,
        ["KRW-ETC"] = 5,
        ["KRW-TRUMP"] = 6,
    };

    /// <summary>Shares of an average day in millions, of funds and of companies without a reference; orders of magnitude.</summary>
    private static readonly Dictionary<string, double> Shares = new()
    {
        ["SPY"] = 62,
        ["QQQ"] = 42,
        ["IWM"] = 28,
        ["TQQQ"] = 58,
        ["SQQQ"] = 85,
        ["SOXL"] = 72,
        ["XLF"] = 40,
        ["TLT"] = 38,
        ["EEM"] = 26,
        ["HYG"] = 36,
        ["VOO"] = 6,
        ["IVV"] = 5,
        ["GLD"] = 9,
        ["SLV"] = 19,
        ["LQD"] = 24,
        ["EFA"] = 15,
        ["VWO"] = 10,
        ["VEA"] = 11,
        ["XLE"] = 16,
        ["XLK"] = 7,
        ["XLV"] = 9,
        ["XLU"] = 10,
        ["XLI"] = 9,
        ["XLP"] = 11,
        ["ARKK"] = 9,
        ["AGG"] = 8,
        ["BND"] = 6,
        ["SCHD"] = 12,
        ["VTI"] = 3.5,
        ["NVDA"] = 180,
        ["TSLA"] = 95,
        ["AMZN"] = 42,
        ["GOOGL"] = 34,
        ["GOOG"] = 22,
        ["META"] = 14,
        ["PLTR"] = 75,
        ["HOOD"] = 34,
        ["UBER"] = 18,
        ["COIN"] = 9,
        ["SMCI"] = 32,
        ["MRVL"] = 16,
        ["AVGO"] = 22,
        ["WBD"] = 38,
        ["CRWD"] = 3,
        ["PANW"] = 6,
        ["DELL"] = 6,
        ["VRT"] = 8,
        ["PCG"] = 18,
        ["KVUE"] = 17,
        ["DDOG"] = 5,
        ["MRNA"] = 11,
    };

    private readonly ulong _seed;
    private readonly Listings _listings;

    public WalkCatalog(Listings listings, DailyYields yields, SimulatorOptions options)
    {
        _listings = listings;
        _seed = Dice.Mix(0x1A55E7, (ulong)options.Seed);
        CryptoMarketSeed = Dice.Mix(_seed, 1);
        EquityMarketSeed = Dice.Mix(_seed, 2);
        Crypto = WithActivity(listings.Crypto.Select(CryptoSpec), options.CryptoPerSecond)
            .ToDictionary(s => s.Symbol, s => new SymbolWalk(_seed, s, Own(s, CryptoMarketSeed)), StringComparer.Ordinal);

        // Two classes of one company's shares have one path.
        var companies = listings.Companies.Select(CompanySpec).ToDictionary(s => s.Symbol, StringComparer.Ordinal);
        var paths = companies.ToDictionary(
            c => c.Key,
            IPricePath (c) => Own(companies[listings.IssuerOf(c.Key)], EquityMarketSeed),
            StringComparer.Ordinal
        );
        var byValue = listings
            .Companies.Select(c => new ValuedCompany(c, companies[c.Symbol].Level, ShareCounts.Of(c.Symbol, companies[c.Symbol].Level)))
            .OrderByDescending(c => c.Value)
            .ToList();
        var builder = new FundPathBuilder(paths, yields, _seed, EquityMarketSeed);
        foreach (var fund in listings.Funds)
            paths[fund.Symbol] = builder.Of(FundRecipe.Of(fund, byValue));
        Equities = WithActivity(companies.Values.Concat(listings.Funds.Select(f => FundSpec(f, paths[f.Symbol]))), options.StocksPerSecond)
            .ToDictionary(s => s.Symbol, s => new SymbolWalk(_seed, s, paths[s.Symbol]), StringComparer.Ordinal);
    }

    public ulong CryptoMarketSeed { get; }
    public ulong EquityMarketSeed { get; }
    public IReadOnlyDictionary<string, SymbolWalk> Crypto { get; }
    public IReadOnlyDictionary<string, SymbolWalk> Equities { get; }

    private WalkSpec CryptoSpec(CryptoListing listing)
    {
        var dice = new Dice(Dice.Mix(_seed ^ 0xC0, Dice.Seed(listing.Market)));
        // Levels that are not known lie anywhere between 0.1 and 20,000 KRW, evenly over the powers of ten.
        var guess = Math.Exp(Math.Log(0.1) + (dice.Uniform() * Math.Log(200_000)));
        var level = _listings.Levels.GetValueOrDefault(listing.Market, guess);
        var krw = listing.Market.StartsWith("KRW-", StringComparison.Ordinal);
        var turnover = KrwTurnover.TryGetValue(listing.Market, out var known) ? known * 1e9 : 2e8 * Math.Exp(1.1 * dice.Normal());
        var (volatility, correlation) = listing.Market[4..] switch
        {
            "BTC" => (0.022, 0.95),
            "ETH" => (0.032, 0.9),
            "USDT" or "USDC" or "USDS" => (0.0035, -0.2),
            "PAXG" => (0.009, 0.0),
            _ => (0.03 + (0.025 * dice.Uniform()), 0.6 + (0.2 * dice.Uniform())),
        };
        return krw
            ? new WalkSpec(listing.Market, level, volatility, correlation, turnover / level, turnover, false, TickSize.Krw)
            : new WalkSpec(listing.Market, level, 0.015, 0.1, 0.4 / level, 2e7, false, TickSize.Satoshi);
    }

    private WalkSpec CompanySpec(CompanyListing listing)
    {
        var dice = new Dice(Dice.Mix(_seed ^ 0xE0, Dice.Seed(listing.Symbol)));
        var guess = Math.Exp(Math.Log(30) + (dice.Uniform() * Math.Log(12)));
        var level = _listings.Levels.TryGetValue(listing.Symbol, out var known) ? known : listing.ReferenceClose ?? guess;
        var volume = Shares.TryGetValue(listing.Symbol, out var millions)
            ? millions * 1e6
            : listing.ReferenceVolume ?? (2.5e6 * Math.Exp(0.7 * dice.Normal()));
        var volatility = (listing.GicsSector is "Utilities" or "Consumer Staples" ? 0.011 : 0.016) + (0.008 * dice.Uniform());
        return new WalkSpec(listing.Symbol, level, volatility, 0.4 + (0.3 * dice.Uniform()), volume, volume * level, true, TickSize.Cent);
    }

    private WalkSpec FundSpec(FundListing listing, IPricePath path)
    {
        var dice = new Dice(Dice.Mix(_seed ^ 0xE0, Dice.Seed(listing.Symbol)));
        var level = _listings.Levels.GetValueOrDefault(listing.Symbol, 25 + (150 * dice.Uniform()));
        var volume = Shares.TryGetValue(listing.Symbol, out var millions) ? millions * 1e6 : 1.2e6 * Math.Exp(0.8 * dice.Normal());
        return new WalkSpec(
            listing.Symbol,
            level,
            path.Volatility,
            path.Shared / path.Volatility,
            volume,
            volume * level,
            true,
            TickSize.Cent
        );
    }

    private OwnPath Own(WalkSpec spec, ulong marketSeed) =>
        new OwnPath(Dice.Mix(_seed, Dice.Seed(spec.Symbol)), spec.Volatility, spec.Correlation, marketSeed);

    /// <summary>
    /// Shares a market's trades out by turnover (its root, so that the small ones live too), with a floor for each symbol.
    /// </summary>
    private static List<WalkSpec> WithActivity(IEnumerable<WalkSpec> specs, double perSecond)
    {
        var all = specs.ToList();
        var floor = Math.Min(1.5, 30 * perSecond / all.Count);
        var total = all.Sum(s => Math.Pow(s.TradesPerMinute, 0.55));
        var rest = (60 * perSecond) - (floor * all.Count);
        // Up to here TradesPerMinute held the turnover.
        return [.. all.Select(s => s with { TradesPerMinute = floor + (rest * Math.Pow(s.TradesPerMinute, 0.55) / total) })];
    }
}
