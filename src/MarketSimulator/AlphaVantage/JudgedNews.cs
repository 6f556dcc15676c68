using System.Collections.Concurrent;
using System.Globalization;
using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.AlphaVantage;

/// <summary>A topic of an article: the request's spelling, and how much of the article is about it.</summary>
internal readonly record struct JudgedTopic(string Key, double Relevance);

/// <summary>A ticker of an article: how much of it is about the ticker, and what it says of it.</summary>
internal readonly record struct JudgedTicker(string Ticker, double Relevance, double Score);

/// <summary>An article with a machine's judgement of it.</summary>
internal sealed record JudgedArticle(
    Instant At,
    string Title,
    string Summary,
    string Author,
    string Source,
    string Host,
    string Url,
    double Score,
    JudgedTopic[] Topics,
    JudgedTicker[] Tickers
)
{
    public bool IsAbout(string ticker) => Array.Exists(Tickers, t => t.Ticker == ticker);

    public bool HasTopic(string key) => Array.Exists(Topics, t => t.Key == key);
}

/// <summary>
/// News of a day (UTC) with their judgement: a function of (seed, day), made when first asked for. Every company, coin and the economy has
/// a mood that swings over weeks; an article's scores are that mood, what happened in it, and chance. Some hundred articles on a trading
/// day, a third of that on a weekend.
/// </summary>
internal sealed class JudgedNews(Listings listings, SimulatorOptions options)
{
    private const int ArticlesADay = 100;

    /// <summary>Companies that the press writes about most; every second article is about one of them.</summary>
    private static readonly string[] Watched =
    [
        "AAPL",
        "MSFT",
        "NVDA",
        "GOOGL",
        "AMZN",
        "TSLA",
        "META",
        "ORCL",
        "CRM",
        "INTC",
        "AMD",
        "QCOM",
        "ADBE",
        "IBM",
        "JPM",
        "BAC",
        "WFC",
        "C",
        "GS",
        "V",
        "MA",
        "COIN",
        "JNJ",
        "PFE",
        "UNH",
        "MRNA",
        "ABBV",
        "WMT",
        "TGT",
        "COST",
        "HD",
        "LOW",
        "DIS",
        "NFLX",
        "SBUX",
        "NKE",
        "MCD",
        "KO",
        "XOM",
        "CVX",
        "COP",
        "EOG",
        "SLB",
        "CAT",
        "GE",
        "F",
        "GM",
        "BA",
        "DE",
    ];

    private static readonly (string Name, string Ticker)[] Coins =
    [
        ("Bitcoin", "CRYPTO:BTC"),
        ("Ethereum", "CRYPTO:ETH"),
        ("XRP", "CRYPTO:XRP"),
        ("Solana", "CRYPTO:SOL"),
    ];

    /// <summary>Companies outside the index that live on coins.</summary>
    private static readonly (string Name, string Ticker)[] CoinCompanies =
    [
        ("MicroStrategy", "MSTR"),
        ("Riot Platforms", "RIOT"),
        ("MARA Holdings", "MARA"),
        ("Coinbase", "COIN"),
    ];

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

    private static readonly string[] Authors =
    [
        "Ana Kim",
        "Ben Ortiz",
        "Chloe Park",
        "Daniel Weiss",
        "Eun-ji Lee",
        "Frank Moreau",
        "Grace Obi",
        "Henry Sato",
        "Iris Novak",
    ];

    /// <summary>
    /// What happens to a company: a title with {0} for it and {1} for a second one, the topic it belongs to, and how good or bad it is.
    /// </summary>
    private static readonly (string Title, string? Topic, double Effect)[] Company =
    [
        ("{0} tops quarterly estimates and lifts its outlook", "earnings", 0.34),
        ("{0} misses quarterly estimates, shares slip", "earnings", -0.36),
        ("{0} results meet expectations", "earnings", 0.04),
        ("{0} to buy a rival of {1} in an all-cash deal", "mergers_and_acquisitions", 0.14),
        ("{0} walks away from merger talks with {1}", "mergers_and_acquisitions", -0.16),
        ("{0} prepares to list a unit on the stock exchange", "ipo", 0.16),
        ("Analysts raise price target of {0}", "financial_markets", 0.26),
        ("Broker downgrades {0} on valuation", "financial_markets", -0.24),
        ("{0} and {1} sign a long-term supply agreement", null, 0.22),
        ("{0} recalls a product after complaints", null, -0.32),
        ("Regulator opens an inquiry into {0}", null, -0.38),
        ("{0} unveils its next generation of products", null, 0.24),
        ("{0} cuts jobs to save costs", null, -0.1),
        ("{0} holds its annual meeting", null, 0.0),
        ("What investors should know about {0} and {1}", "financial_markets", 0.06),
        ("{0} opens a plant and plans to hire", null, 0.2),
        ("{0} faces higher costs than {1}", null, -0.14),
        ("{0} raises its dividend", "financial_markets", 0.24),
    ];

