using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.Companies;

/// <summary>A balance sheet, in millions of USD. Null is a line that this kind of company does not report.</summary>
internal sealed record SimulatedSheet(
    LocalDate Date,
    bool IsYearEnd,
    long Assets,
    long? CurrentAssets,
    long Cash,
    long ShortTermInvestments,
    long? Inventory,
    long? Receivables,
    long Property,
    long Intangibles,
    long Goodwill,
    long Liabilities,
    long? CurrentLiabilities,
    long? Payables,
    long ShortTermDebt,
    long LongTermDebt,
    long RetainedEarnings,
    long Treasury,
    long CommonStock
)
{
    public long Equity => Assets - Liabilities;
}

/// <summary>Earnings of twelve months, USD a share unless said otherwise.</summary>
/// <param name="Revenue">Millions of USD.</param>
/// <param name="NetIncome">Millions of USD.</param>
/// <param name="Dividend">0 where none is paid.</param>
internal sealed record SimulatedEarnings(double PerShare, double Revenue, double NetIncome, double Dividend);

/// <summary>
/// Made-up books of a real company: functions of (seed, symbol, quarter), so that a statement never changes once it is out. They are sized
/// by the level that the share price walks around, as the earnings of <see cref="CompanyReports"/> are, so that market value, book value
/// and earnings fit each other.
/// </summary>
/// <param name="issuer">Symbol of the class of shares that the books are made of; another than the listing's for a second class.</param>
/// <param name="walk">Of the issuer's shares.</param>
/// <param name="shares">Millions, of all classes together.</param>
internal sealed class Company(CompanyListing listing, string issuer, WalkSpec walk, double shares, CompanyReports reports, ulong seed)
{
    /// <summary>Months counted from year 0; the sizes of <see cref="Business"/> hold there.</summary>
    private const int AnchorMonth = (2026 * 12) + 2;

    /// <summary>Owe more than they own, because they bought back many shares.</summary>
    private static readonly HashSet<string> NegativeEquity =
    [
        "MCD",
        "SBUX",
        "LOW",
        "AZO",
        "ORLY",
        "BKNG",
        "PM",
        "YUM",
        "DPZ",
        "HLT",
        "MAR",
        "TDG",
        "VRSN",
        "OTIS",
        "FICO",
        "MSCI",
        "HPQ",
        "WYNN",
    ];

    private readonly Business _usual = Business.Of(listing);
    private readonly ulong _seed = Dice.Mix(seed ^ 0xB00C, Dice.Seed(issuer));

    public CompanyListing Listing => listing;

    public ReportingCompany Reporting { get; } = reports.BySymbol[listing.Symbol];

    /// <summary>Price that the walk keeps coming back to, USD.</summary>
    public double Level => walk.Level;

    /// <summary>How much of a day's return is the market's: what a beta is made of.</summary>
    public double MarketSensitivity => walk.Volatility * walk.Correlation;

    /// <summary>Millions, of all classes together.</summary>
    public double Shares => shares;

    /// <summary>The last quarters that have been reported, newest first: their sheets are out with them.</summary>
    public IReadOnlyList<QuarterReport> Reported(Instant now, int count)
    {
        var today = now.InUtc().Date;
        return [.. reports.Of(Reporting, today.PlusMonths(-3 * (count + 2)), today).Where(r => r.At <= now).Reverse().Take(count)];
    }

