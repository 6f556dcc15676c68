using System.Text.Json;
using FastEndpoints;
using InvestmentAssistant.Api.Features.Docs.OpenApi;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Features.Docs;

/// <summary>The OpenAPI document against what is really there.</summary>
public sealed class OpenApiTests(ApiHost api) : IClassFixture<ApiHost>
{
    private static readonly string[] Saying = ["type", "$ref", "oneOf", "anyOf", "allOf", "enum"];

    private async Task<JsonElement> DocumentAsync()
    {
        using var client = api.Host.Server.CreateClient();
        return JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync("/openapi/v1.json", Ct));
    }

    private static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (p.Name, o.Name, o.Value)));

    [Fact]
    public async Task The_document_is_3_1_and_has_every_slice()
    {
        var document = await DocumentAsync();
        var described = Operations(document)
            .Select(o => $"{o.Method.ToUpperInvariant()} {o.Path.TrimEnd('/')}")
            .ToHashSet(StringComparer.Ordinal);
        var real = api
            .Host.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<EndpointDefinition>() is not null)
            .SelectMany(e =>
                e.Metadata.GetMetadata<IHttpMethodMetadata>()!
                    .HttpMethods.Select(m => $"{m} /{e.RoutePattern.RawText!.Trim('/')}".TrimEnd('/'))
            )
            .ToList();

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.True(real.Count > 25);
        Assert.DoesNotContain(real, r => !described.Contains(r));
    }

    [Fact]
    public async Task The_document_is_made_once_and_the_same_bytes_are_sent_to_all()
    {
        var kept = api.Host.Services.GetRequiredService<KeptDocument>();
        using var client = api.Host.Server.CreateClient();
        using var answer = await client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), Ct);

        Assert.Same(await kept.JsonAsync(Ct), await kept.JsonAsync(Ct));
        Assert.Equal(await kept.JsonAsync(Ct), await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task A_get_has_no_body_and_its_route_parameters_are_path_parameters()
    {
        var gets = Operations(await DocumentAsync()).Where(o => o.Method == "get").ToList();

        Assert.NotEmpty(gets);
        Assert.All(gets, o => Assert.False(o.Operation.TryGetProperty("requestBody", out _), o.Path));
        foreach (var (path, _, operation) in gets.Where(o => o.Path.Contains('{')))
        {
            var inPath = operation
                .GetProperty("parameters")
                .EnumerateArray()
                .Where(p => p.GetProperty("in").GetString() == "path")
                .Select(p => $"{{{p.GetProperty("name").GetString()}}}")
                .ToList();
            Assert.NotEmpty(inPath);
            Assert.All(inPath, name => Assert.Contains(name, path));
        }
    }

    [Fact]
    public async Task Every_operation_says_what_it_is_and_how_it_fails()
    {
        foreach (var (path, _, operation) in Operations(await DocumentAsync()))
        {
            Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("summary").GetString()), path);
            Assert.NotEmpty(operation.GetProperty("tags").EnumerateArray());
            var responses = operation.GetProperty("responses");
            Assert.True(
                responses.GetProperty("500").GetProperty("content").TryGetProperty("application/problem+json", out var problem),
                path
            );
            Assert.Equal("#/components/schemas/Problem", problem.GetProperty("schema").GetProperty("$ref").GetString());
            Assert.Equal(500, problem.GetProperty("example").GetProperty("status").GetInt32());
            foreach (var parameter in operation.TryGetProperty("parameters", out var list) ? list.EnumerateArray() : default)
                Assert.True(parameter.TryGetProperty("description", out _), $"{path} {parameter.GetProperty("name")} has no description");
        }
    }

    [Fact]
    public async Task Bounds_defaults_and_choices_are_those_of_the_code()
    {
        var paths = (await DocumentAsync()).GetProperty("paths");
        JsonElement Schema(string path, string name) =>
            paths
                .GetProperty(path)
                .GetProperty("get")
                .GetProperty("parameters")
                .EnumerateArray()
                .Single(p => p.GetProperty("name").GetString() == name)
                .GetProperty("schema");

        var limit = Schema("/api/v1/stocks/sp500/gainers", "limit");
        Assert.Equal("integer", limit.GetProperty("type").GetString());
        Assert.Equal(
            (1, 100, 20),
            (limit.GetProperty("minimum").GetInt32(), limit.GetProperty("maximum").GetInt32(), limit.GetProperty("default").GetInt32())
        );
        Assert.Equal(
            InvestmentAssistant.Api.Domain.Markets.Charts.ChartSpans.Timeframes,
            Schema("/api/v1/stocks/sp500/chart/{symbol}", "timeframe").GetProperty("enum").EnumerateArray().Select(e => e.GetString()!)
        );
        Assert.Equal(
            InvestmentAssistant.Api.Domain.Markets.Charts.ChartSpans.Days,
            Schema("/api/v1/stocks/sp500/chart/{symbol}", "days").GetProperty("enum").EnumerateArray().Select(e => e.GetInt32())
        );
    }

    [Fact]
    public async Task No_schema_is_empty_and_none_is_left_over()
    {
        var document = await DocumentAsync();
        var text = document.GetRawText();
        var schemas = document.GetProperty("components").GetProperty("schemas").EnumerateObject().ToList();

        Assert.True(schemas.Count > 20);
        Assert.All(schemas, s => Assert.Contains($"\"#/components/schemas/{s.Name}\"", text, StringComparison.Ordinal));
        Assert.All(schemas, s => AssertSaysSomething(s.Value, s.Name));
    }

    private static void AssertSaysSomething(JsonElement schema, string where)
    {
        Assert.True(Saying.Any(k => schema.TryGetProperty(k, out _)), $"{where} says nothing: {schema}");
        if (schema.TryGetProperty("properties", out var properties))
            foreach (var property in properties.EnumerateObject())
                AssertSaysSomething(property.Value, $"{where}.{property.Name}");
        if (schema.TryGetProperty("items", out var items))
            AssertSaysSomething(items, where + "[]");
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/health", "/health")]
    [InlineData("/health/detailed", "/health/detailed")]
    [InlineData("/api/v1", "/api/v1")]
    [InlineData("/api/v1/health", "/api/v1/health")]
    [InlineData("/api/v1/stats", "/api/v1/stats")]
    [InlineData("/api/v1/crypto", "/api/v1/crypto?limit=5")]
    [InlineData("/api/v1/crypto", "/api/v1/crypto?limit=5&page=1")]
    [InlineData("/api/v1/crypto/top", "/api/v1/crypto/top")]
    [InlineData("/api/v1/crypto/{symbol}", "/api/v1/crypto/btc")]
    [InlineData("/api/v1/stocks/sp500/market-overview", "/api/v1/stocks/sp500/market-overview")]
    [InlineData("/api/v1/stocks/sp500/symbol/{symbol}", "/api/v1/stocks/sp500/symbol/AAPL")]
    [InlineData("/api/v1/stocks/sp500/chart/{symbol}", "/api/v1/stocks/sp500/chart/AAPL?days=7")]
    [InlineData("/api/v1/stocks/sp500/gainers", "/api/v1/stocks/sp500/gainers")]
    [InlineData("/api/v1/stocks/sp500/search", "/api/v1/stocks/sp500/search?q=app")]
    [InlineData("/api/v1/stocks/sp500/stats", "/api/v1/stocks/sp500/stats")]
    [InlineData("/api/v1/stocks/sp500/health", "/api/v1/stocks/sp500/health")]
    [InlineData("/api/v1/etf", "/api/v1/etf")]
    [InlineData("/api/v1/etf/symbol/{symbol}", "/api/v1/etf/symbol/SPY")]
    [InlineData("/api/v1/etf/symbol/{symbol}/basic", "/api/v1/etf/symbol/SPY/basic")]
    [InlineData("/api/v1/etf/symbol/{symbol}/chart", "/api/v1/etf/symbol/SPY/chart?timeframe=1D")]
    [InlineData("/api/v1/etf/market-overview", "/api/v1/etf/market-overview")]
    [InlineData("/ws/status", "/ws/status")]
    public async Task A_real_answer_fits_its_schema(string path, string url)
    {
        await Listed.InAsync(api);
        var document = await DocumentAsync();
        using var client = api.Host.Server.CreateClient();
        using var answer = await client.GetAsync(url, Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{url}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Ct)}");
        var body = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Ct));
        var schema = document
            .GetProperty("paths")
            .GetProperty(path)
            .GetProperty("get")
            .GetProperty("responses")
            .GetProperty("200")
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("schema");

        var faults = SchemaCheck.Faults(body, schema, document).Take(5).ToList();

        Assert.True(faults.Count == 0, $"{url}\n{string.Join("\n", faults)}");
    }
}
