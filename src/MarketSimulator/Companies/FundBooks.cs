using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Walk;
using NodaTime;

namespace InvestmentAssistant.MarketSimulator.Companies;

/// <summary>A holding; one without a symbol is cash, a bond, a foreign share or a metal.</summary>
/// <param name="Weight">Fraction of the fund.</param>
internal sealed record FundHolding(string? Symbol, string Description, double Weight);

/// <summary>A fund's made-up size and composition. Its name decides what it holds.</summary>
/// <param name="NetAssets">Millions of USD.</param>
/// <param name="Expenses">Fraction a year; null where unknown.</param>
/// <param name="DividendYield">Null where nothing is paid out.</param>
/// <param name="Sectors">GICS names with weights; empty where it holds no companies.</param>
internal sealed record Fund(
    FundListing Listing, double NetAssets, double? Expenses, double? Turnover, double? DividendYield, LocalDate Inception, bool IsLeveraged,
    IReadOnlyList<(string Sector, double Weight)> Sectors, IReadOnlyList<FundHolding> Holdings);

/// <summary>All funds. Those of US shares hold companies of the list by their market value, so that fund, company and sector tell the same.</summary>
internal sealed class FundBooks
{
    private const int LargestHoldings = 60;
    private const double Cash = 0.002;

    /// <summary>Billions of USD; orders of magnitude of the largest funds.</summary>
    private static readonly Dictionary<string, double> Sizes = new()
    {
        ["SPY"] = 650, ["VOO"] = 730, ["IVV"] = 660, ["VTI"] = 520, ["QQQ"] = 390, ["VUG"] = 190, ["VEA"] = 170, ["IEFA"] = 155, ["VTV"] = 145, ["BND"] = 135, ["AGG"] = 130,
        ["GLD"] = 120, ["IWF"] = 118, ["IJH"] = 98, ["VIG"] = 96, ["VWO"] = 95, ["IEMG"] = 100, ["VXUS"] = 100, ["XLK"] = 90, ["VO"] = 85, ["IJR"] = 84, ["IWM"] = 70,
        ["SCHD"] = 70, ["VYM"] = 63, ["XLF"] = 52, ["TLT"] = 50, ["XLV"] = 37, ["VNQ"] = 34, ["TQQQ"] = 27, ["HYG"] = 17, ["ARKK"] = 8,
    };

    private readonly Dictionary<string, Fund> _bySymbol;

    public FundBooks(Listings listings, CompanyBooks companies)
    {
        var byValue = companies.Companies.OrderByDescending(c => c.Level * c.Shares).ToList();
        _bySymbol = listings.Funds.ToDictionary(f => f.Symbol, f => Make(f, byValue), StringComparer.Ordinal);
    }

    public Fund? Find(string symbol) => _bySymbol.GetValueOrDefault(symbol.ToUpperInvariant());

    /// <summary>Assets of a fund, USD.</summary>
    public static double SizeOf(string symbol) =>
        Sizes.TryGetValue(symbol, out var billions) ? billions * 1e9 : Math.Round(Math.Exp(20 + (4.5 * new Dice(Dice.Seed(symbol)).Uniform())));

    private static Fund Make(FundListing listing, IReadOnlyList<Company> byValue)
    {
        var dice = new Dice(Dice.Seed(listing.Symbol) ^ 0xF0D);
        var name = listing.Name;
        bool Has(params string[] parts) => parts.Any(p => name.Contains(p, StringComparison.OrdinalIgnoreCase));
        var leveraged = Has("UltraPro", "Bull 3X", "Bear 3X");
        var (holdings, yield) = Composition();
        var sectors = holdings.Where(h => h.Symbol is not null && h.Weight > 0)
            .GroupBy(h => byValue.First(c => c.Listing.Symbol == h.Symbol).Listing.GicsSector)
            .Select(g => (g.Key, Math.Round(g.Sum(h => h.Weight), 4))).OrderByDescending(s => s.Item2).ToList();
        return new Fund(
            listing, SizeOf(listing.Symbol) / 1e6, listing.ExpenseRatioPercent / 100, Math.Round(leveraged ? 0.9 : 0.02 + (0.3 * dice.Uniform()), 2), yield,
            new LocalDate(1996 + (int)(22 * dice.Uniform()), 1 + (int)(12 * dice.Uniform()), 1 + (int)(28 * dice.Uniform())), leveraged, sectors, holdings);

        (List<FundHolding> Holdings, double? Yield) Composition() => name switch
        {
            _ when Has("Bond", "Aggregate") => (Bonds(name), 0.03 + (0.02 * dice.Uniform())),
            _ when Has("Gold") => ([new FundHolding(null, "GOLD BULLION", 1)], null),
            _ when Has("Silver") => ([new FundHolding(null, "SILVER BULLION", 1)], null),
            _ when Has("Oil", "Commodity") => ([new FundHolding(null, "US TREASURY BILLS", 0.65), new FundHolding(null, "COMMODITY FUTURES", 0.35)], null),
            _ when Has("Developed", "EAFE", "International", "Emerging") => (Foreign(Has("Emerging")), 0.022 + (0.01 * dice.Uniform())),
            _ => (Shares(Chosen(name, byValue, dice), Has("Bear", "Short QQQ"), leveraged), Has("Dividend") ? 0.034 : 0.004 + (0.014 * dice.Uniform())),
        };
    }

