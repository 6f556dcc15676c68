using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Tests.Contract;
using InvestmentAssistant.Api.Tests.Features.Docs;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Features.Ingestion;

/// <summary>The admin endpoints read their key at each request; no other class sets it.</summary>
public sealed partial class AdminJobsTests(ApiHost api) : IClassFixture<ApiHost>, IDisposable
{
    private const string Key = "correct-horse-battery-staple";

    private static DescribedAnswers? s_described;

    [GeneratedRegex("/jobs/[^/]+/run")]
    private static partial Regex JobName();

    private string? AdminKey
    {
        set => api.Host.Services.GetRequiredService<IConfiguration>()["ADMIN_API_KEY"] = value;
    }

    public void Dispose() => AdminKey = null;

    private async Task<(HttpStatusCode Status, string? MediaType, JsonElement Body)> SendAsync(HttpMethod method, string path, string? key)
    {
        using var client = api.Host.Server.CreateClient();
        using var request = new HttpRequestMessage(method, path);
        if (key is not null)
            request.Headers.Add("X-Api-Key", key);
        using var reply = await client.SendAsync(request, Ct);
        var body = await reply.Content.ReadAsStringAsync(Ct);
        var mediaType = reply.Content.Headers.ContentType?.MediaType;
        s_described ??= new DescribedAnswers(JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync("/openapi/v1.json", Ct)));
        var described = JobName().Replace(path.Split('?')[0], "/jobs/{name}/run");
        Assert.Empty(s_described.Faults(method.Method, described, reply.StatusCode, mediaType, body));
        if (reply.IsSuccessStatusCode)
            Recording.Keep(s_described.IdOf(method.Method, described), body);
        return (reply.StatusCode, mediaType, JsonSerializer.Deserialize<JsonElement>(body));
    }

    [Theory]
    [InlineData("GET", "/api/v1/admin/jobs")]
    [InlineData("GET", "/api/v1/admin/ingestion")]
    [InlineData("POST", "/api/v1/admin/jobs/bithumb-markets/run")]
    public async Task Without_a_key_in_the_settings_the_endpoints_are_off_and_say_so(string method, string path)
    {
        var (status, mediaType, body) = await SendAsync(new HttpMethod(method), path, Key);

        Assert.Equal((HttpStatusCode.Forbidden, "application/problem+json"), (status, mediaType));
        Assert.Contains("ADMIN_API_KEY", body.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("correct-horse")]
    [InlineData("correct-horse-battery-staple-and-more")]
    public async Task A_missing_or_wrong_key_is_refused(string? given)
    {
        AdminKey = Key;

        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, "/api/v1/admin/jobs", given)).Status);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await SendAsync(HttpMethod.Post, "/api/v1/admin/jobs/bithumb-markets/run", given)).Status
        );
    }

    [Fact]
    public async Task The_right_key_runs_a_job_and_its_run_is_listed_as_manual()
    {
        AdminKey = Key;
        async Task<JsonElement> JobAsync() =>
            (await SendAsync(HttpMethod.Get, "/api/v1/admin/jobs", Key))
                .Body.EnumerateArray()
                .Single(j => j.GetProperty("name").GetString() == "etf-list");

        await Wait.Until(async () =>
            (await SendAsync(HttpMethod.Post, "/api/v1/admin/jobs/etf-list/run", Key)).Status == HttpStatusCode.Accepted
        );

        await Wait.Until(
            async () =>
                (await JobAsync())
                    .GetProperty("runs")
                    .EnumerateArray()
                    .Any(r => r.GetProperty("trigger").GetString() == "manual" && r.GetProperty("outcome").GetString() == "succeeded"),
            TimeSpan.FromSeconds(60)
        );
        Assert.Equal("fresh", (await JobAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task An_unknown_job_is_not_found()
    {
        AdminKey = Key;

        var (status, mediaType, body) = await SendAsync(HttpMethod.Post, "/api/v1/admin/jobs/no-such-job/run", Key);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (status, mediaType));
        Assert.Contains("no-such-job", body.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task The_status_is_open_to_all_and_never_cached()
    {
        using var client = api.Host.Server.CreateClient();
        using var reply = await client.GetAsync(new Uri("/api/v1/ingestion/status", UriKind.Relative), Ct);
        var body = JsonSerializer.Deserialize<JsonElement>(await reply.Content.ReadAsStringAsync(Ct));

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Contains("no-store", reply.Headers.CacheControl?.ToString());
        Assert.EndsWith("Z", body.GetProperty("as_of").GetString());
        Assert.Contains("etf-list", body.GetProperty("data_sets").EnumerateArray().Select(s => s.GetProperty("name").GetString()));
        Assert.Contains("bithumb-live", body.GetProperty("feeds").EnumerateArray().Select(f => f.GetProperty("name").GetString()));
        // Hosts, processes and texts of exceptions are no stranger's business.
        Assert.Equal(["as_of", "data_sets", "feeds"], WireJson.Names(body));
        Assert.All(body.GetProperty("feeds").EnumerateArray(), f =>
            Assert.Equal(["name", "provider", "state", "connected", "last_event_at", "messages", "dropped"], WireJson.Names(f))
        );
        Assert.All(
            body.GetProperty("data_sets")
                .EnumerateArray()
                .Select(s => s.GetProperty("last_run"))
                .Where(r => r.ValueKind is JsonValueKind.Object),
            r => Assert.Empty(WireJson.Names(r).Intersect(["instance", "note"]))
        );
    }

    [Fact]
    public async Task Owners_of_feeds_and_budgets_are_shown_to_who_holds_the_key()
    {
        AdminKey = Key;

        var body = (await SendAsync(HttpMethod.Get, "/api/v1/admin/ingestion", Key)).Body;

        Assert.Contains(body.GetProperty("feeds").EnumerateArray(), f => f.GetProperty("name").GetString() == "bithumb-live");
        Assert.Contains(body.GetProperty("budgets").EnumerateArray(), b => b.GetProperty("provider").GetString() == "finnhub");
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, "/api/v1/admin/ingestion", null)).Status);
    }
}
