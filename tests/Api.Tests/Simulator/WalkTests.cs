using System.Text.Json;
using InvestmentAssistant.MarketSimulator;

namespace InvestmentAssistant.Api.Tests.Simulator;

/// <summary>The seeded market is one market: whatever way one looks at it, the numbers agree.</summary>
public sealed class WalkTests
{
    private static readonly long Now = SimulatorClient.InSession.ToUnixTimeSeconds();
    private static readonly MarketCalendar Calendar = new();

    private sealed record Bar(long Time, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume);

    [Fact]
    public async Task The_same_seed_gives_the_same_market_and_another_seed_another_one()
    {
        await using var first = await SimulatorClient.Start();
        await using var second = await SimulatorClient.Start();
        await using var other = await SimulatorClient.Start(options: new SimulatorOptions { Live = false, Seed = 7 });
        foreach (
            var path in new[]
            {
                "finnhub/api/v1/quote?symbol=AAPL",
                $"finnhub/api/v1/stock/candle?symbol=SPY&resolution=D&from={Now - 3_000_000}&to={Now}",
                $"finnhub/api/v1/stock/candle?symbol=KO&resolution=1&from={Now - 3_600}&to={Now}",
                "bithumb/v1/ticker?markets=KRW-BTC,KRW-DOGE",
                "bithumb/v1/candles/days?market=KRW-XRP&count=30",
            }
        )
        {
            var text = (await first.Get(path)).GetRawText();
            Assert.Equal(text, (await second.Get(path)).GetRawText());
            Assert.NotEqual(text, (await other.Get(path)).GetRawText());
        }
    }

    [Fact]
    public async Task What_has_happened_does_not_change_as_time_goes_on()
    {
        await using var simulator = await SimulatorClient.Start();
        var path = $"finnhub/api/v1/stock/candle?symbol=MSFT&resolution=1&from={Now - 7_200}&to={Now - 60}";
        var before = (await simulator.Get(path)).GetRawText();
        simulator.Clock.Advance(Duration.FromDays(3));
        Assert.Equal(before, (await simulator.Get(path)).GetRawText());
    }

    [Theory]
    [InlineData("SPY")]
    [InlineData("AAPL")]
    [InlineData("ERIE")]
    public async Task A_day_is_the_sum_of_its_regular_minutes(string symbol)
    {
        await using var simulator = await SimulatorClient.Start();
        var days = await Candles(simulator, symbol, "D", Now - (20 * 86_400), Now - 86_400);
        Assert.InRange(days.Count, 12, 14);
        foreach (var day in days)
        {
            var session = Calendar.SessionOn(Instant.FromUnixTimeSeconds(day.Time).InUtc().Date);
            Assert.NotNull(session);
            var minutes = await Candles(simulator, symbol, "1", session.Open.ToUnixTimeSeconds(), session.Close.ToUnixTimeSeconds() - 60);
            Assert.Equal(Sum(day.Time, minutes), day);
        }
    }

    [Fact]
    public async Task Larger_candles_are_the_sum_of_their_minutes()
    {
        await using var simulator = await SimulatorClient.Start();
        var (from, to) = (Now - (26 * 3_600), Now - 1_800 - 60);
        var minutes = await Candles(simulator, "JPM", "1", from, to);
        foreach (var (resolution, seconds) in new[] { ("5", 300), ("15", 900), ("60", 3_600) })
        {
            var larger = await Candles(simulator, "JPM", resolution, from, to);
            Assert.NotEmpty(larger);
            foreach (var candle in larger.Skip(1).SkipLast(1))
                Assert.Equal(Sum(candle.Time, minutes.Where(m => m.Time >= candle.Time && m.Time < candle.Time + seconds)), candle);
        }
    }

