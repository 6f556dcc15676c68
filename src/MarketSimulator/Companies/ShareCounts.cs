using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.Companies;

/// <summary>
/// Shares outstanding: the order of magnitude of the largest companies; elsewhere as many as make a market value of 10 to 250 billions at
/// the level of the price. They do not change.
/// </summary>
internal static class ShareCounts
{
    /// <summary>Millions.</summary>
    private static readonly Dictionary<string, double> Known = new()
    {
        ["AAPL"] = 14_840,
        ["MSFT"] = 7_433,
        ["NVDA"] = 24_300,
        ["AMZN"] = 10_660,
        ["GOOGL"] = 5_820,
        ["GOOG"] = 5_430,
        ["META"] = 2_512,
        ["TSLA"] = 3_325,
        ["AVGO"] = 4_720,
        ["BRK.B"] = 2_157,
        ["JPM"] = 2_720,
        ["LLY"] = 946,
        ["V"] = 1_930,
        ["UNH"] = 906,
        ["XOM"] = 4_260,
        ["MA"] = 904,
        ["COST"] = 444,
        ["NFLX"] = 425,
        ["WMT"] = 7_970,
        ["PG"] = 2_337,
        ["JNJ"] = 2_409,
        ["HD"] = 996,
        ["ABBV"] = 1_767,
        ["BAC"] = 7_300,
        ["ORCL"] = 2_850,
        ["AMD"] = 1_628,
        ["CRM"] = 952,
        ["KO"] = 4_303,
        ["CVX"] = 2_010,
        ["PLTR"] = 2_383,
        ["INTC"] = 4_770,
        ["CSCO"] = 3_950,
        ["DIS"] = 1_780,
        ["MU"] = 1_125,
        ["BA"] = 760,
        ["PFE"] = 5_686,
        ["T"] = 7_090,
        ["F"] = 3_985,
        ["WFC"] = 3_140,
        ["C"] = 1_790,
        ["GS"] = 303,
        ["MCD"] = 713,
        ["GE"] = 1_055,
        ["CAT"] = 468,
        ["IBM"] = 935,
    };

    /// <summary>Millions of shares.</summary>
    /// <param name="symbol">As the index writes it.</param>
    /// <param name="level">Price that the walk keeps coming back to, USD.</param>
    public static double Of(string symbol, double level) =>
        Known.TryGetValue(symbol, out var known)
            ? known
            : Math.Round(10_000 * Math.Pow(25, new Dice(Dice.Seed(symbol)).Uniform()) / level, 2);
}
