using System.Net;
using System.Text.Json;
using FastEndpoints;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Docs;

/// <summary>What the OpenAPI document says of itself. That answers are as it describes them is in the contract's tests.</summary>
public sealed class OpenApiTests(BareApi api) : IClassFixture<BareApi>
{
    private static readonly string[] Saying = ["type", "$ref", "oneOf", "anyOf", "allOf", "enum"];

    private static JsonElement? s_document;

    private async Task<JsonElement> DocumentAsync() =>
        s_document ??= JsonSerializer.Deserialize<JsonElement>(await api.Http.GetStringAsync("/openapi/v1.json", Ct));

    private static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (p.Name, o.Name, o.Value)));

    private static IEnumerable<JsonElement> Parameters(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var list) ? list.EnumerateArray().Where(p => p.TryGetProperty("name", out _)) : [];

    [Fact]
    public async Task The_document_has_every_slice_under_a_name_of_its_own()
    {
        var document = await DocumentAsync();
        var names = Operations(document).Select(o => o.Operation.GetProperty("operationId").GetString()!).ToList();
        var slices = typeof(InvestmentAssistant.Api.Platform.ApiTag)
            .Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IEndpoint)))
            .ToList();

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.True(slices.Count > 150, $"{slices.Count} slices");
        Assert.Empty(slices.Select(s => s.Name).Except(names, StringComparer.Ordinal));
        Assert.Empty(names.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Theory]
    [InlineData("/openapi/v1.json", "3.1")]
    [InlineData("/openapi/v1.json?version=3.1", "3.1")]
    [InlineData("/openapi/v1.json?version=3.0", "3.0")]
    [InlineData("/openapi.json", "3.1")]
    [InlineData("/openapi.json?version=3.0", "3.0")]
    [InlineData("/api/v1/openapi.json", "3.1")]
    public async Task Each_address_serves_both_versions(string url, string version)
    {
        using var answer = await api.Http.GetAsync(new Uri(url, UriKind.Relative), Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);

        Assert.StartsWith(
            version,
            JsonSerializer.Deserialize<JsonElement>(text).GetProperty("openapi").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Headers.ETag);
        Assert.Equal(text, await api.Http.GetStringAsync(url, Ct));
    }

    [Fact]
    public async Task Another_version_is_refused_by_name()
    {
        using var answer = await api.Http.GetAsync(new Uri("/openapi/v1.json?version=2.0", UriKind.Relative), Ct);
        var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(problem.GetProperty("errors").TryGetProperty("version", out _));
    }

    [Fact]
    public async Task Both_versions_have_the_same_operations_and_components()
    {
        var older = JsonSerializer.Deserialize<JsonElement>(await api.Http.GetStringAsync("/openapi/v1.json?version=3.0", Ct));
        var newest = await DocumentAsync();

        Assert.Equal(Operations(newest).Select(o => (o.Path, o.Method)), Operations(older).Select(o => (o.Path, o.Method)));
        Assert.Equal(Names(newest), Names(older));

        static IEnumerable<string> Names(JsonElement document) =>
            document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(s => s.Name);
    }

    [Fact]
    public async Task A_get_has_no_body_and_its_route_parameters_are_path_parameters()
    {
        var gets = Operations(await DocumentAsync()).Where(o => o.Method == "get").ToList();

        Assert.NotEmpty(gets);
        Assert.All(gets, o => Assert.False(o.Operation.TryGetProperty("requestBody", out _), o.Path));
        foreach (var (path, _, operation) in gets.Where(o => o.Path.Contains('{')))
        {
            var inPath = Parameters(operation)
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
            Assert.Equal(
                "#/components/responses/ServerError",
                operation.GetProperty("responses").GetProperty("500").GetProperty("$ref").GetString()
            );
            Assert.All(Parameters(operation), p => Assert.True(p.TryGetProperty("description", out _), $"{path} {p}"));
        }
    }

    [Fact]
    public async Task Problems_are_described_once_with_an_example_that_fits()
    {
        var document = await DocumentAsync();
        var schemas = new SchemaValidation(document);
        var problems = document
            .GetProperty("components")
            .GetProperty("responses")
            .EnumerateObject()
            .Where(r => r.Value.TryGetProperty("content", out _))
            .ToList();

        Assert.Equal(7, problems.Count);
        foreach (var problem in problems)
        {
            var content = problem.Value.GetProperty("content").GetProperty("application/problem+json");
            Assert.Equal("#/components/schemas/Problem", content.GetProperty("schema").GetProperty("$ref").GetString());
            Assert.Empty(schemas.Faults(content.GetProperty("example"), "#/components/schemas/Problem"));
        }
    }

    [Fact]
    public async Task Each_operation_has_an_example_that_fits_its_schema()
    {
        var document = await DocumentAsync();
        var schemas = new SchemaValidation(document);
        List<string> faults = [];
        foreach (var (path, method, operation) in Operations(document))
        foreach (var response in operation.GetProperty("responses").EnumerateObject().Where(r => r.Name.StartsWith('2')))
        {
            if (!response.Value.GetProperty("content").TryGetProperty("application/json", out var json))
                continue;
            var at =
                $"#/paths/{path.Replace("/", "~1", StringComparison.Ordinal)}/{method}/responses/{response.Name}/content/application~1json";
            if (json.TryGetProperty("example", out var example))
                faults.AddRange(schemas.Faults(example, at + "/schema").Take(3).Select(f => $"{method} {path}: {f}"));
            else
                faults.Add($"{method} {path} has no example");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
    }

    [Fact]
    public async Task Tags_are_described_and_stand_in_the_order_of_a_reader()
    {
        var document = await DocumentAsync();
        var tags = document.GetProperty("tags").EnumerateArray().ToList();
        var names = tags.Select(t => t.GetProperty("name").GetString()!).ToList();

        Assert.All(tags, t => Assert.NotEmpty(t.GetProperty("description").GetString()!));
        Assert.Superset(
            Operations(document).SelectMany(o => o.Operation.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!)).ToHashSet(),
            names.ToHashSet()
        );
        Assert.Equal(["Health", "S&P 500"], names.Take(2));
        Assert.Equal("Ingestion", names[^1]);
    }

    [Fact]
    public async Task Only_the_administrators_operations_need_a_key()
    {
        foreach (var (path, _, operation) in Operations(await DocumentAsync()))
        {
            var isAdmin = path.Contains("/admin/", StringComparison.Ordinal);
            Assert.Equal(isAdmin ? 1 : 0, operation.GetProperty("security").GetArrayLength());
            Assert.Equal(isAdmin, operation.GetProperty("responses").TryGetProperty("401", out _));
        }
    }

    [Fact]
    public async Task The_addresses_that_only_old_clients_use_are_deprecated()
    {
        var deprecated = Operations(await DocumentAsync())
            .Where(o => o.Operation.TryGetProperty("deprecated", out var is_) && is_.GetBoolean())
            .Select(o => o.Path);
        Assert.Equal(
            ["/api/v1/market-sentiment/stats", "/api/v1/sns/analysis", "/api/v1/sp500/stats"],
            deprecated.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("/api/v1/market-news/search", "sort", "newest", "relevance")]
    [InlineData("/api/v1/treasury-yield/maturity/{maturity}", "maturity", "3month", "30year")]
    [InlineData("/api/v1/sns/analysis/posts", "status", "pending", "no_assets")]
    [InlineData("/api/v1/cpi", "order_by", "asc", "desc")]
    [InlineData("/api/v1/crypto/details/concept/{symbol}", "lang", "ko", "en")]
    public async Task A_closed_list_of_values_is_an_enumeration(string path, string name, string first, string last)
    {
        var values = Parameters((await DocumentAsync()).GetProperty("paths").GetProperty(path).GetProperty("get"))
            .Single(p => p.GetProperty("name").GetString() == name)
            .GetProperty("schema")
            .GetProperty("enum")
            .EnumerateArray()
            .Select(v => v.GetString())
            .ToList();
        Assert.Equal((first, last), (values[0], values[^1]));
    }

    [Fact]
    public async Task Bounds_defaults_and_choices_are_those_of_the_code()
    {
        var paths = (await DocumentAsync()).GetProperty("paths");
        JsonElement Schema(string path, string name) =>
            Parameters(paths.GetProperty(path).GetProperty("get"))
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
}
