using InvestmentAssistant.MarketSimulator;
using InvestmentAssistant.MarketSimulator.Tape;

namespace InvestmentAssistant.Api.Tests.Simulator;

/// <summary>A recording is played as it was: every minute's prices, every share, nothing more.</summary>
public sealed class ReplayTests
{
    private static readonly string Minutes = Path.Combine(AppContext.BaseDirectory, "MarketData", "minute-bars.csv");
    private static readonly string Daily = Path.Combine(AppContext.BaseDirectory, "MarketData", "daily-bars.csv");

    [Fact]
    public void The_trades_of_every_recorded_minute_add_up_to_its_bar()
    {
        var bars = RecordedTrades.ReadMinutes(Minutes);
        Assert.Equal(7_142, bars.Count);
        var trades = RecordedTrades.From(bars).ToLookup(t => (t.Symbol, Minute: t.At.ToUnixTimeSeconds() / 60));
        Assert.Equal(bars.Count, trades.Count);
        foreach (var bar in bars)
        {
            var minute = trades[(bar.Symbol, bar.MinuteStart.ToUnixTimeSeconds() / 60)].ToList();
            Assert.Equal(
                (bar.Open, bar.High, bar.Low, bar.Close),
                (minute[0].Price, minute.Max(t => t.Price), minute.Min(t => t.Price), minute[^1].Price)
            );
            Assert.Equal(bar.Volume, minute.Sum(t => t.Volume));
            Assert.InRange(minute.Count, 1, 4);
            Assert.All(minute, t => Assert.True(t.Volume >= 0 && decimal.IsInteger(t.Volume)));
        }
    }

    [Fact]
    public void A_minute_that_falls_meets_its_high_first_and_one_share_is_one_trade()
    {
        var at = Instant.FromUtc(2013, 10, 7, 14, 0);
        var falling = RecordedTrades.From([new RecordedBar("X", at, 10, 12, 8, 9, 10)]);
        Assert.Equal([10m, 12m, 8m, 9m], falling.Select(t => t.Price));
        Assert.Equal([3m, 3m, 2m, 2m], falling.Select(t => t.Volume));
        Assert.Equal([10m, 8m, 12m, 11m], RecordedTrades.From([new RecordedBar("X", at, 10, 12, 8, 11, 10)]).Select(t => t.Price));
        Assert.Equal(at, Assert.Single(RecordedTrades.From([new RecordedBar("X", at, 10, 10, 10, 10, 1)])).At);
        Assert.Equal([1m, 0m], RecordedTrades.From([new RecordedBar("X", at, 10, 11, 10, 11, 1)]).Select(t => t.Volume));
    }

