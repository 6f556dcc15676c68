using System.Globalization;
using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.Companies;

/// <summary>An article about a company.</summary>
internal sealed record Story(long Id, Instant At, string Headline, string Summary, string Source, string Url, string Image);

/// <summary>
/// What is written about a company on a day in New York: a function of (seed, company, day). Much is written around its reports: before
/// them what is expected, after them what came, with the figures of <see cref="CompanyReports"/>. Publishers are invented, their addresses
/// reserved (example), so that no real one is quoted.
/// </summary>
internal sealed class CompanyStories(CompanyReports reports, Listings listings, SimulatorOptions options)
{
    private static readonly (string Name, string Host)[] Publishers =
    [
        ("Harbor Wire", "harborwire.example"),
        ("Street Ledger", "streetledger.example"),
        ("The Closing Bell", "closingbell.example"),
        ("Tape Daily", "tapedaily.example"),
        ("Ticker Post", "tickerpost.example"),
        ("Capital Courier", "capitalcourier.example"),
        ("Northern Business", "northernbusiness.example"),
    ];

    private static readonly string[] Everyday =
    [
        "{0} names new head of {2} operations",
        "Analysts turn more positive on {0} ({1})",
        "{0} stock: what the chart says this week",
        "{0} expands in Asia with new partnership",
        "Why {0} shares are moving today",
        "{0} to present at investor conference",
        "Is {1} a buy after its recent run?",
        "{0} raises dividend for another year",
        "Hedge funds add to positions in {0}",
        "{0} unveils cost savings plan",
        "Broker starts coverage of {0} with neutral rating",
        "{0} settles supplier dispute",
        "Options traders bet on bigger swings in {1}",
        "{0} announces $2 billion share repurchase",
        "Three {3} stocks in focus: {0} and two others",
        "Demand for {0} products looks steady",
        "{0} opens research centre",
        "Regulator clears {0} deal",
        "Insider sells shares of {0}",
        "How {0} uses artificial intelligence in {2}",
    ];

    private static readonly string[] Before =
    [
        "{0} earnings preview: what to expect from {4} results",
        "{0} is due to report: consensus sees EPS of {5}",
        "Ahead of {4} earnings, analysts trim estimates for {0}",
        "Can {0} beat {4} estimates again?",
        "{0} ({1}) guidance will matter more than the quarter",
        "Options imply a large move for {1} on its quarterly results",
        "{0} outlook: five questions before the report",
        "What Wall Street expects of {0} revenue this quarter",
    ];

    private static readonly string[] Came =
    [
        "{0} {6} {4} estimates with EPS of {7}, revenue of {8}",
        "{0} reports {4} results: earnings of {7} a share against {5} expected",
        "{1}: {4} profit {6} consensus",
        "{0} {4} earnings call: what management said about guidance",
    ];

    private static readonly string[] After =
    [
        "{0} shares react to quarterly results",
        "Analysts update price targets for {0} after earnings",
        "{0} guidance for the next quarter divides analysts",
        "Takeaways from {0} {4} results",
        "What {0} earnings say about {3}",
    ];

    private readonly ulong _seed = Dice.Mix(0x57041E5, (ulong)options.Seed);

    /// <summary>Articles a day of an ordinary trading day, by turnover: about one for most companies, six for the busiest.</summary>
    private readonly Dictionary<string, double> _rates = listings.Companies.ToDictionary(
        c => c.Symbol,
        c =>
            Math.Clamp(0.5 * Math.Log10((c.ReferenceClose ?? 60) * (c.ReferenceVolume ?? 1e6) / 1e7), 0.25, 1.0) is var size
            && listings.Levels.ContainsKey(c.Symbol)
                ? 2.5 + (3.5 * size)
                : 0.2 + size,
        StringComparer.Ordinal
    );

    /// <summary>Articles of a company that are out by <paramref name="now"/>, newest first. Empty for a company without stories.</summary>
    public IReadOnlyList<Story> Of(string symbol, LocalDate from, LocalDate to, Instant now)
    {
        if (!_rates.TryGetValue(symbol, out var rate) || !reports.BySymbol.TryGetValue(symbol, out var company))
            return [];
        var near = reports.Of(company, from.PlusDays(-7), to.PlusDays(16)).ToList();
        var stories = new List<Story>();
        for (var date = from; date <= to; date = date.PlusDays(1))
            stories.AddRange(OfDay(company, date, rate, near));
        return [.. stories.Where(s => s.At <= now).OrderByDescending(s => s.At).ThenBy(s => s.Id)];
    }

