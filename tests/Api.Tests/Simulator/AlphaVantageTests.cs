using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using InvestmentAssistant.MarketSimulator;

namespace InvestmentAssistant.Api.Tests.Simulator;

/// <summary>The one route that refuses with status 200, and the macro series behind it.</summary>
public sealed class AlphaVantageTests : IAsyncLifetime
{
    private SimulatorClient _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorClient.Start(Instant.FromUtc(2026, 11, 12, 13, 30));

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private Task<JsonElement> Ask(string query, string key = "&apikey=test") => _simulator.Get($"alphavantage/query?function={query}{key}");

    private async Task<List<(string Date, decimal Value)>> Series(string query) =>
        [
            .. (await Ask(query))
                .GetProperty("data")
                .EnumerateArray()
                .Select(r =>
                    (r.GetProperty("date").GetString()!, decimal.Parse(r.GetProperty("value").GetString()!, CultureInfo.InvariantCulture))
                ),
        ];

    [Theory]
    [InlineData("CPI&interval=monthly", "cpi.json", "2026-10-01", 180)]
    [InlineData("INFLATION", "inflation.json", "2025-01-01", 20)]
    [InlineData("FEDERAL_FUNDS_RATE&interval=monthly", "federal-funds-rate.json", "2026-10-01", 180)]
    [InlineData("TREASURY_YIELD&interval=monthly&maturity=10year", "treasury-yield-10year.json", "2026-10-01", 180)]
    public async Task A_series_has_the_shape_of_a_captured_reply(string query, string sample, string newest, int atLeast)
    {
        var simulated = await Ask(query);
        var captured = JsonSerializer.Deserialize<JsonElement>(Samples.Text("AlphaVantage", sample));
        Assert.Equal(Names(captured), Names(simulated));
        foreach (var name in new[] { "name", "interval", "unit" })
            Assert.Equal(captured.GetProperty(name).GetString(), simulated.GetProperty(name).GetString());
        Assert.Equal(Names(captured.GetProperty("data")[0]), Names(simulated.GetProperty("data")[0]));
        // Where the capture and the simulated history overlap, they agree.
        var held = simulated
            .GetProperty("data")
            .EnumerateArray()
            .ToDictionary(r => r.GetProperty("date").GetString()!, r => r.GetProperty("value").GetString());
        Assert.All(captured.GetProperty("data").EnumerateArray(), r =>
            Assert.Equal(r.GetProperty("value").GetString(), held[r.GetProperty("date").GetString()!])
        );

        var dates = (await Series(query)).Select(r => r.Date).ToList();
        Assert.Equal(dates.OrderDescending(StringComparer.Ordinal), dates);
        Assert.Equal(newest, dates[0]);
        Assert.InRange(dates.Count, atLeast, 400);

        static IEnumerable<string> Names(JsonElement row) => row.EnumerateObject().Select(p => p.Name);
    }

    [Fact]
    public async Task A_month_of_prices_appears_in_the_middle_of_the_next_and_is_never_revised()
    {
        _simulator.Clock.Reset(Instant.FromUtc(2026, 11, 11, 23, 59));
        var before = await Series("CPI");
        _simulator.Clock.Reset(Instant.FromUtc(2027, 2, 12, 0, 0));
        var after = await Series("CPI");
        Assert.Equal(("2026-09-01", "2027-01-01"), (before[0].Date, after[0].Date));
        Assert.Equal(before, after.Skip(4));
        Assert.DoesNotContain(after, r => r.Date == "2025-10-01");
        foreach (var (newer, older) in after.Zip(after.Skip(1)))
            Assert.InRange(newer.Value / older.Value, 0.98m, 1.02m);
    }

    [Fact]
    public async Task N10_days_of_yields_come_as_captured_with_holes_on_holidays_and_a_month_of_them_has_its_mean()
    {
        var reply = await Ask("TREASURY_YIELD&interval=daily&maturity=10year");
        Assert.Equal(("daily", "percent"), (reply.GetProperty("interval").GetString(), reply.GetProperty("unit").GetString()));
        var rows = reply
            .GetProperty("data")
            .EnumerateArray()
            .Select(r => (Date: r.GetProperty("date").GetString()!, Value: r.GetProperty("value").GetString()!))
            .ToList();
        Assert.Equal("2026-11-10", rows[0].Date);
        Assert.Equal(rows.Select(r => r.Date).OrderDescending(StringComparer.Ordinal), rows.Select(r => r.Date));
        Assert.Equal(".", rows.Single(r => r.Date == "2025-12-25").Value);
        Assert.DoesNotContain(rows, r => r.Date == "2026-11-08"); // a Sunday
        var july = rows.Where(r => r.Date.StartsWith("2026-07-", StringComparison.Ordinal) && r.Value != ".")
            .Average(r => decimal.Parse(r.Value, CultureInfo.InvariantCulture));
        Assert.InRange(july - (await Series("TREASURY_YIELD&maturity=10year")).Single(r => r.Date == "2026-07-01").Value, -0.02m, 0.02m);
        Assert.Equal("2026-11-08", (await Series("FEDERAL_FUNDS_RATE&interval=daily")).Single(r => r.Date == "2026-11-08").Date);
    }

