using System.Globalization;
using System.Net;
using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>
/// All routes on the wire. The won price of a dollar is the shared host's live one, so premiums are checked by the terms that the answer
/// states.
/// </summary>
public sealed class CryptoDetailsRoutesTests(SeededCoins coins) : IClassFixture<SeededCoins>
{
    private const string Root = "/api/v1/crypto/details/";

    private const string PremiumFields =
        "korean_price_usd:s? global_avg_price_usd:s? kimchi_premium_percent:s? price_diff_usd:s? korean_volume_usd:s? "
        + "total_global_volume_usd:s? korean_exchange:s? "
        + "global_exchange_count:i? korean_spread:s? avg_global_spread:s? arbitrage_opportunity:s? net_profit_per_unit:s? "
        + "transaction_cost_estimate:s? usdt_premium_percent:n? "
        + "korean_price_krw:n? korean_exchange_count:i inputs:o left_out:o cost_model:o? formula:s reason:s? last_known:o? measured_at:t";

    private const string DerivativeFields =
        "avg_funding_rate:s? positive_funding_count:i? negative_funding_count:i? funding_rate_interpretation:s? "
        + "market_sentiment:s? total_open_interest:s? open_interest_rank:i? "
        + "volume_24h_usd:s? institutional_interest:s? market_maturity:s? oi_weighted_funding_rate:n? median_basis:n? batch_at:t?";

