using System.Text.Json;
using InvestmentAssistant.Api.Tests.Features.Docs;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Etf;

/// <summary>The fund's page over the simulated market, once profiles have been collected.</summary>
public sealed class EtfRouteTests(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await Listed.InAsync(api);
        await api.FillAsync("etf-profiles");
        // Profiles come in batches by symbol; the last of the list closes the first fill.
        await Wait.Until(
            async () => (await GetAsync("XLY")).GetProperty("holdings_chart_data").ValueKind == JsonValueKind.Array,
            TimeSpan.FromSeconds(240),
            "profiles are collected"
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<JsonElement> GetAsync(string symbol)
    {
        using var client = api.Host.Server.CreateClient();
        return JsonSerializer.Deserialize<JsonElement>(
            await client.GetStringAsync("/api/v1/etf/symbol/" + symbol, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task The_page_has_every_field_that_the_front_end_reads()
    {
        var page = await GetAsync("qqq");
        Assert.Equal(
            ["basic_info", "profile", "sector_chart_data", "holdings_chart_data", "key_metrics", "last_updated"],
            page.EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal(
            [
                "symbol",
                "name",
                "net_assets",
                "net_expense_ratio",
                "portfolio_turnover",
                "dividend_yield",
                "inception_date",
                "leveraged",
                "sectors",
                "holdings",
                "exchange",
            ],
            page.GetProperty("profile").EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal(
            ["net_assets", "net_expense_ratio", "dividend_yield", "inception_year"],
            page.GetProperty("key_metrics").EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal(10, page.GetProperty("holdings_chart_data").GetArrayLength());
        var (sector, slice) = (page.GetProperty("profile").GetProperty("sectors")[0], page.GetProperty("sector_chart_data")[0]);
        Assert.Equal(sector.GetProperty("weight").GetDecimal() * 100, slice.GetProperty("value").GetDecimal());
        Assert.Equal(("#60a5fa", "#60a5fa"), (sector.GetProperty("color").GetString(), slice.GetProperty("color").GetString()));
    }

    [Fact]
    public async Task A_sector_fund_holds_its_sector()
    {
        var page = await GetAsync("XLY");
        Assert.Equal(
            "Consumer Discretionary",
            Assert.Single(page.GetProperty("sector_chart_data").EnumerateArray()).GetProperty("name").GetString()
        );
        // N11: in the words of the index's sectors, the provider's text beside them.
        var sector = page.GetProperty("profile").GetProperty("sectors")[0];
        Assert.Equal(
            ("Consumer Discretionary", "CONSUMER DISCRETIONARY"),
            (sector.GetProperty("sector").GetString(), sector.GetProperty("sector_text").GetString())
        );
    }
}
