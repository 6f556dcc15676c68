using System.Globalization;
using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using InvestmentAssistant.MarketSimulator;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Simulator;

/// <summary>The simulated coins: shapes of the provider's own examples, prices that belong to the simulated exchange's.</summary>
public sealed class CoinGeckoTests : IAsyncLifetime
{
    private const string Key = "x_cg_demo_api_key=test";

    private SimulatorClient _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorClient.Start();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private Task<JsonElement> Ask(string path) =>
        _simulator.Get($"coingecko/api/v3/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Key}");

    private static JsonElement Sample(string file) => JsonSerializer.Deserialize<JsonElement>(Samples.Text("CoinGecko", file));

    private async Task<decimal> Krw(string market) =>
        (await _simulator.Get("bithumb/v1/ticker?markets=" + market))[0].GetProperty("trade_price").GetDecimal();

    private async Task<List<JsonElement>> Tickers(string coin, string query = "") =>
        [.. (await Ask($"coins/{coin}/tickers{query}")).GetProperty("tickers").EnumerateArray()];

    [Fact]
    public async Task Replies_have_the_names_of_the_providers_examples()
    {
        // Those of the captured replies that nothing reads may be missing.
        HasNamesOf(
            Sample("coins-markets.json")[0],
            (await Ask("coins/markets?vs_currency=usd"))[0],
            "sparkline_in_7d",
            "price_change_percentage_1h_in_currency",
            "price_change_percentage_14d_in_currency",
            "price_change_percentage_200d_in_currency",
            "price_change_percentage_1y_in_currency"
        );
        HasNamesOf(
            Sample("coins-id-tickers.json").GetProperty("tickers")[0],
            (await Tickers("bitcoin"))[0],
            "cost_to_move_up_usd",
            "cost_to_move_down_usd"
        );
        HasNamesOf(Sample("derivatives.json")[0], (await Ask("derivatives"))[0]);
        HasNamesOf(
            Sample("global.json").GetProperty("data"),
            (await Ask("global")).GetProperty("data"),
            "volume_change_percentage_24h_usd"
        );
        HasNamesOf(Sample("market-chart.json"), await Ask("coins/bitcoin/market_chart?vs_currency=usd&days=2"));

        var (captured, simulated) = (Sample("coins-id.json"), await Ask("coins/bitcoin"));
        foreach (var part in new[] { "links", "community_data", "developer_data", "image" })
            HasNamesOf(
                captured.GetProperty(part),
                simulated.GetProperty(part),
                "announcement_url",
                "snapshot_url",
                "bitcointalk_thread_identifier",
                "reddit_accounts_active_48h"
            );
        foreach (var name in new[] { "id", "symbol", "name", "genesis_date", "hashing_algorithm" })
            Assert.Equal(captured.GetProperty(name).GetString(), simulated.GetProperty(name).GetString());

        static void HasNamesOf(JsonElement captured, JsonElement simulated, params string[] unread) =>
            Assert.Equal([], Names(captured).Except(Names(simulated)).Except(unread));
    }

    [Fact]
    public async Task The_list_goes_by_rank_page_by_page_and_ends_with_an_empty_page()
    {
        var first = (await Ask("coins/markets?per_page=250&page=1")).EnumerateArray().ToList();
        var second = (await Ask("coins/markets?per_page=250&page=2")).EnumerateArray().ToList();
        Assert.Equal(250, first.Count);
        Assert.Equal(0, (await Ask("coins/markets?per_page=250&page=3")).GetArrayLength());
        var all = first.Concat(second).ToList();
        Assert.Equal(all.Count, all.Select(c => c.GetProperty("id").GetString()).Distinct().Count());
        var ranks = all.Select(c => c.GetProperty("market_cap_rank"))
            .Where(r => r.ValueKind == JsonValueKind.Number)
            .Select(r => r.GetInt32())
            .ToList();
        Assert.Equal(Enumerable.Range(1, ranks.Count), ranks);
        Assert.True(ranks.Count >= 400, $"{ranks.Count} coins");
        // Namesakes exist, and one has no rank.
        Assert.Contains(all.GroupBy(c => c.GetProperty("symbol").GetString()), g => g.Count() > 1);
        Assert.Contains(all, c => c.GetProperty("market_cap_rank").ValueKind == JsonValueKind.Null);
    }

