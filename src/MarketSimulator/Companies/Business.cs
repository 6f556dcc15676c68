using InvestmentAssistant.MarketSimulator.Reference;

namespace InvestmentAssistant.MarketSimulator.Companies;

/// <summary>
/// How the books of a kind of company usually look. Shares of one: assets of market value, liabilities of assets, current assets of assets,
/// inventory of current assets, cash of what remains.
/// </summary>
/// <param name="HasCurrentItems">Banks, insurers and landlords do not tell current from other items.</param>
/// <param name="CurrentRatio">Current assets / current liabilities.</param>
/// <param name="HasInventory">Companies that sell no goods report none.</param>
/// <param name="PriceToEarnings">Where earnings are positive.</param>
/// <param name="Margin">Net income of revenue.</param>
/// <param name="Yield">Dividends of the price, where any are paid.</param>
internal sealed record Business(
    double Assets,
    double Liabilities,
    bool HasCurrentItems,
    double CurrentAssets,
    double CurrentRatio,
    double Cash,
    bool HasInventory,
    double Inventory,
    double PriceToEarnings,
    double Margin,
    double Yield
)
{
    private static readonly Business Bank = new(6.2, 0.905, false, 0, 0, 0.09, false, 0, 13, 0.24, 0.028);
    private static readonly Business Insurer = new(2.4, 0.82, false, 0, 0, 0.04, false, 0, 13.5, 0.09, 0.02);
    private static readonly Business Landlord = new(0.85, 0.57, false, 0, 0, 0.02, false, 0, 38, 0.22, 0.038);

    private static readonly Dictionary<string, Business> Sectors = new()
    {
        ["Communication Services"] = new(0.55, 0.58, true, 0.2, 1.05, 0.42, false, 0, 20, 0.15, 0.022),
        ["Consumer Discretionary"] = new(0.5, 0.64, true, 0.36, 1.3, 0.3, true, 0.38, 25, 0.08, 0.016),
        ["Consumer Staples"] = new(0.55, 0.62, true, 0.27, 0.95, 0.2, true, 0.42, 22, 0.085, 0.029),
        ["Energy"] = new(0.95, 0.48, true, 0.19, 1.25, 0.25, true, 0.25, 13, 0.1, 0.036),
        ["Financials"] = new(0.45, 0.6, true, 0.33, 1.25, 0.5, false, 0, 27, 0.3, 0.012),
        ["Health Care"] = new(0.5, 0.54, true, 0.34, 1.65, 0.28, true, 0.22, 23, 0.12, 0.015),
        ["Industrials"] = new(0.5, 0.6, true, 0.37, 1.35, 0.22, true, 0.3, 25, 0.11, 0.014),
        ["Information Technology"] = new(0.25, 0.5, true, 0.43, 1.9, 0.45, true, 0.14, 33, 0.22, 0.008),
        ["Materials"] = new(0.8, 0.53, true, 0.27, 1.7, 0.2, true, 0.38, 21, 0.09, 0.021),
        ["Real Estate"] = Landlord,
        ["Utilities"] = new(1.7, 0.7, true, 0.08, 0.8, 0.1, true, 0.22, 19, 0.13, 0.034),
    };

    private static readonly string[] Banks = ["Diversified Banks", "Regional Banks", "Consumer Finance", "Investment Banking & Brokerage"];

    /// <summary>By GICS sector, and by sub-industry where one is unlike its sector.</summary>
    public static Business Of(CompanyListing company)
    {
        var (sector, branch) = (company.GicsSector, company.GicsSubIndustry);
        if (Banks.Contains(branch))
            return Bank;
        if (
            sector == "Financials"
                && branch.Contains("nsurance", StringComparison.Ordinal)
                && !branch.Contains("Brokers", StringComparison.Ordinal)
            || branch is "Reinsurance" or "Multi-Sector Holdings"
        )
            return Insurer;
        var usual = Sectors.GetValueOrDefault(sector, Sectors["Industrials"]);
        if (branch is "Restaurants" or "Casinos & Gaming" || branch.StartsWith("Hotels", StringComparison.Ordinal))
            return usual with { Inventory = 0.05 };
        var soldAsService = branch.Contains("Software", StringComparison.Ordinal) || branch.Contains("Services", StringComparison.Ordinal);
        return soldAsService && sector is ("Information Technology" or "Industrials")
            ? usual with
            {
                HasInventory = false,
                Inventory = 0,
            }
            : usual;
    }
}