    [Fact]
    public void A_bad_row_is_named_by_its_line()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(
            file,
            "symbol,minute_start,open,high,low,close,volume\nSPY,2013-10-04T08:06:00Z,1,1,1,1,1\nSPY,yesterday,1,1,1,1,1\n"
        );
        var error = Assert.Throws<FormatException>(() => RecordedTrades.ReadMinutes(file));
        Assert.Contains("line 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_socket_plays_a_whole_session_of_the_recording_and_no_other_symbol()
    {
        var bars = RecordedTrades
            .ReadMinutes(Minutes)
            .Where(b => b.Symbol == "SPY" && b.MinuteStart < Instant.FromUtc(2013, 10, 5, 0, 0))
            .ToList();
        await using var simulator = await Replay(bars[0].MinuteStart);
        await using var feed = await simulator.Finnhub("SPY", "AAPL", "QQQ");
        simulator.Clock.Advance(bars[^1].MinuteStart + Duration.FromMinutes(1) - bars[0].MinuteStart);

        var (volume, last, count) = (0m, 0m, 0);
        var expected = RecordedTrades.From(bars);
        while (count < expected.Count)
        {
            var frame = await feed.Next();
            if (frame.GetProperty("type").GetString() != "trade")
                continue;
            foreach (var trade in frame.GetProperty("data").EnumerateArray())
            {
                Assert.Equal("SPY", trade.GetProperty("s").GetString());
                Assert.Equal(expected[count].At.ToUnixTimeMilliseconds(), trade.GetProperty("t").GetInt64());
                Assert.Equal(expected[count].Price, trade.GetProperty("p").GetDecimal());
                (volume, last) = (volume + trade.GetProperty("v").GetDecimal(), trade.GetProperty("p").GetDecimal());
                count++;
            }
        }
        Assert.Equal(bars.Sum(b => b.Volume), volume);
        Assert.Equal(bars[^1].Close, last);
        Assert.Equal(0, (await simulator.Get("finnhub/api/v1/quote?symbol=QQQ")).GetProperty("c").GetInt32());
        Assert.Equal(0, (await simulator.Get("bithumb/v1/ticker?markets=KRW-BTC")).GetArrayLength());
        Assert.Equal(
            503,
            (await simulator.Get("finnhub/api/v1/index/constituents?symbol=^GSPC")).GetProperty("constituents").GetArrayLength()
        );
    }

    [Fact]
    public async Task A_day_bar_is_served_once_its_session_has_ended()
    {
        // Monday 7 October 2013, a minute before the close.
        await using var simulator = await Replay(Instant.FromUtc(2013, 10, 7, 19, 59));
        Assert.Equal("2013-10-04", (await LastDay(simulator)).Date);
        var quote = await simulator.Get("finnhub/api/v1/quote?symbol=SPY");
        var official = RecordedTrades.ReadDays(Daily).Where(d => d.Symbol == "SPY").ToDictionary(d => d.Date);
        Assert.Equal(official[new LocalDate(2013, 10, 4)].Close, quote.GetProperty("pc").GetDecimal());
        simulator.Clock.Advance(Duration.FromMinutes(4));
        Assert.Equal("2013-10-04", (await LastDay(simulator)).Date);
        simulator.Clock.Advance(Duration.FromMinutes(2));
        Assert.Equal(("2013-10-07", official[new LocalDate(2013, 10, 7)].Close), await LastDay(simulator));
    }

    [Fact]
    public async Task Without_day_bars_they_are_made_from_regular_trades()
    {
        await using var simulator = await Replay(Instant.FromUtc(2013, 10, 7, 21, 0), daily: false);
        var monday = new MarketCalendar().SessionOn(new LocalDate(2013, 10, 7))!;
        var regular = RecordedTrades.ReadMinutes(Minutes).Where(b => b.Symbol == "SPY" && monday.IsRegular(b.MinuteStart)).ToList();
        Assert.Equal(("2013-10-07", regular[^1].Close), await LastDay(simulator));
    }

    [Fact]
    public async Task Minute_candles_hold_the_past_of_the_clock_only()
    {
        var at = Instant.FromUtc(2013, 10, 7, 14, 0);
        await using var simulator = await Replay(at);
        var json = await simulator.Get(
            $"finnhub/api/v1/stock/candle?symbol=SPY&resolution=1&from={at.ToUnixTimeSeconds() - 86_400}&"
                + $"to={at.ToUnixTimeSeconds() + 86_400}"
        );
        var bars = RecordedTrades
            .ReadMinutes(Minutes)
            .Where(b => b.Symbol == "SPY" && b.MinuteStart >= at - Duration.FromDays(1) && b.MinuteStart < at)
            .ToList();
        Assert.Equal(
            bars.Select(b => b.MinuteStart.ToUnixTimeSeconds()),
            json.GetProperty("t").EnumerateArray().Select(t => t.GetInt64()).SkipLast(1)
        );
        Assert.Equal(bars.Select(b => (decimal)b.Volume), json.GetProperty("v").EnumerateArray().Select(v => v.GetDecimal()).SkipLast(1));
        Assert.Equal(bars.Select(b => b.Close), json.GetProperty("c").EnumerateArray().Select(v => v.GetDecimal()).SkipLast(1));
    }

    [Fact]
    public async Task The_split_of_Apple_is_named_and_nothing_is_adjusted()
    {
        await using var simulator = await Replay(Instant.FromUtc(2014, 6, 9, 14, 0));
        var split = (await simulator.Get("finnhub/api/v1/stock/split?symbol=AAPL&from=2014-06-01&to=2014-06-30"))[0];
        Assert.Equal(
            ("2014-06-09", 1, 7),
            (split.GetProperty("date").GetString(), split.GetProperty("fromFactor").GetInt32(), split.GetProperty("toFactor").GetInt32())
        );
        Assert.Equal(645.57m, (await LastDay(simulator, "AAPL")).Close);
    }

    private static Task<SimulatorClient> Replay(Instant now, bool daily = true) =>
        SimulatorClient.Start(now, new SimulatorOptions { Replay = Minutes, Daily = daily ? Daily : null });

    private static async Task<(string Date, decimal Close)> LastDay(SimulatorClient simulator, string symbol = "SPY")
    {
        var to = simulator.Clock.GetCurrentInstant().ToUnixTimeSeconds();
        var json = await simulator.Get($"finnhub/api/v1/stock/candle?symbol={symbol}&resolution=D&from={to - (10 * 86_400)}&to={to}");
        return (
            Instant.FromUnixTimeSeconds(json.GetProperty("t").EnumerateArray().Last().GetInt64()).InUtc().Date.ToString("uuuu-MM-dd", null),
            json.GetProperty("c").EnumerateArray().Last().GetDecimal()
        );
    }
}
