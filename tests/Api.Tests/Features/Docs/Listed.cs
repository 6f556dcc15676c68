using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Docs;

/// <summary>Waits, at the first test that asks, until the list jobs have run and the boards have prices.</summary>
internal static class Listed
{
    private static readonly string[] Firsts = ["/api/v1/crypto/btc", "/api/v1/stocks/sp500/symbol/AAPL", "/api/v1/etf/symbol/SPY/basic"];

    public static async Task InAsync(ApiHost api)
    {
        using var client = api.Host.Server.CreateClient();
        foreach (var url in Firsts)
        {
            await Wait.Until(
                async () =>
                {
                    using var answer = await client.GetAsync(url, TestContext.Current.CancellationToken);
                    if (!answer.IsSuccessStatusCode)
                        return false;
                    var body = JsonSerializer.Deserialize<JsonElement>(
                        await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
                    );
                    var price =
                        body.TryGetProperty("price", out var p) ? p
                        : body.GetProperty("current_price") is { ValueKind: JsonValueKind.Object } inner
                            ? inner.GetProperty("current_price")
                        : body.GetProperty("current_price");
                    return price.ValueKind == JsonValueKind.Number;
                },
                TimeSpan.FromSeconds(90),
                $"{url} has a price"
            );
        }
    }
}
