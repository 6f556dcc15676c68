using InvestmentAssistant.Api.Features.NewsSentiment.Documents;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Ingestion;

/// <summary>One question to the provider: the news of a topic, or of a ticker.</summary>
/// <param name="Type">topic or ticker.</param>
/// <param name="Parameter">The provider's name of the parameter: topics, tickers.</param>
/// <param name="Value">technology, AAPL.</param>
public sealed record SentimentQuery(string Type, string Parameter, string Value)
{
    public static SentimentQuery Topic(string topic) => new("topic", "topics", topic);

    public static SentimentQuery Ticker(string ticker) => new("ticker", "tickers", ticker);

    /// <summary>topics=technology: key of its <see cref="SentimentProgress"/>.</summary>
    public string Params => $"{Parameter}={Value}";
}

/// <summary>
/// Each weekday looks at some topics and the companies that represent them. The old system also asked for each pair of ticker and topic,
/// and for each topic by relevance: with all that is new since the last time asked for, those are in the answers for the ticker and for the
/// topic already (docs/decisions/0121).
/// </summary>
public static class DailyThemes
{
    private static readonly Dictionary<IsoDayOfWeek, (string Topics, string Tickers)> s_themes = new()
    {
        [IsoDayOfWeek.Monday] = ("energy_transportation manufacturing", "XOM CVX COP EOG SLB TSLA CAT GE F BA"),
        [IsoDayOfWeek.Tuesday] = ("technology ipo", "AAPL MSFT NVDA GOOGL AMZN TSLA META ORCL CRM INTC AMD QCOM ADBE IBM COIN"),
        [IsoDayOfWeek.Wednesday] = ("blockchain finance", "JPM BAC WFC C GS V MA COIN MSTR RIOT MARA"),
        [IsoDayOfWeek.Thursday] = ("earnings life_sciences", "AAPL MSFT NVDA GOOGL AMZN TSLA JNJ PFE UNH MRNA ABBV JPM"),
        [IsoDayOfWeek.Friday] = ("retail_wholesale mergers_and_acquisitions", "WMT TGT COST HD LOW AMZN DIS NFLX SBUX NKE MCD KO"),
        [IsoDayOfWeek.Saturday] = ("real_estate economy_macro manufacturing energy_transportation", "HD LOW CAT DE BA GE F GM XOM CVX"),
        [IsoDayOfWeek.Sunday] = (
            "technology finance earnings ipo blockchain mergers_and_acquisitions retail_wholesale life_sciences",
            "AAPL MSFT NVDA GOOGL AMZN TSLA JPM V COIN META"
        ),
    };

    /// <summary>The queries of a day, topics first.</summary>
    public static IReadOnlyList<SentimentQuery> Of(IsoDayOfWeek day) =>
        [
            .. s_themes[day].Topics.Split(' ').Select(SentimentQuery.Topic),
            .. s_themes[day].Tickers.Split(' ').Select(SentimentQuery.Ticker),
        ];

    /// <summary>The queries of all days, each once.</summary>
    public static IReadOnlyList<SentimentQuery> All { get; } = [.. s_themes.Keys.SelectMany(Of).Distinct()];
}
