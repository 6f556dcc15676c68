using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun;
using InvestmentAssistant.LocalRun.Replay;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Tests.LocalRun;

public sealed class RecordedMinutesTests(LocalServices services)
{
    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    [Fact]
    public void A_weekend_passes_on_the_clock_and_a_hole_of_months_is_leapt_over()
    {
        var recorded = RecordedMinutes.From([
            At("2013-10-04T19:59:00Z"),
            At("2013-10-07T12:00:00Z"), // Friday to Monday
            At("2013-10-11T23:59:00Z"),
            At("2014-06-05T08:00:00Z"),
        ]);

        Assert.Equal(At("2013-10-04T19:59:00Z"), recorded.First);
        Assert.Equal(At("2014-06-05T08:00:00Z"), recorded.Last);
        // 20:05 in New York's summer time is 00:05 UTC: after-hours trading is over and the official close has come.
        var skip = Assert.Single(recorded.Skips);
        Assert.Equal(new ClockSkip(At("2013-10-12T00:05:00Z"), At("2014-06-05T08:00:00Z")), skip);
    }

    [Fact]
    public void The_end_of_the_day_is_New_Yorks_in_winter_too()
    {
        var recorded = RecordedMinutes.From([At("2013-12-02T15:00:00Z"), At("2014-01-02T15:00:00Z")]);
        Assert.Equal(At("2013-12-03T01:05:00Z"), Assert.Single(recorded.Skips).From);
    }

    [Fact]
    public void Exactly_five_days_are_not_skipped() =>
        Assert.Empty(RecordedMinutes.From([At("2013-10-04T12:00:00Z"), At("2013-10-09T12:00:00Z")]).Skips);

    [Fact]
    public async Task Symbols_may_be_mixed_and_lines_in_any_order()
    {
        var path = await FileAsync(
            "symbol,minute_start,open,high,low,close,volume",
            "SPY,2013-10-04T13:31:00Z,168.1,168.2,168.0,168.1,1000",
            "AAPL,2013-10-04T13:30:00Z,483.5,484,483,483.9,200",
            ""
        );
        var recorded = RecordedMinutes.Read(path);
        Assert.Equal(At("2013-10-04T13:30:00Z"), recorded.First);
        Assert.Equal(At("2013-10-04T13:31:00Z"), recorded.Last);
    }

    [Theory]
    [InlineData("SPY,2013-10-04 13:31,1,1,1,1,5", "minute_start '2013-10-04 13:31'")]
    [InlineData("SPY,2013-10-04T13:31:00Z,1,1,1,x,5", "'x' is not a number")]
    [InlineData("SPY,2013-10-04T13:31:00Z,1,1,1,1", "6 fields instead of 7")]
    [InlineData("SPY,2013-10-04T13:31:00Z,0,1,0,1,5", "not above 0")]
    [InlineData("SPY,2013-10-04T13:31:00Z,1,1,1,1,-5", "volume '-5'")]
    [InlineData("SPY,2013-10-04T13:31:00Z,5,4,3,4,5", "between low and high")]
    [InlineData(",2013-10-04T13:31:00Z,1,1,1,1,5", "no symbol")]
    public async Task A_wrong_line_is_named_in_one_line(string line, string expected)
    {
        var path = await FileAsync(RecordedMinutes.Header, "SPY,2013-10-04T13:30:00Z,168,168.2,167.9,168.1,1000", line);
        var error = Assert.Throws<LocalRunException>(() => RecordedMinutes.Read(path));
        Assert.Contains(expected, error.Message);
        Assert.Contains("line 3", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task A_file_of_another_kind_or_none_is_named()
    {
        var minutes = await FileAsync(RecordedMinutes.Header, "SPY,2013-10-04T13:30:00Z,168,168.2,167.9,168.1,1000");
        Assert.Contains("the first line must be", Assert.Throws<LocalRunException>(() => RecordedMinutes.CheckDaily(minutes)).Message);
        Assert.Contains("no such file", Assert.Throws<LocalRunException>(() => RecordedMinutes.Read("/nowhere/at-all.csv")).Message);
        var empty = await FileAsync(RecordedMinutes.Header);
        Assert.Contains("no data", Assert.Throws<LocalRunException>(() => RecordedMinutes.Read(empty)).Message);
    }

    private async Task<string> FileAsync(params string[] lines)
    {
        var path = services.Folder($"{Guid.NewGuid():N}.csv");
        await File.WriteAllLinesAsync(path, lines, TestContext.Current.CancellationToken);
        return path;
    }
}
