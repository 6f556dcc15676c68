using System.Text.Json;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Tests.Simulator;

/// <summary>Simulated reports and what is written about them tell of the same days and figures.</summary>
public sealed class CompanyNewsTests : IAsyncLifetime
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 18, 0);

    private SimulatorClient _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorClient.Start(Now);

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private async Task<List<JsonElement>> News(string symbol, string from, string to) =>
        [.. (await _simulator.Get($"finnhub/api/v1/company-news?symbol={symbol}&from={from}&to={to}")).EnumerateArray()];

    private async Task<List<JsonElement>> Reports(string query) =>
        [.. (await _simulator.Get($"finnhub/api/v1/calendar/earnings?{query}")).GetProperty("earningsCalendar").EnumerateArray()];

    private static Instant At(JsonElement story) => Instant.FromUnixTimeSeconds(story.GetProperty("datetime").GetInt64());

    [Fact]
    public async Task News_of_a_year_come_at_a_realistic_rate_newest_first_and_never_from_the_future()
    {
        var year = await News("AAPL", "2025-11-24", "2026-12-31");
        Assert.InRange(year.Count, 500, 4_000);
        Assert.InRange((await News("AOS", "2025-11-24", "2026-12-31")).Count, 50, 1_000);
        Assert.All(year, s => Assert.InRange(At(s), Instant.FromUtc(2025, 11, 23, 0, 0), Now));
        Assert.Equal(year.Select(At).OrderDescending(), year.Select(At));
        Assert.Equal(year.Count, year.Select(s => s.GetProperty("url").GetString()).Distinct().Count());
        // Syndicated texts have an address of their own under the same words.
        Assert.True(year.Select(s => s.GetProperty("headline").GetString()!.ToUpperInvariant()).Distinct().Count() < year.Count);
        Assert.Empty(await News("NOPE", "2026-11-01", "2026-11-23"));
    }

    [Fact]
    public async Task A_day_reads_the_same_whenever_and_however_it_is_asked_for()
    {
        var day = await News("MSFT", "2026-10-28", "2026-10-28");
        Assert.NotEmpty(day);
        var within = (await News("MSFT", "2026-10-01", "2026-11-20")).Select(s => s.GetRawText()).ToHashSet();
        Assert.All(day, s => Assert.Contains(s.GetRawText(), within));
    }

    [Fact]
    public async Task Every_company_reports_once_a_quarter_on_a_weekday_and_says_what_it_earned_only_afterwards()
    {
        var reports = await Reports("from=2026-01-01&to=2026-12-31&symbol=AAPL");
        Assert.InRange(reports.Count, 3, 5);
        Assert.Equal(reports.Count, reports.Select(r => r.GetProperty("quarter").GetInt32()).Distinct().Count());
        Assert.All(reports, r => Assert.InRange((int)Date(r).DayOfWeek, 1, 5));
        Assert.All(reports, r =>
            Assert.Equal(Date(r) < new LocalDate(2026, 11, 23), r.GetProperty("epsActual").ValueKind == JsonValueKind.Number)
        );

        // The real one leaves rows out when a reply grows too long.
        Assert.Equal(1500, (await Reports("from=2026-01-01&to=2026-12-31")).Count);
        Assert.InRange((await Reports("from=2026-10-26&to=2026-11-01")).Count, 50, 400);
    }

    [Fact]
    public async Task Around_a_report_the_news_say_what_is_expected_and_then_what_came()
    {
        var report = (await Reports("from=2026-10-01&to=2026-11-20&symbol=AAPL"))[0];
        var (date, actual) = (Date(report), report.GetProperty("epsActual").GetDecimal());
        var news = await News("AAPL", Iso(date.PlusDays(-5)), Iso(date.PlusDays(2)));
        Assert.Contains(news, s => Headline(s).Contains("expect", StringComparison.OrdinalIgnoreCase));
        var results = news.Where(s => s.GetProperty("summary").GetString()!.Contains(" earned $", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(results);
        Assert.All(results, s =>
            Assert.Contains(
                FormattableString.Invariant($"earned ${actual:0.00} a share"),
                s.GetProperty("summary").GetString(),
                StringComparison.Ordinal
            )
        );
    }

    [Theory]
    [InlineData("company-news?from=2026-11-01&to=2026-11-02")]
    [InlineData("company-news?symbol=AAPL&from=2026-11-01")]
    [InlineData("company-news?symbol=AAPL&from=2026-11-01&to=today")]
    [InlineData("calendar/earnings?from=2026-11-01")]
    public async Task A_wrong_call_is_refused(string path)
    {
        using var refused = await _simulator.Send("finnhub/api/v1/" + path);
        Assert.Equal(422, (int)refused.StatusCode);
    }

    private static string Headline(JsonElement story) => story.GetProperty("headline").GetString()!;

    private static LocalDate Date(JsonElement report) => LocalDatePattern.Iso.Parse(report.GetProperty("date").GetString()!).Value;

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
