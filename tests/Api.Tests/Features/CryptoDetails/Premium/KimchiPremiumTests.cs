using CsCheck;
using InvestmentAssistant.Api.Features.CryptoDetails;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Premium;

/// <summary>The premium and what is left of it, by hand.</summary>
public sealed class KimchiPremiumTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 11, 24, 10, 0);

    private static WeightedPrice Price(decimal price, decimal volume, decimal? spread = null) =>
        WeightedPrice.Of([new VenueQuote("venue", "Venue", "BTC/X", price, volume, spread, s_now)], s_now, Duration.FromMinutes(1));

    private static WeightedPrice None => WeightedPrice.Of([], s_now, Duration.FromMinutes(1));

    private static WeightedPrice OnlyOld =>
        WeightedPrice.Of(
            [new VenueQuote("venue", "Venue", "BTC/X", 1, 1, null, s_now)],
            s_now + Duration.FromHours(1),
            Duration.FromMinutes(1)
        );

    [Fact]
    public void The_implied_rate_is_the_won_price_of_a_tether_divided_by_its_dollar_price()
    {
        var rate = UsdKrwRate.OfTether(1_398.6m, s_now, 0.999m, s_now - Duration.FromMinutes(2));
        Assert.Equal((1_400m, "implied", s_now - Duration.FromMinutes(2)), (rate.UsdKrw, rate.Source, rate.At));
    }

    [Fact]
    public void The_premium_is_the_domestic_price_at_the_rate_against_the_world_price()
    {
        // 144,200,000 / 1,400 = 103,000 against 100,000.
        var premium = new KimchiPremium(
            Price(144_200_000, 7_000_000_000),
            Price(100_000, 50_000_000),
            UsdKrwRate.OfTether(1_400, s_now, 1, s_now)
        );
        Assert.Equal((103_000m, 100_000m, 3_000m, 3m), (premium.PriceUsd, premium.GlobalUsd, premium.DifferenceUsd, premium.Percent));
        Assert.Equal((5_000_000m, 50_000_000m), (premium.DomesticVolumeUsd, premium.GlobalVolumeUsd));
        Assert.Null(premium.Reason);
    }

    [Fact]
    public void Against_a_bank_rate_and_against_tether_the_premium_differs_by_what_tether_costs_more()
    {
        var rate = UsdKrwRate.OfTether(1_428, s_now, 1, s_now).WithProvider("coingecko", 1_400, s_now);
        var premium = new KimchiPremium(Price(144_200_000, 1), Price(100_000, 1), rate);
        Assert.Equal(3m, premium.Percent);
        // 144,200,000 / 1,428 = 100,980.392 against 100,000.
        Assert.Equal(0.98m, premium.UsdtPercent);
        Assert.Equal("coingecko", premium.Rate.Source);
    }

    [Fact]
    public void A_discount_is_negative_and_rounded_half_away_from_zero()
    {
        var premium = new KimchiPremium(Price(99_999.5m, 1), Price(100_000, 1), UsdKrwRate.OfTether(1, s_now, 1, s_now));
        Assert.Equal((-0.001m, -0.5m), (premium.Percent, premium.DifferenceUsd));
    }

    [Fact]
    public void Without_the_rate_there_is_no_premium_in_dollars_and_none_is_made_up()
    {
        var rate = UsdKrwRate.OfTether(1_428, s_now, 1, s_now).WithProvider("coingecko", null, null);
        var premium = new KimchiPremium(Price(144_200_000, 1), Price(100_000, 1), rate);
        Assert.Equal(
            (null, null, null, null, "no_fx_rate"),
            (premium.Percent, premium.PriceUsd, premium.DifferenceUsd, premium.DomesticVolumeUsd, premium.Reason)
        );
        Assert.Equal((144_200_000m, 0.98m), (premium.PriceKrw, premium.UsdtPercent)); // what needs no rate is there
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(1_400, null)]
    public void An_implied_rate_needs_both_of_its_prices(int? krwUsdt, int? usdtUsd)
    {
        var premium = new KimchiPremium(Price(144_200_000, 1), Price(100_000, 1), UsdKrwRate.OfTether(krwUsdt, s_now, usdtUsd, s_now));
        Assert.Equal((null, null, "no_fx_rate"), (premium.Percent, premium.UsdtPercent, premium.Reason));
    }

    [Fact]
    public void The_reason_names_the_side_that_is_missing()
    {
        var rate = UsdKrwRate.OfTether(1_400, s_now, 1, s_now);
        Assert.Equal("not_traded_on_domestic_exchanges", new KimchiPremium(None, Price(1, 1), rate).Reason);
        Assert.Equal("no_fresh_domestic_price", new KimchiPremium(OnlyOld, Price(1, 1), rate).Reason);
        Assert.Equal("no_fresh_global_price", new KimchiPremium(Price(1, 1), OnlyOld, rate).Reason);
        Assert.Equal("no_fresh_global_price", new KimchiPremium(Price(1, 1), None, rate).Reason);
    }

    [Fact]
    public void Arbitrage_is_what_is_left_after_fees_transfer_and_half_of_both_spreads()
    {
        var premium = new KimchiPremium(
            Price(144_200_000, 1, spread: 0.06m),
            Price(100_000, 1, spread: 0.02m),
            UsdKrwRate.OfTether(1_400, s_now, 1, s_now)
        );
        var left = Arbitrage.Of(
            premium,
            new TransferCosts
            {
                DomesticFeePercent = 0.25m,
                GlobalFeePercent = 0.1m,
                TransferPercent = 0.11m,
            }
        )!;
        // 0.25 + 0.10 + 0.11 + (0.06 + 0.02) / 2 = 0.5 % of 100,000; 3 - 0.5 = 2.5 % net.
        Assert.Equal(
            (0.5m, 0.04m, 500m, 2_500m, "HIGH"),
            (left.CostPercent, left.SpreadPercent, left.CostUsd, left.NetUsd, left.Opportunity)
        );
    }

    [Theory]
    [InlineData(102.5, "HIGH")]
    [InlineData(102.49, "MEDIUM")]
    [InlineData(101, "MEDIUM")]
    [InlineData(100.99, "LOW")]
    [InlineData(100.5, "NONE")]
    [InlineData(99.4, "LOW")] // a discount can be used the other way round
    public void The_label_follows_the_net_percentage(double domestic, string label)
    {
        var premium = new KimchiPremium(
            Price((decimal)domestic, 1, spread: 0),
            Price(100, 1, spread: 0),
            UsdKrwRate.OfTether(1, s_now, 1, s_now)
        );
        Assert.Equal(
            label,
            Arbitrage
                .Of(
                    premium,
                    new TransferCosts
                    {
                        DomesticFeePercent = 0.3m,
                        GlobalFeePercent = 0.1m,
                        TransferPercent = 0.1m,
                    }
                )!
                .Opportunity
        );
    }

    [Fact]
    public void Without_a_measured_spread_arbitrage_is_null() =>
        Assert.Null(
            Arbitrage.Of(
                new KimchiPremium(Price(110, 1), Price(100, 1, spread: 0.1m), UsdKrwRate.OfTether(1, s_now, 1, s_now)),
                new TransferCosts()
            )
        );

    private static readonly Gen<decimal> s_positive = Gen.Double[0.001, 1_000_000].Select(d => Math.Round((decimal)d, 6)).Where(d => d > 0);

    [Fact]
    public void The_premium_follows_from_the_terms_and_the_other_way_round() =>
        Gen.Select(s_positive, s_positive, Gen.Double[500, 3_000], Gen.Double[0.9, 1.1])
            .Sample(
                (krw, usd, won, tether) =>
                {
                    var rate = UsdKrwRate.OfTether((decimal)won, s_now, (decimal)tether, s_now);
                    var premium = new KimchiPremium(Price(krw, 1), Price(usd, 1), rate);
                    // While the rate is implied, the premium against USD and the one against USDT are one number.
                    Assert.InRange(premium.Percent!.Value - premium.UsdtPercent!.Value, -0.001m, 0.001m);
                    Assert.True(premium.Percent >= -100);
                    Assert.Equal(
                        Math.Sign(premium.DifferenceUsd!.Value),
                        Math.Sign(Math.Round((krw / rate.UsdKrw!.Value) - usd, 8, MidpointRounding.AwayFromZero))
                    );
                    var back = usd * (1 + (premium.Percent.Value / 100)) * rate.UsdKrw.Value;
                    Assert.InRange(back - krw, -0.00002m * usd * rate.UsdKrw.Value, 0.00002m * usd * rate.UsdKrw.Value);
                }
            );

    [Fact]
    public void A_premium_does_not_depend_on_the_unit_of_the_coin() =>
        Gen.Select(s_positive, s_positive, Gen.Int[2, 1_000])
            .Sample(
                (krw, usd, times) =>
                {
                    var rate = UsdKrwRate.OfTether(1_400, s_now, 1, s_now);
                    var (one, other) = (
                        new KimchiPremium(Price(krw, 1), Price(usd, 1), rate),
                        new KimchiPremium(Price(krw * times, 1), Price(usd * times, 1), rate)
                    );
                    Assert.InRange(one.Percent!.Value - other.Percent!.Value, -0.001m, 0.001m);
                }
            );

    [Fact]
    public void A_higher_premium_never_leaves_less_after_the_same_costs() =>
        Gen.Select(Gen.Double[0, 20], Gen.Double[0, 20])
            .Sample(
                (one, other) =>
                {
                    Arbitrage Of(double percent) =>
                        Arbitrage.Of(
                            new KimchiPremium(
                                Price(100 * (1 + ((decimal)percent / 100)), 1, spread: 0.1m),
                                Price(100, 1, spread: 0.1m),
                                UsdKrwRate.OfTether(1, s_now, 1, s_now)
                            ),
                            new TransferCosts()
                        )!;
                    Assert.True(one > other ? Of(one).NetUsd >= Of(other).NetUsd : Of(one).NetUsd <= Of(other).NetUsd);
                }
            );
}