    private async Task<(HttpStatusCode Status, JsonElement Json, HttpResponseMessage Answer)> Get(string path, string? language = null)
    {
        using var client = coins.Api.Host.Server.CreateClient();
        if (language is not null)
            client.DefaultRequestHeaders.Add("Accept-Language", language);
        var answer = await client.GetAsync(Root + path, Ct);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Ct)), answer);
    }

    private async Task<JsonElement> Ok(string path)
    {
        var (status, json, answer) = await Get(path);
        answer.Dispose();
        Assert.True(status == HttpStatusCode.OK, $"{path}: {(int)status} {json}");
        return json;
    }

    private static void Close(decimal expected, decimal actual, decimal tolerance) =>
        Assert.InRange(actual, expected - tolerance, expected + tolerance);

    private static decimal Number(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.String } text
            ? decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture)
            : json.GetProperty(name).GetDecimal();

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
        // Upbit trades 40 coins, about 42,000 USD: above 100,000 only the pairs whose other side is larger stay.
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

    [Fact]
    public async Task Derivatives_have_every_field()
    {
        var summary = (await Ok("derivatives/ZZTEST")).Has("symbol:s derivatives:o").GetProperty("derivatives").Has(DerivativeFields);
        // (0.02 - 0.01) / 2; (0.02 x 2,000 - 0.01 x 1,000) / 3,000
        Assert.Equal(
            (0.005m, 0.01m, 0.2m),
            (Number(summary, "avg_funding_rate"), Number(summary, "oi_weighted_funding_rate"), Number(summary, "median_basis"))
        );
        Assert.Equal(
            (1, 1, "3000", "중립"),
            (
                summary.GetProperty("positive_funding_count").GetInt32(),
                summary.GetProperty("negative_funding_count").GetInt32(),
                summary.GetProperty("total_open_interest").GetString(),
                summary.GetProperty("market_sentiment").GetString()
            )
        );
        Assert.Equal(
            JsonValueKind.Null,
            (await Ok("derivatives/ZZBARE")).GetProperty("derivatives").Has(DerivativeFields).GetProperty("avg_funding_rate").ValueKind
        );
    }

    [Theory]
    [InlineData("ZZTEST")]
    [InlineData("ZZBARE")]
    [InlineData("eth")]
    public async Task Investment_has_its_nine_parts_with_every_field(string symbol)
    {
        var json = (await Ok("investment/" + symbol)).Has(
            "basic_info:o market_data:o supply_data:o kimchi_premium:o derivatives:o global_context:o risk_analysis:o "
                + "investment_opportunity:o portfolio_guidance:o last_updated:t "
                + "data_sources:a symbol:s kimchi_premium_percent:n? risk_assessment:o disclaimer:s as_of:o"
        );
        json.GetProperty("basic_info").Has("coingecko_id:s symbol:s name:s image_large:s? market_cap_rank:i? categories:a");
        json.GetProperty("market_data")
            .Has(
                "current_price_usd:s? current_price_krw:s? market_cap_usd:i? total_volume_usd:i? price_change_percentage_24h:s? "
                    + "price_change_percentage_7d:s? "
                    + "price_change_percentage_30d:s? ath_usd:s? ath_change_percentage:s? ath_date:t? atl_usd:s? "
                    + "atl_change_percentage:s? atl_date:t?"
            );
        json.GetProperty("supply_data")
            .Has("total_supply:s? circulating_supply:s? max_supply:s? circulating_supply_percentage:s? scarcity_score:s?");
        json.GetProperty("kimchi_premium").Has(PremiumFields);
        json.GetProperty("derivatives").Has(DerivativeFields);
        json.GetProperty("global_context")
            .Has(
                "total_market_cap_usd:s market_cap_change_24h:s btc_dominance:s eth_dominance:s market_share_percentage:s? "
                    + "dominance_change_7d:s? vs_market_performance:s? market_status:s "
                    + "active_cryptocurrencies:i markets:i"
            );
        json.GetProperty("risk_analysis")
            .Has(
                "volatility_24h:s? volatility_7d:s? volatility_30d:s? volatility_risk:s? liquidity_risk:s? bid_ask_spread:s? "
                    + "volume_stability:s? market_position_risk:s? rank_stability:s? "
                    + "overall_risk_score:s? realized_volatility_30d:n? overall_risk_detail:o"
            );
        json.GetProperty("investment_opportunity")
            .Has(
                "institutional_adoption:s? etf_status:s? supply_constraint:s? inflation_hedge:s? arbitrage_potential:s? "
                    + "investment_environment:s? key_drivers:a confidence:n"
            );
        json.GetProperty("portfolio_guidance")
            .Has("conservative_allocation:s? moderate_allocation:s? aggressive_allocation:s? investment_strategies:a time_horizon:s?");
    }

    [Fact]
    public async Task Investment_brings_the_figures_of_its_parts_together()
    {
        var json = await Ok("investment/ZZTEST");
        Assert.Equal(
            Number(json.GetProperty("kimchi_premium"), "kimchi_premium_percent"),
            json.GetProperty("kimchi_premium_percent").GetDecimal()
        );
        Assert.Equal(json.GetProperty("risk_analysis").GetRawText(), json.GetProperty("risk_assessment").GetRawText());
        var market = json.GetProperty("market_data");
        Assert.Equal(
            (SeededCoins.WonPerCoin, Number(json.GetProperty("kimchi_premium"), "global_avg_price_usd")),
            (Number(market, "current_price_krw"), Number(market, "current_price_usd"))
        );
        Assert.Equal(
            ("-4", true),
            (market.GetProperty("price_change_percentage_24h").GetString(), market.GetProperty("is_live").GetBoolean())
        );
        // N4: the price and the supply shown make the market value shown.
        Close(
            Number(market, "current_price_usd") * Number(json.GetProperty("supply_data"), "circulating_supply"),
            market.GetProperty("market_cap_usd").GetInt64(),
            1
        );
        // A day of 4 % (2 points), 50 million USD (0), rank 3,000 (3).
        Assert.Equal("높음", json.GetProperty("risk_analysis").GetProperty("overall_risk_score").GetString());
        // Closes of 100 and 101 in turn.
        var step = Math.Log(1.01);
        Close(
            (decimal)(Math.Sqrt(30 * step * step / 29 * 365) * 100),
            json.GetProperty("risk_analysis").GetProperty("realized_volatility_30d").GetDecimal(),
            1m
        );
    }

    [Theory]
    [InlineData("30M", 10, 30, 1)]
    [InlineData("1H", 30, 60, 1)]
    [InlineData("1D", 300, 24 * 60, 5)]
    [InlineData("1W", 1_800, 7 * 24 * 60, 30)]
    [InlineData("1MO", 3_600, 30 * 24 * 60, 60)]
    [InlineData("1mo", 3_600, 30 * 24 * 60, 60)]
    public async Task The_won_chart_is_made_of_bars_sized_to_the_range(string timeframe, int seconds, int range, int bar)
    {
        // There are no trades: the short ranges are made of minutes. The bars under way when they were written, or just over, were refused.
        var minutesSince = (int)Math.Ceiling((SystemClock.Instance.GetCurrentInstant() - coins.BarsUntil).TotalMinutes);
        var atLeast = ((range - minutesSince) / bar) - 3;

        var json = (await Ok($"investment/ZZTEST/chart?timeframe={timeframe}")).Has(
            "symbol:s timeframe:s data_points:i price_range:o chart_data:a interval_seconds:i currency:s market_code:s"
        );
        Assert.Equal("KRW-ZZTEST", json.GetProperty("market_code").GetString()); // W5
        Assert.Equal((seconds, "KRW"), (json.GetProperty("interval_seconds").GetInt32(), json.GetProperty("currency").GetString()));
        Assert.Equal(
            (90m, 110m),
            (
                json.GetProperty("price_range").GetProperty("min").GetDecimal(),
                json.GetProperty("price_range").GetProperty("max").GetDecimal()
            )
        );
        var bars = json.GetProperty("chart_data").EnumerateArray().ToList();
        Assert.InRange(bars.Count, atLeast, (range / bar) + 1);
        Assert.Equal(bars.Count, json.GetProperty("data_points").GetInt32());
        Assert.All(bars, b =>
            b.Has("timestamp:t timestamp_ms:i price:n open:n high:n low:n close:n volume:n acc_volume_24h:n? trade_date:s trade_time:s")
        );
        var last = bars[^1];
        Assert.Equal(
            (105m, 105m, 100m, 110m, 90m),
            (Number(last, "price"), Number(last, "close"), Number(last, "open"), Number(last, "high"), Number(last, "low"))
        );
        // Every bar trades its length in hours: a day trades 24 coins, give or take the bar under way.
        Assert.InRange(Number(bars[^2], "acc_volume_24h"), 22.9m, 24m);
        var at = Instant.FromUnixTimeMilliseconds(last.GetProperty("timestamp_ms").GetInt64()).InUtc();
        Assert.Equal(
            (at.ToString("uuuuMMdd", CultureInfo.InvariantCulture), at.ToString("HHmmss", CultureInfo.InvariantCulture)),
            (last.GetProperty("trade_date").GetString(), last.GetProperty("trade_time").GetString())
        );
        Assert.Equal(
            bars.Select(b => b.GetProperty("timestamp_ms").GetInt64()).Order(),
            bars.Select(b => b.GetProperty("timestamp_ms").GetInt64())
        );
    }

    [Theory]
    [InlineData("ZZTEST")]
    [InlineData("ZZBARE")]
    public async Task Concept_has_every_field(string symbol)
    {
        var json = (await Ok("concept/" + symbol)).Has(
            "basic_info:o concept_description:o category_info:o project_links:o key_features:o market_position:o "
                + "educational_content:o faqs:a last_updated:t data_completeness:s"
        );
        json.GetProperty("basic_info")
            .Has("coingecko_id:s symbol:s name:s web_slug:s? market_cap_rank:i? image_thumb:s? image_small:s? image_large:s?");
        json.GetProperty("concept_description")
            .Has("description_original:s? description_summary:s? genesis_date:d? project_age_years:i? country_origin:s?");
        json.GetProperty("category_info").Has("categories_original:a categories_korean:a primary_category:s? category_description:s?");
        json.GetProperty("project_links")
            .Has(
                "homepage_url:s? blockchain_site:s? twitter_screen_name:s? facebook_username:s? telegram_channel_identifier:s? "
                    + "subreddit_url:s? github_repos:a main_github_url:s?"
            );
        json.GetProperty("key_features").Has("consensus_algorithm:s? blockchain_type:s? use_cases:a unique_features:a");
        json.GetProperty("market_position").Has("market_cap_rank:i? rank_description:s? category_rank:s? market_presence:s?");
        json.GetProperty("educational_content")
            .Has("what_is_it:s? how_it_works:s? why_created:s? real_world_usage:a beginner_summary:s? difficulty_level:s?");
        Assert.All(json.GetProperty("faqs").EnumerateArray(), f => f.Has("question:s answer:s category:s"));
    }

    [Fact]
    public async Task Parts_of_the_concept_have_routes_of_their_own()
    {
        var whole = await Ok("concept/ZZTEST");
        var basics = (await Ok("concept/ZZTEST/basic-info")).Has("symbol:s basic_info:o market_position:o");
        Assert.Equal(whole.GetProperty("basic_info").GetRawText(), basics.GetProperty("basic_info").GetRawText());
        Assert.Equal("ZZ Category 2개 중 1위", basics.GetProperty("market_position").GetProperty("category_rank").GetString());
        var categories = (await Ok("concept/ZZTEST/categories")).Has("symbol:s category_info:o");
        Assert.Equal(whole.GetProperty("category_info").GetRawText(), categories.GetProperty("category_info").GetRawText());
    }

    [Theory]
    [InlineData(null, null, "시가총액 3000위입니다.")]
    [InlineData("en", null, "Number 3000 by market value.")]
    [InlineData("ko", "en-US,en;q=0.9", "시가총액 3000위입니다.")]
    [InlineData(null, "en-US,en;q=0.9,ko;q=0.8", "Number 3000 by market value.")]
    [InlineData(null, "de,ko;q=0.8,en;q=0.5", "시가총액 3000위입니다.")]
    [InlineData(null, "de", "시가총액 3000위입니다.")]
    public async Task The_language_is_the_one_asked_for_else_that_of_the_browser(string? lang, string? header, string answer)
    {
        var (status, json, reply) = await Get("concept/ZZTEST" + (lang is null ? "" : "?lang=" + lang), header);
        using (reply)
        {
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains(answer, json.GetProperty("faqs").EnumerateArray().Select(f => f.GetProperty("answer").GetString()));
            Assert.Equal(lang is null, reply.Headers.Vary.Contains("Accept-Language"));
        }
    }

    [Theory]
    [InlineData("ZZTEST")]
    [InlineData("ZZBARE")]
    public async Task Ecosystem_has_every_field_and_its_parts_have_routes_of_their_own(string symbol)
    {
        var json = (await Ok("ecosystem/" + symbol)).Has(
            "basic_info:o development_activity:o community_metrics:o market_position:o comparative_context:o data_transparency:o "
                + "analysis_timestamp:t schema_version:s scores:o"
        );
        json.GetProperty("basic_info")
            .Has("name:s symbol:s description:s? categories:a genesis_date:d? project_age_days:i? official_links:o market_cap_rank:i?");
        var development = json.GetProperty("development_activity")
            .Has("github_metrics:o activity_indicators:o comparison_benchmarks:o interpretation_guide:o");
        development
            .GetProperty("github_metrics")
            .Has("commit_count_4_weeks:i? stars:i? forks:i? total_issues:i? closed_issues:i? issues_resolved_rate_percent:n?");
        development.GetProperty("activity_indicators").Has("commits_per_week:n? last_updated:t");
        development
            .GetProperty("comparison_benchmarks")
            .Has("weekly_commits:o examples:o community_metrics:o")
            .GetProperty("weekly_commits")
            .Has("very_high:s high:s moderate:s low:s");
        var guide = development.GetProperty("interpretation_guide").Has("commits_4w:o issues_resolution:o");
        guide.GetProperty("commits_4w").Has("high_activity:s moderate_activity:s low_activity:s note:s");
        guide.GetProperty("issues_resolution").Has("excellent:s good:s concerning:s note:s");
        var community = json.GetProperty("community_metrics").Has("social_metrics:o platform_presence:o size_references:o");
        community.GetProperty("social_metrics").Has("telegram_users:i? reddit_subscribers:i? twitter_followers:i?");
        community.GetProperty("platform_presence").Has("has_telegram:b has_reddit:b has_twitter:b total_platforms:i");
        community.GetProperty("size_references").Has("telegram:o reddit:o").GetProperty("reddit").Has("small:s medium:s large:s note:s");
        var position = json.GetProperty("market_position").Has("ranking_info:o category_context:o? ranking_interpretation:o");
        position.GetProperty("category_context").Has("category_count:i?"); // W6
        position.GetProperty("ranking_info").Has("current_rank:i? total_cryptocurrencies:i rank_category:s top_percentile:n?");
        position.GetProperty("ranking_interpretation").Has("top_10:s top_50:s top_200:s top_1000:s note:s");
        json.GetProperty("comparative_context")
            .Has("category_peers:a rank_peers:a comparison_metrics:o")
            .GetProperty("comparison_metrics")
            .Has("how_to_compare:a what_numbers_mean:o")
            .GetProperty("what_numbers_mean")
            .Has("github_commits:s community_size:s market_cap_rank:s");
        json.GetProperty("data_transparency")
            .Has("data_availability:o data_sources:a limitations:a how_to_use:a")
            .GetProperty("data_availability")
            .Has("available:a missing:a completeness_percent:n");
        foreach (var score in json.GetProperty("scores").Has("maturity:o innovation:o competition:o").EnumerateObject())
            Assert.All(score.Value.Has("value:n? confidence:n inputs:a").GetProperty("inputs").EnumerateArray(), i =>
                i.Has("name:s value:n? unit:s score:n? weight:n")
            );

        Assert.Equal(
            development.GetRawText(),
            (await Ok($"ecosystem/{symbol}/development")).Has("symbol:s").GetProperty("development_activity").GetRawText()
        );
        Assert.Equal(
            community.GetRawText(),
            (await Ok($"ecosystem/{symbol}/community")).Has("symbol:s").GetProperty("community_health").GetRawText()
        );
        Assert.Equal(
            position.GetRawText(),
            (await Ok($"ecosystem/{symbol}/market")).Has("symbol:s").GetProperty("market_position").GetRawText()
        );
        var summary = (await Ok($"ecosystem/{symbol}/summary")).Has("summary:o next_steps:o");
        summary.GetProperty("summary").Has("project_overview:s key_numbers:o what_stands_out:a areas_to_investigate:a");
        summary.GetProperty("next_steps").Has("for_beginners:a for_analysts:a for_investors:a");
    }

    [Fact]
    public async Task Peers_carry_the_numbers_that_one_compares()
    {
        var peer = (await Ok("ecosystem/ZZTEST"))
            .GetProperty("comparative_context")
            .GetProperty("category_peers")
            .EnumerateArray()
            .Single();
        peer.Has(
            "coingecko_id:s symbol:s name:s market_cap_rank:i market_cap_usd:n commit_count_4_weeks:i stars:i "
                + "reddit_subscribers:i telegram_users:i"
        );
        Assert.Equal(("zz-near", 1), (peer.GetProperty("coingecko_id").GetString(), peer.GetProperty("commit_count_4_weeks").GetInt32()));
    }

    [Theory]
    [InlineData("zzTest", "zz-test")]
    [InlineData("krw-zztest", "zz-test")]
    [InlineData("ZZTWIN", "zz-large")] // of two the larger
    [InlineData("SHIB", "shiba-inu")]
    [InlineData("btc", "bitcoin")] // there is a namesake
    public async Task A_symbol_finds_its_coin_in_any_case(string symbol, string coin) =>
        Assert.Equal(coin, (await Ok($"concept/{symbol}/basic-info/")).GetProperty("basic_info").GetProperty("coingecko_id").GetString());

    [Theory]
    [InlineData("investment/ZZTES")] // part of a symbol finds nothing
    [InlineData("investment/NOSUCH/chart")]
    [InlineData("investment/ZZBARE/chart")] // not on the exchange
    [InlineData("kimchi-premium/NOSUCH")]
    [InlineData("kimchi-premium/NOSUCH/detailed")]
    [InlineData("kimchi-premium/NOSUCH/chart")]
    [InlineData("derivatives/NOSUCH")]
    [InlineData("concept/NOSUCH")]
    [InlineData("concept/NOSUCH/basic-info")]
    [InlineData("concept/NOSUCH/categories")]
    [InlineData("ecosystem/NOSUCH")]
    [InlineData("ecosystem/NOSUCH/development")]
    [InlineData("ecosystem/NOSUCH/community")]
    [InlineData("ecosystem/NOSUCH/market")]
    [InlineData("ecosystem/NOSUCH/summary")]
    public async Task An_unknown_coin_is_not_found(string path)
    {
        var (status, json, answer) = await Get(path);
        answer.Dispose();
        Assert.Equal((HttpStatusCode.NotFound, 404), (status, json.GetProperty("status").GetInt32()));
    }

    [Theory]
    [InlineData("kimchi-premium/ZZTEST/chart?days=0", "days")]
    [InlineData("kimchi-premium/ZZTEST/chart?days=31", "days")]
    [InlineData("kimchi-premium/ZZTEST/chart?days=week", "days")]
    [InlineData("kimchi-premium/ZZTEST/detailed?sort_by=name", "sort_by")]
    [InlineData("kimchi-premium/ZZTEST/detailed?min_volume=-1", "min_volume")]
    [InlineData("kimchi-premium/ZZTEST/detailed?min_volume=much", "min_volume")]
    [InlineData("investment/ZZTEST/chart?timeframe=2D", "timeframe")]
    [InlineData("investment/a%20b", "symbol")]
    [InlineData("derivatives/%3Cscript%3E", "symbol")]
    [InlineData("concept/ZZTEST?lang=fr", "lang")]
    [InlineData("ecosystem/ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF", "symbol")]
    public async Task A_bad_parameter_is_a_problem_that_names_it(string path, string parameter)
    {
        var (status, json, answer) = await Get(path);
        answer.Dispose();
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(json.GetProperty("errors").TryGetProperty(parameter, out _), json.GetRawText());
    }
}
