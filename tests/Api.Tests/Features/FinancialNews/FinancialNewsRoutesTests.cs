using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Features.FinancialNews.Ingestion;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.FinancialNews;

/// <summary>All routes of the feature, over articles of symbols that only these tests have.</summary>
public sealed class FinancialNewsRoutesTests(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    private static readonly string[] Fields =
    [
        "category",
        "news_id",
        "published_at",
        "headline",
        "source",
        "image",
        "related",
        "summary",
        "url",
        "fetched_at",
        "short_headline",
        "short_summary",
        "related_symbols",
        "has_image",
        "category_display_name",
        "match",
        "datetime",
    ];

    /// <summary>Before anything that the simulated provider has; and one article of now.</summary>
    private static readonly Instant First = Instant.FromUtc(2019, 5, 4, 0, 0);

    /// <summary>Numbers below all of the simulated provider: the job goes on from the highest.</summary>
    public async ValueTask InitializeAsync()
    {
        var store = api.Host.Services.GetRequiredService<IDocumentStore>();
        await using var session = store.LightweightSession();
        session.Store(Enumerable.Range(1, 24).Select(Article).ToArray());
        session.Store(
            Article(25) with
            {
                Category = "crypto",
                Id = FinancialArticle.IdOf("crypto", 25),
                Symbols = ["QUOKKA"],
                PublishedAt = SystemClock.Instance.GetCurrentInstant() - Duration.FromMinutes(5),
            }
        );
        await session.SaveChangesAsync(Ct);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static FinancialArticle Article(int n)
    {
        var category = n % 2 == 0 ? "forex" : "merger";
        return new FinancialArticle
        {
            Id = FinancialArticle.IdOf(category, n),
            Category = category,
            NewsId = n,
            Title = $"Story {n} on wombats",
            Description = n == 3 ? null : new string('s', 150),
            Source = n % 3 == 0 ? "Wombat Wire" : "Wombat Post",
            Url = $"https://wombat.example/{n}",
            Image = n % 4 == 0 ? null : "https://wombat.example/p.jpg",
            Symbols = n % 2 == 0 ? ["WOMBAT", "WOM.B"] : ["WOM"],
            PublishedAt = First + Duration.FromHours(n),
            FetchedAt = First,
        };
    }

    private readonly RouteClient _routes = new(api, "/api/v1/financial-news");

    private static int[] Numbers(JsonElement json) => [.. Items(json).Select(i => i.GetProperty("news_id").GetInt32())];

    [Fact]
    public async Task A_list_has_its_envelope_and_every_field()
    {
        var page = await _routes.Ok("/?page=2&limit=5&end_date=2019-12-31");
        Assert.Equal(["total", "items", "category", "page", "limit", "has_next", "next_cursor"], Names(page));
        Assert.Equal(
            (24, 2, 5, true),
            (
                page.GetProperty("total").GetInt32(),
                page.GetProperty("page").GetInt32(),
                page.GetProperty("limit").GetInt32(),
                page.GetProperty("has_next").GetBoolean()
            )
        );
        Assert.Equal(JsonValueKind.Null, page.GetProperty("category").ValueKind);
        Assert.Equal([19, 18, 17, 16, 15], Numbers(page));
        var row = Items(page)[1];
        Assert.Equal(Fields, Names(row));
        var (summary, shortSummary) = (new string('s', 150), new string('s', 100) + "...");
        var wanted = $$"""
            {"category":"forex","news_id":18,"published_at":"2019-05-04T18:00:00Z","headline":"Story 18 on wombats",
            "source":"Wombat Wire","image":"https://wombat.example/p.jpg","related":"WOMBAT,WOM.B","summary":"{{summary}}",
            "url":"https://wombat.example/18","fetched_at":"2019-05-04T00:00:00Z","short_headline":"Story 18 on wombats",
            "short_summary":"{{shortSummary}}","related_symbols":["WOMBAT","WOM.B"],"has_image":true,
            "category_display_name":"외환","match":null,"datetime":1556992800}
            """;
        Assert.Equal(wanted.Replace("\n", "", StringComparison.Ordinal), row.GetRawText());
        Assert.False(Items(page)[3].GetProperty("has_image").GetBoolean());
    }

    [Theory]
    [InlineData("?end_date=2019-12-31&categories=forex&limit=3", "24 22 20", "forex")]
    [InlineData("?end_date=2019-12-31&categories=forex&categories=merger&limit=3", "24 23 22", null)]
    [InlineData("?end_date=2019-12-31&symbols=wom&limit=3", "23 21 19", null)]
    [InlineData("?end_date=2019-12-31&symbols=WOM&symbols=wom.b&limit=3", "24 23 22", null)]
    [InlineData("?end_date=2019-12-31&symbols=WOM.B&categories=merger", "", "merger")]
    [InlineData("?start_date=2019-05-04T05:00:00Z&end_date=2019-05-04T06:00:00Z", "6 5", null)]
    [InlineData("?end_date=2019-12-31&sources=wombat%20wire&categories=merger&limit=2", "21 15", "merger")]
    [InlineData("/category/merger?end_date=2019-05-04&limit=2", "23 21", "merger")]
    [InlineData("/category/merger?end_date=2019-05-04&limit=2&page=2", "19 17", "merger")]
    [InlineData("/symbol/wom.b?limit=2", "24 22", null)]
    [InlineData("/symbol/WOM?limit=2&categories=merger", "23 21", "merger")]
    [InlineData("/symbol/WO", "", null)]
    [InlineData("/symbol/WOM,WOMBAT", "", null)]
    public async Task Filters_hold_together(string path, string numbers, string? category)
    {
        var page = await _routes.Ok(path);
        Assert.Equal(numbers, string.Join(' ', Numbers(page)));
        Assert.Equal(category, page.GetProperty("category").GetString());
    }

    [Theory]
    [InlineData("/category/forex?limit=5&end_date=2019-12-31")]
    [InlineData("/symbol/WOMBAT?limit=5")]
    public async Task Cursors_lead_through_a_list(string path)
    {
        var page = await _routes.Ok(path);
        var seen = Numbers(page).ToList();
        while (page.GetProperty("next_cursor").GetString() is { } cursor)
        {
            page = await _routes.Ok($"{path}&cursor={cursor}");
            seen.AddRange(Numbers(page));
        }
        Assert.Equal([24, 22, 20, 18, 16, 14, 12, 10, 8, 6, 4, 2], seen);
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=101", "limit")]
    [InlineData("?page=0", "page")]
    [InlineData("?categories=stocks", "categories")]
    [InlineData("?start_date=2026-13-01", "start_date")]
    [InlineData("?start_date=2026-02-02&end_date=2026-02-01", "start_date")]
    [InlineData("?cursor=x", "cursor")]
    [InlineData("/category/stocks", "category")]
    [InlineData("/category/crypto?limit=x", "limit")]
    [InlineData("/category/crypto?start_date=2026-02-02&end_date=2026-02-01", "start_date")]
    [InlineData("/recent?hours=169", "hours")]
    [InlineData("/recent?limit=51", "limit")]
    [InlineData("/recent?categories=all", "categories")]
    [InlineData("/search", "q")]
    [InlineData("/search?q=!", "q")]
    [InlineData("/search?q=-wombats", "q")]
    [InlineData("/search?q=wombats&sort=up", "sort")]
    [InlineData("/search?q=wombats&categories=x", "categories")]
    [InlineData("/detail/stocks/1", "category")]
    [InlineData("/detail/crypto/0", "news_id")]
    [InlineData("/detail/crypto/one", "news_id")]
    [InlineData("/symbol/WOM?limit=0", "limit")]
    [InlineData("/symbol/WOM?categories=x", "categories")]
    [InlineData("/symbol/ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFG", "symbol")]
    [InlineData("/trending-symbols?days=31", "days")]
    [InlineData("/trending-symbols?limit=0", "limit")]
    public async Task A_bad_parameter_is_a_problem_that_names_it(string path, string parameter)
    {
        var (status, json) = await _routes.Get(path);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(json.GetProperty("errors").TryGetProperty(parameter, out var said), json.GetRawText());
        if (parameter is "category" or "categories")
            Assert.All(NewsCategory.Names, name => Assert.Contains(name, said.GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_has_its_envelope_its_marks_and_its_filters()
    {
        var found = await _routes.Ok("/search?q=wombats&limit=3&categories=forex&end_date=2019-12-31");
        Assert.Equal(
            ["total", "items", "search_query", "categories", "page", "limit", "has_next", "next_cursor", "total_is_exact"],
            Names(found)
        );
        Assert.Equal(
            (12, "wombats", "[\"forex\"]"),
            (
                found.GetProperty("total").GetInt32(),
                found.GetProperty("search_query").GetString(),
                found.GetProperty("categories").GetRawText()
            )
        );
        Assert.Equal([24, 22, 20], Numbers(found));
        Assert.Equal("Story 24 on <mark>wombats</mark>", Items(found)[0].GetProperty("match").GetProperty("title").GetString());
        Assert.Equal("24", string.Join(' ', Numbers(await _routes.Ok("/search?query=wombat%20%22story%2024%22&sort=relevance"))));
        Assert.Equal(JsonValueKind.Null, (await _routes.Ok("/search?q=nothing+of+this+kind")).GetProperty("categories").ValueKind);
        Assert.Equal("21", string.Join(' ', Numbers(await _routes.Ok("/search?q=wombat&sources=wombat%20wire&categories=merger&limit=1"))));
    }

    [Fact]
    public async Task One_article_is_found_by_category_and_number()
    {
        var one = await _routes.Ok("/detail/merger/3");
        Assert.Equal(Fields, Names(one));
        Assert.Equal(JsonValueKind.Null, one.GetProperty("short_summary").ValueKind);
        Assert.Equal(HttpStatusCode.NotFound, (await _routes.Get("/detail/crypto/3")).Status);
    }

    [Fact]
    public async Task Recent_and_trending_look_at_the_last_hours_and_days()
    {
        var recent = (await _routes.Ok("/recent?hours=1&limit=50&categories=crypto")).EnumerateArray().ToList();
        Assert.Contains(recent, r => r.GetProperty("news_id").GetInt32() == 25);
        Assert.All(recent, r =>
            Assert.True(
                InstantPattern.ExtendedIso.Parse(r.GetProperty("published_at").GetString()!).Value
                    > SystemClock.Instance.GetCurrentInstant() - Duration.FromMinutes(61)
            )
        );

        await Wait.Until(
            async () => Items(await _routes.Ok("/trending-symbols?limit=50&days=1"), "trending_symbols").Count > 0,
            TimeSpan.FromSeconds(60)
        );
        var trending = await _routes.Ok("/trending-symbols?limit=50&days=1");
        Assert.Equal(["trending_symbols", "period_days", "total_symbols"], Names(trending));
        var mentions = Items(trending, "trending_symbols").Select(s => s.GetProperty("mentions").GetInt32()).ToList();
        Assert.Equal(mentions.OrderDescending(), mentions);
        Assert.DoesNotContain(Items(trending, "trending_symbols"), s => s.GetProperty("symbol").GetString() == "WOMBAT");
        Assert.InRange(trending.GetProperty("total_symbols").GetInt32(), mentions.Count, 10_000);
    }

    [Fact]
    public async Task Figures_and_health()
    {
        await api.FillAsync(FinancialNewsJob.Name);
        Assert.Equal(["total_count", "first_news_date", "latest_news_date"], Names(await _routes.Ok("/stats")));
        var stats = await _routes.Ok("/categories/stats");
        Assert.Equal(["categories", "total_news", "available_categories"], Names(stats));
        var categories = Items(stats, "categories");
        Assert.Equal(["crypto", "forex", "merger", "general"], categories.Select(c => c.GetProperty("category").GetString()));
        Assert.Equal(["암호화폐", "외환", "인수합병", "일반"], categories.Select(c => c.GetProperty("category_display_name").GetString()));
        Assert.Equal(stats.GetProperty("total_news").GetInt32(), categories.Sum(c => c.GetProperty("count").GetInt32()));
        var health = await _routes.Ok("/health");
        Assert.Equal(
            [
                "status",
                "database",
                "categories_count",
                "total_news",
                "latest_news_date",
                "latest_fetch_at",
                "hours_since_fetch",
                "ingestion_state",
                "available_categories",
                "api_version",
                "timestamp",
            ],
            Names(health)
        );
        Assert.Equal("healthy", health.GetProperty("status").GetString());
    }
}
