using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using InvestmentAssistant.MarketSimulator;
using InvestmentAssistant.MarketSimulator.Reference;

namespace InvestmentAssistant.Api.Tests.Simulator;

/// <summary>
/// Balance sheets, overviews and fund profiles of the simulated provider: the captured shapes, and figures that fit each other.
/// </summary>
public sealed class FundamentalsTests : IAsyncLifetime
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 11, 20, 22, 0);

    private SimulatorClient _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorClient.Start(s_now);

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private Task<JsonElement> Ask(string function, string symbol) =>
        _simulator.Get($"alphavantage/query?function={function}&symbol={symbol}&apikey=test");

    /// <summary>The last official close, as the other provider tells it.</summary>
    private async Task<decimal> CloseAsync(string symbol)
    {
        var (from, to) = (s_now.Minus(Duration.FromDays(7)).ToUnixTimeSeconds(), s_now.ToUnixTimeSeconds());
        return (await _simulator.Get($"finnhub/api/v1/stock/candle?symbol={symbol}&resolution=D&from={from}&to={to}"))
            .GetProperty("c")
            .EnumerateArray()
            .Last()
            .GetDecimal();
    }

    private static JsonElement Captured(string sample) => JsonSerializer.Deserialize<JsonElement>(Samples.Text("AlphaVantage", sample));

    private static string[] Names(JsonElement json) => [.. json.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)];

    private static decimal? Number(JsonElement json, string name) =>
        decimal.TryParse(json.GetProperty(name).GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static List<JsonElement> Sheets(JsonElement reply, string list = "quarterlyReports") =>
        [.. reply.GetProperty(list).EnumerateArray()];

    [Fact]
    public async Task Balance_sheets_have_the_captured_shape_and_five_years()
    {
        var (captured, reply) = (Captured("balance-sheet.json"), await Ask("BALANCE_SHEET", "IBM"));
        Assert.Equal(Names(captured), Names(reply));
        Assert.Equal(Names(captured.GetProperty("quarterlyReports")[0]), Names(reply.GetProperty("quarterlyReports")[0]));
        Assert.Equal((20, 5), (Sheets(reply).Count, Sheets(reply, "annualReports").Count));
        Assert.All(Sheets(reply).SelectMany(s => s.EnumerateObject()), p => Assert.Equal(JsonValueKind.String, p.Value.ValueKind));
        var dates = Sheets(reply).Select(s => s.GetProperty("fiscalDateEnding").GetString()!).ToList();
        Assert.Equal(dates.OrderDescending(StringComparer.Ordinal), dates);
    }

    [Fact]
    public async Task Every_sheet_of_every_company_balances()
    {
        var (negative, banks) = (0, 0);
        foreach (var company in new Listings().Companies)
        {
            var sheet = Sheets(await Ask("BALANCE_SHEET", company.Symbol.Replace('.', '-')))[0];
            decimal? Of(string line) => Number(sheet, line);
            Assert.True(
                Of("totalAssets") == Of("totalLiabilities") + Of("totalShareholderEquity") && Of("totalAssets") > 0,
                company.Symbol
            );
            if (Of("totalCurrentAssets") is { } current)
            {
                Assert.True(current + Of("totalNonCurrentAssets") == Of("totalAssets"), company.Symbol);
                Assert.True(Of("totalCurrentLiabilities") + Of("totalNonCurrentLiabilities") == Of("totalLiabilities"), company.Symbol);
                Assert.True(
                    (Of("inventory") ?? 0) + Of("cashAndShortTermInvestments") + Of("currentNetReceivables") <= current,
                    company.Symbol
                );
            }
            else
            {
                banks++;
                Assert.True(
                    company.GicsSector is "Financials" or "Real Estate" && Of("totalCurrentLiabilities") is null && Of("inventory") is null,
                    company.Symbol
                );
            }
            if (Of("totalShareholderEquity") < 0)
                negative++;
        }
        Assert.InRange(negative, 10, 30);
        Assert.InRange(banks, 40, 110);
    }

    [Fact]
    public async Task A_sheet_appears_with_its_report_and_never_changes_after()
    {
        var before = Sheets(await Ask("BALANCE_SHEET", "AAPL"));
        _simulator.Clock.Advance(Duration.FromDays(100));
        var after = Sheets(await Ask("BALANCE_SHEET", "AAPL"));
        Assert.NotEqual(before[0].GetRawText(), after[0].GetRawText());
        Assert.Equal(before.Take(19).Select(s => s.GetRawText()), after.Skip(1).Take(19).Select(s => s.GetRawText()));
        Assert.All(before, s => Assert.True(string.CompareOrdinal(s.GetProperty("fiscalDateEnding").GetString(), "2026-11-10") < 0));
    }

    [Fact]
    public async Task Another_seed_keeps_other_books()
    {
        await using var other = await SimulatorClient.Start(s_now, new SimulatorOptions { Live = false, Seed = 7 });
        var theirs = await other.Get("alphavantage/query?function=BALANCE_SHEET&symbol=IBM&apikey=test");
        Assert.NotEqual((await Ask("BALANCE_SHEET", "IBM")).GetRawText(), theirs.GetRawText());
    }

    [Fact]
    public async Task An_overview_has_the_captured_shape_and_its_figures_fit_each_other_and_the_market()
    {
        foreach (var symbol in new[] { "IBM", "AAPL", "BRK-B", "NVR" })
        {
            var o = await Ask("OVERVIEW", symbol);
            Assert.Equal(Names(Captured("overview.json")), Names(o));
            var close = await CloseAsync(symbol.Replace('-', '.'));
            Assert.InRange(Number(o, "MarketCapitalization")!.Value / Number(o, "SharesOutstanding")!.Value / close, 0.999m, 1.001m);
            Assert.InRange(close / Number(o, "EPS")!.Value / Number(o, "PERatio")!.Value, 0.99m, 1.01m);
            Assert.InRange(close, Number(o, "52WeekLow")!.Value, Number(o, "52WeekHigh")!.Value);
            var sheet = Sheets(await Ask("BALANCE_SHEET", symbol))[0];
            Assert.Equal(sheet.GetProperty("fiscalDateEnding").GetString(), o.GetProperty("LatestQuarter").GetString());
            Assert.InRange(
                Number(sheet, "totalShareholderEquity")!.Value / Number(o, "SharesOutstanding")!.Value / Number(o, "BookValue")!.Value,
                0.99m,
                1.01m
            );
            Assert.InRange(Number(o, "ProfitMargin")!.Value, 0.01m, 0.7m);
        }
    }

    [Fact]
    public async Task Negative_equity_has_no_return_and_no_price_to_book()
    {
        var o = await Ask("OVERVIEW", "MCD");
        Assert.Equal(("None", "None"), (o.GetProperty("ReturnOnEquityTTM").GetString(), o.GetProperty("PriceToBookRatio").GetString()));
    }

    [Fact]
    public async Task Every_fund_has_the_captured_shape()
    {
        var captured = Captured("etf-profile.json");
        foreach (var fund in new Listings().Funds)
        {
            var profile = await Ask("ETF_PROFILE", fund.Symbol);
            Assert.Equal(Names(captured), Names(profile));
            Assert.All(Sheets(profile, "holdings"), h => Assert.Equal(Names(captured.GetProperty("holdings")[0]), Names(h)));
            Assert.NotEmpty(Sheets(profile, "holdings"));
        }
    }

    [Theory]
    [InlineData("BALANCE_SHEET")]
    [InlineData("OVERVIEW")]
    [InlineData("ETF_PROFILE")]
    public async Task An_unknown_symbol_is_an_empty_object(string function) =>
        Assert.Equal("{}", (await Ask(function, "NOPE")).GetRawText());
}