    [Theory]
    [InlineData("bitcoin", "KRW-BTC", 0.5)]
    [InlineData("ripple", "KRW-XRP", 0.5)]
    [InlineData("cosmos", "KRW-ATOM", 1.2)]
    public async Task World_prices_follow_the_exchange_within_a_plausible_premium(string coin, string market, double percent)
    {
        foreach (var hours in new[] { 0, 5, 30 })
        {
            _simulator.Clock.Reset(SimulatorClient.InSession + Duration.FromHours(hours));
            var binance = (await Tickers(coin, "?exchange_ids=binance")).Single();
            var implied = await Krw(market) / (await Krw("KRW-USDT") * binance.GetProperty("last").GetDecimal());
            Assert.InRange((double)(implied - 1) * 100, -percent, percent);
        }
    }

    [Fact]
    public async Task Now_and_then_a_venue_is_stale_or_odd_or_off_without_a_flag()
    {
        var (stale, anomalies, silent) = (0, 0, 0);
        foreach (var minutes in Enumerable.Range(0, 12).Select(i => i * 10))
        {
            _simulator.Clock.Reset(SimulatorClient.InSession + Duration.FromMinutes(minutes));
            foreach (var coin in new[] { "bitcoin", "ethereum", "solana" })
            {
                var rows = (await Tickers(coin))
                    .Where(t => t.GetProperty("market").GetProperty("identifier").GetString() is not ("upbit" or "bithumb"))
                    .ToList();
                var middle = rows.Select(Usd).Order().ElementAt(rows.Count / 2);
                stale += rows.Count(r => r.GetProperty("is_stale").GetBoolean());
                anomalies += rows.Count(r => r.GetProperty("is_anomaly").GetBoolean());
                silent += rows.Count(r =>
                    !r.GetProperty("is_stale").GetBoolean()
                    && !r.GetProperty("is_anomaly").GetBoolean()
                    && Math.Abs((Usd(r) / middle) - 1) > 0.05m
                );
            }
        }
        Assert.All([stale, anomalies, silent], count => Assert.InRange(count, 1, 60));

        static decimal Usd(JsonElement row) => row.GetProperty("converted_last").GetProperty("usd").GetDecimal();
    }

