using CsCheck;
using InvestmentAssistant.Api.Domain;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.MarketTime;

public sealed class ReplayClockTests
{
    private static readonly Instant Start = Instant.FromUtc(2013, 10, 4, 8, 0);
    private static readonly Instant Origin = Instant.FromUtc(2026, 11, 23, 12, 0);

    /// <summary>Clocks with up to four skips, laid out one after another from a little before the start.</summary>
    private static readonly Gen<ReplayClock> AnyClock = Gen.Select(
            Gen.Int[1, 6000],
            Gen.Select(Gen.Int[1, 100_000], Gen.Int[1, 100_000]).Array[0, 4],
            Gen.Int[0, 50_000]
        )
        .Select(
            (speed, gaps, early) =>
            {
                var at = Start - Duration.FromSeconds(early);
                var skips = new List<ReplaySkip>();
                foreach (var (play, leap) in gaps)
                {
                    var from = at + Duration.FromSeconds(play);
                    skips.Add(new ReplaySkip(from, from + Duration.FromSeconds(leap)));
                    at = skips[^1].To;
                }
                return new ReplayClock(Start, speed / 10m, Origin, skips, new FakeClock(Origin));
            }
        );

    private static readonly Gen<Duration> AnyElapsed = Gen.Long[-10 * NodaConstants.TicksPerMinute, 40 * NodaConstants.TicksPerHour]
        .Select(Duration.FromTicks);

    [Fact]
    public void Time_never_runs_backwards() =>
        Gen.Select(AnyClock, AnyElapsed, AnyElapsed)
            .Sample((clock, a, b) => clock.At(Origin + Duration.Min(a, b)) <= clock.At(Origin + Duration.Max(a, b)));

    [Fact]
    public void The_wall_instant_of_a_replayed_one_is_the_first_that_reaches_it() =>
        Gen.Select(AnyClock, Gen.Long[1, 400_000 * NodaConstants.TicksPerSecond])
            .Sample(
                (clock, ticks) =>
                {
                    var replayed = Start.PlusTicks(ticks);
                    var wall = clock.WallAt(replayed);
                    return clock.At(wall) >= replayed && (wall == Origin || clock.At(wall.PlusTicks(-1)) < replayed);
                }
            );

    [Fact]
    public void What_is_shown_is_reached_no_later_than_it_is_shown() =>
        Gen.Select(AnyClock, AnyElapsed)
            .Sample(
                (clock, elapsed) =>
                {
                    var wall = Origin + elapsed;
                    return clock.WallAt(clock.At(wall)) <= Instant.Max(wall, Origin);
                }
            );

    [Fact]
    public void A_minute_of_the_wall_is_an_hour_of_the_market_at_speed_60()
    {
        var clock = new ReplayClock(Start, 60, Origin, [], new FakeClock(Origin + Duration.FromMinutes(1)));
        Assert.Equal(Start + Duration.FromHours(1), clock.GetCurrentInstant());
    }

    [Fact]
    public void Before_its_origin_the_replay_waits_at_its_start()
    {
        var clock = new ReplayClock(Start, 60, Origin, [], new FakeClock(Origin - Duration.FromHours(3)));
        Assert.Equal(Start, clock.GetCurrentInstant());
        Assert.Equal(Origin, clock.WallAt(Start - Duration.FromDays(100)));
    }

    [Fact]
    public void The_months_between_two_parts_of_a_recording_pass_at_once()
    {
        var skip = new ReplaySkip(Instant.FromUtc(2013, 10, 4, 20, 0), Instant.FromUtc(2014, 6, 5, 8, 0));
        var clock = new ReplayClock(Start, 60, Origin, [skip], new FakeClock(Origin));
        Assert.Equal(skip.From.PlusTicks(-60), clock.At((Origin + Duration.FromMinutes(12)).PlusTicks(-1)));
        Assert.Equal(skip.To, clock.At(Origin + Duration.FromMinutes(12)));
        Assert.Equal(skip.To + Duration.FromHours(1), clock.At(Origin + Duration.FromMinutes(13)));
        Assert.Equal(Origin + Duration.FromMinutes(12), clock.WallAt(Instant.FromUtc(2014, 1, 1, 0, 0)));
    }

