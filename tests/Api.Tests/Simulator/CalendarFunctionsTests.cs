using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Simulator;

/// <summary>The two calendars that come as CSV.</summary>
public sealed class CalendarFunctionsTests : IAsyncLifetime
{
    private SimulatorClient _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorClient.Start(Instant.FromUtc(2026, 11, 12, 13, 30));

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> Rows(string query) =>
        AlphaVantageClient.ReadCsv(await _simulator.GetText($"alphavantage/query?function={query}&apikey=test"));

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('\r');

    [Theory]
    [InlineData("EARNINGS_CALENDAR", "earnings-calendar.csv")]
    [InlineData("IPO_CALENDAR", "ipo-calendar.csv")]
    public async Task The_header_is_that_of_a_captured_reply(string function, string sample) =>
        Assert.Equal(
            FirstLine(Samples.Text("AlphaVantage", sample)),
            FirstLine(await _simulator.GetText($"alphavantage/query?function={function}&apikey=test"))
        );

    [Fact]
    public async Task Reports_of_three_or_six_months_begin_today_and_cover_every_company()
    {
        var quarter = await Rows("EARNINGS_CALENDAR");
        var half = await Rows("EARNINGS_CALENDAR&horizon=6month");
        var dates = half.Select(r => AlphaVantageText.Date(r["reportDate"])!.Value).ToList();
        Assert.InRange(dates.Min(), new LocalDate(2026, 11, 12), new LocalDate(2026, 11, 18));
        Assert.InRange(dates.Max(), new LocalDate(2027, 4, 25), new LocalDate(2027, 5, 12));
        Assert.Equal(
            quarter.Select(r => r["symbol"] + r["reportDate"]),
            half.Where(r => AlphaVantageText.Date(r["reportDate"]) <= new LocalDate(2027, 2, 12)).Select(r => r["symbol"] + r["reportDate"])
        );
        Assert.Contains(half, r => r["symbol"] == "BRK-B");
        Assert.Contains(half, r => r["name"].Contains(',', StringComparison.Ordinal));
        Assert.Contains(half, r => r["estimate"].Length == 0);
        Assert.Contains(half, r => r["currency"] != "USD");
        Assert.Equal(["", "post-market", "pre-market"], half.Select(r => r["timeOfTheDay"]).Distinct().Order(StringComparer.Ordinal));
        Assert.True(half.Select(r => r["symbol"]).Distinct().Count() > 600);
        Assert.Equal(
            ProviderFailure.Rejected,
            (await Assert.ThrowsAsync<ProviderException>(() => Rows("EARNINGS_CALENDAR&horizon=9month"))).Kind
        );
    }

    [Fact]
    public async Task Offerings_are_announced_four_months_ahead_and_now_and_then_put_off()
    {
        var first = (await Rows("IPO_CALENDAR")).ToDictionary(r => r["symbol"], r => r["ipoDate"]);
        Assert.InRange(first.Count, 17, 70);
        var moved = 0;
        for (var day = 0; day < 60; day++)
        {
            _simulator.Clock.AdvanceDays(1);
            moved += (await Rows("IPO_CALENDAR")).Count(r => first.TryGetValue(r["symbol"], out var date) && date != r["ipoDate"]);
        }
        Assert.True(moved > 0);
    }

    [Fact]
    public async Task An_offering_is_the_same_with_both_providers()
    {
        var announced = (await Rows("IPO_CALENDAR")).First(r => AlphaVantageText.Number(r["priceRangeLow"]) > 0);
        var other = (await _simulator.Get("finnhub/api/v1/calendar/ipo?from=2026-11-12&to=2027-02-01"))
            .GetProperty("ipoCalendar")
            .EnumerateArray()
            .Single(r => r.GetProperty("symbol").GetString() == announced["symbol"]);
        Assert.Equal((announced["ipoDate"], "expected"), (other.GetProperty("date").GetString(), other.GetProperty("status").GetString()));
        Assert.Equal($"{announced["priceRangeLow"]}.00-{announced["priceRangeHigh"]}.00", other.GetProperty("price").GetString());
    }
}
