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