    [Fact]
    public async Task The_trades_of_a_minute_make_its_candle()
    {
        await using var simulator = await SimulatorClient.Start(options: new SimulatorOptions());
        await using var feed = await simulator.Finnhub("SPY", "NVDA", "ERIE");
        simulator.Clock.Advance(Duration.FromMilliseconds(59_999));
        var trades = new List<JsonElement>();
        var expected = await Candles(simulator, "SPY", "1", Now, Now);
        var volume = 0m;
        while (volume < expected.Single().Volume || !trades.Exists(t => t.GetProperty("s").GetString() == "NVDA"))
        {
            var frame = await feed.Next();
            if (frame.GetProperty("type").GetString() != "trade")
                continue;
            trades.AddRange(frame.GetProperty("data").EnumerateArray());
            volume = trades.Where(t => t.GetProperty("s").GetString() == "SPY").Sum(t => t.GetProperty("v").GetDecimal());
        }
        var spy = trades.Where(t => t.GetProperty("s").GetString() == "SPY").ToList();
        Assert.Equal(
            expected.Single(),
            Sum(
                Now,
                spy.Select(t =>
                {
                    var price = t.GetProperty("p").GetDecimal();
                    return new Bar(Now, price, price, price, price, t.GetProperty("v").GetDecimal());
                })
            )
        );
        Assert.True(spy.Count > 20, "a busy fund trades more than twenty times in a minute");
        Assert.All(spy.Zip(spy.Skip(1)), pair =>
            Assert.True(pair.First.GetProperty("t").GetInt64() <= pair.Second.GetProperty("t").GetInt64())
        );
        Assert.All(spy, t => Assert.DoesNotContain(t.GetProperty("c").EnumerateArray(), c => c.GetString() == "24"));
        var quote = await simulator.Get("finnhub/api/v1/quote?symbol=SPY");
        Assert.Equal(spy[^1].GetProperty("p").GetDecimal(), quote.GetProperty("c").GetDecimal());
    }

    [Fact]
    public async Task A_quote_is_compared_with_the_close_of_the_session_before()
    {
        await using var simulator = await SimulatorClient.Start();
        foreach (var symbol in new[] { "SPY", "BRK.B", "TSLA" })
        {
            var quote = await simulator.Get($"finnhub/api/v1/quote?symbol={symbol}");
            var days = await Candles(simulator, symbol, "D", Now - (7 * 86_400), Now);
            Assert.Equal(days[^2].Close, quote.GetProperty("pc").GetDecimal());
            Assert.Equal(
                (days[^1].Open, days[^1].High, days[^1].Low, days[^1].Close),
                (
                    quote.GetProperty("o").GetDecimal(),
                    quote.GetProperty("h").GetDecimal(),
                    quote.GetProperty("l").GetDecimal(),
                    quote.GetProperty("c").GetDecimal()
                )
            );
        }
    }

    [Fact]
    public async Task A_crypto_ticker_agrees_with_its_day_candle_and_follows_the_Seoul_day()
    {
        await using var simulator = await SimulatorClient.Start(Instant.FromUtc(2025, 7, 16, 15, 0).PlusTicks(1));
        var yesterday = (await simulator.Get("bithumb/v1/candles/days?market=KRW-ETH&count=2"))[0];
        simulator.Clock.Advance(Duration.FromMinutes(95));
        var ticker = (await simulator.Get("bithumb/v1/ticker?markets=KRW-ETH"))[0];
        var days = await simulator.Get("bithumb/v1/candles/days?market=KRW-ETH&count=2");
        Assert.Equal("2025-07-17T00:00:00", days[0].GetProperty("candle_date_time_kst").GetString());
        Assert.Equal("2025-07-16T15:00:00", days[0].GetProperty("candle_date_time_utc").GetString());
        foreach (var field in new[] { "opening_price", "high_price", "low_price", "trade_price", "prev_closing_price" })
            Assert.Equal(days[0].GetProperty(field).GetDecimal(), ticker.GetProperty(field).GetDecimal());
        Assert.Equal(days[0].GetProperty("candle_acc_trade_volume").GetDecimal(), ticker.GetProperty("acc_trade_volume").GetDecimal());
        Assert.Equal(days[1].GetProperty("trade_price").GetDecimal(), ticker.GetProperty("prev_closing_price").GetDecimal());
        Assert.NotEqual(yesterday.GetRawText(), days[0].GetRawText());
    }

    [Fact]
    public async Task A_crypto_day_is_the_sum_of_its_hours()
    {
        await using var simulator = await SimulatorClient.Start();
        var day = (await simulator.Get("bithumb/v1/candles/days?market=KRW-SOL&count=2"))[1];
        var hours = (await simulator.Get("bithumb/v1/candles/minutes/60?market=KRW-SOL&count=24&to=2025-07-16T00:00:00"))
            .EnumerateArray()
            .ToList();
        Assert.Equal(24, hours.Count);
        Assert.Equal(day.GetProperty("candle_date_time_kst").GetString(), hours[^1].GetProperty("candle_date_time_kst").GetString());
        Assert.Equal(day.GetProperty("high_price").GetDecimal(), hours.Max(h => h.GetProperty("high_price").GetDecimal()));
        Assert.Equal(day.GetProperty("low_price").GetDecimal(), hours.Min(h => h.GetProperty("low_price").GetDecimal()));
        Assert.Equal(day.GetProperty("trade_price").GetDecimal(), hours[0].GetProperty("trade_price").GetDecimal());
        Assert.Equal(
            day.GetProperty("candle_acc_trade_volume").GetDecimal(),
            hours.Sum(h => h.GetProperty("candle_acc_trade_volume").GetDecimal())
        );
    }

