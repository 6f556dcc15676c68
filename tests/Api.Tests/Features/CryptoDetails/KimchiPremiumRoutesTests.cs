using System.Globalization;
using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>The premium of a coin, its pairs of exchanges and its chart on the wire.</summary>
public sealed class KimchiPremiumRoutesTests(SeededCoins coins) : CryptoDetailsRoutesTestBase(coins)
{
    [Fact]
    public async Task The_premium_has_every_field_and_follows_from_the_terms_it_states()
    {
        var json = (await Ok("kimchi-premium/zztest")).Has(
            "symbol:s kimchi_premium:o korean_exchanges:a global_exchanges:a exchange_count:o last_updated:t"
        );
        var premium = json.GetProperty("kimchi_premium").Has(PremiumFields);
        var inputs = premium
            .GetProperty("inputs")
            .Has(
                "usd_krw:n usd_krw_source:s usd_krw_at:t krw_usdt:n krw_usdt_at:t usdt_usd:n usdt_usd_at:t korean_from:t "
                    + "korean_to:t global_from:t global_to:t max_quote_age_seconds:i"
            );
        Assert.Equal("implied", inputs.GetProperty("usd_krw_source").GetString());
        var rate = Number(inputs, "krw_usdt") / Number(inputs, "usdt_usd");
        Close(rate, Number(inputs, "usd_krw"), 0.01m);

        // Two venues against USDT, at its rate, and one against USD; the other four are stale, odd, old and 10 % off.
        var usdt = Number(inputs, "usdt_usd");
        var global = ((1_000m * usdt * 300_000) + (1_004m * 100_400) + (1_001m * usdt * 1_001)) / 401_401;
        Close(global, Number(premium, "global_avg_price_usd"), 0.01m);
        Assert.Equal(SeededCoins.WonPerCoin, Number(premium, "korean_price_krw"));
        Close(SeededCoins.WonPerCoin / rate, Number(premium, "korean_price_usd"), 0.01m);
        Close(((SeededCoins.WonPerCoin / rate) - global) / global * 100, Number(premium, "kimchi_premium_percent"), 0.01m);
        Close(Number(premium, "kimchi_premium_percent"), Number(premium, "usdt_premium_percent"), 0.01m);
        Assert.Equal(401_401m, Number(premium, "total_global_volume_usd"));
        Assert.Equal(
            ("upbit", 3),
            (premium.GetProperty("korean_exchange").GetString(), premium.GetProperty("global_exchange_count").GetInt32())
        );
        Assert.Equal((0.06m, 0.02m), (Number(premium, "korean_spread"), Number(premium, "avg_global_spread")));
        Assert.Equal(JsonValueKind.Null, premium.GetProperty("reason").ValueKind);

        var leftOut = premium
            .GetProperty("left_out")
            .GetProperty("global")
            .Has(
                "anomaly:i stale:i too_old:i outlier:i no_price:i no_volume:i total:i suspended:i "
                    + "warned:i not_traded:i untrusted:i no_usdt_rate:i disagreement:i"
            );
        Assert.Equal(
            (1, 1, 1, 1, 4),
            (
                leftOut.GetProperty("anomaly").GetInt32(),
                leftOut.GetProperty("stale").GetInt32(),
                leftOut.GetProperty("too_old").GetInt32(),
                leftOut.GetProperty("outlier").GetInt32(),
                leftOut.GetProperty("total").GetInt32()
            )
        );
        // 0.25 + 0.10 + 0.10 + (0.06 + 0.02) / 2
        Assert.Equal(0.49m, Number(premium.GetProperty("cost_model"), "total_percent"));
        Close(global * 0.0049m, Number(premium, "transaction_cost_estimate"), 0.0001m);

        Assert.Equal(
            (1, 3),
            (
                json.GetProperty("exchange_count").GetProperty("korean").GetInt32(),
                json.GetProperty("exchange_count").GetProperty("global").GetInt32()
            )
        );
        var venues = json.GetProperty("global_exchanges").EnumerateArray().ToList();
        Assert.All(venues, v =>
            v.Has("exchange_id:s price_usd:n volume_24h_usd:n spread_percentage:n exchange_name:s pair:s at:t left_out:s?")
        );
        Assert.Equal(
            [
                ("binance", null),
                ("kraken", null),
                ("gate", null),
                ("mxc", "stale"),
                ("bitget", "anomaly"),
                ("kucoin", "too_old"),
                ("huobi", "outlier"),
            ],
            venues.Select(v => (v.GetProperty("exchange_id").GetString(), v.GetProperty("left_out").GetString()))
        );
    }

