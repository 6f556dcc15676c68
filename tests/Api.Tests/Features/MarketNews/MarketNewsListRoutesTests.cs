using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.MarketNews;

/// <summary>Lists of articles: their two shapes, pages, days, publishers and parameters.</summary>
public sealed class MarketNewsListRoutesTests(ApiHost api) : MarketNewsRoutesTestBase(api)
{
    [Theory]
    [InlineData("market-news")]
    [InlineData("market-news/")]
    [InlineData("market-news?skip=5&limit=7")]
    public async Task Without_a_page_the_answer_is_the_bare_list_of_full_articles(string path)
    {
        var list = await Routes.Ok(path);
        Assert.Equal(path.Contains("limit=7", StringComparison.Ordinal) ? 7 : 100, list.GetArrayLength());
        var rows = list.EnumerateArray().ToList();
        Assert.All(rows, r => Assert.Equal(Fields, Names(r)));
        Assert.Equal(rows.OrderByDescending(At).Select(At), rows.Select(At));
    }

    [Fact]
    public async Task With_a_page_the_answer_is_the_envelope()
    {
        var page = await Routes.Ok($"market-news/?page=2&limit=10&{Only}");
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

        var last = await Routes.Ok($"market-news?page=3&limit=10&{Only}");
        Assert.False(last.GetProperty("has_next").GetBoolean());
        Assert.Equal(JsonValueKind.Null, last.GetProperty("next_cursor").ValueKind);
        var beyond = await Routes.Ok($"market-news?page=4&limit=10&{Only}");
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
        var answer = await Routes.Ok($"{route}{(route.Contains('?') ? '&' : '?')}{Only}");
        Assert.Equal(inEnvelope ? JsonValueKind.Object : JsonValueKind.Array, answer.ValueKind);
        Assert.Equal(count, inEnvelope ? Items(answer).Count : answer.GetArrayLength());
        if (inEnvelope)
            Assert.Equal(route.Contains("page", StringComparison.Ordinal) ? 20 : 100, answer.GetProperty("limit").GetInt32());
    }

    [Fact]
    public async Task G6_recent_news_are_twenty_unless_something_else_is_asked_for()
    {
        using var client = Api.Host.Server.CreateClient();
        var document = JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync("/openapi/v1.json", Ct));
        var limit = document
            .GetProperty("paths")
            .GetProperty("/api/v1/market-news/recent")
            .GetProperty("get")
            .GetProperty("parameters")
            .EnumerateArray()
            .Single(p => p.TryGetProperty("name", out var name) && name.GetString() == "limit")
            .GetProperty("schema");
        Assert.Equal(20, limit.GetProperty("default").GetInt32());
    }

    [Fact]
    public async Task Pages_skips_and_cursors_lead_to_the_same_articles()
    {
        var all = (await Routes.Ok($"market-news?skip=0&limit=100&{Only}")).EnumerateArray().Select(Number).ToList();
        Assert.Equal(Enumerable.Range(0, 30).Reverse(), all);
        Assert.Equal(all.Skip(7).Take(5), (await Routes.Ok($"market-news?skip=7&limit=5&{Only}")).EnumerateArray().Select(Number));
        var page = await Routes.Ok($"market-news?page=1&limit=8&{Only}");
        var seen = Items(page).Select(Number).ToList();
        while (Text(page, "next_cursor") is { } cursor)
        {
            page = await Routes.Ok($"market-news?limit=8&{Only}&cursor={cursor}");
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
        var found = (await Routes.Ok($"market-news?limit=100&{Only}&{span}")).EnumerateArray().Select(Number).ToList();
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
        var rows = (await Routes.Ok($"market-news?limit=3&end_date=2020-12-31&{filter}")).EnumerateArray().ToList();
        Assert.Equal(found ? 3 : 0, rows.Count);
        Assert.All(rows, r => Assert.Equal(Gazette, Text(r, "source")));
    }

    [Fact]
    public async Task Excluded_publishers_are_left_out_and_words_can_be_looked_for_in_the_list()
    {
        Assert.Equal(0, (await Routes.Ok("market-news?end_date=2020-12-31&exclude_sources=probe")).GetArrayLength());
        Assert.All((await Routes.Ok($"market-news?limit=100&{Only}&search=odd")).EnumerateArray(), r => Assert.Equal(1, Number(r) % 2));
        Assert.Equal(15, (await Routes.Ok($"market-news?page=1&{Only}&search=odd")).GetProperty("total").GetInt32());
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
        var (status, json) = await Routes.Get(path);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(json.GetProperty("errors").TryGetProperty(parameter, out _), json.GetRawText());
    }
}