    [Fact]
    public async Task A_year_of_prices_is_plausible()
    {
        await using var simulator = await SimulatorClient.Start();
        var days = await Candles(simulator, "SPY", "D", Now - (400 * 86_400), Now);
        Assert.InRange(days.Count, 270, 280);
        var moves = days.Zip(days.Skip(1), (a, b) => Math.Log((double)(b.Close / a.Close))).ToList();
        Assert.InRange(Math.Sqrt(moves.Average(m => m * m)), 0.006, 0.014);
        Assert.All(days, d => Assert.InRange(d.Close, 300m, 1_000m));
        var btc = (await simulator.Get("bithumb/v1/candles/days?market=KRW-BTC&count=200"))
            .EnumerateArray()
            .Select(d => d.GetProperty("trade_price").GetDecimal())
            .ToList();
        Assert.Equal(200, btc.Count);
        Assert.All(btc, price => Assert.Equal(0m, price % 1_000));
        Assert.All(btc, price => Assert.InRange(price, 50_000_000m, 400_000_000m));
    }

    [Fact]
    public async Task Stocks_rest_at_night_unless_the_market_never_closes()
    {
        var night = Instant.FromUtc(2025, 7, 19, 6, 0);
        var path =
            $"finnhub/api/v1/stock/candle?symbol=SPY&resolution=60&from={night.ToUnixTimeSeconds() - 14_400}&"
            + $"to={night.ToUnixTimeSeconds()}";
        await using var strict = await SimulatorClient.Start(night);
        Assert.Equal("no_data", (await strict.Get(path)).GetProperty("s").GetString());
        Assert.Equal(
            Instant.FromUtc(2025, 7, 18, 19, 59).ToUnixTimeSeconds(),
            (await strict.Get("finnhub/api/v1/quote?symbol=SPY")).GetProperty("t").GetInt64() / 60 * 60
        );

        await using var always = await SimulatorClient.Start(night, new SimulatorOptions { AlwaysOpen = true });
        Assert.Equal("ok", (await always.Get(path)).GetProperty("s").GetString());
        var friday = await Candles(always, "SPY", "D", night.ToUnixTimeSeconds() - (4 * 86_400), night.ToUnixTimeSeconds());
        var quote = await always.Get("finnhub/api/v1/quote?symbol=SPY");
        Assert.Equal(friday[^2].Close, quote.GetProperty("pc").GetDecimal());
        Assert.InRange(night.ToUnixTimeSeconds() - quote.GetProperty("t").GetInt64(), 0, 120);
        await using var feed = await always.Finnhub("SPY");
        always.Clock.Advance(Duration.FromSeconds(60));
        var trade = (await feed.Next()).GetProperty("data")[0];
        Assert.Contains(trade.GetProperty("c").EnumerateArray(), c => c.GetString() == "24");
    }

    private static async Task<List<Bar>> Candles(SimulatorClient simulator, string symbol, string resolution, long from, long to)
    {
        var json = await simulator.Get($"finnhub/api/v1/stock/candle?symbol={symbol}&resolution={resolution}&from={from}&to={to}");
        Assert.Equal("ok", json.GetProperty("s").GetString());
        decimal At(string column, int i) => json.GetProperty(column)[i].GetDecimal();
        return
        [
            .. json.GetProperty("t")
                .EnumerateArray()
                .Select((t, i) => new Bar(t.GetInt64(), At("o", i), At("h", i), At("l", i), At("c", i), At("v", i))),
        ];
    }

    private static Bar Sum(long time, IEnumerable<Bar> parts)
    {
        var all = parts.ToList();
        Assert.NotEmpty(all);
        return new Bar(time, all[0].Open, all.Max(b => b.High), all.Min(b => b.Low), all[^1].Close, all.Sum(b => b.Volume));
    }
}