    [Fact]
    public async Task A_live_coin_has_the_board_behind_it()
    {
        var premium = (await Ok("kimchi-premium/KRW-BTC")).GetProperty("kimchi_premium").Has(PremiumFields);
        Assert.True(premium.GetProperty("korean_price_krw").ValueKind == JsonValueKind.Number);
    }

    [Fact]
    public async Task A_coin_that_no_domestic_exchange_trades_has_no_premium_and_says_why()
    {
        var premium = (await Ok("kimchi-premium/ZZBARE")).GetProperty("kimchi_premium").Has(PremiumFields);
        Assert.Equal("not_traded_on_domestic_exchanges", premium.GetProperty("reason").GetString());
        Assert.Equal(JsonValueKind.Null, premium.GetProperty("kimchi_premium_percent").ValueKind);
    }

    [Theory]
    [InlineData("", "binance,gate,kraken")] // the cheaper the other venue, the higher the premium
    [InlineData("?sort_by=premium_asc", "kraken,gate,binance")]
    [InlineData("?sort_by=volume_desc", "binance,kraken,gate")]
    [InlineData("?sort_by=volume_asc", "gate,kraken,binance")]
    public async Task Pairs_are_sorted_as_asked(string query, string order)
    {
        var json = (await Ok("kimchi-premium/ZZTEST/detailed" + query)).Has(
            "symbol:s timestamp:t summary:o exchange_comparisons:a statistics:o"
        );
        json.GetProperty("summary").Has(PremiumFields);
        var pairs = json.GetProperty("exchange_comparisons").EnumerateArray().ToList();
        Assert.All(pairs, p =>
            p.Has(
                "korean_exchange:s korean_price_usd:n korean_volume_usd:n korean_spread:n global_exchange:s global_price_usd:n "
                    + "global_volume_usd:n global_spread:n "
                    + "premium_percentage:n price_diff_usd:n volume_ratio:n"
            )
        );
        Assert.All(pairs, p =>
        {
            var (korean, global) = (Number(p, "korean_price_usd"), Number(p, "global_price_usd"));
            Assert.Equal(Math.Round((korean - global) / global * 100, 3, MidpointRounding.AwayFromZero), Number(p, "premium_percentage"));
            Close(korean - global, Number(p, "price_diff_usd"), 0.0000001m);
            Close(Number(p, "korean_volume_usd") / Number(p, "global_volume_usd"), Number(p, "volume_ratio"), 0.01m);
        });
        Assert.Equal(order, string.Join(',', pairs.Select(p => p.GetProperty("global_exchange").GetString())));

        var statistics = json.GetProperty("statistics")
            .Has("total_comparisons:i korean_exchanges_count:i global_exchanges_count:i filters_applied:o premium_stats:o volume_stats:o");
        statistics.GetProperty("premium_stats").Has("average:n max:n min:n positive_count:i negative_count:i");
        Assert.Equal(
            401_401m,
            Number(statistics.GetProperty("volume_stats").Has("total_korean_volume:n total_global_volume:n"), "total_global_volume")
        );
        Assert.Equal(
            (3, 1, 3),
            (
                statistics.GetProperty("total_comparisons").GetInt32(),
                statistics.GetProperty("korean_exchanges_count").GetInt32(),
                statistics.GetProperty("global_exchanges_count").GetInt32()
            )
        );
    }

    [Fact]
    public async Task Pairs_of_which_both_sides_trade_too_little_are_dropped()
    {
        // Upbit trades 40 Coins, about 42,000 USD: above 100,000 only the pairs whose other side is larger stay.
        var some = (await Ok("kimchi-premium/ZZTEST/detailed?min_volume=100000")).GetProperty("statistics");
        Assert.Equal(2, some.GetProperty("total_comparisons").GetInt32());
        Assert.Equal(100_000m, some.GetProperty("filters_applied").GetProperty("min_volume").GetDecimal());
        var none = (await Ok("kimchi-premium/ZZTEST/detailed?min_volume=1000000000")).GetProperty("statistics");
        Assert.Equal(
            (0, JsonValueKind.Null),
            (none.GetProperty("total_comparisons").GetInt32(), none.GetProperty("premium_stats").GetProperty("average").ValueKind)
        );
    }

