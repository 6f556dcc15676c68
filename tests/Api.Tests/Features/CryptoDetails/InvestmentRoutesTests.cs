using System.Globalization;
using System.Text.Json;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>Derivatives, the investment page and its chart on the wire.</summary>
public sealed class InvestmentRoutesTests(SeededCoins coins) : CryptoDetailsRoutesTestBase(coins)
{
    private const string DerivativeFields =
        "avg_funding_rate:s? positive_funding_count:i? negative_funding_count:i? funding_rate_interpretation:s? "
        + "market_sentiment:s? total_open_interest:s? open_interest_rank:i? "
        + "volume_24h_usd:s? institutional_interest:s? market_maturity:s? oi_weighted_funding_rate:n? median_basis:n? batch_at:t?";

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
        var minutesSince = (int)Math.Ceiling((SystemClock.Instance.GetCurrentInstant() - Coins.BarsUntil).TotalMinutes);
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
        // Every bar trades its length in hours: a day trades 24 Coins, give or take the bar under way.
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
}