    [Fact]
    public async Task A_market_can_be_suspended_with_a_wild_price_while_its_messages_are_of_now()
    {
        using (
            await _simulator.Send(
                "control/market",
                HttpMethod.Post,
                new
                {
                    market = "KRW-SAND",
                    state = "suspended",
                    price_factor = 4,
                }
            )
        ) { }
        await using var feed = await _simulator.Bithumb("""[{"ticket":"t"},{"type":"ticker","codes":["KRW-SAND"]}]""");
        var frame = await feed.Next();
        Assert.True(frame.GetProperty("is_trading_suspended").GetBoolean());
        Assert.Equal(SimulatorClient.InSession.ToUnixTimeMilliseconds(), frame.GetProperty("timestamp").GetInt64());
        var days = (
            SimulatorClient.InSession - Instant.FromUnixTimeMilliseconds(frame.GetProperty("trade_timestamp").GetInt64())
        ).TotalDays;
        Assert.InRange(days, 3, 3.1);
        Assert.True((await Tickers("the-sandbox", "?exchange_ids=bithumb")).Single().GetProperty("is_stale").GetBoolean());
        using (await _simulator.Send("control/market", HttpMethod.Post, new { market = "KRW-SAND", state = "warned" })) { }
        var listed = (await _simulator.Get("bithumb/v1/market/all?isDetails=true"))
            .EnumerateArray()
            .Single(m => m.GetProperty("market").GetString() == "KRW-SAND");
        Assert.Equal("CAUTION", listed.GetProperty("market_warning").GetString());
        using var refused = await _simulator.Send("control/market", HttpMethod.Post, new { market = "KRW-SAND", state = "odd" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Some_small_markets_are_not_traded_as_usual_from_the_start_and_the_first_hundred_are()
    {
        var rows = (await _simulator.Get("bithumb/v1/market/all?isDetails=true"))
            .EnumerateArray()
            .Select(m => m.GetProperty("market").GetString()!)
            .Where(m => m.StartsWith("KRW-", StringComparison.Ordinal))
            .ToList();
        var tickers = (await _simulator.Get("bithumb/v1/ticker?markets=" + string.Join(',', rows.Take(400)))).EnumerateArray().ToList();
        var old = tickers
            .Where(t => t.GetProperty("timestamp").GetInt64() - (t.GetProperty("trade_timestamp").GetInt64() - 32_400_000) > 86_400_000)
            .ToList();
        Assert.InRange(old.Count, 2, 30);
        Assert.DoesNotContain(old.Select(t => t.GetProperty("market").GetString()), rows.Take(50).Contains);
    }

    [Fact]
    public async Task A_dead_namesake_has_the_symbol_and_name_of_a_coin_that_is_traded_and_no_price()
    {
        var namesakes = (await Ask("coins/markets?per_page=250&page=1"))
            .EnumerateArray()
            .Concat((await Ask("coins/markets?per_page=250&page=2")).EnumerateArray())
            .Where(c => c.GetProperty("symbol").GetString() == "sand")
            .ToList();
        Assert.Equal(2, namesakes.Count);
        Assert.Single(namesakes.Select(c => c.GetProperty("name").GetString()).Distinct());
        Assert.Contains(namesakes, c => c.GetProperty("current_price").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task A_venue_can_be_played_wild_old_or_of_no_trust()
    {
        var before = (await Tickers("bitcoin", "?exchange_ids=gate")).Single();
        using (
            await _simulator.Send(
                "control/venue",
                HttpMethod.Post,
                new
                {
                    coin = "bitcoin",
                    venue = "gate",
                    price_factor = 4,
                    minutes_old = 300,
                    trust_score = "red",
                }
            )
        ) { }
        var after = (await Tickers("bitcoin", "?exchange_ids=gate")).Single();
        Assert.InRange(after.GetProperty("last").GetDecimal() / before.GetProperty("last").GetDecimal(), 3.9m, 4.1m);
        Assert.Equal("red", after.GetProperty("trust_score").GetString());
        Assert.True(
            after.GetProperty("last_traded_at").GetDateTimeOffset() < after.GetProperty("last_fetch_at").GetDateTimeOffset().AddHours(-4)
        );
    }

    [Fact]
    public async Task A_past_hour_answers_the_same_whenever_it_is_asked_for()
    {
        async Task<Dictionary<long, decimal>> Prices() =>
            (await Ask("coins/bitcoin/market_chart?vs_currency=usd&days=3"))
                .GetProperty("prices")
                .EnumerateArray()
                .ToDictionary(p => p[0].GetInt64(), p => p[1].GetDecimal());

        var before = await Prices();
        _simulator.Clock.Advance(Duration.FromHours(7));
        var after = await Prices();
        var both = before.Keys.Intersect(after.Keys).ToList();
        Assert.InRange(both.Count, 60, 73);
        Assert.All(both, ms => Assert.Equal(before[ms], after[ms]));
    }

    [Fact]
    public async Task Two_hundred_coins_have_details_of_their_own()
    {
        var ids = (await Ask("coins/markets?per_page=250&page=1"))
            .EnumerateArray()
            .Select(c => c.GetProperty("id").GetString()!)
            .Take(200)
            .ToList();
        var described = 0;
        foreach (var id in ids)
        {
            var coin = await Ask("coins/" + id);
            Assert.Equal(id, coin.GetProperty("id").GetString());
            if (
                coin.GetProperty("categories").GetArrayLength() > 0
                && coin.GetProperty("market_data").GetProperty("current_price").TryGetProperty("usd", out _)
            )
                described++;
        }
        Assert.Equal(200, described);
    }

    [Fact]
    public async Task Rates_give_a_won_price_of_the_dollar_below_that_of_the_tether()
    {
        var rates = (await Ask("exchange_rates")).GetProperty("rates");
        var rate = rates.GetProperty("krw").GetProperty("value").GetDecimal() / rates.GetProperty("usd").GetProperty("value").GetDecimal();
        Assert.InRange((await Krw("KRW-USDT") / rate) - 1, 0.001m, 0.02m);
    }

    [Fact]
    public async Task Without_a_key_or_beyond_the_limit_it_refuses_in_its_own_words()
    {
        using (var keyless = await _simulator.Send("coingecko/api/v3/ping"))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, keyless.StatusCode);
            Assert.Contains(
                "10002",
                await keyless.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
        }
        await using var strict = await SimulatorClient.Start(options: new SimulatorOptions { Live = false, CoinGeckoCallsPerMinute = 2 });
        foreach (var call in Enumerable.Range(1, 3))
        {
            using var answer = await strict.Send("coingecko/api/v3/ping?" + Key);
            Assert.Equal(call <= 2 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, answer.StatusCode);
            if (call > 2)
                Assert.Equal("53", answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        }
        using var unknown = await _simulator.Send("coingecko/api/v3/coins/nope?" + Key);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }
}