    private static readonly (string Title, double Effect)[] Coin =
    [
        ("{0} climbs as funds take in new money", 0.3),
        ("{0} slides after a wave of liquidations", -0.32),
        ("{0} trades sideways before the rate decision", 0.02),
        ("Miners sell {0} to cover costs", -0.14),
        ("Banks test payments on the {0} network", 0.22),
        ("Hackers drain a {0} bridge", -0.42),
    ];

    private static readonly (string Title, string Topic, double Effect)[] Economy =
    [
        ("Stocks edge higher as yields fall", "financial_markets", 0.2),
        ("Stocks retreat as investors take profits", "financial_markets", -0.2),
        ("Inflation slows more than expected", "economy_macro", 0.24),
        ("Hiring cools while wages rise", "economy_macro", -0.06),
        ("Central bank holds its rate and sees risks in balance", "economy_monetary", 0.05),
        ("Officials signal a rate cut", "economy_monetary", 0.22),
        ("Lawmakers argue over the budget as a deadline nears", "economy_fiscal", -0.18),
        ("Tax receipts beat the forecast", "economy_fiscal", 0.14),
        ("Home sales fall for a third month", "real_estate", -0.22),
        ("Freight rates climb as ports clear backlogs", "energy_transportation", 0.1),
    ];

    private readonly ulong _seed = Dice.Mix(0x5E27, (ulong)options.Seed);
    private readonly CompanyListing[] _companies = [.. listings.Companies];
    private readonly Dictionary<string, CompanyListing> _bySymbol = listings.Companies.ToDictionary(c => c.Symbol, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<LocalDate, JudgedArticle[]> _days = [];

    /// <summary>Articles of a day, ascending by time.</summary>
    public IReadOnlyList<JudgedArticle> OfDay(LocalDate day) => _days.GetOrAdd(day, Make);

    private JudgedArticle[] Make(LocalDate day)
    {
        var number = (ulong)(Period.DaysBetween(new LocalDate(2000, 1, 1), day) + 10_000);
        var dice = new Dice(Dice.Mix(_seed, number));
        var weekend = day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
        var count = (int)(ArticlesADay * (weekend ? 0.35 : 1) * (0.9 + (0.2 * dice.Uniform())));
        var articles = new JudgedArticle[count];
        for (var i = 0; i < count; i++)
            articles[i] = Tell(day, number, new Dice(Dice.Mix(Dice.Mix(_seed, number), (ulong)i + 1)));
        Array.Sort(articles, static (a, b) => a.At != b.At ? a.At.CompareTo(b.At) : string.CompareOrdinal(a.Url, b.Url));
        return articles;
    }

    private JudgedArticle Tell(LocalDate day, ulong number, Dice dice)
    {
        // New York writes from six in the morning to nine in the evening; a few articles come at any hour.
        var second = dice.Uniform() < 0.85 ? (11 * 3600) + (dice.Uniform() * 13 * 3600) : dice.Uniform() * 86_400;
        var at = day.AtMidnight().InUtc().ToInstant() + Duration.FromSeconds((int)second);
        return dice.Uniform() switch
        {
            < 0.78 => AboutCompany(at, number, ref dice),
            < 0.90 => AboutCoin(at, number, ref dice),
            _ => AboutEconomy(at, number, ref dice),
        };
    }

    private JudgedArticle AboutCompany(Instant at, ulong number, ref Dice dice)
    {
        var (first, second) = (Pick(ref dice), Pick(ref dice));
        var (title, topic, effect) = Company[(int)(dice.Uniform() * Company.Length)];
        var score = Score(first.Symbol, number, effect, ref dice);
        List<JudgedTicker> tickers = [new(first.Symbol, 0.55 + (0.44 * dice.Uniform()), score)];
        var shared = title.Contains("{1}", StringComparison.Ordinal) && second.Symbol != first.Symbol;
        if (shared)
            tickers.Add(new(second.Symbol, 0.1 + (0.4 * dice.Uniform()), Score(second.Symbol, number, -effect / 3, ref dice)));
        // Articles name others in passing, with a judgement of their own.
        while (dice.Uniform() < 0.45 && Pick(ref dice) is var other && tickers.TrueForAll(t => t.Ticker != other.Symbol))
            tickers.Add(new(other.Symbol, 0.03 + (0.15 * dice.Uniform()), Score(other.Symbol, number, 0, ref dice)));
        List<JudgedTopic> topics = [new(TopicOf(first.GicsSector), 0.5 + (0.5 * dice.Uniform()))];
        if (topic is not null && topic != topics[0].Key)
            topics.Add(new(topic, 0.4 + (0.6 * dice.Uniform())));
        if (shared && TopicOf(second.GicsSector) is var another && topics.TrueForAll(t => t.Key != another))
            topics.Add(new(another, 0.25));
        return Publish(
            at,
            string.Format(CultureInfo.InvariantCulture, title, first.Name, shared ? second.Name : "its peers"),
            $"{first.Name}, a company of the branch {first.GicsSubIndustry}, is in the news: investors weigh what it means for "
                + "the months ahead.",
            (score * 0.85) + (0.03 * dice.Normal()),
            [.. topics],
            [.. tickers],
            ref dice
        );
    }

    private JudgedArticle AboutCoin(Instant at, ulong number, ref Dice dice)
    {
        var coin = Coins[(int)(dice.Uniform() * dice.Uniform() * Coins.Length)];
        var (title, effect) = Coin[(int)(dice.Uniform() * Coin.Length)];
        var score = Score(coin.Ticker, number, effect, ref dice);
        List<JudgedTicker> tickers = [new(coin.Ticker, 0.6 + (0.39 * dice.Uniform()), score)];
        if (dice.Uniform() < 0.6)
        {
            var company = CoinCompanies[(int)(dice.Uniform() * CoinCompanies.Length)];
            tickers.Add(new(company.Ticker, 0.1 + (0.5 * dice.Uniform()), Score(company.Ticker, number, effect * 0.8, ref dice)));
        }
        JudgedTopic[] topics =
            dice.Uniform() < 0.5 ? [new("blockchain", 1), new("finance", 0.3)] : [new("blockchain", 0.9), new("financial_markets", 0.4)];
        return Publish(
            at,
            string.Format(CultureInfo.InvariantCulture, title, coin.Name),
            $"The market for {coin.Name} moves, and with it the companies that live on it.",
            score * 0.9,
            topics,
            [.. tickers],
            ref dice
        );
    }

    private JudgedArticle AboutEconomy(Instant at, ulong number, ref Dice dice)
    {
        var (title, topic, effect) = Economy[(int)(dice.Uniform() * Economy.Length)];
        var score = Score(topic, number, effect, ref dice);
        JudgedTopic[] topics = topic == "financial_markets" ? [new(topic, 1)] : [new(topic, 0.9), new("financial_markets", 0.3)];
        JudgedTicker[] tickers = dice.Uniform() < 0.3 ? [new("FOREX:USD", 0.1 + (0.2 * dice.Uniform()), score * 0.5)] : [];
        return Publish(at, title, "What the figures say, and what economists make of them.", score, topics, tickers, ref dice);
    }

    private static JudgedArticle Publish(
        Instant at,
        string title,
        string summary,
        double score,
        JudgedTopic[] topics,
        JudgedTicker[] tickers,
        ref Dice dice
    )
    {
        var (source, host) = Publishers[(int)(dice.Uniform() * Publishers.Length)];
        var id = dice.Next() >> 36;
        var date = at.InUtc().Date;
        var url = string.Create(
            CultureInfo.InvariantCulture,
            $"https://www.{host}/news/{date.Year % 100:00}/{date.Month:00}/{id}/{Slug(title)}"
        );
        // As in the real feed, a few articles come without a summary.
        return new JudgedArticle(
            at,
            title,
            dice.Uniform() < 0.004 ? "" : summary,
            Authors[(int)(dice.Uniform() * Authors.Length)],
            source,
            host,
            url,
            Math.Clamp(score, -1, 1),
            topics,
            tickers
        );
    }

    private CompanyListing Pick(ref Dice dice)
    {
        var watched = dice.Uniform() < 0.55;
        var place = dice.Uniform();
        return watched && _bySymbol.TryGetValue(Watched[(int)(place * Watched.Length)], out var company)
            ? company
            : _companies[(int)(place * _companies.Length)];
    }

    /// <summary>The subject's mood, which swings over some weeks, what happened, and chance.</summary>
    private double Score(string subject, ulong number, double effect, ref Dice dice)
    {
        var own = new Dice(Dice.Mix(_seed, Dice.Seed(subject)));
        var (level, phase, days) = (0.06 + (0.09 * own.Normal()), own.Uniform() * Math.Tau, 18 + (30 * own.Uniform()));
        var mood = level + (0.12 * Math.Sin(phase + (number * Math.Tau / days)));
        return Math.Clamp(mood + effect + (0.08 * dice.Normal()), -0.95, 0.95);
    }

    private static string TopicOf(string sector) =>
        sector switch
        {
            "Information Technology" or "Communication Services" => "technology",
            "Financials" => "finance",
            "Health Care" => "life_sciences",
            "Energy" or "Utilities" => "energy_transportation",
            "Real Estate" => "real_estate",
            "Industrials" or "Materials" => "manufacturing",
            _ => "retail_wholesale",
        };

    private static string Slug(string title) =>
        string.Join(
            '-',
            title
                .ToLowerInvariant()
                .Split([.. title.Where(c => !char.IsAsciiLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries)
                .Take(9)
        );
}
