using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.Features.Docs;

/// <summary>The live page, and what clients of the old system, browsers and crawlers ask for by habit.</summary>
public sealed partial class PagesTests(ApiHost api) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("/openapi.json", "application/json")]
    [InlineData("/api/v1/openapi.json", "application/json")]
    [InlineData("/openapi/v1.json", "application/json")]
    [InlineData("/favicon.ico", "image/x-icon")]
    [InlineData("/favicon.svg", "image/svg+xml")]
    [InlineData("/apple-touch-icon.png", "image/png")]
    [InlineData("/apple-touch-icon-precomposed.png", "image/png")]
    [InlineData("/robots.txt", "text/plain")]
    [InlineData("/docs", "text/html")]
    [InlineData("/redoc", "text/html")]
    [InlineData("/docs/streams", "text/html")]
    [InlineData("/streams.licences.txt", "text/plain")]
    public async Task G5_what_is_asked_for_by_habit_is_found(string path, string type)
    {
        using var client = api.Host.Server.CreateClient();
        using var answer = await client.GetAsync(path, Ct);
        using var end = answer.Headers.Location is { } to ? await client.GetAsync(to, Ct) : null;
        var last = end ?? answer;
        Assert.Equal(HttpStatusCode.OK, last.StatusCode);
        Assert.Equal(type, last.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await last.Content.ReadAsByteArrayAsync(Ct));
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Ct);
        Assert.Equal(answer.StatusCode, head.StatusCode);
    }

    [Fact]
    public async Task G5_the_old_systems_address_has_the_same_document()
    {
        using var client = api.Host.Server.CreateClient();
        var document = await client.GetStringAsync("/openapi.json", Ct);
        Assert.Equal(await client.GetStringAsync("/openapi/v1.json", Ct), document);
        Assert.StartsWith(
            "3.1",
            JsonSerializer.Deserialize<JsonElement>(document).GetProperty("openapi").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task G5_the_icon_holds_the_sizes_that_browsers_take()
    {
        using var client = api.Host.Server.CreateClient();
        var icon = await client.GetByteArrayAsync("/favicon.ico", Ct);
        Assert.Equal((0, 1, 3), (icon[0], icon[2], icon[4]));
        Assert.Equal([16, 32, 48], Enumerable.Range(0, 3).Select(i => (int)icon[6 + (16 * i)]));
    }

    /// <summary>
    /// What makes a browser lay the page out at once when it is read after a change (Paul Irish, "What forces layout / reflow").
    /// </summary>
    [Fact]
    public void G1_the_live_page_reads_no_measure_of_the_layout()
    {
        var script = Comment().Replace(File.ReadAllText(Path.Combine(Repository.Current.ApiFolder, "wwwroot", "live.js")), "");
        Assert.DoesNotMatch(Measures(), script);
        Assert.Contains("requestAnimationFrame", script, StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"\.(offset|client|scroll)(Width|Height|Top|Left|Parent)\b|getBoundingClientRect|getClientRects|getComputedStyle"
            + @"|innerText|scrollIntoView|scrollBy|scrollTo\b|\.inner(Width|Height)\b|elementFromPoint|getSelection"
    )]
    private static partial Regex Measures();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
