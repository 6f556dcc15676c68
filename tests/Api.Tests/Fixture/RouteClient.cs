using System.Net;
using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>Asks the routes below one address of the shared host.</summary>
/// <param name="api">The host.</param>
/// <param name="root">Prefix of every path, such as <c>/api/v1/financial-news</c>.</param>
public sealed class RouteClient(ApiHost api, string root = "")
{
    /// <summary>Returns status and body of a GET, whatever the status is.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Json)> Get(string path)
    {
        var ct = TestContext.Current.CancellationToken;
        using var client = api.Host.Server.CreateClient();
        using var answer = await client.GetAsync(root + path, ct);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(ct)));
    }

    /// <summary>Returns the body of a GET and fails, with the body, when its status is not 200.</summary>
    public async Task<JsonElement> Ok(string path)
    {
        var (status, json) = await Get(path);
        Assert.True(status == HttpStatusCode.OK, $"{root}{path}: {(int)status} {json}");
        return json;
    }
}
