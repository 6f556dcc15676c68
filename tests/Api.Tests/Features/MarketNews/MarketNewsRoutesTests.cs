using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.MarketNews;

/// <summary>All routes of the feature over the simulated press, and over articles of a publisher that only these tests have.</summary>
public sealed class MarketNewsRoutesTests(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    private const string Gazette = "Probe Gazette";
    private const string Only = "sources=Probe%20Gazette";

    private static readonly string[] Fields =
    [
        "source",
        "author",
        "title",
        "description",
        "url",
        "url_to_image",
        "published_at",
        "content",
        "fetched_at",
        "short_description",
        "content_preview",
        "match",
    ];

    /// <summary>Before anything that the simulated press has.</summary>
    private static readonly Instant First = Instant.FromUtc(2020, 5, 4, 0, 0);

    /// <summary>30 articles, one every six hours from 4 May 2020 on.</summary>
    public async ValueTask InitializeAsync()
    {
        await api.FillAsync("market-news", "market-news-history");
        var store = api.Host.Services.GetRequiredService<IDocumentStore>();
        await using var session = store.LightweightSession();
        session.Store(Enumerable.Range(0, 30).Select(Article).ToArray());
        await session.SaveChangesAsync(Ct);
        await Wait.Until(async () => (await _routes.Ok("market-news?skip=0&limit=20")).GetArrayLength() == 20, TimeSpan.FromSeconds(100));
        // The list of publishers is kept for some seconds; another class may have asked for it before these articles were written.
        await Wait.Until(
            async () => Items(await _routes.Ok("market-news/sources"), "sources").Any(s => Text(s, "source") == Gazette),
            TimeSpan.FromSeconds(60)
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static MarketArticle Article(int n) =>
        new()
        {
            Id = MarketArticle.IdOf(Gazette, Address(n)),
            Source = Gazette,
            Author = n == 0 ? null : "A. Writer",
            Title = $"Probe number {n} about quokkas",
            Description = new string('d', 150),
            Content = n % 2 == 0 ? "Even quokkas rest" : "Odd quokkas jump",
            Url = Address(n),
            UrlToImage = "https://gazette.example/p.jpg",
            PublishedAt = First + Duration.FromHours(6 * n),
            FetchedAt = First,
        };

    private static string Address(int n) => $"https://www.probe-gazette.example/{n}";

    private readonly RouteClient _routes = new(api, "/api/v1/");

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();

    private static int Number(JsonElement row) => int.Parse(Text(row, "url")!.Split('/')[^1]);

    private static Instant At(JsonElement row) => InstantPattern.ExtendedIso.Parse(Text(row, "published_at")!).Value;

    [Theory]
    [InlineData("market-news")]
    [InlineData("market-news/")]
    [InlineData("market-news?skip=5&limit=7")]
    public async Task Without_a_page_the_answer_is_the_bare_list_of_full_articles(string path)
    {
        var list = await _routes.Ok(path);
        Assert.Equal(path.Contains("limit=7", StringComparison.Ordinal) ? 7 : 100, list.GetArrayLength());
        var rows = list.EnumerateArray().ToList();
        Assert.All(rows, r => Assert.Equal(Fields, Names(r)));
        Assert.Equal(rows.OrderByDescending(At).Select(At), rows.Select(At));
    }

    [Fact]
    public async Task With_a_page_the_answer_is_the_envelope()
    {
        var page = await _routes.Ok($"market-news/?page=2&limit=10&{Only}");
        Assert.Equal(["total", "items", "page", "limit", "has_next", "next_cursor"], Names(page));
        Assert.Equal(
            (30, 2, 10, true),
            (
                page.GetProperty("total").GetInt32(),
                page.GetProperty("page").GetInt32(),
                page.GetProperty("limit").GetInt32(),
                page.GetProperty("has_next").GetBoolean()
            )
        );
        Assert.Equal(Enumerable.Range(10, 10).Reverse(), Items(page).Select(Number));
        var row = Items(page)[0];
        Assert.Equal(new string('d', 100) + "...", Text(row, "short_description"));
        Assert.Equal(
            (Gazette, "Probe number 19 about quokkas", "2020-05-08T18:00:00Z"),
            (Text(row, "source"), Text(row, "title"), Text(row, "published_at"))
        );

        var last = await _routes.Ok($"market-news?page=3&limit=10&{Only}");
        Assert.False(last.GetProperty("has_next").GetBoolean());
        Assert.Equal(JsonValueKind.Null, last.GetProperty("next_cursor").ValueKind);
        var beyond = await _routes.Ok($"market-news?page=4&limit=10&{Only}");
        Assert.Equal((0, 30), (Items(beyond).Count, beyond.GetProperty("total").GetInt32()));
    }

    [Theory]
    [InlineData("market-news", 30, false)]
    [InlineData("market-news?skip=5", 25, false)]
    [InlineData("market-news?page=1", 20, true)]
    [InlineData("market-news/search?q=quokkas", 30, true)]
    [InlineData("market-news/search?query=quokkas&skip=5", 25, false)]
    [InlineData("market-news/search?q=quokkas&page=1", 20, true)]
    public async Task G6_the_bare_list_has_the_old_readmes_default_of_100_and_a_page_the_deployed_20(
        string route,
        int count,
        bool inEnvelope
    )
    {
        var answer = await _routes.Ok($"{route}{(route.Contains('?') ? '&' : '?')}{Only}");
        Assert.Equal(inEnvelope ? JsonValueKind.Object : JsonValueKind.Array, answer.ValueKind);
        Assert.Equal(count, inEnvelope ? Items(answer).Count : answer.GetArrayLength());
        if (inEnvelope)
            Assert.Equal(route.Contains("page", StringComparison.Ordinal) ? 20 : 100, answer.GetProperty("limit").GetInt32());
    }

    [Fact]
    public async Task G6_recent_news_are_twenty_unless_something_else_is_asked_for()
    {
        using var client = api.Host.Server.CreateClient();
        var document = JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync("/openapi/v1.json", Ct));
        var limit = document
            .GetProperty("paths")
            .GetProperty("/api/v1/market-news/recent")
            .GetProperty("get")
            .GetProperty("parameters")
            .EnumerateArray()
            .Single(p => p.GetProperty("name").GetString() == "limit")
            .GetProperty("schema");
        Assert.Equal(20, limit.GetProperty("default").GetInt32());
    }

    [Fact]
    public async Task Pages_skips_and_cursors_lead_to_the_same_articles()
    {
        var all = (await _routes.Ok($"market-news?skip=0&limit=100&{Only}")).EnumerateArray().Select(Number).ToList();
        Assert.Equal(Enumerable.Range(0, 30).Reverse(), all);
        Assert.Equal(all.Skip(7).Take(5), (await _routes.Ok($"market-news?skip=7&limit=5&{Only}")).EnumerateArray().Select(Number));
        var page = await _routes.Ok($"market-news?page=1&limit=8&{Only}");
        var seen = Items(page).Select(Number).ToList();
        while (Text(page, "next_cursor") is { } cursor)
        {
            page = await _routes.Ok($"market-news?limit=8&{Only}&cursor={cursor}");
            seen.AddRange(Items(page).Select(Number));
        }
        Assert.Equal(all, seen);
        Assert.Equal(4, page.GetProperty("page").GetInt32());
    }

    [Theory]
    [InlineData("start_date=2020-05-05&end_date=2020-05-05", 7, 4)]
    [InlineData("start_date=2020-05-05", 29, 4)]
    [InlineData("end_date=2020-05-04", 3, 0)]
    [InlineData("start_date=2020-05-05T06:00:00Z&end_date=2020-05-05T12:00:00Z", 6, 5)]
    [InlineData("start_date=2020-05-05T15:00:00%2B09:00&end_date=2020-05-05T12:00:00", 6, 5)]
    public async Task Days_are_whole_and_times_exact(string span, int newest, int oldest)
    {
        var found = (await _routes.Ok($"market-news?limit=100&{Only}&{span}")).EnumerateArray().Select(Number).ToList();
        Assert.Equal(Enumerable.Range(oldest, newest - oldest + 1).Reverse(), found);
    }

    [Theory]
    [InlineData("sources=Probe%20Gazette", true)]
    [InlineData("source=probe%20gaz", true)]
    [InlineData("source=PROBE-GAZETTE.EX", true)]
    [InlineData("sources=nobody&sources=probe%20gazette", true)]
    [InlineData("source=azette", false)]
    [InlineData("source=", true)]
    public async Task A_publisher_is_named_whole_or_by_the_beginning_of_its_name_or_host(string filter, bool found)
    {
        var rows = (await _routes.Ok($"market-news?limit=3&end_date=2020-12-31&{filter}")).EnumerateArray().ToList();
        Assert.Equal(found ? 3 : 0, rows.Count);
        Assert.All(rows, r => Assert.Equal(Gazette, Text(r, "source")));
    }

    [Fact]
    public async Task Excluded_publishers_are_left_out_and_words_can_be_looked_for_in_the_list()
    {
        Assert.Equal(0, (await _routes.Ok("market-news?end_date=2020-12-31&exclude_sources=probe")).GetArrayLength());
        Assert.All((await _routes.Ok($"market-news?limit=100&{Only}&search=odd")).EnumerateArray(), r => Assert.Equal(1, Number(r) % 2));
        Assert.Equal(15, (await _routes.Ok($"market-news?page=1&{Only}&search=odd")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("market-news?limit=0", "limit")]
    [InlineData("market-news?limit=101", "limit")]
    [InlineData("market-news?limit=ten", "limit")]
    [InlineData("market-news?page=0", "page")]
    [InlineData("market-news?page=1&skip=0", "skip")]
    [InlineData("market-news?skip=-1", "skip")]
    [InlineData("market-news?start_date=2026-02-30", "start_date")]
    [InlineData("market-news?end_date=soon", "end_date")]
    [InlineData("market-news?start_date=2026-02-02&end_date=2026-02-01", "start_date")]
    [InlineData("market-news?cursor=abc", "cursor")]
    [InlineData("market-news?page=1&cursor=abc", "cursor")]
    [InlineData("market-news?search=!", "search")]
    [InlineData("market-news?search=-quokkas", "search")]
    [InlineData("market-news/recent?hours=0", "hours")]
    [InlineData("market-news/recent?hours=169", "hours")]
    [InlineData("market-news/recent?limit=51", "limit")]
    [InlineData("market-news/search", "q")]
    [InlineData("market-news/search?q=", "q")]
    [InlineData("market-news/search?q=!", "q")]
    [InlineData("market-news/search?query=%20!%20", "query")]
    [InlineData("market-news/search?q=-quokkas", "q")]
    [InlineData("market-news/search?query=-quokkas", "query")]
    [InlineData("market-news/search?q=quokkas&sort=best", "sort")]
    [InlineData("market-news/search?q=quokkas&page=0", "page")]
    [InlineData("market-news/search?q=quokkas&limit=101", "limit")]
    [InlineData("market-news/search?q=quokkas&start_date=2026-02-02&end_date=2026-02-01", "start_date")]
    [InlineData("market-news/detail?source=Reuters", "url")]
    [InlineData("market-news/detail?url=https://a.example", "source")]
    [InlineData("market-news/daily-stats?days=0", "days")]
    [InlineData("market-news/daily-stats?days=366", "days")]
    public async Task A_bad_parameter_is_a_problem_that_names_it(string path, string parameter)
    {
        var (status, json) = await _routes.Get(path);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(json.GetProperty("errors").TryGetProperty(parameter, out _), json.GetRawText());
    }

    [Theory]
    [InlineData("q=quokkas")]
    [InlineData("query=quokkas")]
    public async Task A_search_takes_q_or_query(string words)
    {
        var found = await _routes.Ok($"market-news/search?{words}&limit=7&{Only}");
        Assert.Equal(["total", "items", "search_query", "page", "limit", "has_next", "next_cursor", "total_is_exact"], Names(found));
        Assert.Equal(
            (30, "quokkas", 1, 7, true, true),
            (
                found.GetProperty("total").GetInt32(),
                Text(found, "search_query"),
                found.GetProperty("page").GetInt32(),
                found.GetProperty("limit").GetInt32(),
                found.GetProperty("has_next").GetBoolean(),
                found.GetProperty("total_is_exact").GetBoolean()
            )
        );
        var row = Items(found)[0];
        Assert.Equal(Fields, Names(row));
        Assert.Equal("Probe number 29 about <mark>quokkas</mark>", Text(row.GetProperty("match"), "title"));
        Assert.Contains("<mark>quokkas</mark>", Text(row.GetProperty("match"), "snippet"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_can_be_filtered_ranked_and_gone_on_with()
    {
        Assert.Equal([2, 0], Items(await _routes.Ok("market-news/search?q=quokkas%20even&end_date=2020-05-04")).Select(Number));
        Assert.Equal([3, 1], Items(await _routes.Ok("market-news/search?q=quokkas%20-even&end_date=2020-05-04")).Select(Number));
        var page = await _routes.Ok($"market-news/search?q=quokkas&sort=relevance&limit=12&{Only}");
        var seen = Items(page).ToList();
        while (Text(page, "next_cursor") is { } cursor)
        {
            page = await _routes.Ok($"market-news/search?q=quokkas&sort=relevance&limit=12&{Only}&cursor={cursor}");
            seen.AddRange(Items(page));
        }
        Assert.Equal(Enumerable.Range(0, 30), seen.Select(Number).Order());
        var ranks = seen.Select(r => r.GetProperty("match").GetProperty("rank").GetDouble()).ToList();
        Assert.Equal(ranks.OrderDescending(), ranks);
    }

    [Fact]
    public async Task The_simulated_press_is_found_in_both_languages()
    {
        Assert.NotEmpty(Items(await _routes.Ok("market-news/search?q=inflation")));
        Assert.NotEmpty(Items(await _routes.Ok("market-news/search?q=%EC%BD%94%EC%8A%A4%ED%94%BC")));
        Assert.DoesNotContain(Items(await _routes.Ok("market-news/search?q=removed&limit=100")), r => Text(r, "title") == "[Removed]");
    }

    [Fact]
    public async Task One_article_is_found_by_publisher_and_address()
    {
        var one = await _routes.Ok(
            $"market-news/detail?source=probe%20gazette&url={Uri.EscapeDataString("http://probe-gazette.example/7/?utm_source=x#top")}"
        );
        Assert.Equal(Fields, Names(one));
        Assert.Equal(Address(7), Text(one, "url"));
        Assert.Equal(HttpStatusCode.NotFound, (await _routes.Get($"market-news/detail?source=Other&url={Address(7)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _routes.Get("market-news/detail?source=Probe%20Gazette&url=nowhere")).Status);
    }

    [Fact]
    public async Task Recent_articles_are_those_of_the_last_hours()
    {
        var recent = (await _routes.Ok("market-news/recent?hours=168&limit=50")).EnumerateArray().ToList();
        var since = SystemClock.Instance.GetCurrentInstant() - Duration.FromHours(169);
        Assert.Equal(50, recent.Count);
        Assert.All(recent, r => Assert.True(At(r) > since));
        Assert.InRange((await _routes.Ok("market-news/recent")).GetArrayLength(), 0, 20);
    }

    [Fact]
    public async Task Publishers_stand_by_the_number_of_their_articles()
    {
        var sources = Items(await _routes.Ok("market-news/sources"), "sources");
        var counts = sources.Select(s => s.GetProperty("count").GetInt32()).ToList();
        Assert.Equal(counts.OrderDescending(), counts);
        var gazette = sources.Single(s => Text(s, "source") == Gazette);
        Assert.Equal(["source", "host", "count", "first_article_at", "last_article_at"], Names(gazette));
        Assert.Equal(
            ("probe-gazette.example", 30, "2020-05-04T00:00:00Z", "2020-05-11T06:00:00Z"),
            (
                Text(gazette, "host"),
                gazette.GetProperty("count").GetInt32(),
                Text(gazette, "first_article_at"),
                Text(gazette, "last_article_at")
            )
        );
    }

    [Fact]
    public async Task Days_have_their_articles_and_publishers_those_without_have_none()
    {
        var stats = await _routes.Ok("market-news/daily-stats?days=60");
        var days = Items(stats, "daily_stats");
        Assert.Equal((60, 60), (stats.GetProperty("period_days").GetInt32(), days.Count));
        var dates = days.Select(d => LocalDatePattern.Iso.Parse(Text(d, "date")!).Value).ToList();
        Assert.Equal(Enumerable.Range(0, 60).Select(n => dates[0].PlusDays(n)), dates);
        Assert.Equal(days.Sum(d => d.GetProperty("count").GetInt32()), stats.GetProperty("total_news").GetInt32());
        // The simulated press of this test run has 20 days.
        Assert.Equal((0, 0), (days[0].GetProperty("count").GetInt32(), days[0].GetProperty("sources").GetInt32()));
        Assert.True(
            days[^2].GetProperty("count").GetInt32() >= days[^2].GetProperty("sources").GetInt32()
                && days[^2].GetProperty("sources").GetInt32() > 5
        );
    }

    [Fact]
    public async Task Totals_and_health()
    {
        var stats = await _routes.Ok("market-news/stats");
        Assert.Equal(["total_count", "sources_count", "first_news_date", "latest_news_date"], Names(stats));
        Assert.True(stats.GetProperty("total_count").GetInt32() > 30);
        await Wait.Until(async () => Text(await _routes.Ok("market-news/health"), "status") == "healthy", TimeSpan.FromSeconds(100));
        var health = await _routes.Ok("market-news/health");
        Assert.Equal(
            [
                "status",
                "database",
                "total_news",
                "latest_news_date",
                "latest_fetch_at",
                "hours_since_fetch",
                "ingestion_state",
                "api_version",
                "timestamp",
            ],
            Names(health)
        );
        Assert.Equal(("connected", "fresh"), (Text(health, "database"), Text(health, "ingestion_state")));
        Assert.InRange(health.GetProperty("hours_since_fetch").GetDouble(), 0, 1);
    }

    [Fact]
    public async Task Routes_answer_with_and_without_the_slash_and_never_redirect()
    {
        foreach (var route in new[] { "", "/recent", "/search?q=quokkas", "/sources", "/daily-stats", "/stats", "/health" })
        {
            var slashed = route.Contains('?', StringComparison.Ordinal) ? route.Replace("?", "/?", StringComparison.Ordinal) : route + "/";
            Assert.Equal(HttpStatusCode.OK, (await _routes.Get("market-news" + route)).Status);
            Assert.Equal(HttpStatusCode.OK, (await _routes.Get("market-news" + slashed)).Status);
        }
    }
}
