using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.Companies;

/// <summary>A holding; one without a symbol is cash, a bond, a foreign share or a metal.</summary>
/// <param name="Weight">Fraction of the fund, four decimals.</param>
internal sealed record FundHolding(string? Symbol, string Description, decimal Weight);

/// <summary>A fund's made-up size and composition. Its name decides what it holds.</summary>
/// <param name="NetAssets">Millions of USD.</param>
/// <param name="Expenses">Fraction a year; null where unknown.</param>
/// <param name="DividendYield">Null where nothing is paid out.</param>
/// <param name="Sectors">GICS names with their parts of the shares, which add up to 1; empty where it holds no companies.</param>
/// <param name="Holdings">All of them; the weights add up to 1.</param>
internal sealed record Fund(
    FundListing Listing,
    double NetAssets,
    double? Expenses,
    double? Turnover,
    double? DividendYield,
    LocalDate Inception,
    bool IsLeveraged,
    IReadOnlyList<(string Sector, decimal Weight)> Sectors,
    IReadOnlyList<FundHolding> Holdings
);

/// <summary>
/// All funds. Those of US shares hold companies of the list by their market value, as their prices do (<see cref="FundPathBuilder"/>).
/// </summary>
internal sealed class FundBooks(Listings listings, CompanyBooks companies)
{
    private const double Cash = 0.002,
        LeveragedCash = 0.15;

    /// <summary>Billions of USD; orders of magnitude of the largest funds.</summary>
    private static readonly Dictionary<string, double> Sizes = new()
    {
        ["SPY"] = 650,
        ["VOO"] = 730,
        ["IVV"] = 660,
        ["VTI"] = 520,
        ["QQQ"] = 390,
        ["VUG"] = 190,
        ["VEA"] = 170,
        ["IEFA"] = 155,
        ["VTV"] = 145,
        ["BND"] = 135,
        ["AGG"] = 130,
        ["GLD"] = 120,
        ["IWF"] = 118,
        ["IJH"] = 98,
        ["VIG"] = 96,
        ["VWO"] = 95,
        ["IEMG"] = 100,
        ["VXUS"] = 100,
        ["XLK"] = 90,
        ["VO"] = 85,
        ["IJR"] = 84,
        ["IWM"] = 70,
        ["SCHD"] = 70,
        ["VYM"] = 63,
        ["XLF"] = 52,
        ["TLT"] = 50,
        ["XLV"] = 37,
        ["VNQ"] = 34,
        ["TQQQ"] = 27,
        ["HYG"] = 17,
        ["ARKK"] = 8,
    };

    private static readonly string[] DevelopedShares =
    [
        "ASML HOLDING",
        "SAP",
        "NESTLE",
        "NOVARTIS",
        "ROCHE HOLDING",
        "ASTRAZENECA",
        "HSBC HOLDINGS",
        "SHELL",
        "TOYOTA MOTOR",
        "SIEMENS",
        "COMMONWEALTH BANK OF AUSTRALIA",
        "SONY GROUP",
    ];

    private static readonly string[] EmergingShares =
    [
        "TAIWAN SEMICONDUCTOR MANUFACTURING",
        "TENCENT HOLDINGS",
        "SAMSUNG ELECTRONICS",
        "ALIBABA GROUP",
        "HDFC BANK",
        "RELIANCE INDUSTRIES",
        "SK HYNIX",
        "MEITUAN",
        "INFOSYS",
        "VALE",
    ];

    private readonly Dictionary<string, (FundListing Listing, FundRecipe Recipe)> _bySymbol = listings.Funds.ToDictionary(
        f => f.Symbol,
        f => (f, FundRecipe.Of(f, companies.ByValue)),
        StringComparer.Ordinal
    );

    /// <summary>Assets of a fund, USD.</summary>
    public static double SizeOf(string symbol) =>
        Sizes.TryGetValue(symbol, out var billions)
            ? billions * 1e9
            : Math.Round(Math.Exp(20 + (4.5 * new Dice(Dice.Seed(symbol)).Uniform())));

    /// <param name="symbol">In any case.</param>
    /// <param name="priceOf">A company's last close, USD; null where there is none.</param>
    public Fund? Find(string symbol, Func<string, double?> priceOf)
    {
        if (!_bySymbol.TryGetValue(symbol.ToUpperInvariant(), out var entry))
            return null;
        var (listing, recipe) = entry;
        var dice = new Dice(Dice.Seed(listing.Symbol) ^ 0xF0D);
        var leveraged = recipe.Multiple != 1;
        List<(CompanyListing Company, double Value)> shares =
            recipe.Assets != FundAssets.Shares
                ? []
                :
                [
                    .. recipe
                        .Companies.Select(c => (c.Listing, (priceOf(c.Listing.Symbol) ?? c.Level) * c.Shares))
                        .OrderByDescending(c => c.Item2),
                ];
        var sectors = Whole(shares.GroupBy(s => s.Company.GicsSector).Select(g => (g.Key, g.Sum(s => s.Value))))
            .OrderByDescending(s => s.Part)
            .ToList();
        return new Fund(
            listing,
            SizeOf(listing.Symbol) / 1e6,
            listing.ExpenseRatioPercent / 100,
            Math.Round(leveraged ? 0.9 : 0.02 + (0.3 * dice.Uniform()), 2),
            YieldOf(recipe, listing, dice),
            new LocalDate(1996 + (int)(22 * dice.Uniform()), 1 + (int)(12 * dice.Uniform()), 1 + (int)(28 * dice.Uniform())),
            leveraged,
            sectors,
            Holdings(listing, recipe, shares)
        );
    }

