using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.MarketSimulator.Live;
using InvestmentAssistant.MarketSimulator.News;
using NodaTime.Text;

namespace InvestmentAssistant.MarketSimulator.NewsApi;

/// <summary>
/// NewsAPI's two routes (documents: newsapi.org/docs). The limits of its plans are settings: results of a search, days back, calls. One
/// article in sixty is withdrawn, and stands in the list as such.
/// </summary>
internal sealed class NewsApiRest(NewsDesk desk, IClock clock, SimulatorOptions options)
{
    private static readonly string[] Categories = ["business", "entertainment", "general", "health", "science", "sports", "technology"];

    private int _calls;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/newsapi/v2/everything", http => Guarded(http, Everything));
        routes.MapGet("/newsapi/v2/top-headlines", http => Guarded(http, TopHeadlines));
    }

    private Task Guarded(HttpContext http, Func<HttpContext, Task> answer)
    {
        if (string.IsNullOrEmpty(http.Request.Headers["X-Api-Key"]) && string.IsNullOrEmpty(http.Request.Query["apiKey"]))
            return Refuse(
                http,
                401,
                "apiKeyMissing",
                "Your API key is missing. Append this to the URL with the apiKey param, or use the x-api-key HTTP header."
            );
        return options.NewsApiCalls > 0 && Interlocked.Increment(ref _calls) > options.NewsApiCalls ? RateLimited(http) : answer(http);
    }

    private Task Everything(HttpContext http)
    {
        var query = http.Request.Query;
        if (query["q"].ToString() is not { Length: > 0 } words)
            return Refuse(
                http,
                400,
                "parametersMissing",
                "Required parameters are missing, the scope of your search is too broad. Please set any of the following "
                    + "required parameters and try again: q, qInTitle, sources, domains."
            );
        if (words.Length > 500)
            return Refuse(http, 400, "queryTooLong", "The query you have entered is too long. The maximum length is 500 characters.");
        if (!TryPage(http, 100, out var size, out var page))
            return Refuse(http, 400, "parameterInvalid", "The pageSize or page parameter is invalid.");
        var now = clock.GetCurrentInstant();
        var oldest = now.InUtc().Date.PlusDays(-options.NewsDays);
        var (from, to) = (
            Bound(query["from"], isEnd: false) ?? oldest.AtMidnight().InUtc().ToInstant(),
            Bound(query["to"], isEnd: true) ?? now
        );
        if (from.InUtc().Date < oldest)
            return Refuse(
                http,
                426,
                "parameterInvalid",
                "You are trying to request results too far in the past. Your plan permits you to request articles as far back as "
                    + $"{oldest:uuuu-MM-dd}, but you have requested {from.InUtc().Date:uuuu-MM-dd}. "
                    + "You may need to upgrade to a paid plan."
            );
        if (options.NewsApiMaxResults > 0 && page * size > options.NewsApiMaxResults)
            return Refuse(
                http,
                426,
                "maximumResultsReached",
                $"You have requested too many results. Developer accounts are limited to a max of {options.NewsApiMaxResults} "
                    + $"results. You are trying to request results {(page - 1) * size} to {page * size}. "
                    + "Please upgrade to a paid plan if you need more results."
            );

        var search = new PressSearch(words);
        var language = query["language"].ToString();
        // Both ends are out by now, whatever was asked.
        var found = desk.Between(from, Min(to, now))
            .Where(s => (language.Length == 0 || s.Publisher.Language == language) && search.Finds(s));
        found =
            query["sortBy"] == "popularity"
                ? found.OrderByDescending(s => s.Popularity)
                : found.OrderByDescending(s => s.At).ThenByDescending(s => s.Number);
        var all = found.ToList();
        return Write(http, all.Count, all.Skip((page - 1) * size).Take(size));
    }

    private Task TopHeadlines(HttpContext http)
    {
        var query = http.Request.Query;
        var (category, sources, country) = (query["category"].ToString(), query["sources"].ToString(), query["country"].ToString());
        if (category.Length + sources.Length + country.Length == 0)
            return Refuse(
                http,
                400,
                "parametersMissing",
                "Required parameters are missing. Please set any of the following parameters and try again: sources, q, language,"
                    + " country, category."
            );
        if (sources.Length > 0 && category.Length + country.Length > 0)
            return Refuse(
                http,
                400,
                "parametersIncompatible",
                "You cannot mix the sources parameter with the country or category parameters."
            );
        if (sources.Length > 0 && !sources.Split(',').All(NewsDesk.Knows))
            return Refuse(http, 400, "sourceDoesNotExist", $"The source '{sources}' does not exist, or is not available on your plan.");
        if (!TryPage(http, 20, out var size, out var page))
            return Refuse(http, 400, "parameterInvalid", "The pageSize or page parameter is invalid.");
        var now = clock.GetCurrentInstant();
        // An unknown category has no headlines.
        var headlines = desk.Between(now - Duration.FromHours(30), now)
            .Where(s =>
                s.Publisher.Language == "en"
                && (
                    sources.Length > 0
                        ? sources.Split(',').Contains(s.Publisher.Id)
                        : category.Length == 0 || (Categories.Contains(category) && s.Copy.Section == category)
                )
            )
            .Reverse()
            .Take(70)
            .ToList();
        return Write(http, headlines.Count, headlines.Skip((page - 1) * size).Take(size));
    }

    private static Task Write(HttpContext http, int total, IEnumerable<PressStory> stories) =>
        http.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "ok");
            json.WriteNumber("totalResults", total);
            json.WriteStartArray("articles");
            foreach (var story in stories)
                WriteArticle(json, story);
            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void WriteArticle(Utf8JsonWriter json, PressStory story)
    {
        var isRemoved = story.Number % 60 == 17;
        string? Shown(string? text) => isRemoved ? "[Removed]" : text;
        json.WriteStartObject();
        json.WriteStartObject("source");
        json.WriteString("id", isRemoved ? null : story.Publisher.Id);
        json.WriteString("name", Shown(story.Publisher.Name));
        json.WriteEndObject();
        json.WriteString("author", isRemoved ? null : story.Author);
        // Publishers write their name behind their headlines; a third are sent with it.
        json.WriteString("title", Shown(story.Number % 3 == 0 ? $"{story.Copy.Title} - {story.Publisher.Name}" : story.Copy.Title));
        json.WriteString("description", Shown(story.Number % 25 == 4 ? null : story.Copy.Lead));
        json.WriteString("url", isRemoved ? "https://removed.com" : story.Url);
        json.WriteString("urlToImage", isRemoved ? null : story.Image);
        json.WriteString("publishedAt", InstantPattern.General.Format(story.At));
        json.WriteString("content", Shown(story.Number % 29 == 5 ? null : Cut(story.Copy.Body)));
        json.WriteEndObject();
    }

    /// <summary>The first 200 characters and how many are missing.</summary>
    private static string Cut(string body) =>
        body.Length <= 200
            ? body
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{body[..(char.IsHighSurrogate(body[199]) ? 199 : 200)]}… [+{body.Length - 200} chars]"
            );

    private static bool TryPage(HttpContext http, int defaultSize, out int size, out int page)
    {
        page = 1;
        size = defaultSize;
        var query = http.Request.Query;
        return (
                query["pageSize"].Count == 0
                || (int.TryParse(query["pageSize"], NumberStyles.None, CultureInfo.InvariantCulture, out size) && size is >= 1 and <= 100)
            )
            && (
                query["page"].Count == 0
                || (int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out page) && page is >= 1 and < 10_000)
            );
    }

    /// <summary>A date or a time; a date as an end is its end.</summary>
    private static Instant? Bound(string? text, bool isEnd)
    {
        if (LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value: var date })
            return date.PlusDays(isEnd ? 1 : 0).AtMidnight().InUtc().ToInstant();
        return LocalDateTimePattern.GeneralIso.Parse((text ?? "").TrimEnd('Z')) is { Success: true, Value: var time }
            ? time.InUtc().ToInstant()
            : null;
    }

    private static Instant Min(Instant a, Instant b) => a < b ? a : b;

    /// <summary>A refusal by status, for faults.</summary>
    public static Task RefuseAsync(HttpContext http, int status) =>
        status switch
        {
            401 or 403 => Refuse(
                http,
                status,
                "apiKeyInvalid",
                "Your API key is invalid or incorrect. Check your key, or go to https://newsapi.org to create a free API key."
            ),
            429 => RateLimited(http),
            _ => Refuse(http, status, "unexpectedError", "Something went wrong on our side."),
        };

    private static Task RateLimited(HttpContext http) =>
        Refuse(
            http,
            429,
            "rateLimited",
            "You have made too many requests recently. Developer accounts are limited to 100 requests over a 24 hour period (50 "
                + "requests available every 12 hours). "
                + "Please upgrade to a paid plan if you need more requests."
        );

    private static Task Refuse(HttpContext http, int status, string code, string message) =>
        http.Json(
            json =>
            {
                json.WriteStartObject();
                json.WriteString("status", "error");
                json.WriteString("code", code);
                json.WriteString("message", message);
                json.WriteEndObject();
            },
            status
        );
}

/// <summary>
/// NewsAPI's search: words that must all stand in a story, "phrases", alternatives with OR; upper and lower case are one.
/// </summary>
internal sealed class PressSearch(string words)
{
    private readonly string[][] _alternatives =
    [
        .. words
            .Split(" OR ", StringSplitOptions.TrimEntries)
            .Select(a => a.StartsWith('"') ? [a.Trim('"')] : a.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
    ];

    public bool Finds(PressStory story) =>
        _alternatives.Any(all =>
            all.All(w =>
                story.Copy.Title.Contains(w, StringComparison.OrdinalIgnoreCase)
                || story.Copy.Body.Contains(w, StringComparison.OrdinalIgnoreCase)
            )
        );
}
