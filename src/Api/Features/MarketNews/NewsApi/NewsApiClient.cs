using System.Text.Json;
using InvestmentAssistant.Api.Platform.Providers;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.MarketNews.NewsApi;

/// <summary>
/// News of some 150,000 publishers: https://newsapi.org/docs. The key travels in a header. The free plan allows 100 calls in 24 hours (50
/// in 12), articles of the last month that are at least a day old, and the first 100 results of a search; past these it answers 426.
/// </summary>
public sealed class NewsApiClient(HttpClient http)
{
    /// <summary>Name in the settings: Providers:newsapi.</summary>
    public const string Provider = "newsapi";

    /// <summary>Articles of one page at most.</summary>
    public const int MostPerPage = 100;

    /// <summary>
    /// The present headlines of a category in the US: business, entertainment, general, health, science, sports, technology. There are no
    /// others.
    /// </summary>
    public Task<NewsApiPage> HeadlinesOfAsync(string category, int pageSize, CancellationToken ct) =>
        PageAsync($"top-headlines?category={Uri.EscapeDataString(category)}&country=us&pageSize={pageSize}", ct);

    /// <summary>The present headlines of publishers, by their ids; at most 20 of them.</summary>
    public Task<NewsApiPage> HeadlinesByAsync(IEnumerable<string> sources, int pageSize, CancellationToken ct) =>
        PageAsync($"top-headlines?sources={Uri.EscapeDataString(string.Join(',', sources))}&pageSize={pageSize}", ct);

    /// <summary>
    /// All articles that hold the words, published from <paramref name="from"/> to <paramref name="to"/>, both UTC days included.
    /// </summary>
    /// <param name="search">Words, "phrases", AND, OR, NOT, parentheses; at most 500 characters.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="language">en, or null for all; Korean has no code here.</param>
    /// <param name="sortBy">popularity, publishedAt or relevancy.</param>
    /// <param name="pageSize">At most <see cref="MostPerPage"/>.</param>
    /// <param name="page">From 1.</param>
    /// <param name="ct">Cancels.</param>
    public Task<NewsApiPage> EverythingAsync(
        string search,
        LocalDate from,
        LocalDate to,
        string? language,
        string sortBy,
        int pageSize,
        int page,
        CancellationToken ct
    ) =>
        PageAsync(
            $"everything?q={Uri.EscapeDataString(search)}&from={Iso(from)}&to={Iso(to)}&sortBy={sortBy}&pageSize={pageSize}&page={page}"
                + (language is null ? "" : $"&language={language}"),
            ct
        );

    private async Task<NewsApiPage> PageAsync(string address, CancellationToken ct)
    {
        using var reply = await http.GetProviderJsonAsync<JsonDocument>(address, s_json, ct);
        return Read(reply.RootElement);
    }

    /// <summary>Reads a reply; an error inside a success is an error.</summary>
    /// <exception cref="ProviderException">The words of the error, or BadReply.</exception>
    public static NewsApiPage Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new ProviderException(ProviderFailure.BadReply, Provider, "sent no object");
        if (LenientJson.Text(root, "status") is not "ok")
        {
            var (code, message) = (LenientJson.Text(root, "code"), LenientJson.Text(root, "message") ?? "");
            throw new ProviderException(
                code switch
                {
                    "rateLimited" => ProviderFailure.RateLimited,
                    "apiKeyExhausted" => ProviderFailure.BudgetSpent,
                    "apiKeyInvalid" or "apiKeyMissing" or "apiKeyDisabled" => ProviderFailure.Unauthorized,
                    null => ProviderFailure.BadReply,
                    _ => ProviderFailure.Rejected,
                },
                Provider,
                $"answered 200 with an error inside: {code ?? "no status"} {(message.Length > 200 ? message[..200] : message)}".TrimEnd()
            );
        }
        if (!root.TryGetProperty("articles", out var articles) || articles.ValueKind != JsonValueKind.Array)
            throw new ProviderException(ProviderFailure.BadReply, Provider, "sent no list of articles");
        var rows = ProviderRows.Read<NewsApiArticle>(articles, s_json);
        var total = LenientJson.Number(root, "totalResults") ?? rows.Rows.Count;
        return new NewsApiPage(total, rows.Rows, rows.Dropped);
    }

    private static readonly JsonSerializerOptions s_json = LenientJson.Options(JsonNamingPolicy.CamelCase);

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}

/// <summary>A page of articles.</summary>
/// <param name="TotalResults">Of all pages, whether or not the plan gives them out.</param>
/// <param name="Dropped">Rows that could not be read.</param>
public sealed record NewsApiPage(int TotalResults, IReadOnlyList<NewsApiArticle> Articles, int Dropped);

/// <summary>An article as it is sent; any field may be null.</summary>
public sealed record NewsApiArticle
{
    public NewsApiSource? Source { get; init; }
    public string? Author { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? Url { get; init; }
    public string? UrlToImage { get; init; }

    /// <summary>ISO 8601 with Z.</summary>
    public string? PublishedAt { get; init; }

    /// <summary>The beginning, with a note of how much was cut off: "… [+2339 chars]".</summary>
    public string? Content { get; init; }
}

/// <param name="Id">reuters; null for most.</param>
/// <param name="Name">Reuters.</param>
public sealed record NewsApiSource(string? Id, string? Name);
