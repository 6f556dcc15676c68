using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.Companies;

/// <summary>
/// Who reports when, and what: a function of (seed, company, quarter), so that calendars, results, news and balance sheets tell of the same
/// days and figures.
/// </summary>
internal sealed class CompanyReports
{
    private const int SmallCompanies = 140;

    /// <summary>Part of the companies below a market value (millions of USD) that make a loss.</summary>
    private const double LossShare = 0.09,
        LargestLoser = 100_000;

    /// <summary>Last month of the fiscal year where it is not December.</summary>
    private static readonly Dictionary<string, int> YearEnds = new()
    {
        ["AAPL"] = 9,
        ["MSFT"] = 6,
        ["NVDA"] = 1,
        ["AVGO"] = 10,
        ["ORCL"] = 5,
        ["CRM"] = 1,
        ["ADBE"] = 11,
        ["CSCO"] = 7,
        ["WMT"] = 1,
        ["COST"] = 8,
        ["HD"] = 1,
        ["LOW"] = 1,
        ["TGT"] = 1,
        ["NKE"] = 5,
        ["DIS"] = 9,
        ["SBUX"] = 9,
        ["V"] = 9,
        ["ACN"] = 8,
        ["MU"] = 8,
        ["QCOM"] = 9,
        ["AMAT"] = 10,
        ["ADI"] = 10,
        ["DE"] = 10,
        ["PG"] = 6,
        ["MDT"] = 4,
        ["FDX"] = 5,
        ["GIS"] = 5,
        ["INTU"] = 7,
        ["PANW"] = 7,
        ["CRWD"] = 1,
        ["WDAY"] = 1,
        ["DELL"] = 1,
        ["HPQ"] = 10,
        ["HPE"] = 10,
        ["TJX"] = 1,
        ["ROST"] = 1,
        ["BBY"] = 1,
        ["DG"] = 1,
        ["DLTR"] = 1,
        ["KR"] = 1,
        ["TSN"] = 9,
        ["HRL"] = 10,
        ["CPB"] = 7,
        ["CAG"] = 5,
        ["STZ"] = 2,
        ["EL"] = 6,
        ["CLX"] = 6,
        ["SYY"] = 6,
        ["EMR"] = 9,
        ["ROK"] = 9,
        ["PH"] = 6,
        ["BDX"] = 9,
        ["MCK"] = 3,
        ["CAH"] = 6,
        ["DHI"] = 9,
        ["LEN"] = 11,
        ["CCL"] = 11,
        ["PAYX"] = 5,
        ["ADP"] = 6,
    };

    private static readonly string[] Places =
    [
        "Harbor",
        "Juniper",
        "Granite",
        "Lakeside",
        "Meridian",
        "Northgate",
        "Orchard",
        "Prairie",
        "Redwood",
        "Summit",
        "Tidewater",
        "Willow",
    ];
    private static readonly (string Kind, string Sector)[] Kinds =
    [
        ("Bancorp", "Financials"),
        ("Biotherapeutics", "Health Care"),
        ("Robotics", "Industrials"),
        ("Outfitters", "Consumer Discretionary"),
        ("Networks", "Information Technology"),
        ("Minerals", "Materials"),
        ("Midstream", "Energy"),
        ("Realty", "Real Estate"),
        ("Foods", "Consumer Staples"),
        ("Water", "Utilities"),
        ("Studios", "Communication Services"),
        ("Devices", "Health Care"),
    ];

    private readonly ulong _seed;
    private readonly MarketCalendar _calendar;

    public CompanyReports(Listings listings, WalkCatalog walks, MarketCalendar calendar, SimulatorOptions options)
    {
        (_seed, _calendar) = (Dice.Mix(0xEA41, (ulong)options.Seed), calendar);
        var taken = listings.Companies.Select(c => c.Symbol).Concat(listings.Funds.Select(f => f.Symbol)).ToHashSet(StringComparer.Ordinal);
        var shares = listings
            .Companies.GroupBy(c => listings.IssuerOf(c.Symbol))
            .ToDictionary(g => g.Key, g => g.Sum(c => ShareCounts.Of(c.Symbol, Level(walks, c.Symbol))));
        Companies =
        [
            .. listings.Companies.Select(c => Listed(c, listings.IssuerOf(c.Symbol), walks, shares[listings.IssuerOf(c.Symbol)])),
            .. Enumerable.Range(0, SmallCompanies).Select(n => Small(n, taken)),
        ];
        BySymbol = Companies.ToDictionary(c => c.Symbol, StringComparer.Ordinal);
    }

    public IReadOnlyList<ReportingCompany> Companies { get; }

    public IReadOnlyDictionary<string, ReportingCompany> BySymbol { get; }

    /// <summary>Reports of all companies with from &lt;= date &lt;= to, by date, then symbol.</summary>
    public IEnumerable<QuarterReport> Between(LocalDate from, LocalDate to) =>
        Companies.SelectMany(c => Of(c, from, to)).OrderBy(r => r.Date).ThenBy(r => r.Company.Symbol, StringComparer.Ordinal);

