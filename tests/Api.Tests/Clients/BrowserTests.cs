using System.Text.Json;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Tests.Fixture;
using PuppeteerSharp;

namespace InvestmentAssistant.Api.Tests.Clients;

/// <summary>
/// What only a browser decides, in a real one: whether a page of another origin may read an answer, when it asks first, what it keeps.
/// </summary>
[Collection(LongestFirst.Programs)]
public sealed class BrowserTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    /// <summary>Kept by browsers for minutes, and the same from start to end.</summary>
    private const string Kept = "/asyncapi.json";

    [Theory]
    [InlineData("/api/v1/cpi/")]
    [InlineData("/api/v1/market-news/?page=1&limit=100&start_date=2026-01-01T00:00:00.000Z")]
    [InlineData("/api/v1/sns/analysis/posts?skip=0&limit=50&post_source=all")]
    [InlineData("/api/v1/sp500-earnings-news/weekly")]
    [InlineData("/health")]
    public async Task W1_a_page_reads_the_answer_to_a_get_that_says_it_is_json(string path)
    {
        await using var page = await browser.OpenAsync();
        var traffic = await Traffic.OfAsync(page);

        var answer = await AskAsync(page, path);

        Assert.Equal(200, answer.Status);
        Assert.Contains(
            JsonSerializer.Deserialize<JsonElement>(answer.Body).ValueKind,
            new[] { JsonValueKind.Object, JsonValueKind.Array }
        );
        await Wait.Until(() => traffic.Preflights == 1);
    }

    [Fact]
    public async Task A_preflight_is_asked_once_for_an_address()
    {
        await using var page = await browser.OpenAsync();
        var traffic = await Traffic.OfAsync(page);

        // Asked for each time, as its answer may not be kept; fetch's own cache modes would pass over the kept preflight as well.
        for (var i = 0; i < 3; i++)
            Assert.Equal(200, (await AskAsync(page, "/api/v1/ingestion/status")).Status);

        await Wait.Until(() => traffic.Statuses.Count(s => s is 200 or 304) == 3);
        Assert.Equal(1, traffic.Preflights);
    }

    [Fact]
    public async Task An_unchanged_answer_comes_as_304_and_the_page_sees_it_whole()
    {
        await using var page = await browser.OpenAsync();
        var traffic = await Traffic.OfAsync(page);

        var first = await AskAsync(page, Kept);
        var again = await AskAsync(page, Kept, """{"cache":"no-cache"}""");

        Assert.Equal((200, first.Body), (again.Status, again.Body));
        await Wait.Until(() => traffic.Statuses.Contains(304));
    }

    [Fact]
    public async Task An_answer_that_may_be_kept_is_not_asked_for_again()
    {
        await using var page = await browser.OpenAsync();
        var traffic = await Traffic.OfAsync(page);

        var bodies = new[] { (await AskAsync(page, Kept)).Body, (await AskAsync(page, Kept)).Body };
        await AskAsync(page, "/health");

        Assert.Equal(bodies[0], bodies[1]);
        // /health never is: once its answer came, all before it is counted.
        await Wait.Until(() => traffic.Statuses.Count(s => s == 200) == 2);
    }

    [Fact]
    public async Task S5_an_answer_kept_without_cors_is_not_given_to_a_script()
    {
        await using var page = await browser.OpenAsync();

        // As an image, a link or the address bar would: no Origin, and the answer is kept.
        await AskAsync(page, Kept, """{"mode":"no-cors","headers":{}}""");
        var answer = await AskAsync(page, Kept, """{"headers":{}}""");

        Assert.Equal(200, answer.Status);
        Assert.NotEmpty(answer.Body);
    }

    [Fact]
    public async Task S6_a_script_reads_every_header_of_ours()
    {
        await using var page = await browser.OpenAsync();

        var headers = (await AskAsync(page, "/api/v1/cpi/")).Headers;

        foreach (
            var name in new[] { AnswerHeaders.RequestId, AnswerHeaders.DataSource, AnswerHeaders.ServerTiming, "ETag", "Cache-Control" }
        )
            Assert.True(headers.ContainsKey(name.ToLowerInvariant()), $"{name} is not among {string.Join(", ", headers.Keys)}");
    }

    [Theory]
    [InlineData("/api/v1/nowhere", "GET", 404)]
    [InlineData("/api/v1/stocks/sp500/gainers?limit=0", "GET", 400)]
    [InlineData("/api/v1/cpi/", "DELETE", 405)]
    public async Task A_page_reads_problems_too(string path, string method, int status)
    {
        await using var page = await browser.OpenAsync();

        var answer = await AskAsync(page, path, JsonSerializer.Serialize(new { method }));

        Assert.Equal(status, answer.Status);
        Assert.Equal(status, JsonSerializer.Deserialize<JsonElement>(answer.Body).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_page_subscribes_by_post()
    {
        await using var page = await browser.OpenAsync();
        var body = JsonSerializer.Serialize(
            new
            {
                email = "reader@example.com",
                scope = "SP500",
                agreed = true,
            }
        );

        var answer = await AskAsync(page, "/api/v1/email-subscription/subscribe", JsonSerializer.Serialize(new { method = "POST", body }));

        Assert.True(answer.Status == 200, answer.Body);
    }

    [Fact]
    public async Task Both_kinds_of_streams_reach_a_page()
    {
        await using var page = await browser.OpenAsync();
        var api = browser.Api;

        Assert.Equal(
            "snapshot",
            await page.EvaluateFunctionAsync<string>("firstMessage", api.Replace("http", "ws", StringComparison.Ordinal) + "/ws/crypto")
        );
        Assert.Equal(
            "snapshot",
            await page.EvaluateFunctionAsync<string>("(url, name) => firstEvent(url, name)", api + "/sse/crypto", "snapshot")
        );
    }

    [Fact]
    public async Task A_page_of_an_origin_that_is_not_allowed_reads_nothing()
    {
        await using var page = await browser.OpenAsync(allowed: false);
        var api = browser.Api;

        Assert.Equal(0, (await AskAsync(page, "/api/v1/cpi/")).Status);
        Assert.Equal(0, (await AskAsync(page, Kept, """{"headers":{}}""")).Status);
        Assert.Equal(
            "1008",
            await page.EvaluateFunctionAsync<string>("firstMessage", api.Replace("http", "ws", StringComparison.Ordinal) + "/ws/crypto")
        );
        Assert.Equal(
            "refused",
            await page.EvaluateFunctionAsync<string>("(url, name) => firstEvent(url, name)", api + "/sse/crypto", "snapshot")
        );
    }

    private async Task<BrowserAnswer> AskAsync(IPage page, string path, string options = "{}")
    {
        const string Script = "async (url, options) => JSON.stringify(await ask(url, JSON.parse(options)))";
        var text = await page.EvaluateFunctionAsync<string>(Script, browser.Api + path, options);
        return JsonSerializer.Deserialize<BrowserAnswer>(text, JsonSerializerOptions.Web)!;
    }

    private sealed record BrowserAnswer(int Status, Dictionary<string, string> Headers, string Body);
}