    private IEnumerable<Story> OfDay(ReportingCompany company, LocalDate date, double rate, List<QuarterReport> near)
    {
        var dice = new Dice(Dice.Mix(Dice.Mix(_seed, Dice.Seed(company.Symbol)), (ulong)(date.Year * 1000) + (ulong)date.DayOfYear));
        var report = near.FirstOrDefault(r => Period.DaysBetween(date, r.Date) is >= -5 and <= 14);
        var distance = report is null ? (int?)null : Period.DaysBetween(report.Date, date);
        var weekend = date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? 0.35 : 1;
        var crowd = distance switch
        {
            0 or 1 => 3.5,
            >= -3 and <= 3 => 1.8,
            >= -7 => 1.3,
            _ => 1,
        };
        var count = (int)Math.Floor((rate * weekend * crowd) + dice.Uniform());
        for (var n = 0; n < count; n++)
        {
            // Most is written from six in the morning to eight in the evening.
            var minute = (int)(((6 * 60) + (dice.Uniform() * 14 * 60)));
            var at =
                MarketCalendar.NewYork.AtLeniently(date + LocalTime.FromMinutesSinceMidnight(minute)).ToInstant()
                + Duration.FromSeconds((int)(dice.Uniform() * 60));
            var story = Tell(company, report, at, dice.Next());
            yield return story;
            // Agencies' texts appear again elsewhere, word for word.
            if (dice.Uniform() < 0.07)
                yield return Again(story, dice.Next());
        }
        if (Theme(company, date) is { } theme)
            yield return theme;
    }

    private static Story Tell(ReportingCompany company, QuarterReport? report, Instant at, ulong seed)
    {
        var dice = new Dice(seed);
        var aboutReport = report is not null && dice.Uniform() < (Math.Abs((at - report.At).TotalDays) < 1.5 ? 0.85 : 0.45);
        var texts =
            !aboutReport ? Everyday
            : at < report!.At ? Before
            : at < report.At + Duration.FromHours(6) ? Came
            : After;
        var headline = Fill(texts[(int)(dice.Uniform() * texts.Length)], company, report);
        var summary = aboutReport
            ? Fill(
                at < report!.At
                    ? "{0} reports its {4} figures soon. Analysts expect earnings of {5} a share."
                    : "{0} earned {7} a share in {4}; {5} had been expected. Revenue was {8}.",
                company,
                report
            )
            : Fill(
                "{0} ({1}) is a company of the sector {3}. Investors weigh the news against its valuation and its peers.",
                company,
                report
            );
        return Published(headline, summary, at, dice.Next());
    }

    /// <summary>
    /// Now and then a whole branch is written about in one article, which each of its companies' lists has under the same address.
    /// </summary>
    private Story? Theme(ReportingCompany company, LocalDate date)
    {
        var dice = new Dice(Dice.Mix(Dice.Mix(_seed, Dice.Seed(company.SubIndustry)), (ulong)(date.Year * 1000) + (ulong)date.DayOfYear));
        if (dice.Uniform() > 0.06)
            return null;
        var at = MarketCalendar.NewYork.AtLeniently(date + new LocalTime(10, 15)).ToInstant();
        return Published(
            $"{company.SubIndustry}: where the sector stands",
            $"A look at companies of the branch {company.SubIndustry} and what moves them.",
            at,
            dice.Next()
        );
    }

    private static Story Published(string headline, string summary, Instant at, ulong seed)
    {
        var (name, host) = Publishers[seed % (ulong)Publishers.Length];
        var id = (long)(seed >> 34);
        var day = at.InUtc().Date;
        var url = string.Create(
            CultureInfo.InvariantCulture,
            $"https://www.{host}/{day.Year}/{day.Month:00}/{day.Day:00}/{Slug(headline)}-{id}"
        );
        return new Story(id, at, headline, summary, name, url, seed % 4 == 0 ? "" : $"https://images.{host}/{id}.jpg");
    }

    private static Story Again(Story story, ulong seed) =>
        Published(story.Headline.ToUpperInvariant(), story.Summary, story.At + Duration.FromMinutes(35), seed);

    private static string Fill(string text, ReportingCompany company, QuarterReport? report)
    {
        var beats = report is { Estimate: { } expected } && report.Actual < expected ? "misses" : "beats";
        return string.Format(
            CultureInfo.InvariantCulture,
            text,
            company.Name,
            company.Symbol,
            company.SubIndustry.ToLowerInvariant(),
            company.Sector,
            report is null ? "" : $"Q{report.Quarter} {report.FiscalYear}",
            Dollars(report?.Estimate),
            beats,
            Dollars(report?.Actual),
            report is null ? "" : string.Create(CultureInfo.InvariantCulture, $"${report.Revenue / 1e9:0.00} billion")
        );
    }

    private static string Dollars(decimal? value) =>
        value is { } v ? string.Create(CultureInfo.InvariantCulture, $"{(v < 0 ? "-" : "")}${Math.Abs(v):0.00}") : "";

    private static string Slug(string headline) =>
        string.Join(
            '-',
            headline
                .ToLowerInvariant()
                .Split(headline.Where(c => !char.IsLetterOrDigit(c)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries)
                .Take(8)
        );
}