    [Fact]
    public async Task The_curve_of_every_month_lies_between_its_neighbours()
    {
        var two = (await Series("TREASURY_YIELD&maturity=2year")).ToDictionary(r => r.Date, r => r.Value);
        var ten = (await Series("TREASURY_YIELD&maturity=10year")).ToDictionary(r => r.Date, r => r.Value);
        Assert.All(await Series("TREASURY_YIELD&maturity=7year"), r =>
            Assert.InRange(r.Value, Math.Min(two[r.Date], ten[r.Date]), Math.Max(two[r.Date], ten[r.Date]))
        );
        Assert.All(await Series("TREASURY_YIELD&maturity=3month"), r => Assert.InRange(r.Value, 0.01m, 10m));
    }

    [Fact]
    public async Task Another_seed_walks_another_way_from_the_same_past()
    {
        await using var other = await SimulatorClient.Start(
            Instant.FromUtc(2026, 11, 12, 13, 30),
            new SimulatorOptions { Live = false, Seed = 7 }
        );
        var ours = await Ask("CPI");
        var theirs = await other.Get("alphavantage/query?function=CPI&apikey=test");
        Assert.NotEqual(ours.GetProperty("data")[0].GetRawText(), theirs.GetProperty("data")[0].GetRawText());
        Assert.Equal(ours.GetProperty("data")[20].GetRawText(), theirs.GetProperty("data")[20].GetRawText());
    }

    [Theory]
    [InlineData("CPI", "", ProviderFailure.Rejected)]
    [InlineData("NO_SUCH_FUNCTION", "&apikey=test", ProviderFailure.Rejected)]
    [InlineData("CPI&interval=hourly", "&apikey=test", ProviderFailure.Rejected)]
    [InlineData("TREASURY_YIELD&maturity=4year", "&apikey=test", ProviderFailure.Rejected)]
    public async Task A_wrong_call_is_refused_inside_a_200(string query, string key, ProviderFailure kind) =>
        Assert.Equal(kind, AlphaVantageClient.FailureIn(await Ask(query, key))?.Kind);

    [Theory]
    [InlineData("429", ProviderFailure.RateLimited)]
    [InlineData("403", ProviderFailure.BudgetSpent)]
    [InlineData("401", ProviderFailure.Rejected)]
    public async Task A_fault_speaks_the_providers_way(string kind, ProviderFailure failure)
    {
        using var added = await _simulator.Send("control/faults", HttpMethod.Post, new { provider = "alphavantage", kind });
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        Assert.Equal(failure, AlphaVantageClient.FailureIn(await Ask("CPI"))?.Kind);
        Assert.Null(AlphaVantageClient.FailureIn(await Ask("CPI")));
    }

    [Fact]
    public async Task A_day_is_spent_after_its_number_of_calls()
    {
        await using var small = await SimulatorClient.Start(options: new SimulatorOptions { Live = false, AlphaVantageCalls = 2 });
        for (var i = 0; i < 2; i++)
            Assert.True((await small.Get("alphavantage/query?function=INFLATION&apikey=test")).TryGetProperty("data", out _));
        Assert.Equal(
            ProviderFailure.BudgetSpent,
            AlphaVantageClient.FailureIn(await small.Get("alphavantage/query?function=INFLATION&apikey=test"))?.Kind
        );
    }

    [Fact]
    public async Task P1_the_answer_of_a_spent_day_quotes_the_callers_key()
    {
        await using var small = await SimulatorClient.Start(options: new SimulatorOptions { Live = false, AlphaVantageCalls = 1 });
        await small.Get("alphavantage/query?function=INFLATION&apikey=K7-of-the-caller");
        var refused = await small.Get("alphavantage/query?function=INFLATION&apikey=K7-of-the-caller");
        Assert.Equal(
            Samples
                .Text("AlphaVantage", "error-daily-limit-information.json")
                .ReplaceLineEndings("")
                .Split("\"Information\":")[1]
                .Trim(' ', '}', '"')
                .Replace("XXXX", "K7-of-the-caller", StringComparison.Ordinal),
            refused.GetProperty("Information").GetString()
        );
    }

    [Fact]
    public async Task A_server_error_stays_one()
    {
        using var added = await _simulator.Send("control/faults", HttpMethod.Post, new { provider = "alphavantage", kind = "500" });
        using var broken = await _simulator.Send("alphavantage/query?function=CPI&apikey=test");
        Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
        Assert.True(
            (await broken.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).TryGetProperty("error", out _)
        );
    }
}
