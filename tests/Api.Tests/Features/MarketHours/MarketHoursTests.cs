using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Features.MarketHours;
using InvestmentAssistant.Api.Tests.Fixture;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Tests.Features.MarketHours;

public sealed class MarketHoursTests(ApiHost api) : IClassFixture<ApiHost>
{
    private static readonly MarketCalendar Calendar = new();

    private async Task<(HttpStatusCode Status, JsonElement Json, string? ContentType)> Get(string path)
    {
        using var client = api.Host.Server.CreateClient();
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(body), answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/api/v1/market-calendar/")]
    [InlineData("/api/v1/market-calendar")]
    public async Task The_week_of_Thanksgiving_has_four_sessions_and_a_half_day(string path)
    {
        var (status, json, _) = await Get($"{path}?start=2026-11-23&end=2026-11-29");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            """[{"date":"2026-11-23","open":"2026-11-23T14:30:00Z","close":"2026-11-23T21:00:00Z","early_close":false},{"date":"2026-11-24","open":"2026-11-24T14:30:00Z","close":"2026-11-24T21:00:00Z","early_close":false},{"date":"2026-11-25","open":"2026-11-25T14:30:00Z","close":"2026-11-25T21:00:00Z","early_close":false},{"date":"2026-11-27","open":"2026-11-27T14:30:00Z","close":"2026-11-27T18:00:00Z","early_close":true}]""",
            json.GetRawText()
        );
    }

    [Fact]
    public async Task Without_parameters_the_next_30_days_are_listed()
    {
        var (_, json, _) = await Get("/api/v1/market-calendar/");
        var dates = json.EnumerateArray().Select(r => LocalDatePattern.Iso.Parse(r.GetProperty("date").GetString()!).Value).ToList();
        var today = SystemClock.Instance.GetCurrentInstant().InZone(MarketCalendar.NewYork).Date;
        Assert.InRange(dates.Count, 17, 23);
        Assert.All(dates, d => Assert.InRange(d, today.PlusDays(-1), today.PlusDays(31)));
    }

    [Theory]
    [InlineData("start=2024-07-01", "2024-07-01", 22)]
    [InlineData("end=2024-07-31", "2024-07-01", 22)]
    [InlineData("start=2040-12-20", "2040-12-20", 7)]
    [InlineData("end=1990-01-05", "1990-01-02", 4)]
    [InlineData("start=2024-01-01&end=2024-12-31", "2024-01-02", 252)]
    public async Task An_open_end_gives_30_days_within_the_calendar(string query, string first, int sessions)
    {
        var (status, json, _) = await Get($"/api/v1/market-calendar/?{query}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((first, sessions), (json[0].GetProperty("date").GetString(), json.GetArrayLength()));
    }

    [Theory]
    [InlineData("start=2026-02-02&end=2026-02-01", "start")]
    [InlineData("start=2026-02-30", "start")]
    [InlineData("end=tomorrow", "end")]
    [InlineData("start=1989-12-31&end=1990-02-01", "start")]
    [InlineData("start=2040-12-01&end=2041-01-01", "end")]
    [InlineData("start=9999-12-31", "start")]
    [InlineData("start=9999-12-30&end=9999-12-31", "start")]
    [InlineData("start=2020-01-01&end=2025-01-02", "end")]
    public async Task A_bad_range_is_a_problem_that_names_the_parameter(string query, string parameter)
    {
        var (status, json, contentType) = await Get($"/api/v1/market-calendar/?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (status, contentType));
        Assert.True(json.GetProperty("errors").TryGetProperty(parameter, out _), json.GetRawText());
    }

    [Fact]
    public async Task The_status_tells_phase_and_next_open_and_close()
    {
        var (status, json, _) = await Get("/api/v1/market-calendar/status");
        Assert.Equal(HttpStatusCode.OK, status);
        var now = Instant("as_of");
        Assert.Equal(Calendar.PhaseAt(now).ToString().ToLowerInvariant(), json.GetProperty("session").GetString());
        Assert.Equal(Calendar.PhaseAt(now) == SessionPhase.Regular, json.GetProperty("is_open").GetBoolean());
        Assert.Equal((Calendar.NextOpen(now), Calendar.NextClose(now)), (Instant("next_open"), Instant("next_close")));

        Instant Instant(string name) => InstantPattern.ExtendedIso.Parse(json.GetProperty(name).GetString()!).Value;
    }

    [Theory]
    [InlineData("2026-11-23T12:00:00Z", false, SessionPhase.Pre, "2026-11-23T14:30:00Z", "2026-11-23T21:00:00Z")]
    [InlineData("2026-11-23T15:00:00Z", true, SessionPhase.Regular, "2026-11-24T14:30:00Z", "2026-11-23T21:00:00Z")]
    [InlineData("2026-11-27T18:00:00Z", false, SessionPhase.Post, "2026-11-30T14:30:00Z", "2026-11-30T21:00:00Z")]
    [InlineData("2026-11-26T15:00:00Z", false, SessionPhase.Closed, "2026-11-27T14:30:00Z", "2026-11-27T18:00:00Z")]
    public void The_status_of_known_moments(string at, bool open, SessionPhase session, string nextOpen, string nextClose)
    {
        var now = Parse(at);
        Assert.Equal(new MarketNow(open, session, Parse(nextOpen), Parse(nextClose), now), GetMarketNow.At(Calendar, now));

        static Instant Parse(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
    }
}