    [Fact]
    public void A_start_within_a_skip_begins_at_its_end_and_an_earlier_skip_is_forgotten()
    {
        var hour = Duration.FromHours(1);
        var clock = new ReplayClock(
            Start,
            1,
            Origin,
            [new ReplaySkip(Start - hour, Start + hour), new ReplaySkip(Start - (3 * hour), Start - (2 * hour))],
            new FakeClock(Origin)
        );
        Assert.Equal(Start + hour, clock.GetCurrentInstant());
        Assert.Equal(Start + (2 * hour), clock.At(Origin + hour));
    }

    [Fact]
    public void Overlapping_or_backward_skips_and_a_standing_clock_are_refused()
    {
        var hour = Duration.FromHours(1);
        Assert.Throws<ArgumentException>(() => new ReplayClock(Start, 1, Origin, [new(Start + hour, Start)], SystemClock.Instance));
        Assert.Throws<ArgumentException>(() =>
            new ReplayClock(
                Start,
                1,
                Origin,
                [new(Start + hour, Start + (3 * hour)), new(Start + (2 * hour), Start + (4 * hour))],
                SystemClock.Instance
            )
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReplayClock(Start, 0, Origin, [], SystemClock.Instance));
    }

    [Fact]
    public void Two_processes_with_the_same_settings_tell_the_same_time()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Clock:Start"] = "2013-10-04T08:00:00Z",
            ["Clock:Speed"] = "2.5",
            ["Clock:Origin"] = "2026-11-23T12:00:00.5Z",
            ["Clock:Skips:0:From"] = "2013-10-04T09:00:00Z",
            ["Clock:Skips:0:To"] = "2014-06-05T08:00:00Z",
            ["Clock:Skips:1:From"] = "2014-06-05T09:00:00Z",
            ["Clock:Skips:1:To"] = "2014-06-06T08:00:00Z",
        };
        var one = ReplayClock.From(settings.GetValueOrDefault, new FakeClock(Origin))!;
        var other = ReplayClock.From(settings.GetValueOrDefault, new FakeClock(Origin + Duration.FromHours(5)))!;
        Assert.Equal((Start, 2.5m, Instant.FromUtc(2026, 11, 23, 12, 0, 0).PlusTicks(5_000_000)), (one.Start, one.Speed, one.Origin));
        AnyElapsed.Sample(elapsed => one.At(Origin + elapsed) == other.At(Origin + elapsed));
        Assert.Equal(Instant.FromUtc(2014, 6, 6, 8, 0), one.At(one.WallAt(Instant.FromUtc(2014, 6, 5, 20, 0))));
    }

    [Fact]
    public void Without_an_origin_the_replay_starts_now_60_times_as_fast()
    {
        var clock = ReplayClock.From(key => key == "Clock:Start" ? "2013-10-04T08:00:00Z" : null, new FakeClock(Origin))!;
        Assert.Equal((Start, 60m, Origin), (clock.GetCurrentInstant(), clock.Speed, clock.Origin));
    }

    [Theory]
    [InlineData("Clock:Start", "4 October 2013")]
    [InlineData("Clock:Start", "1970-01-01T00:00:00Z")]
    [InlineData("Clock:Speed", "fast")]
    [InlineData("Clock:Origin", "now")]
    [InlineData("Clock:Skips:0:From", "2013-10-04")]
    public void A_malformed_setting_stops_the_start_by_name(string name, string value)
    {
        var settings = new Dictionary<string, string?> { ["Clock:Start"] = "2013-10-04T08:00:00Z" };
        settings[name] = value;
        var error = Assert.Throws<InvalidOperationException>(() =>
            new ServiceCollection().AddMarketTime(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        );
        Assert.Contains(name, error.Message);
    }

    [Fact]
    public void Market_time_is_the_replays_only_when_it_is_configured_and_wall_time_always_the_walls()
    {
        Assert.Same(SystemClock.Instance, Services([]).GetRequiredService<IClock>());
        var replay = Services(new() { ["Clock:Start"] = "2013-10-04T08:00:00Z" });
        Assert.Equal(2013, replay.GetRequiredService<IClock>().GetCurrentInstant().InUtc().Year);
        Assert.Same(TimeProvider.System, replay.GetRequiredService<TimeProvider>());

        static IServiceProvider Services(Dictionary<string, string?> settings) =>
            new ServiceCollection()
                .AddMarketTime(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
                .BuildServiceProvider();
    }
}