    [Fact]
    public async Task The_premium_chart_has_a_point_a_day_by_exchange_and_by_the_one_definition()
    {
        var json = (await Ok("kimchi-premium/ZZTEST/chart?days=5")).Has("symbol:s timestamp:t time_range_days:i chart_data:o statistics:o");
        var data = json.GetProperty("chart_data").Has("korean_exchanges:o global_exchanges:o premium_trend:a");
        var (korean, global) = (data.GetProperty("korean_exchanges"), data.GetProperty("global_exchanges"));
        Assert.All(korean.GetProperty("upbit").EnumerateArray(), p =>
            p.Has("date:d timestamp:t price_usd:n volume_usd:n? spread_percentage:n?")
        );
        Assert.Equal([1_010m], korean.GetProperty("upbit").EnumerateArray().Select(p => p.GetProperty("price_usd").GetDecimal()));
        Assert.Equal([1_000m], global.GetProperty("binance").EnumerateArray().Select(p => p.GetProperty("price_usd").GetDecimal()));
        // Before tickers were collected the exchange's own bars tell its days.
        Assert.Equal([1_004m, 1_003m], korean.GetProperty("bithumb").EnumerateArray().Select(p => p.GetProperty("price_usd").GetDecimal()));

        var today = SeoulDay.DateOf(SystemClock.Instance.GetCurrentInstant());
        var trend = data.GetProperty("premium_trend").EnumerateArray().ToList();
        Assert.All(trend, p =>
            p.Has(
                "date:d korean_price_usd:n global_price_usd:n kimchi_premium_percent:n price_diff_usd:n usdt_premium_percent:n? "
                    + "measured_at:t method:s"
            )
        );
        Assert.Equal(
            Enumerable.Range(0, 5).Select(i => today.PlusDays(i - 4).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)),
            trend.Select(p => p.GetProperty("date").GetString())
        );
        Assert.Equal([0.4m, 0.3m, 0.2m, 0.1m], trend.Take(4).Select(p => Number(p, "kimchi_premium_percent")));
        Assert.Equal(["market_chart", "market_chart", "venues", "venues", "live"], trend.Select(p => p.GetProperty("method").GetString()));
        json.GetProperty("statistics").Has("total_data_points:i korean_exchanges_count:i global_exchanges_count:i data_freshness:t");
        // W7: every exchange says since when it has points, and why not before.
        var histories = json.GetProperty("statistics")
            .GetProperty("venue_history")
            .EnumerateArray()
            .ToDictionary(
                v => v.GetProperty("exchange_id").GetString()!,
                v => (v.GetProperty("days").GetInt32(), v.GetProperty("source").GetString(), v.GetProperty("missing").GetString())
            );
        Assert.Equal((1, "tickers", "no_provider_history"), histories["binance"]);
        Assert.Equal((0, "tickers", "no_provider_history"), histories["bitstamp"]);
        Assert.Equal((2, "exchange_bars", "no_bars"), histories["bithumb"]);
        Assert.Equal(
            (9, 2, 1),
            (
                json.GetProperty("statistics").GetProperty("total_data_points").GetInt32(),
                json.GetProperty("statistics").GetProperty("korean_exchanges_count").GetInt32(),
                json.GetProperty("statistics").GetProperty("global_exchanges_count").GetInt32()
            )
        );
    }

    [Theory]
    [InlineData("", 7)]
    [InlineData("?days=1", 1)]
    [InlineData("?days=30", 30)]
    public async Task The_premium_chart_covers_the_days_asked_for(string query, int days) =>
        Assert.Equal(
            days,
            (await Ok("kimchi-premium/ZZTEST/chart" + query)).GetProperty("chart_data").GetProperty("premium_trend").GetArrayLength()
        );

    [Fact]
    public async Task A_chart_of_nothing_is_empty_and_not_an_error()
    {
        var json = await Ok("kimchi-premium/ZZBARE/chart");
        Assert.Equal(
            (0, JsonValueKind.Null),
            (
                json.GetProperty("statistics").GetProperty("total_data_points").GetInt32(),
                json.GetProperty("statistics").GetProperty("data_freshness").ValueKind
            )
        );
    }
}
