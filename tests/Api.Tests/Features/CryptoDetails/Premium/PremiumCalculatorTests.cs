using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Premium;

/// <summary>Where the inputs of the premium come from, and which are refused.</summary>
public sealed class PremiumCalculatorTests : PremiumCalculatorTestBase
{
    [Fact]
    public void The_live_board_stands_for_the_exchange_and_the_provider_only_lends_its_spread()
    {
        Board.Put("KRW-USDT", 1_400, 1_000_000, Now);
        Board.Put("KRW-BTC", 144_200_000, 30_000_000_000, Now - Duration.FromSeconds(2));
        var premium = Calculator.Of(
            "KRW-BTC",
            Tickers(
                Ticker("bithumb", "KRW", 100_000_000, 70_000) with
                {
                    SpreadPercent = 0.07m,
                },
                Ticker("upbit", "KRW", 142_800_000, 101_000, volume: 350.140056m),
                Ticker("binance", "USDT", 100_000, 100_000),
                Ticker("kraken", "EUR", 90_000, 100_500)
            ),
            Rate()
        );
        // Bithumb trades 30 billion KRW, Upbit 350.140056 coins of 142,800,000 KRW: 50 billion.
        Assert.Equal(["upbit", "bithumb"], premium.Domestic.Used.Select(q => q.ExchangeId));
        Assert.Equal((144_200_000m, 0.07m), (premium.Domestic.Used[1].Price, premium.Domestic.Used[1].SpreadPercent));
        Assert.Equal(
            Math.Round(((144_200_000m * 30_000_000_000m) + (142_800_000m * 49_999_999_996.8m)) / 79_999_999_996.8m, 8),
            premium.PriceKrw
        );
        Assert.Equal(["binance"], premium.Global.Used.Select(q => q.ExchangeId)); // EUR is no pair of the premium
        Assert.Equal(1_400m, premium.Rate.UsdKrw);
    }

    [Fact]
    public void Without_a_price_on_the_board_the_providers_row_of_the_exchange_stands_in()
    {
        Board.Put("KRW-USDT", 1_400, 1_000_000, Now);
        var premium = Calculator.Of(
            "KRW-BTC",
            Tickers(Ticker("bithumb", "KRW", 140_000_000, 100_000), Ticker("binance", "USDT", 100_000, 100_000)),
            Rate()
        );
        Assert.Equal((140_000_000m, 0m), (premium.PriceKrw, premium.Percent));
    }

    [Fact]
    public void A_feed_that_is_gone_is_stale_and_so_is_its_rate()
    {
        Board.Put("KRW-USDT", 1_400, 1_000_000, Now);
        Board.Put("KRW-BTC", 144_200_000, 30_000_000_000, Now);
        Board.StaleSince = Now - Duration.FromMinutes(1);
        var premium = Calculator.Of("KRW-BTC", Tickers(Ticker("binance", "USDT", 100_000, 100_000)), Rate());
        Assert.Equal(LeftOutReason.Stale, Assert.Single(premium.Domestic.LeftOut).Reason);
        Assert.Equal(("no_fresh_domestic_price", null, null), (premium.Reason, premium.Rate.UsdKrw, premium.Percent));
    }

    [Fact]
    public void A_quote_older_than_the_setting_does_not_count()
    {
        Options.MaxQuoteAgeMinutes = 3;
        Board.Put("KRW-USDT", 1_400, 1_000_000, Now);
        Board.Put("KRW-BTC", 140_000_000, 1, Now);
        var premium = Calculator.Of(
            "KRW-BTC",
            Tickers(Ticker("binance", "USDT", 100_000, 100_000, minutesOld: 4), Ticker("kraken", "USD", 101_000, 101_000, minutesOld: 3)),
            Rate()
        );
        Assert.Equal((101_000m, 1), (premium.GlobalUsd, premium.Global.LeftOut.Count(q => q.Reason == LeftOutReason.TooOld)));
    }

    [Fact]
    public void A_configured_provider_wins_and_says_where_the_rate_is_from()
    {
        Options.FxProvider = "coingecko";
        Board.Put("KRW-USDT", 1_428, 1_000_000, Now);
        var rate = Rate(new FxRate(FxRate.UsdKrw, 1_400, "coingecko", Now - Duration.FromHours(2)));
        Assert.Equal((1_400m, "coingecko", Now - Duration.FromHours(2), 1_428m), (rate.UsdKrw, rate.Source, rate.At, rate.KrwUsdt));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(7)]
    public void A_configured_provider_without_a_fresh_rate_gives_null_and_nothing_stands_in(int? hoursOld)
    {
        Options.FxProvider = "coingecko";
        Board.Put("KRW-USDT", 1_428, 1_000_000, Now);
        Board.Put("KRW-BTC", 142_800_000, 1, Now);
        var rate = Rate(hoursOld is { } hours ? new FxRate(FxRate.UsdKrw, 1_400, "coingecko", Now - Duration.FromHours(hours)) : null);
        var premium = Calculator.Of("KRW-BTC", Tickers(Ticker("binance", "USDT", 100_000, 100_000)), rate);
        Assert.Equal(
            (null, "coingecko", "no_fx_rate", null, 0m),
            (rate.UsdKrw, rate.Source, premium.Reason, premium.Percent, premium.UsdtPercent)
        );
    }

    [Fact]
    public void No_tether_price_in_dollars_no_implied_rate()
    {
        Board.Put("KRW-USDT", 1_428, 1_000_000, Now);
        Assert.Null(Calculator.Rate(null, null).UsdKrw);
        Assert.Null(Calculator.Rate(Tickers(Ticker("kraken", "USD", 1, 1, stale: true)), null).UsdKrw);
    }
}
