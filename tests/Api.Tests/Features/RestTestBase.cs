using System.Text.Json;
using InvestmentAssistant.Api.Tests.Features.Docs;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features;

/// <summary>The routes of Crypto, Sp500, Etf and Health over the simulated market.</summary>
public abstract class RestTestBase(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    protected ApiHost Api { get; } = api;

    public async ValueTask InitializeAsync() => await Listed.InAsync(Api);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected async Task<(int Status, JsonElement Body, HttpResponseMessage Answer)> GetAsync(string url, string? accept = null)
    {
        using var client = Api.Host.Server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (accept is not null)
            request.Headers.Add("Accept", accept);
        var answer = await client.SendAsync(request, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        return (
            (int)answer.StatusCode,
            text.StartsWith('{') || text.StartsWith('[') ? JsonSerializer.Deserialize<JsonElement>(text) : default,
            answer
        );
    }
}
