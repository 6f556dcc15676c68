using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Premium;

/// <summary>Prices against tether, and the exchanges that an answer names.</summary>
public sealed class PremiumTetherTests : PremiumCalculatorTestBase
{
    [Fact]
    public void N13_prices_against_tether_become_dollars_at_the_rate_of_tether()
    {
        Board.Put("KRW-USDT", 1_400, 1_000_000, Now);
        Board.Put("KRW-BTC", 140_000_000, 1, Now);
        var rate = Calculator.Rate(
            new CoinTickers
            {
                Id = "tether",
                Venues = [Ticker("kraken", "USD", 0.98m, 0.98m)],
                FetchedAt = Now,
            },
            null
        );
        // 100,000 USDT are 98,000 USD, whatever the provider's conversion says.
        var premium = Calculator.Of(
            "KRW-BTC",
            Tickers(Ticker("binance", "USDT", 100_000, 100_000), Ticker("kraken", "USD", 98_000, 98_000)),
            rate
        );
        Assert.Equal(98_000m, premium.GlobalUsd);
        Assert.Empty(premium.Global.LeftOut);
    }

    [Fact]
    public void N13_without_any_rate_of_tether_its_prices_are_no_dollars()
    {
        Options.FxProvider = "coingecko";
        Board.Put("KRW-BTC", 140_000_000, 1, Now);
        var rate = Calculator.Rate(null, new FxRate(FxRate.UsdKrw, 1_400, "coingecko", Now));
        var premium = Calculator.Of(
            "KRW-BTC",
            Tickers(Ticker("binance", "USDT", 100_000, 0) with { PriceUsd = null }, Ticker("kraken", "USD", 98_000, 98_000)),
            rate
        );
        Assert.Equal((98_000m, LeftOutReason.NoUsdtRate), (premium.GlobalUsd, Assert.Single(premium.Global.LeftOut).Reason));
    }

    [Fact]
    public void N13_a_single_venue_far_from_the_price_on_the_list_is_left_out()
    {
        Board.Put("KRW-USDT", 1_400, 1_000_000, Now);
        Board.Put("KRW-BTC", 140_000_000, 1, Now);
        var premium = Calculator.Of("KRW-BTC", Tickers(Ticker("gate", "USDT", 400_000, 400_000)), Rate(), listedUsd: 100_000);
        Assert.Equal((null, LeftOutReason.Outlier), (premium.GlobalUsd, Assert.Single(premium.Global.LeftOut).Reason));
    }

    [Fact]
    public void N9_the_answer_names_every_exchange_that_the_price_is_made_of()
    {
        Board.Put("KRW-USDT", 1_400, 1_000_000, Now);
        Board.Put("KRW-BTC", 144_200_000, 30_000_000_000, Now);
        var premium = Bitcoin(
            Tickers(
                Ticker("upbit", "KRW", 142_800_000, 102_000, volume: 350),
                Ticker("binance", "USDT", 100_000, 100_000),
                Ticker("kraken", "USD", 100_000, 100_000, volume: 1)
            )
        );
        var answer = PremiumAnswer.Of(new PremiumNow(premium, null, Now), Options);
        Assert.Equal(("upbit, bithumb", 2, 2), (answer.KoreanExchange, answer.KoreanExchangeCount, answer.GlobalExchangeCount));
        Assert.Equal(["upbit", "bithumb"], answer.KoreanExchanges);
        Assert.Equal(["binance", "kraken"], answer.GlobalExchanges);
        Assert.Equal("measured", answer.Inputs.UsdtConversion);
    }
}