    /// <summary>The companies a fund of US shares holds, by value. A name without a meaning here takes a third of them, always the same.</summary>
    private static IReadOnlyList<Company> Chosen(string name, IReadOnlyList<Company> byValue, Dice dice)
    {
        bool Has(params string[] parts) => parts.Any(p => name.Contains(p, StringComparison.OrdinalIgnoreCase));
        List<Company> Of(Func<Company, bool> which) => [.. byValue.Where(which)];
        var own = dice.Next();
        return name switch
        {
            _ when Has("Semiconductor") => Of(c => c.Listing.GicsSubIndustry.StartsWith("Semiconductor", StringComparison.Ordinal)),
            _ when Has("Software", "Cloud", "Cyber", "Technology Sector", "Internet") => Of(c => c.Listing.GicsSubIndustry.Contains("Software", StringComparison.Ordinal)),
            _ when Has("Real Estate", "REIT") => Of(c => c.Listing.GicsSector == "Real Estate"),
            _ when Has("Technology Select") => Of(c => c.Listing.GicsSector == "Information Technology"),
            _ when Has("Genomic") => Of(c => c.Listing.GicsSubIndustry is "Biotechnology" or "Life Sciences Tools & Services"),
            _ when Has("Fintech") => Of(c => c.Listing.GicsSubIndustry is "Transaction & Payment Processing Services" or "Financial Exchanges & Data"),
            _ when Has("Clean", "Solar") => Of(c => c.Listing.GicsSubIndustry is "Electric Utilities" or "Semiconductors" || c.Listing.Symbol is "FSLR" or "ENPH" or "TSLA"),
            _ when Has("Robotics") => Of(c => c.Listing.GicsSubIndustry.StartsWith("Industrial Machinery", StringComparison.Ordinal) || c.Listing.Symbol is "NVDA" or "TSLA"),
            _ when Has("NASDAQ", "QQQ") => Of(c => c.Listing.GicsSector is "Information Technology" or "Communication Services" or "Consumer Discretionary"),
            _ when Has("Select Sector") => Of(c => name.StartsWith(c.Listing.GicsSector.TrimEnd('s'), StringComparison.Ordinal)),
            _ when Has("Growth") => Of(c => c.Listing.GicsSector is "Information Technology" or "Communication Services" or "Consumer Discretionary" or "Health Care"),
            _ when Has("Value", "Dividend", "Volatility", "Min Vol") => Of(c => c.Listing.GicsSector is not ("Information Technology" or "Communication Services")),
            _ when Has("Mid") => [.. byValue.Skip(byValue.Count / 2)],
            _ when Has("Small", "Russell 2000") => [.. byValue.Skip(byValue.Count * 4 / 5)],
            _ when Has("S&P 500", "Total Stock", "Total U.S.", "Broad", "Russell", "ESG", "S&P500") => byValue,
            _ => Of(c => Dice.Mix(own, Dice.Seed(c.Listing.Symbol)) % 3 == 0),
        };
    }

    /// <summary>By market value, the largest by name; an inverse fund owes them through swaps and holds cash.</summary>
    private static List<FundHolding> Shares(IReadOnlyList<Company> companies, bool inverse, bool leveraged)
    {
        var total = companies.Sum(c => c.Level * c.Shares);
        var held = companies.Take(LargestHoldings)
            .Select(c => new FundHolding(c.Listing.Symbol, c.Listing.Name.ToUpperInvariant(), Math.Round((leveraged ? 0.85 : 1 - Cash) * c.Level * c.Shares / total, 4)))
            .Where(h => h.Weight > 0).ToList();
        if (inverse)
            return [new FundHolding(null, "INDEX SWAPS", -3), new FundHolding(null, "US TREASURY BILLS", 1)];
        if (leveraged) held.Add(new FundHolding(null, "INDEX SWAPS", 2.15));
        held.Add(new FundHolding(null, "CASH", Cash));
        return held;
    }

    private static List<FundHolding> Bonds(string name)
    {
        var issuer = name.Contains("Corporate", StringComparison.Ordinal) ? "CORPORATE BOND" : name.Contains("Muni", StringComparison.Ordinal) ? "MUNICIPAL BOND"
            : name.Contains("TIPS", StringComparison.Ordinal) ? "US TREASURY INFLATION INDEXED NOTE" : "US TREASURY NOTE";
        return [.. Enumerable.Range(0, 12).Select(n => new FundHolding(null, $"{issuer} {2.25 + (n * 0.25):0.00}% {2028 + n}", Math.Round(0.1 - (n * 0.006), 4)))];
    }

    private static List<FundHolding> Foreign(bool emerging)
    {
        string[] names = emerging
            ? ["TAIWAN SEMICONDUCTOR MANUFACTURING", "TENCENT HOLDINGS", "SAMSUNG ELECTRONICS", "ALIBABA GROUP", "HDFC BANK", "RELIANCE INDUSTRIES", "SK HYNIX", "MEITUAN", "INFOSYS", "VALE"]
            : ["ASML HOLDING", "SAP", "NESTLE", "NOVARTIS", "ROCHE HOLDING", "ASTRAZENECA", "HSBC HOLDINGS", "SHELL", "TOYOTA MOTOR", "SIEMENS", "COMMONWEALTH BANK OF AUSTRALIA", "SONY GROUP"];
        return [.. names.Select((n, i) => new FundHolding(null, n, Math.Round((emerging ? 0.09 : 0.02) / (1 + (0.6 * i)), 4)))];
    }
}
