using System.Net.Http.Json;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>A market that the simulated exchange stops, from its frame to the answers.</summary>
[Collection(nameof(SeededCoins))]
public sealed class MarketConditionTests(SeededCoins coins)
{
    private async Task<JsonElement> GetAsync(string path)
    {
        using var client = coins.Api.Host.Server.CreateClient();
        return await client.GetFromJsonAsync<JsonElement>("/api/v1/crypto/" + path, Ct);
    }

    private async Task PlayAsync(string state, double factor)
    {
        using var control = new HttpClient { BaseAddress = coins.Api.Simulator.Control };
        using var reply = await control.PostAsJsonAsync(
            "market",
            new
            {
                market = "KRW-CHZ",
                state,
                price_factor = factor,
            },
            Ct
        );
        Assert.True(reply.IsSuccessStatusCode);
    }

    [Fact]
    public async Task P4_a_suspended_market_is_flagged_on_the_list_and_in_no_ranking_and_no_premium()
    {
        try
        {
            await PlayAsync("suspended", 4);
            await Wait.Until(
                async () => (await GetAsync("CHZ")).GetProperty("condition").GetString() == "suspended",
                TimeSpan.FromSeconds(30)
            );

            var item = await GetAsync("KRW-CHZ");
            var age = item.GetProperty("last_updated").GetDateTimeOffset() - item.GetProperty("last_traded_at").GetDateTimeOffset();
            Assert.InRange(age.TotalDays, 2.9, 4);
            var top = await GetAsync("top?limit=100");
            Assert.DoesNotContain("KRW-CHZ", top.EnumerateArray().Select(i => i.GetProperty("market").GetString()));
            var answer = await GetAsync("details/kimchi-premium/CHZ");
            Assert.Equal(
                1,
                answer.GetProperty("kimchi_premium").GetProperty("left_out").GetProperty("korean").GetProperty("suspended").GetInt32()
            );
            var investment = await GetAsync("details/investment/CHZ");
            Assert.Equal("높음", investment.GetProperty("risk_analysis").GetProperty("overall_risk_score").GetString());
            Assert.Equal("suspended", investment.GetProperty("risk_analysis").GetProperty("exchange_warning").GetString());
        }
        finally
        {
            await PlayAsync("active", 1);
        }
        await Wait.Until(
            async () => (await GetAsync("CHZ")).GetProperty("condition").ValueKind == JsonValueKind.Null,
            TimeSpan.FromMinutes(3)
        );
    }
}
