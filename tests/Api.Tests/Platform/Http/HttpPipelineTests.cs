using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace InvestmentAssistant.Api.Tests.Platform.Http;

/// <summary>The pipeline that every request passes, before endpoints of the test's own.</summary>
public sealed class HttpPipelineTests(PipelineInMemory pipeline) : IClassFixture<PipelineInMemory>
{
    private async Task<HttpResponseMessage> SendAsync(string path, string method = "GET", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await pipeline.App.GetTestClient().SendAsync(request, Ct);
    }

    private static async Task<JsonElement> JsonOf(HttpResponseMessage answer) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Ct));

    [Theory]
    [InlineData("/boom", 500)]
    [InlineData("/query", 500)]
    [InlineData("/gone", 503)]
    [InlineData("/restarting", 503)]
    [InlineData("/late", 503)]
    [InlineData("/unknown", 404)]
    [InlineData("/nowhere", 404)]
    public async Task Every_failure_is_a_problem_that_gives_nothing_away(string path, int status)
    {
        using var answer = await SendAsync(path);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Equal(path, problem.GetProperty("instance").GetString());
        Assert.Equal(answer.Headers.GetValues("X-Request-ID").Single(), problem.GetProperty("trace_id").GetString());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.Equal(status == 503, answer.Headers.RetryAfter is not null);
    }

    [Theory]
    [InlineData("sources=%00", "sources")]
    [InlineData("author=a%00b", "author")]
    [InlineData("limit=1%00", "limit")]
    [InlineData("symbols=AAPL&symbols=%1b%5b31m", "symbols")]
    [InlineData("na%00me=x", "name")]
    public async Task A_control_character_in_a_parameter_is_400_that_names_it(string query, string parameter)
    {
        using var answer = await SendAsync("/hello?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await JsonOf(answer)).GetProperty("errors").TryGetProperty(parameter, out _));
    }

    [Fact]
    public async Task A_wrong_method_is_405_and_says_which_are_right()
    {
        using var answer = await SendAsync("/hello", "DELETE");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("GET", answer.Content.Headers.Allow);
        Assert.Equal(405, (await JsonOf(answer)).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task An_answer_has_an_etag_and_is_not_sent_twice()
    {
        using var first = await SendAsync("/hello");
        var tag = first.Headers.ETag!.ToString();
        using var second = await SendAsync("/hello", "GET", ("If-None-Match", tag));
        using var star = await SendAsync("/hello", "GET", ("If-None-Match", "*"));
        using var other = await SendAsync("/hello", "GET", ("If-None-Match", "\"other\""));

        Assert.StartsWith("public, max-age=", string.Join(", ", first.Headers.GetValues("Cache-Control")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(tag, second.Headers.ETag!.ToString());
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(HttpStatusCode.NotModified, star.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Head_gives_the_headers_of_get_without_its_body()
    {
        using var get = await SendAsync("/long");
        using var head = await SendAsync("/long", "HEAD");

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(10_000, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task Options_says_what_is_allowed()
    {
        using var answer = await SendAsync("/hello", "OPTIONS");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], answer.Content.Headers.Allow.Order());
    }

    [Theory]
    [InlineData("/hello")]
    [InlineData("/hello/")]
    public async Task A_path_answers_with_and_without_a_trailing_slash(string path)
    {
        using var answer = await SendAsync(path);

        Assert.Equal("hello", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task An_answer_beyond_the_buffer_arrives_whole_and_without_an_etag()
    {
        using var answer = await SendAsync("/huge");

        Assert.Equal(200_000, (await answer.Content.ReadAsByteArrayAsync(Ct)).Length);
        Assert.Null(answer.Headers.ETag);
    }

    [Fact]
    public async Task An_event_stream_is_not_held_back()
    {
        using var answer = await SendAsync("/events");

        Assert.Equal("data: 1\n\n", await answer.Content.ReadAsStringAsync(Ct));
        Assert.Null(answer.Headers.ETag);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_long_text_is_compressed_when_the_client_can(string coding)
    {
        using var answer = await SendAsync("/long", "GET", ("Accept-Encoding", coding));

        Assert.Equal([coding], answer.Content.Headers.ContentEncoding);
        Assert.True((await answer.Content.ReadAsByteArrayAsync(Ct)).Length < 1_000);
    }

    [Theory]
    [InlineData("https://weinvesting.site", "/hello", true)]
    [InlineData("https://weinvesting.site", "/boom", true)]
    [InlineData("https://weinvesting.site", "/nowhere", true)]
    [InlineData("http://localhost:3000", "/hello", true)]
    [InlineData("https://evil.example", "/hello", false)]
    public async Task Only_listed_origins_may_read_answers_and_errors(string origin, string path, bool allowed)
    {
        using var answer = await SendAsync(path, "GET", ("Origin", origin));

        Assert.Equal(allowed ? [origin] : [], answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var said) ? said : []);
    }

    [Fact]
    public async Task A_preflight_is_answered()
    {
        using var answer = await SendAsync(
            "/hello",
            "OPTIONS",
            ("Origin", "https://weinvesting.site"),
            ("Access-Control-Request-Method", "GET"),
            ("Access-Control-Request-Headers", "x-api-key")
        );

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("https://weinvesting.site", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("x-api-key", answer.Headers.GetValues("Access-Control-Allow-Headers").Single());
    }

    [Theory]
    [InlineData("abc-123", "abc-123")]
    [InlineData("two words", null)]
    [InlineData("<script>", null)]
    public async Task A_sane_correlation_id_is_echoed_and_another_replaced(string given, string? echoed)
    {
        using var answer = await SendAsync("/hello", "GET", ("X-Request-ID", given));
        var id = answer.Headers.GetValues("X-Request-ID").Single();

        Assert.Equal(echoed ?? id, id);
        Assert.Equal(echoed is not null, id == given);
        Assert.Equal("simulated", answer.Headers.GetValues("X-Data-Source").Single());
        Assert.StartsWith("total;dur=", answer.Headers.GetValues("Server-Timing").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/alive")]
    [InlineData("/alive/")]
    public async Task A_memory_answer_needs_no_endpoint(string path)
    {
        using var answer = await SendAsync(path);

        Assert.Equal("{}", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Past_the_limit_an_address_gets_429_with_Retry_After()
    {
        async Task<HttpContext> FromAsync(string address) =>
            await pipeline
                .App.GetTestServer()
                .SendAsync(
                    http =>
                    {
                        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
                        http.Request.Method = "GET";
                        http.Request.Path = "/hello";
                    },
                    Ct
                );

        using var probe = new MeterProbe(pipeline.App.Services);
        for (var i = 0; i < PipelineInMemory.RequestsPerMinute; i++)
            Assert.Equal(200, (await FromAsync("203.0.113.7")).Response.StatusCode);
        var refused = await FromAsync("203.0.113.7");
        var neighbour = await FromAsync("203.0.113.8");
        var loopback = Enumerable.Range(0, 10).Select(_ => FromAsync("127.0.0.1"));

        Assert.Equal(429, refused.Response.StatusCode);
        Assert.Equal(1, probe.Of("investment_assistant.http.limited", "limit=requests"));
        Assert.InRange(int.Parse(refused.Response.Headers.RetryAfter!), 1, 60);
        Assert.Equal(
            ("3", "0"),
            (refused.Response.Headers["RateLimit-Limit"].ToString(), refused.Response.Headers["RateLimit-Remaining"].ToString())
        );
        Assert.Equal(200, neighbour.Response.StatusCode);
        Assert.All(await Task.WhenAll(loopback), answer => Assert.Equal(200, answer.Response.StatusCode));
    }

    [Fact]
    public async Task Probes_are_answered_however_many_requests_an_address_makes()
    {
        Task<HttpContext> FromAsync(string path, params (string Name, string Value)[] headers) =>
            pipeline
                .App.GetTestServer()
                .SendAsync(
                    http =>
                    {
                        http.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.9");
                        http.Request.Method = "GET";
                        http.Request.Path = path;
                        foreach (var (name, value) in headers)
                            http.Request.Headers[name] = value;
                    },
                    Ct
                );

        for (var i = 0; i <= PipelineInMemory.RequestsPerMinute; i++)
            await FromAsync("/hello");
        Assert.Equal(429, (await FromAsync("/hello")).Response.StatusCode);

        foreach (var path in new[] { "/alive", "/alive/" })
        {
            Assert.NotEqual(429, (await FromAsync(path)).Response.StatusCode);
            Assert.NotEqual(
                429,
                (await FromAsync(path, ("Origin", "https://weinvesting.site"), ("If-None-Match", "\"x\""))).Response.StatusCode
            );
        }
    }
}