    private static double? YieldOf(FundRecipe recipe, FundListing listing, Dice dice) =>
        recipe.Assets switch
        {
            FundAssets.Bonds => 0.03 + (0.02 * dice.Uniform()),
            FundAssets.Gold or FundAssets.Silver or FundAssets.Oil or FundAssets.Commodities => null,
            FundAssets.Shares => listing.Name.Contains("Dividend", StringComparison.Ordinal) ? 0.034 : 0.004 + (0.014 * dice.Uniform()),
            _ => 0.022 + (0.01 * dice.Uniform()),
        };

    private static List<FundHolding> Holdings(
        FundListing listing,
        FundRecipe recipe,
        IReadOnlyList<(CompanyListing Company, double Value)> shares
    )
    {
        List<((string? Symbol, string Description) Item, double Weight)> rows = recipe.Assets switch
        {
            // Swaps are worth nothing when they are made: what an inverse fund owns is cash.
            FundAssets.Shares when recipe.Multiple < 0 => [Other("US TREASURY BILLS", 1), Other("INDEX SWAPS", 0)],
            FundAssets.Shares => Shares(shares, recipe.Multiple == 1 ? Cash : LeveragedCash, recipe.Multiple != 1),
            FundAssets.Bonds => Bonds(listing.Name),
            FundAssets.Gold => [Other("GOLD BULLION", 1)],
            FundAssets.Silver => [Other("SILVER BULLION", 1)],
            FundAssets.Oil or FundAssets.Commodities => [Other("US TREASURY BILLS", 0.65), Other("COMMODITY FUTURES", 0.35)],
            FundAssets.Emerging => Foreign(EmergingShares, 0.09),
            _ => Foreign(DevelopedShares, 0.02),
        };
        return [.. Whole(rows.Select(r => (r.Item, r.Weight))).Select(r => new FundHolding(r.Item.Symbol, r.Item.Description, r.Part))];
    }

    private static ((string? Symbol, string Description) Item, double Weight) Other(string description, double weight) =>
        ((null, description), weight);

    private static List<((string? Symbol, string Description) Item, double Weight)> Shares(
        IReadOnlyList<(CompanyListing Company, double Value)> shares,
        double cash,
        bool leveraged
    )
    {
        var total = shares.Sum(s => s.Value);
        var rows = shares
            .Select(s => (((string?)s.Company.Symbol, s.Company.Name.ToUpperInvariant()), (1 - cash) * s.Value / total))
            .ToList();
        rows.Add(Other(leveraged ? "US TREASURY BILLS" : "CASH", cash));
        if (leveraged)
            rows.Add(Other("INDEX SWAPS", 0));
        return rows;
    }

    private static List<((string? Symbol, string Description) Item, double Weight)> Bonds(string name)
    {
        var issuer =
            name.Contains("Corporate", StringComparison.Ordinal) ? "CORPORATE BOND"
            : name.Contains("Muni", StringComparison.Ordinal) ? "MUNICIPAL BOND"
            : name.Contains("TIPS", StringComparison.Ordinal) ? "US TREASURY INFLATION INDEXED NOTE"
            : "US TREASURY NOTE";
        return [.. Enumerable.Range(0, 12).Select(n => Other($"{issuer} {2.25 + (n * 0.25):0.00}% {2028 + n}", 0.1 - (n * 0.006)))];
    }

    private static List<((string? Symbol, string Description) Item, double Weight)> Foreign(string[] names, double largest)
    {
        var rows = names.Select((n, i) => Other(n, largest / (1 + (0.6 * i)))).ToList();
        rows.Add(Other("OTHER SHARES", 1 - rows.Sum(r => r.Weight)));
        return rows;
    }

    /// <summary>Parts of four decimals that add up to exactly 1: what rounding loses goes to those that lost most.</summary>
    private static List<(T Item, decimal Part)> Whole<T>(IEnumerable<(T Item, double Value)> values)
    {
        const decimal Step = 0.0001m;
        var all = values.ToList();
        if (all.Count == 0)
            return [];
        var total = all.Sum(v => v.Value);
        var exact = all.Select(v => (decimal)(v.Value / total)).ToList();
        var parts = exact.Select(e => Math.Floor(e / Step) * Step).ToList();
        var missing = (int)((1 - parts.Sum()) / Step);
        foreach (var i in Enumerable.Range(0, all.Count).OrderByDescending(i => exact[i] - parts[i]).Take(missing))
            parts[i] += Step;
        return [.. all.Zip(parts, (v, p) => (v.Item, p))];
    }
}
