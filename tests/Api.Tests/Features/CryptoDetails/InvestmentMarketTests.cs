using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Investment;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>Supply, market value and context, by hand; what is missing stays missing.</summary>
public sealed class InvestmentMarketTests
{
    [Theory]
    [InlineData(96, "매우 높음")]
    [InlineData(95, "높음")]
    [InlineData(80, "보통")]
    [InlineData(50, "낮음")]
    public void Scarcity_follows_the_share_that_is_issued(int circulating, string label)
    {
        var supply = SupplyData.Of(Sample.Coin(Sample.Listing() with { CirculatingSupply = circulating, MaxSupply = 100 }));
        Assert.Equal(
            (circulating.ToString(System.Globalization.CultureInfo.InvariantCulture), label),
            (supply.CirculatingSupplyPercentage, supply.ScarcityScore)
        );
    }

    [Fact]
    public void No_maximum_is_unlimited_only_when_the_provider_says_so()
    {
        var listing = Sample.Listing() with { MaxSupply = null };
        Assert.Equal((null, "무제한 공급"), Scarcity(Sample.Details() with { MaxSupplyInfinite = true }));
        Assert.Equal((null, null), Scarcity(Sample.Details()));

        (string?, string?) Scarcity(CoinDetails details) =>
            SupplyData.Of(Sample.Coin(listing, details)) is var s ? (s.CirculatingSupplyPercentage, s.ScarcityScore) : default;
    }

    private static KimchiPremium World(decimal price, Instant at) =>
        new(
            WeightedPrice.Of([], at, Duration.FromMinutes(1)),
            WeightedPrice.Of([new VenueQuote("binance", "Binance", "SMP/USD", price, 1, null, at)], at, Duration.FromMinutes(1)),
            UsdKrwRate.OfTether(null, null, null, null)
        );

    [Fact]
    public void N4_market_value_and_distances_follow_from_the_price_and_supply_shown()
    {
        var at = Sample.Now + Duration.FromHours(2);
        var coin = Sample.Coin(
            Sample.Listing() with
            {
                AthUsd = 150,
                AtlUsd = 10,
                AthChange = -33.3m,
                AtlChange = 900,
                UpdatedAt = Sample.Now,
            }
        );
        var data = MarketData.Of(coin, World(102.7m, at));
        // 102.7 x 20 million, not the list's 2 billion of two hours ago.
        Assert.Equal(("102.7", 2_054_000_000L), (data.CurrentPriceUsd, data.MarketCapUsd));
        Assert.Equal(("-31.53333", "927"), (data.AthChangePercentage, data.AtlChangePercentage));
        Assert.Equal((at, Sample.Now), (data.AsOf, data.UpdatedAt));
        Assert.Equal(Sample.Now, SupplyData.Of(coin).AsOf);
        // 2.054 of 80 billion.
        Assert.Equal("2.57", GlobalContext.Of(coin, Market(0), data.MarketCapUsd).MarketSharePercentage);
    }

    [Fact]
    public void N4_a_price_beyond_the_extremes_of_the_list_is_the_new_extreme()
    {
        var at = Sample.Now + Duration.FromHours(2);
        var coin = Sample.Coin(Sample.Listing() with { AthUsd = 150, AtlUsd = 120, AthAt = Sample.Now, AtlAt = Sample.Now });
        var high = MarketData.Of(coin, World(160, at));
        Assert.Equal(("160", "0", at), (high.AthUsd, high.AthChangePercentage, high.AthDate));
        var low = MarketData.Of(coin, World(119, at));
        Assert.Equal(("119", "0", at), (low.AtlUsd, low.AtlChangePercentage, low.AtlDate));
    }

    [Fact]
    public void N8_without_a_supply_or_a_price_the_market_value_is_the_lists_or_null_never_zero()
    {
        var none = new KimchiPremium(
            WeightedPrice.Of([], Sample.Now, Duration.Zero),
            WeightedPrice.Of([], Sample.Now, Duration.Zero),
            UsdKrwRate.OfTether(null, null, null, null)
        );
        Assert.Equal(2_000_000_000L, MarketData.Of(Sample.Coin(Sample.Listing() with { CirculatingSupply = null }), none).MarketCapUsd);
        var bare = MarketData.Of(Sample.Bare(), none);
        Assert.Equal((null, null, null), (bare.CurrentPriceUsd, bare.MarketCapUsd, bare.TotalVolumeUsd));
    }

    [Fact]
    public void Realized_volatility_is_that_of_daily_log_returns_over_a_year()
    {
        // Returns of +1 % and -1 % (log) in turn: 20 of them, mean 0, variance 20 x 0.0001 / 19.
        var closes = Enumerable.Range(0, 21).Select(i => i % 2 == 0 ? 100m : (decimal)(100 * Math.Exp(0.01))).ToList();
        Assert.Equal(Math.Round((decimal)(Math.Sqrt(20 * 0.0001 / 19 * 365) * 100), 2), RiskAnalysis.RealizedVolatility(closes));
        Assert.Equal(19.60m, RiskAnalysis.RealizedVolatility(closes));
        Assert.Null(RiskAnalysis.RealizedVolatility(closes[..20]));
    }

    [Theory]
    [InlineData(2.1, "bullish")]
    [InlineData(2, "neutral")]
    [InlineData(-2, "neutral")]
    [InlineData(-2.1, "bearish")]
    public void The_market_is_bullish_or_bearish_beyond_two_percent(double change, string status) =>
        Assert.Equal(status, GlobalContext.Of(Sample.Coin(), Market((decimal)change)).MarketStatus);

    [Fact]
    public void Context_is_share_difference_and_change_against_a_week_ago()
    {
        var context = GlobalContext.Of(Sample.Coin(), Market(-1.5m));
        // 2 of 80 billion; -4 - (-1.5); 58.5 - 57.1
        Assert.Equal(
            ("2.5", "-2.5", "1.4", "58.5", "9.1"),
            (
                context.MarketSharePercentage,
                context.VsMarketPerformance,
                context.DominanceChange7d,
                context.BtcDominance,
                context.EthDominance
            )
        );

        var young = GlobalContext.Of(Sample.Coin(), Market(0) with { WeekAgo = null });
        Assert.Null(young.DominanceChange7d);
        var unknown = GlobalContext.Of(Sample.Coin(), new HeldMarket(null, null));
        Assert.Equal(
            (null, null, null, null, null),
            (
                unknown.MarketStatus,
                unknown.MarketSharePercentage,
                unknown.VsMarketPerformance,
                unknown.TotalMarketCapUsd,
                unknown.ActiveCryptocurrencies
            )
        );
    }

    private static HeldMarket Market(decimal change)
    {
        GlobalSnapshot Snapshot(decimal btc, Instant at) =>
            new()
            {
                Id = "x",
                TotalMarketCapUsd = 80_000_000_000,
                MarketCapChange24h = change,
                Dominance = new Dictionary<string, decimal> { ["btc"] = btc, ["eth"] = 9.1m },
                FetchedAt = at,
            };
        return new HeldMarket(Snapshot(58.5m, Sample.Now), Snapshot(57.1m, Sample.Now - Duration.FromDays(7)));
    }
}
