using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.LocalRun;

public sealed class RunOptionsTests
{
    [Fact]
    public void Without_options_the_simulated_market_runs_on_8888_and_keeps_its_data()
    {
        var options = RunOptions.Parse([], port: null);
        Assert.Equal(new RunOptions { Port = 8888 }, options);
        Assert.False(options.Fresh || options.Live || options.Help);
        Assert.Null(options.Replay);
    }

    [Fact]
    public void A_replay_runs_sixty_times_as_fast_by_default()
    {
        Assert.Equal(new ReplayOptions("m.csv", null, 60), RunOptions.Parse(["--replay", "m.csv"], null).Replay);
        Assert.Equal(
            new ReplayOptions("m.csv", "d.csv", 0.5m),
            RunOptions.Parse(["--speed=0.5", "--replay=m.csv", "--daily", "d.csv"], null).Replay
        );
    }

    [Fact]
    public void PORT_picks_the_port() => Assert.Equal(9001, RunOptions.Parse(["--fresh"], "9001").Port);

    [Theory]
    [InlineData("eighty")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("65536")]
    public void A_PORT_that_is_none_is_refused_by_name(string port) =>
        Assert.Contains("PORT", Assert.Throws<UsageException>(() => RunOptions.Parse([], port)).Message);

    [Theory]
    [InlineData("--frsh", "--frsh")]
    [InlineData("replay.csv", "replay.csv")]
    [InlineData("--fresh=yes", "--fresh=yes")]
    [InlineData("--replay", "--replay needs a value")]
    [InlineData("--replay --fresh", "--replay needs a value")]
    [InlineData("--daily d.csv", "--replay")]
    [InlineData("--speed 5", "--replay")]
    [InlineData("--replay m.csv --speed fast", "fast")]
    [InlineData("--replay m.csv --speed 0", "above 0")]
    [InlineData("--replay m.csv --speed -3", "above 0")]
    [InlineData("--live --replay m.csv", "exclude")]
    public void A_wrong_command_line_says_what_is_wrong(string line, string expected) =>
        Assert.Contains(expected, Assert.Throws<UsageException>(() => RunOptions.Parse(line.Split(' '), null)).Message);
}
