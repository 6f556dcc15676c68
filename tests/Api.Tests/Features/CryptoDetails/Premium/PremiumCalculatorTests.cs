using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.CryptoDetails;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Premium;

/// <summary>Where the inputs of the premium come from, and which are refused.</summary>
public sealed class PremiumCalculatorTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 11, 24, 10, 0);

    private readonly FakeBoard _board = new();
    private readonly CryptoDetailsOptions _options = new();

    private PremiumCalculator Calculator => new(_board, new FixedOptions<CryptoDetailsOptions>(_options), new FakeClock(s_now));

    private static VenueTicker Ticker(
        string exchange,
        string target,
        decimal last,
        decimal usd,
        decimal volume = 10,
        int minutesOld = 1,
        bool stale = false
    ) =>
        new(
            exchange,
            exchange,
            "BTC",
            target,
            last,
            usd,
            volume,
            volume * usd,
            0.02m,
            s_now - Duration.FromMinutes(minutesOld),
            false,
            stale
        );

    private static CoinTickers Tickers(params VenueTicker[] venues) =>
        new()
        {
            Id = "bitcoin",
            Venues = venues,
            FetchedAt = s_now,
        };

    private static CoinTickers Tether =>
        new()
        {
            Id = "tether",
            Venues = [Ticker("kraken", "USD", 1, 1), Ticker("binance", "EUR", 0.9m, 5)],
            FetchedAt = s_now,
        };

    private UsdKrwRate Rate(FxRate? bank = null) => Calculator.Rate(Tether, bank);

    [Fact]
    public void The_live_board_stands_for_the_exchange_and_the_provider_only_lends_its_spread()
    {
        _board.Put("KRW-USDT", 1_400, 1_000_000, s_now);
        _board.Put("KRW-BTC", 144_200_000, 30_000_000_000, s_now - Duration.FromSeconds(2));
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
        _board.Put("KRW-USDT", 1_400, 1_000_000, s_now);
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
        _board.Put("KRW-USDT", 1_400, 1_000_000, s_now);
        _board.Put("KRW-BTC", 144_200_000, 30_000_000_000, s_now);
        _board.StaleSince = s_now - Duration.FromMinutes(1);
        var premium = Calculator.Of("KRW-BTC", Tickers(Ticker("binance", "USDT", 100_000, 100_000)), Rate());
        Assert.Equal(LeftOutReason.Stale, Assert.Single(premium.Domestic.LeftOut).Reason);
        Assert.Equal(("no_fresh_domestic_price", null, null), (premium.Reason, premium.Rate.UsdKrw, premium.Percent));
    }

    [Fact]
    public void A_quote_older_than_the_setting_does_not_count()
    {
        _options.MaxQuoteAgeMinutes = 3;
        _board.Put("KRW-USDT", 1_400, 1_000_000, s_now);
        _board.Put("KRW-BTC", 140_000_000, 1, s_now);
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
        _options.FxProvider = "coingecko";
        _board.Put("KRW-USDT", 1_428, 1_000_000, s_now);
        var rate = Rate(new FxRate(FxRate.UsdKrw, 1_400, "coingecko", s_now - Duration.FromHours(2)));
        Assert.Equal((1_400m, "coingecko", s_now - Duration.FromHours(2), 1_428m), (rate.UsdKrw, rate.Source, rate.At, rate.KrwUsdt));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(7)]
    public void A_configured_provider_without_a_fresh_rate_gives_null_and_nothing_stands_in(int? hoursOld)
    {
        _options.FxProvider = "coingecko";
        _board.Put("KRW-USDT", 1_428, 1_000_000, s_now);
        _board.Put("KRW-BTC", 142_800_000, 1, s_now);
        var rate = Rate(hoursOld is { } hours ? new FxRate(FxRate.UsdKrw, 1_400, "coingecko", s_now - Duration.FromHours(hours)) : null);
        var premium = Calculator.Of("KRW-BTC", Tickers(Ticker("binance", "USDT", 100_000, 100_000)), rate);
        Assert.Equal(
            (null, "coingecko", "no_fx_rate", null, 0m),
            (rate.UsdKrw, rate.Source, premium.Reason, premium.Percent, premium.UsdtPercent)
        );
    }

    [Fact]
    public void No_tether_price_in_dollars_no_implied_rate()
    {
        _board.Put("KRW-USDT", 1_428, 1_000_000, s_now);
        Assert.Null(Calculator.Rate(null, null).UsdKrw);
        Assert.Null(Calculator.Rate(Tickers(Ticker("kraken", "USD", 1, 1, stale: true)), null).UsdKrw);
    }

    private KimchiPremium Bitcoin(CoinTickers? tickers = null) =>
        Calculator.Of("KRW-BTC", tickers ?? Tickers(Ticker("binance", "USDT", 100_000, 100_000)), Rate());

    private static CryptoQuote Market(Instant tradedAt) =>
        new()
        {
            Market = "KRW-BTC",
            TradePrice = 560_000_000,
            AccTradePrice24h = 30_000_000_000,
            Volume24h = 50,
            Timestamp = s_now.ToUnixTimeMilliseconds(),
            TradeTimestamp = tradedAt.ToUnixTimeMilliseconds(),
        };

    [Fact]
    public void P4_the_age_of_a_price_is_that_of_its_trade_not_of_the_message()
    {
        _board.Put("KRW-USDT", 1_400, 1_000_000, s_now);
        _board.Put(Market(s_now - Duration.FromMinutes(16)));
        Assert.Equal((null, LeftOutReason.TooOld), (Bitcoin().Percent, Bitcoin().Domestic.LeftOut[0].Reason));
        _board.Put(Market(s_now - Duration.FromMinutes(14)));
        Assert.Equal(300m, Bitcoin().Percent);
    }

    [Theory]
    [InlineData(true, "ACTIVE", "NONE", null, 50, LeftOutReason.Suspended)]
    [InlineData(false, "PREVIEW", "NONE", null, 50, LeftOutReason.Suspended)]
    [InlineData(false, "DELISTED", "NONE", null, 50, LeftOutReason.Suspended)]
    [InlineData(false, "ACTIVE", "CAUTION", null, 50, LeftOutReason.Warned)]
    [InlineData(false, "ACTIVE", "NONE", "20261201", 50, LeftOutReason.Warned)]
    [InlineData(false, "ACTIVE", "NONE", null, 0, LeftOutReason.NotTraded)]
    public void P4_a_market_that_is_not_traded_as_usual_makes_no_premium(
        bool suspended,
        string state,
        string warning,
        string? delisting,
        int volume,
        LeftOutReason reason
    )
    {
        _board.Put("KRW-USDT", 1_400, 1_000_000, s_now);
        _board.Put(
            Market(s_now) with
            {
                IsTradingSuspended = suspended,
                MarketState = state,
                MarketWarning = warning,
                DelistingDate = delisting,
                Volume24h = volume,
            }
        );
        var premium = Bitcoin();
        Assert.Equal(
            (null, "no_fresh_domestic_price", reason),
            (premium.Percent, premium.Reason, Assert.Single(premium.Domestic.LeftOut).Reason)
        );
    }

    [Fact]
    public void P4_the_row_of_the_provider_does_not_stand_in_for_a_suspended_market_and_the_other_exchange_does()
    {
        _board.Put("KRW-USDT", 1_400, 1_000_000, s_now);
        _board.Put(Market(s_now) with { IsTradingSuspended = true });
        var premium = Bitcoin(
            Tickers(
                Ticker("bithumb", "KRW", 560_000_000, 400_000),
                Ticker("upbit", "KRW", 142_800_000, 102_000),
                Ticker("binance", "USDT", 100_000, 100_000)
            )
        );
        Assert.Equal((2m, "upbit"), (premium.Percent, Assert.Single(premium.Domestic.Used).ExchangeId));
    }

    [Fact]
    public void P4_a_venue_of_the_lowest_trust_is_left_out()
    {
        _board.Put("KRW-USDT", 1_400, 1_000_000, s_now);
        _board.Put("KRW-BTC", 142_800_000, 1, s_now);
        var premium = Bitcoin(
            Tickers(
                Ticker("binance", "USDT", 100_000, 100_000) with
                {
                    TrustScore = "green",
                },
                Ticker("gate", "USDT", 100_500, 100_500) with
                {
                    TrustScore = "red",
                }
            )
        );
        Assert.Equal((100_000m, LeftOutReason.Untrusted), (premium.GlobalUsd, Assert.Single(premium.Global.LeftOut).Reason));
    }

    [Fact]
    public void N13_prices_against_tether_become_dollars_at_the_rate_of_tether()
    {
        _board.Put("KRW-USDT", 1_400, 1_000_000, s_now);
        _board.Put("KRW-BTC", 140_000_000, 1, s_now);
        var rate = Calculator.Rate(
            new CoinTickers
            {
                Id = "tether",
                Venues = [Ticker("kraken", "USD", 0.98m, 0.98m)],
                FetchedAt = s_now,
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
        _options.FxProvider = "coingecko";
        _board.Put("KRW-BTC", 140_000_000, 1, s_now);
        var rate = Calculator.Rate(null, new FxRate(FxRate.UsdKrw, 1_400, "coingecko", s_now));
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
        _board.Put("KRW-USDT", 1_400, 1_000_000, s_now);
        _board.Put("KRW-BTC", 140_000_000, 1, s_now);
        var premium = Calculator.Of("KRW-BTC", Tickers(Ticker("gate", "USDT", 400_000, 400_000)), Rate(), listedUsd: 100_000);
        Assert.Equal((null, LeftOutReason.Outlier), (premium.GlobalUsd, Assert.Single(premium.Global.LeftOut).Reason));
    }

    [Fact]
    public void N9_the_answer_names_every_exchange_that_the_price_is_made_of()
    {
        _board.Put("KRW-USDT", 1_400, 1_000_000, s_now);
        _board.Put("KRW-BTC", 144_200_000, 30_000_000_000, s_now);
        var premium = Bitcoin(
            Tickers(
                Ticker("upbit", "KRW", 142_800_000, 102_000, volume: 350),
                Ticker("binance", "USDT", 100_000, 100_000),
                Ticker("kraken", "USD", 100_000, 100_000, volume: 1)
            )
        );
        var answer = PremiumAnswer.Of(new PremiumNow(premium, null, s_now), _options);
        Assert.Equal(("upbit, bithumb", 2, 2), (answer.KoreanExchange, answer.KoreanExchangeCount, answer.GlobalExchangeCount));
        Assert.Equal(["upbit", "bithumb"], answer.KoreanExchanges);
        Assert.Equal(["binance", "kraken"], answer.GlobalExchanges);
        Assert.Equal("measured", answer.Inputs.UsdtConversion);
    }
}