    /// <summary>Reports of one company with from &lt;= date &lt;= to, ascending.</summary>
    public IEnumerable<QuarterReport> Of(ReportingCompany company, LocalDate from, LocalDate to)
    {
        // A quarter is reported within a hundred days of its end.
        var end = from.PlusDays(-100).With(DateAdjusters.EndOfMonth);
        while (end.Month % 3 != company.YearEnd % 3)
            end = end.PlusMonths(1).With(DateAdjusters.EndOfMonth);
        for (; end < to; end = end.PlusMonths(3).With(DateAdjusters.EndOfMonth))
        {
            var report = Report(company, end);
            if (report.Date >= from && report.Date <= to)
                yield return report;
        }
    }

    private QuarterReport Report(ReportingCompany company, LocalDate end)
    {
        var dice = new Dice(Dice.Mix(Dice.Mix(_seed, Dice.Seed(company.Issuer)), (ulong)((end.Year * 12) + end.Month)));
        var quarter = end.Month == company.YearEnd ? 4 : (end.Month - company.YearEnd + 12) % 12 / 3;
        var year = end.Year + (end.Month > company.YearEnd ? 1 : 0);
        // The year's last quarter is audited and takes longer; otherwise a company keeps its habit within a few days.
        var date = end.PlusDays(company.Lag + (quarter == 4 ? 6 : 0) + (int)(dice.Uniform() * 4));
        while (_calendar.SessionOn(date) is null)
            date = date.PlusDays(1);
        var time = company.Hour switch
        {
            ReportHour.BeforeOpen => new LocalTime(9, 20),
            ReportHour.AfterClose => new LocalTime(16, 10),
            _ => new LocalTime(12, 0),
        };

        var growth = Math.Exp(0.018 * (((end.Year - 2024) * 4) + (end.Month / 3.0)));
        var estimate = company.Eps * growth * (1 + (0.08 * dice.Normal()));
        var actual = estimate + (Math.Abs(estimate) * (0.03 + (0.06 * dice.Normal())));
        var expected = company.RevenueMillions * growth * (1 + (0.03 * dice.Normal()));
        var revenue = expected * (1 + 0.006 + (0.015 * dice.Normal()));
        var followed = company.IsListed || dice.Uniform() < 0.6;
        return new QuarterReport(
            company,
            end,
            year,
            quarter,
            date,
            MarketCalendar.NewYork.AtStrictly(date + time).ToInstant(),
            followed ? Math.Round((decimal)estimate, 4) : null,
            Math.Round((decimal)actual, 2),
            (long)(expected * 1e6),
            (long)(revenue * 1e6)
        );
    }

    private static double Level(WalkCatalog walks, string symbol) => walks.Equities[symbol].Spec.Level;

    /// <param name="shares">Millions, of all classes together.</param>
    private ReportingCompany Listed(CompanyListing listing, string issuer, WalkCatalog walks, double shares)
    {
        var dice = new Dice(Dice.Mix(_seed, Dice.Seed(issuer)));
        var level = Level(walks, issuer);
        var lag = listing.GicsSector == "Financials" ? 13 + (int)(dice.Uniform() * 12) : 20 + (int)(dice.Uniform() * 19);
        // A yearly profit of a fifteenth to a thirty-fifth of the price, from the revenue that this kind of business needs for it.
        var eps = level / (15 + (20 * dice.Uniform())) / 4;
        var revenue = eps * shares / (Business.Of(listing).Margin * Math.Exp(0.8 * (dice.Uniform() - 0.5)));
        var hour = HourOf(dice.Uniform());
        // About one in sixteen of the index works at a loss, none of the giants.
        if (dice.Uniform() < LossShare && level * shares < LargestLoser)
            eps = -level * (0.004 + (0.03 * dice.Uniform())) / 4;
        return new ReportingCompany(
            listing.Symbol,
            issuer,
            listing.Name,
            listing.GicsSector,
            listing.GicsSubIndustry,
            IsListed: true,
            "USD",
            eps,
            revenue,
            YearEnds.GetValueOrDefault(issuer, 12),
            lag,
            hour
        );
    }

    private ReportingCompany Small(int number, HashSet<string> taken)
    {
        var dice = new Dice(Dice.Mix(_seed ^ 0x5A11, (ulong)number));
        var (kind, sector) = Kinds[number % Kinds.Length];
        var place = Places[number / Kinds.Length % Places.Length];
        var symbol = $"{place[0]}{kind[0]}{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}".ToUpperInvariant();
        while (!taken.Add(symbol))
            symbol += "X";
        var currency = dice.Uniform() switch
        {
            < 0.82 => "USD",
            < 0.92 => "CAD",
            < 0.97 => "EUR",
            _ => "GBP",
        };
        return new ReportingCompany(
            symbol,
            symbol,
            $"{place} {kind} Inc",
            sector,
            kind,
            IsListed: false,
            currency,
            -0.4 + (1.1 * dice.Uniform()),
            20 + (300 * dice.Uniform()),
            dice.Uniform() < 0.8 ? 12 : 6,
            25 + (int)(dice.Uniform() * 40),
            HourOf(dice.Uniform())
        );
    }

    private static ReportHour HourOf(double roll) =>
        roll switch
        {
            < 0.50 => ReportHour.BeforeOpen,
            < 0.93 => ReportHour.AfterClose,
            _ => ReportHour.Unknown,
        };
}
