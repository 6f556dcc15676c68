using System.Text.Json;
using InvestmentAssistant.Api.Platform.Json;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Tests.MarketTime;

public sealed class MarketStatusTests
{
    private static readonly MarketCalendar Calendar = new();

    [Theory]
    [InlineData("2026-11-23T20:30:00Z", "OPEN", "2026-11-23 15:30:00 EST", "2026-11-23", "2026-11-24T14:30:00Z", "2026-11-23T21:00:00Z")]
    [InlineData("2026-07-01T12:00:00Z", "PRE", "2026-07-01 08:00:00 EDT", "2026-07-01", "2026-07-01T13:30:00Z", "2026-07-01T20:00:00Z")]
    [InlineData("2026-11-27T19:00:00Z", "POST", "2026-11-27 14:00:00 EST", "2026-11-27", "2026-11-30T14:30:00Z", "2026-11-30T21:00:00Z")]
    [InlineData("2026-11-28T19:00:00Z", "CLOSED", "2026-11-28 14:00:00 EST", "2026-11-27", "2026-11-30T14:30:00Z", "2026-11-30T21:00:00Z")]
    public void The_status_of_a_moment(string at, string status, string eastern, string session, string nextOpen, string nextClose)
    {
        var found = MarketStatus.At(Calendar, Instant(at));
        Assert.Equal(
            new MarketStatus(
                status == "OPEN",
                status,
                eastern,
                Instant(at),
                "US/Eastern",
                LocalDatePattern.Iso.Parse(session).Value,
                Instant(nextOpen),
                Instant(nextClose)
            ),
            found
        );
    }

    [Fact]
    public void On_the_wire_it_has_the_contracts_names() =>
        Assert.Equal(
            """{"is_open":true,"status":"OPEN","current_time_et":"2026-11-23 15:30:00 EST","current_time_utc":"2026-11-23T20:30:00Z","timezone":"US/Eastern","session_date":"2026-11-23","next_open":"2026-11-24T14:30:00Z","next_close":"2026-11-23T21:00:00Z"}""",
            JsonSerializer.Serialize(MarketStatus.At(Calendar, Instant("2026-11-23T20:30:00Z")), JsonSettings.Wire)
        );

    [Theory]
    [InlineData("2026-11-23T14:59:59Z", "2026-11-23", "2026-11-22T15:00:00Z")]
    [InlineData("2026-11-23T15:00:00Z", "2026-11-24", "2026-11-23T15:00:00Z")]
    public void Cryptos_day_begins_at_midnight_in_Seoul(string at, string date, string start)
    {
        Assert.Equal(LocalDatePattern.Iso.Parse(date).Value, SeoulDay.DateOf(Instant(at)));
        Assert.Equal(Instant(start), SeoulDay.StartOf(Instant(at)));
        Assert.Equal(Instant(start), SeoulDay.StartOf(SeoulDay.DateOf(Instant(at))));
    }

    private static Instant Instant(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
