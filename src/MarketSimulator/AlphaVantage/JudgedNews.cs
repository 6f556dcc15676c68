using System.Collections.Concurrent;
using System.Globalization;
using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.AlphaVantage;

/// <summary>
/// News of a day (UTC) with their judgement: a function of (seed, day), made when first asked for. Every company, coin and the economy has
/// a mood that swings over weeks; an article's scores are that mood, what happened in it, and chance. Some hundred articles on a trading
/// day, a third of that on a weekend.
/// </summary>
internal sealed class JudgedNews(Listings listings, SimulatorOptions options)
{
    private const int ArticlesADay = 100;

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
        var (title, topic, effect) = JudgedPhrases.Company[(int)(dice.Uniform() * JudgedPhrases.Company.Length)];
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
        var coin = JudgedPhrases.Coins[(int)(dice.Uniform() * dice.Uniform() * JudgedPhrases.Coins.Length)];
        var (title, effect) = JudgedPhrases.Coin[(int)(dice.Uniform() * JudgedPhrases.Coin.Length)];
        var score = Score(coin.Ticker, number, effect, ref dice);
        List<JudgedTicker> tickers = [new(coin.Ticker, 0.6 + (0.39 * dice.Uniform()), score)];
        if (dice.Uniform() < 0.6)
        {
            var company = JudgedPhrases.CoinCompanies[(int)(dice.Uniform() * JudgedPhrases.CoinCompanies.Length)];
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
        var (title, topic, effect) = JudgedPhrases.Economy[(int)(dice.Uniform() * JudgedPhrases.Economy.Length)];
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
        var (source, host) = JudgedPhrases.Publishers[(int)(dice.Uniform() * JudgedPhrases.Publishers.Length)];
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
            JudgedPhrases.Authors[(int)(dice.Uniform() * JudgedPhrases.Authors.Length)],
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
        return watched && _bySymbol.TryGetValue(JudgedPhrases.Watched[(int)(place * JudgedPhrases.Watched.Length)], out var company)
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
