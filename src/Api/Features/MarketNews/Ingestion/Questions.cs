using InvestmentAssistant.Api.Features.MarketNews.NewsApi;

namespace InvestmentAssistant.Api.Features.MarketNews.Ingestion;

/// <summary>One call that the daily run makes.</summary>
/// <param name="Name">For the note and the log.</param>
/// <param name="Category">The headline category that its articles are of.</param>
/// <param name="Query">The word that its articles are found by.</param>
/// <param name="Since">What is older is left out: headlines of a quiet publisher may be weeks old.</param>
/// <param name="Ask">Makes the call.</param>
internal sealed record Question(
    string Name,
    string? Category,
    string? Query,
    Instant? Since,
    Func<NewsApiClient, CancellationToken, Task<NewsApiPage>> Ask
);

/// <summary>Requests to the provider: 31 calls a day of the 100 that a free key has.</summary>
internal static class Questions
{
    /// <summary>Politics is no category of the provider; it is among the words below.</summary>
    private static readonly string[] s_categories = ["business", "technology", "general"];

    private static readonly string[] s_words =
    [
        "economy",
        "business",
        "technology",
        "IPO",
        "inflation",
        "tariff",
        "\"trade war\"",
        "sanctions",
        "war",
        "politics",
        "election",
        "\"government policy\"",
        "congress",
        "diplomatic",
        "nuclear",
        "military",
    ];

    /// <summary>The provider has no code for Korean, so these are asked of all languages.</summary>
    private static readonly string[] s_koreanWords = ["경제", "금리", "환율", "코스피", "반도체", "부동산"];

    /// <summary>Ids of publishers; those that the plan lacks are refused one by one, so each is a call of its own.</summary>
    private static readonly string[] s_publishers =
    [
        "bloomberg",
        "reuters",
        "cnbc",
        "the-wall-street-journal",
        "business-insider",
        "financial-times",
    ];

    /// <summary>The words of the past, one question a language instead of one a word: a free key then fills its month in a day.</summary>
    public static IReadOnlyList<(string Words, string? Language)> OfThePast { get; } =
    [(string.Join(" OR ", s_words), "en"), (string.Join(" OR ", s_koreanWords), null)];

    /// <summary>
    /// The daily run in its stages. The free plan gives articles a day late, so that of yesterday it has only the first hours: searches
    /// span the day before as well, and no hour is ever missed.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<Question>> Daily(LocalDate today)
    {
        var (from, to) = (today.PlusDays(-2), today.PlusDays(-1));
        var since = from.AtMidnight().InUtc().ToInstant();
        return
        [
            [
                .. s_categories.Select(c => new Question($"headlines of {c}", c, null, since, (client, ct) =>
                    client.HeadlinesOfAsync(c, NewsApiClient.MostPerPage, ct)
                )),
            ],
            [.. s_words.Select(w => Search(w, "en", pageSize: 30))],
            [.. s_koreanWords.Select(w => Search(w, null, pageSize: 60))],
            [
                .. s_publishers.Select(p => new Question($"headlines by {p}", null, null, null, (client, ct) =>
                    client.HeadlinesByAsync([p], 20, ct)
                )),
            ],
        ];

        Question Search(string word, string? language, int pageSize) =>
            new($"stories on {word}", null, word.Trim('"'), null, (client, ct) =>
                client.EverythingAsync(word, from, to, language, "popularity", pageSize, 1, ct)
            );
    }
}
