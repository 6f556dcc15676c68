using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features;

/// <summary>The root, health, pages and the list of routes.</summary>
public sealed class HealthAndPagesTests(ApiHost api) : RestTestBase(api)
{
    [Fact]
    public async Task The_root_is_a_page_for_browsers_and_links_for_programs()
    {
        var (_, links, _) = await GetAsync("/");
        var (_, _, page) = await GetAsync("/", "text/html");

        Assert.Equal("/api/v1/ws/crypto", links.GetProperty("endpoints").GetProperty("websocket").GetProperty("crypto").GetString());
        Assert.Equal("running", links.GetProperty("status").GetString());
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("/live.js", await page.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detailed_health_names_each_part()
    {
        var (status, body, answer) = await GetAsync("/health/detailed");

        Assert.Equal(200, status);
        Assert.Equal("healthy", body.GetProperty("status").GetString());
        Assert.Equal(("connected", "connected"), (body.GetProperty("database").GetString(), body.GetProperty("redis").GetString()));
        Assert.Equal("active", body.GetProperty("websocket").GetString());
        Assert.Equal("simulated", body.GetProperty("data_source").GetString());
        Assert.Equal(JsonValueKind.Number, body.GetProperty("parts").GetProperty("postgresql").GetProperty("latency_ms").ValueKind);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/health/startup")]
    [InlineData("/health/")]
    [InlineData("/docs/index.html")]
    [InlineData("/redoc/index.html")]
    [InlineData("/docs/streams")]
    [InlineData("/asyncapi.json")]
    [InlineData("/live.js")]
    [InlineData("/live.css")]
    public async Task A_page_or_probe_answers(string url)
    {
        var (status, _, answer) = await GetAsync(url);

        Assert.Equal(200, status);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Ct));
    }

    [Theory]
    [InlineData("/docs/index.html")]
    [InlineData("/redoc/index.html")]
    [InlineData("/docs/streams")]
    [InlineData("/")]
    public async Task No_page_loads_anything_from_elsewhere(string url)
    {
        var (_, _, answer) = await GetAsync(url, "text/html");
        var html = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Contains("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("//", html.Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_router_list_is_that_of_the_real_routes()
    {
        var (_, body, _) = await GetAsync("/api/v1/");
        var keys = body.GetProperty("available_endpoints").EnumerateObject().Select(e => e.Name).ToList();

        Assert.Superset(new HashSet<string> { "crypto", "etf", "stocks/sp500", "market-calendar" }, keys.ToHashSet());
        Assert.Equal(
            "/stocks/sp500",
            body.GetProperty("available_endpoints").GetProperty("stocks/sp500").GetProperty("prefix").GetString()
        );
    }

    [Fact]
    public async Task An_answer_that_did_not_change_is_not_sent_twice()
    {
        using var client = Api.Host.Server.CreateClient();
        using var first = await client.GetAsync("/api/v1/stats", Ct);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stats");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(again, Ct);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }
}
