using System.Net;
using InvestmentAssistant.Api.Tests.Fixture;
using NodaTime.Text;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.MarketNews;

/// <summary>Search, single articles, publishers, days and totals.</summary>
public sealed class MarketNewsSearchRoutesTests(ApiHost api) : MarketNewsRoutesTestBase(api)
{
    [Theory]
    [InlineData("q=quokkas")]
    [InlineData("query=quokkas")]
    public async Task A_search_takes_q_or_query(string words)
    {
        var found = await Routes.Ok($"market-news/search?{words}&limit=7&{Only}");
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
        Assert.Equal([2, 0], Items(await Routes.Ok("market-news/search?q=quokkas%20even&end_date=2020-05-04")).Select(Number));
        Assert.Equal([3, 1], Items(await Routes.Ok("market-news/search?q=quokkas%20-even&end_date=2020-05-04")).Select(Number));
        var page = await Routes.Ok($"market-news/search?q=quokkas&sort=relevance&limit=12&{Only}");
        var seen = Items(page).ToList();
        while (Text(page, "next_cursor") is { } cursor)
        {
            page = await Routes.Ok($"market-news/search?q=quokkas&sort=relevance&limit=12&{Only}&cursor={cursor}");
            seen.AddRange(Items(page));
        }
        Assert.Equal(Enumerable.Range(0, 30), seen.Select(Number).Order());
        var ranks = seen.Select(r => r.GetProperty("match").GetProperty("rank").GetDouble()).ToList();
        Assert.Equal(ranks.OrderDescending(), ranks);
    }

    [Fact]
    public async Task The_simulated_press_is_found_in_both_languages()
    {
        Assert.NotEmpty(Items(await Routes.Ok("market-news/search?q=inflation")));
        Assert.NotEmpty(Items(await Routes.Ok("market-news/search?q=%EC%BD%94%EC%8A%A4%ED%94%BC")));
        Assert.DoesNotContain(Items(await Routes.Ok("market-news/search?q=removed&limit=100")), r => Text(r, "title") == "[Removed]");
    }

    [Fact]
    public async Task One_article_is_found_by_publisher_and_address()
    {
        var one = await Routes.Ok(
            $"market-news/detail?source=probe%20gazette&url={Uri.EscapeDataString("http://probe-gazette.example/7/?utm_source=x#top")}"
        );
        Assert.Equal(Fields, Names(one));
        Assert.Equal(Address(7), Text(one, "url"));
        Assert.Equal(HttpStatusCode.NotFound, (await Routes.Get($"market-news/detail?source=Other&url={Address(7)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Routes.Get("market-news/detail?source=Probe%20Gazette&url=nowhere")).Status);
    }

    [Fact]
    public async Task Recent_articles_are_those_of_the_last_hours()
    {
        var recent = (await Routes.Ok("market-news/recent?hours=168&limit=50")).EnumerateArray().ToList();
        var since = SystemClock.Instance.GetCurrentInstant() - Duration.FromHours(169);
        Assert.Equal(50, recent.Count);
        Assert.All(recent, r => Assert.True(At(r) > since));
        Assert.InRange((await Routes.Ok("market-news/recent")).GetArrayLength(), 0, 20);
    }

    [Fact]
    public async Task Publishers_stand_by_the_number_of_their_articles()
    {
        var sources = Items(await Routes.Ok("market-news/sources"), "sources");
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
        var stats = await Routes.Ok("market-news/daily-stats?days=60");
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
        var stats = await Routes.Ok("market-news/stats");
        Assert.Equal(["total_count", "sources_count", "first_news_date", "latest_news_date"], Names(stats));
        Assert.True(stats.GetProperty("total_count").GetInt32() > 30);
        await Wait.Until(async () => Text(await Routes.Ok("market-news/health"), "status") == "healthy", TimeSpan.FromSeconds(100));
        var health = await Routes.Ok("market-news/health");
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
            Assert.Equal(HttpStatusCode.OK, (await Routes.Get("market-news" + route)).Status);
            Assert.Equal(HttpStatusCode.OK, (await Routes.Get("market-news" + slashed)).Status);
        }
    }
}
