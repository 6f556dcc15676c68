using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Features.Docs;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Resilience;

/// <summary>What every route answers without PostgreSQL, against the document.</summary>
[Collection(LongestFirst.Programs)]
public sealed class DescribedFailureTests(LocalServices services)
{
    [Fact]
    public async Task Without_postgresql_every_route_answers_as_the_document_says()
    {
        var database = new NpgsqlConnectionStringBuilder(await services.NewDatabaseAsync());
        await using var link = new FaultyLink(database.Host!, database.Port);
        await using var api = await ApiProcess.StartAsync(
            services,
            new ApiSettings
            {
                Postgres = new NpgsqlConnectionStringBuilder(database.ConnectionString)
                {
                    Host = "127.0.0.1",
                    Port = link.Port,
                }.ConnectionString,
                Redis = (await services.RedisAsync()).Endpoint,
                Roles = "api",
            }
        );
        var described = new DescribedAnswers(
            JsonSerializer.Deserialize<JsonElement>(await api.Http.GetStringAsync("/openapi/v1.json", Ct))
        );
        link.Cut();
        List<string> faults = [];
        var unavailable = 0;

        foreach (var (method, path, operation) in described.Operations.Where(o => o.Method is "get"))
        {
            using var answer = await api.Http.GetAsync(new Uri(Filled(path, operation), UriKind.Relative), Ct);
            var body = await answer.Content.ReadAsStringAsync(Ct);
            faults.AddRange(described.Faults(method, path, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, body));
            if (answer.StatusCode is HttpStatusCode.ServiceUnavailable)
                unavailable++;
            else if (answer.StatusCode is HttpStatusCode.InternalServerError)
                faults.Add($"{path}: 500");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(30)));
        Assert.True(unavailable > 90, $"only {unavailable} routes were asked in vain");
    }

    /// <summary>The path with what the document allows in place of its required parameters.</summary>
    private static string Filled(string path, JsonElement operation)
    {
        List<string> query = [];
        foreach (var parameter in operation.GetProperty("parameters").EnumerateArray().Where(p => p.TryGetProperty("name", out _)))
        {
            var name = parameter.GetProperty("name").GetString()!;
            if (!parameter.TryGetProperty("required", out var required) || !required.GetBoolean())
                continue;
            var value = Uri.EscapeDataString(ValueOf(parameter));
            if (parameter.GetProperty("in").GetString() is "path")
                path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
            else
                query.Add($"{name}={value}");
        }
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private static string ValueOf(JsonElement parameter)
    {
        var schema = parameter.GetProperty("schema");
        if (parameter.TryGetProperty("example", out var example) || schema.TryGetProperty("example", out example))
            return example.ToString();
        if (schema.TryGetProperty("enum", out var choices))
            return choices[0].ToString();
        return schema.GetProperty("type").GetString() is "integer" ? "1" : "apple";
    }
}
