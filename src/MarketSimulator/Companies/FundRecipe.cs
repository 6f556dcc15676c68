using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.Companies;

/// <summary>A company with what it is worth at its price level.</summary>
/// <param name="Level">USD.</param>
/// <param name="Shares">Millions, of this class.</param>
internal sealed record ValuedCompany(CompanyListing Listing, double Level, double Shares)
{
    /// <summary>Millions of USD.</summary>
    public double Value => Level * Shares;
}

/// <summary>What a fund holds, in the large.</summary>
internal enum FundAssets
{
    Shares,
    Bonds,
    Gold,
    Silver,
    Oil,
    Commodities,
    Developed,
    Emerging,
    Foreign,
}

/// <summary>What a fund holds and what it makes of it. Its name decides.</summary>
/// <param name="Companies">Of shares, the largest first; of high-yield bonds the market that they move with.</param>
/// <param name="Multiple">Of the holdings' daily move: 1, 3, -3.</param>
/// <param name="Duration">Years, of bonds.</param>
/// <param name="Series">Yield that bonds follow: 2year, 10year, 30year.</param>
internal sealed record FundRecipe(
    FundAssets Assets,
    IReadOnlyList<ValuedCompany> Companies,
    double Multiple = 1,
    double Duration = 0,
    string Series = ""
)
{
    /// <param name="fund">The fund.</param>
    /// <param name="byValue">All companies, the largest first.</param>
    public static FundRecipe Of(FundListing fund, IReadOnlyList<ValuedCompany> byValue)
    {
        var name = fund.Name;
        bool Has(params ReadOnlySpan<string> parts)
        {
            foreach (var part in parts)
                if (name.Contains(part, StringComparison.OrdinalIgnoreCase))
                    return true;
            return false;
        }
        if (Has("Bond", "Aggregate"))
        {
            var (series, duration) = name switch
            {
                _ when Has("20+ Year") => ("30year", 16.5),
                _ when Has("7-10 Year") => ("10year", 7.4),
                _ when Has("1-3 Year") => ("2year", 1.9),
                _ when Has("Short-Term") => ("2year", 2.7),
                _ when Has("High Yield") => ("10year", 3.2),
                _ when Has("Investment Grade") => ("10year", 8.3),
                _ when Has("Muni") => ("10year", 4.6),
                _ => ("10year", 6.1),
            };
            return new(FundAssets.Bonds, Has("High Yield") ? byValue : [], 1, duration, series);
        }
        var assets = name switch
        {
            _ when Has("Gold") => FundAssets.Gold,
            _ when Has("Silver") => FundAssets.Silver,
            _ when Has("Oil") => FundAssets.Oil,
            _ when Has("Commodity") => FundAssets.Commodities,
            _ when Has("Emerging") => FundAssets.Emerging,
            _ when Has("Total International", "ESG International") => FundAssets.Foreign,
            _ when Has("Developed", "EAFE", "International") => FundAssets.Developed,
            _ => FundAssets.Shares,
        };
        var multiple =
            Has("UltraPro Short", "Bear 3X") ? -3
            : Has("UltraPro", "Bull 3X") ? 3
            : 1;
        return new(assets, assets == FundAssets.Shares ? Chosen(fund, byValue) : [], multiple);
    }

    /// <summary>The companies a fund of US shares holds. A name without a meaning here takes a third of them, always the same.</summary>
    private static IReadOnlyList<ValuedCompany> Chosen(FundListing fund, IReadOnlyList<ValuedCompany> byValue)
    {
        var name = fund.Name;
        bool Has(params string[] parts) => parts.Any(p => name.Contains(p, StringComparison.OrdinalIgnoreCase));
        List<ValuedCompany> Of(Func<CompanyListing, bool> which) => [.. byValue.Where(c => which(c.Listing))];
        var own = new Dice(Dice.Seed(fund.Symbol) ^ 0xF0D).Next();
        return name switch
        {
            _ when Has("Semiconductor") => Of(c => c.GicsSubIndustry.StartsWith("Semiconductor", StringComparison.Ordinal)),
            _ when Has("Software", "Cloud", "Cyber", "Technology Sector", "Internet") => Of(c =>
                c.GicsSubIndustry.Contains("Software", StringComparison.Ordinal)
            ),
            _ when Has("Real Estate", "REIT") => Of(c => c.GicsSector == "Real Estate"),
            _ when Has("Technology Select") => Of(c => c.GicsSector == "Information Technology"),
            _ when Has("Genomic") => Of(c => c.GicsSubIndustry is "Biotechnology" or "Life Sciences Tools & Services"),
            _ when Has("Fintech") => Of(c =>
                c.GicsSubIndustry is "Transaction & Payment Processing Services" or "Financial Exchanges & Data"
            ),
            _ when Has("Clean", "Solar") => Of(c =>
                c.GicsSubIndustry is "Electric Utilities" or "Semiconductors" || c.Symbol is "FSLR" or "ENPH" or "TSLA"
            ),
            _ when Has("Robotics") => Of(c =>
                c.GicsSubIndustry.StartsWith("Industrial Machinery", StringComparison.Ordinal) || c.Symbol is "NVDA" or "TSLA"
            ),
            _ when Has("NASDAQ", "QQQ") => Of(c =>
                c.GicsSector is "Information Technology" or "Communication Services" or "Consumer Discretionary"
            ),
            _ when Has("Select Sector") => Of(c => name.StartsWith(c.GicsSector.TrimEnd('s'), StringComparison.Ordinal)),
            _ when Has("Growth") => Of(c =>
                c.GicsSector is "Information Technology" or "Communication Services" or "Consumer Discretionary" or "Health Care"
            ),
            _ when Has("Value", "Dividend", "Volatility", "Min Vol") => Of(c =>
                c.GicsSector is not ("Information Technology" or "Communication Services")
            ),
            _ when Has("Mid") => [.. byValue.Skip(byValue.Count / 2)],
            _ when Has("Small", "Russell 2000") => [.. byValue.Skip(byValue.Count * 4 / 5)],
            _ when Has("S&P 500", "Total Stock", "Total U.S.", "Broad", "Russell", "ESG", "S&P500") => byValue,
            _ => Of(c => Dice.Mix(own, Dice.Seed(c.Symbol)) % 3 == 0),
        };
    }
}
