using System.Text.Json;
using InvestmentAssistant.Api.Tests.Features.Docs;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Sp500.StockPage;

/// <summary>The stock page over the simulated market, once all of its parts have been collected.</summary>
public sealed class StockRouteTests(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await Listed.InAsync(api);
        await api.FillAsync("company-overview", "balance-sheets");
        await Wait.Until(
            async () => (await GetAsync("AAPL")).GetProperty("data_case").GetString() == "complete_data",
            TimeSpan.FromSeconds(240),
            "all parts are collected"
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<JsonElement> GetAsync(string symbol)
    {
        using var client = api.Host.Server.CreateClient();
        return JsonSerializer.Deserialize<JsonElement>(
            await client.GetStringAsync("/api/v1/stocks/sp500/symbol/" + symbol, TestContext.Current.CancellationToken)
        );
    }

    private static void HasAll(JsonElement json, params string[] names) =>
        Assert.Superset(names.ToHashSet(), json.EnumerateObject().Select(p => p.Name).ToHashSet());

    [Fact]
    public async Task The_page_has_every_field_that_the_front_end_reads()
    {
        var page = await GetAsync("aapl");
        HasAll(
            page,
            "symbol",
            "data_case",
            "timestamp",
            "current_price",
            "data_availability",
            "company_info",
            "financial_data",
            "integrated_analysis",
            "data_sources"
        );
        HasAll(
            page.GetProperty("current_price"),
            "symbol",
            "company_name",
            "current_price",
            "previous_close",
            "change_amount",
            "change_percentage",
            "volume",
            "volume_24h",
            "is_positive",
            "last_updated",
            "market_status"
        );
        Assert.All(["current_price", "company_overview", "balance_sheet"], part =>
        {
            Assert.True(page.GetProperty("data_availability").GetProperty(part).GetBoolean());
            Assert.Equal(JsonValueKind.String, page.GetProperty("data_sources").GetProperty(part).ValueKind);
        });
        var company = page.GetProperty("company_info");
        HasAll(company, "available", "data", "status", "message");
        HasAll(
            company.GetProperty("data"),
            "name",
            "sector",
            "industry",
            "description",
            "website",
            "market_cap",
            "pe_ratio",
            "dividend_yield",
            "beta",
            "roe",
            "profit_margin",
            "batch_id",
            "week_52_high",
            "week_52_low"
        );
        var financial = page.GetProperty("financial_data").GetProperty("data");
        HasAll(financial, "data_available", "key_metrics", "key_ratios", "financial_health", "latest_period", "message");
        HasAll(
            financial.GetProperty("key_metrics"),
            "total_assets",
            "total_liabilities",
            "shareholders_equity",
            "cash_and_equivalents",
            "fiscal_date_ending"
        );
        HasAll(financial.GetProperty("key_ratios").GetProperty("current_ratio"), "value", "status", "description");
        HasAll(financial.GetProperty("key_ratios").GetProperty("debt_to_asset"), "value", "status", "description");
        HasAll(financial.GetProperty("financial_health"), "grade", "score", "status");
        HasAll(page.GetProperty("integrated_analysis"), "available", "summary", "investment_perspective", "key_highlights", "message");
    }

    [Theory]
    [InlineData("AAPL")]
    [InlineData("BRK.B")]
    [InlineData("JPM")]
    public async Task Market_value_price_and_sector_fit_each_other(string symbol)
    {
        await Wait.Until(
            async () => (await GetAsync(symbol)).GetProperty("data_case").GetString() == "complete_data",
            TimeSpan.FromSeconds(60),
            $"{symbol} is collected"
        );
        var page = await GetAsync(symbol);
        var data = page.GetProperty("company_info").GetProperty("data");
        decimal Of(string name) => data.GetProperty(name).GetDecimal();
        var price = page.GetProperty("current_price").GetProperty("current_price").GetDecimal();
        Assert.InRange(Of("market_cap") / Of("shares_outstanding") / price, 0.8m, 1.25m); // the overview is of the last close
        Assert.InRange(Of("market_cap") / Of("shares_outstanding") / Of("eps") / Of("pe_ratio"), 0.99m, 1.01m);
        Assert.InRange(price, Of("week_52_low") * 0.8m, Of("week_52_high") * 1.25m);
        Assert.InRange(data.GetProperty("valuation").GetProperty("peers").GetInt32(), 10, 90);
        Assert.InRange(data.GetProperty("valuation").GetProperty("sector_median_pe").GetDecimal(), 5, 60);
    }
}