    public SimulatedSheet Sheet(LocalDate quarterEnd)
    {
        var quarters = ((quarterEnd.Year * 12) + quarterEnd.Month - 1 - AnchorMonth) / 3.0;
        var dice = new Dice(Dice.Mix(_seed, (ulong)((quarterEnd.Year * 12) + quarterEnd.Month)));
        // What differs from company to company stays; what a quarter adds is small.
        double Around(double usual, int place, double spread, double quarterly) =>
            usual * Math.Exp((spread * ((2 * Fixed(place)) - 1)) + (quarterly * dice.Normal()));

        var growth = -0.003 + (0.021 * Fixed(2));
        // The dearest companies own less for each dollar of their value.
        var value = Level * Shares;
        var assets = Millions(value * Math.Pow(value / 50_000, -0.2) * Around(_usual.Assets, 3, 0.5, 0.012) * Math.Exp(growth * quarters));
        var owed = NegativeEquity.Contains(listing.Symbol)
            ? 1.08 + (0.4 * Fixed(4))
            : Math.Min(0.95, Around(_usual.Liabilities, 4, 0.28, 0));
        var liabilities = Millions(assets * (owed + (0.02 * Math.Abs(1 - owed) * dice.Normal())));
        long? currentAssets = null,
            currentLiabilities = null,
            inventory = null,
            receivables = null,
            payables = null;
        var liquid = assets; // banks keep their cash among all else
        if (_usual.HasCurrentItems)
        {
            currentAssets = Millions(assets * Math.Min(0.85, Around(_usual.CurrentAssets, 5, 0.4, 0.03)));
            currentLiabilities = Math.Min(
                Millions(currentAssets.Value / Around(_usual.CurrentRatio, 6, 0.4, 0.03)),
                Millions(liabilities * 0.85)
            );
            payables = Millions(currentLiabilities.Value * 0.35 * Around(1, 9, 0.4, 0.03));
            inventory = _usual.HasInventory ? Millions(currentAssets.Value * Math.Min(0.6, Around(_usual.Inventory, 7, 0.5, 0.05))) : null;
            liquid = currentAssets.Value - (inventory ?? 0);
        }
        var cash = Millions(liquid * Math.Min(0.7, Around(_usual.Cash, 10, 0.6, 0.06)));
        if (_usual.HasCurrentItems)
            receivables = Millions((liquid - cash) * (0.4 + (0.3 * Fixed(8))));
        var shortTerm = Millions((liquid - cash - (receivables ?? 0)) * 0.6 * Fixed(15));
        var rest = assets - (currentAssets ?? cash);
        var property = Millions(rest * (0.25 + (0.3 * Fixed(11))));
        var intangibles = Millions(rest * (0.1 + (0.35 * Fixed(12))));
        var longDebt = Millions((liabilities - (currentLiabilities ?? liabilities * 0.8)) * (0.5 + (0.35 * Fixed(13))));
        var equity = assets - liabilities;
        var common = Millions(Math.Max(1, Math.Abs(equity) * 0.25));
        var treasury = Millions(Math.Max(0, assets * 0.3 * Fixed(14)));
        return new SimulatedSheet(
            quarterEnd,
            quarterEnd.Month == Reporting.YearEnd,
            assets,
            currentAssets,
            cash,
            shortTerm,
            inventory,
            receivables,
            property,
            intangibles,
            Millions(intangibles * 0.65),
            liabilities,
            currentLiabilities,
            payables,
            Millions(longDebt * 0.12),
            longDebt,
            equity - common + treasury,
            treasury,
            common
        );
    }

    /// <summary>What four quarters together earned; null while fewer are known.</summary>
    public SimulatedEarnings? Earnings(IReadOnlyList<QuarterReport> newestFirst)
    {
        if (newestFirst.Count < 4)
            return null;
        var year = newestFirst.Take(4).ToList();
        var perShare = (double)year.Sum(q => q.Actual);
        // No company pays out more than it earns for long.
        var dividend = Fixed(23) < 0.8 ? Math.Min(Level * _usual.Yield * (0.5 + Fixed(24)), 0.9 * perShare) : 0;
        return new SimulatedEarnings(perShare, year.Sum(q => q.Revenue / 1e6), perShare * Shares, Math.Max(0, Math.Round(dividend, 2)));
    }

    /// <summary>A trait of the company, 0 &lt;= x &lt; 1, the same in every quarter.</summary>
    public double Fixed(int place) => new Dice(Dice.Mix(_seed, 0xF00 + (ulong)place)).Uniform();

    private static long Millions(double amount) => (long)Math.Round(amount);
}
