using CsCheck;
using InvestmentAssistant.Api.Features.CryptoDetails.Derivatives;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Investment;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>Supply, risk, opportunity, portfolio and context, by hand; what is missing stays missing.</summary>
public sealed class InvestmentPartsTests
{
    private static readonly DerivativesSummary s_noDerivatives = DerivativesSummary.Of(null, null, null, Sample.Now);

    private static RiskAnalysis Risk(CoinListing listing) => RiskAnalysis.Of(Sample.Coin(listing), 0.02m, null);

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

    [Theory]
    [InlineData(10.1, 999_999, 101, 8, "높음")] // 3 + 2 + 3
    [InlineData(-10.1, 999_999, 1, 5, "높음")]
    [InlineData(10, 10_000_000, 101, 5, "높음")] // 2 + 0 + 3
    [InlineData(3, 9_999_999, 1, 3, "보통")]
    [InlineData(2.9, 10_000_000, 101, 3, "보통")]
    [InlineData(0, 10_000_000, 100, 2, "보통")]
    [InlineData(0, 10_000_000, 50, 1, "낮음")]
    [InlineData(0, 10_000_000, 10, 0, "낮음")]
    public void Risk_adds_up_points_of_volatility_liquidity_and_position(double change, int volume, int rank, int points, string label)
    {
        var risk = Risk(Sample.Listing(rank: rank) with { Change24h = (decimal)change, VolumeUsd = volume });
        Assert.Equal(
            (points, 12, 0.83m, label),
            (risk.OverallRiskDetail.Points, risk.OverallRiskDetail.MaxPoints, risk.OverallRiskDetail.Confidence, risk.OverallRiskScore)
        ); // no age
    }

    [Fact]
    public void Labels_of_risk_have_their_mirrors()
    {
        var risk = Risk(Sample.Listing(rank: 51) with { Change24h = -4, VolumeUsd = 500_000 });
        Assert.Equal(("4", "8", "16", "보통"), (risk.Volatility24h, risk.Volatility7d, risk.Volatility30d, risk.VolatilityRisk));
        Assert.Equal(
            ("높음", "낮음", "보통", "보통", "0.02"),
            (risk.LiquidityRisk, risk.VolumeStability, risk.MarketPositionRisk, risk.RankStability, risk.BidAskSpread)
        );
    }

    [Fact]
    public void A_missing_input_gives_null_and_lowers_the_confidence()
    {
        var risk = Risk(Sample.Listing() with { Change24h = null });
        Assert.Equal((null, null, null), (risk.Volatility24h, risk.VolatilityRisk, risk.OverallRiskScore));
        Assert.Equal((0.58m, null), (risk.OverallRiskDetail.Confidence, risk.OverallRiskDetail.Inputs[0].Points)); // 7 of 12

        var bare = RiskAnalysis.Of(Sample.Bare(), null, null);
        Assert.Equal(
            (0m, null, null, null, null),
            (bare.OverallRiskDetail.Confidence, bare.OverallRiskScore, bare.LiquidityRisk, bare.VolumeStability, bare.RankStability)
        );
        var guidance = PortfolioGuidance.Of(bare, null);
        Assert.Equal(
            (null, null, null, null),
            (guidance.ConservativeAllocation, guidance.ModerateAllocation, guidance.AggressiveAllocation, guidance.TimeHorizon)
        );
        Assert.Equal(["정기 적립 투자 (DCA)"], guidance.InvestmentStrategies);
    }

    [Fact]
    public void N6_a_meme_coin_at_minus_eight_percent_is_no_low_risk()
    {
        var pepe = Sample.Listing("pepe", "PEPE", 30) with { Change24h = -8, VolumeUsd = 600_000_000, Change30d = -25 };
        var risk = RiskAnalysis.Of(Sample.Coin(pepe), 0.02m, 110m, null, new LocalDate(2026, 11, 24));
        // 2 for the day, 1 for the rank, 2 for the month.
        Assert.Equal(("높음", 5), (risk.OverallRiskScore, risk.OverallRiskDetail.Points));
        Assert.Equal("10-25%", PortfolioGuidance.Of(risk, 30).AggressiveAllocation);
        // Even with nothing else known the day and the rank are enough for more than low.
        Assert.Equal("보통", RiskAnalysis.Of(Sample.Coin(pepe with { Change30d = null }), null, null).OverallRiskScore);
    }

    [Theory]
    [InlineData("suspended")]
    [InlineData("warned")]
    [InlineData("not_traded")]
    public void N6_a_warning_of_the_exchange_is_high_risk_with_any_figures(string warning)
    {
        var risk = RiskAnalysis.Of(Sample.Coin(Sample.Listing() with { Change24h = 0 }), null, null, warning);
        Assert.Equal(("높음", warning), (risk.OverallRiskScore, risk.ExchangeWarning));
        Assert.Equal("높음", RiskAnalysis.Of(Sample.Bare(), null, null, warning).OverallRiskScore);
    }

    private static readonly string[] s_grades = ["낮음", "보통", "높음"];

    private static readonly Gen<(double Day, double Year, double Volume, int Rank, int Age)> s_figures = Gen.Select(
        Gen.Double[0, 40],
        Gen.Double[0, 250],
        Gen.Double[0, 100_000_000],
        Gen.Int[1, 3_000],
        Gen.Int[0, 6_000]
    );

    private static RiskAnalysis RiskOf((double Day, double Year, double Volume, int Rank, int Age) f)
    {
        var today = new LocalDate(2026, 11, 24);
        var coin = Sample.Coin(
            Sample.Listing(rank: f.Rank) with
            {
                Change24h = -(decimal)f.Day,
                VolumeUsd = (decimal)f.Volume,
            },
            Sample.Details() with
            {
                GenesisDate = today.PlusDays(-f.Age),
            }
        );
        return RiskAnalysis.Of(coin, null, (decimal)f.Year, null, today);
    }

    [Fact]
    public void N6_more_of_any_danger_never_lowers_the_grade_and_never_raises_a_share() =>
        Gen.Select(s_figures, s_figures)
            .Sample(
                (a, b) =>
                {
                    var worse = (
                        Math.Max(a.Day, b.Day),
                        Math.Max(a.Year, b.Year),
                        Math.Min(a.Volume, b.Volume),
                        Math.Max(a.Rank, b.Rank),
                        Math.Min(a.Age, b.Age)
                    );
                    var (one, other) = (RiskOf(a), RiskOf(worse));
                    Assert.True(Array.IndexOf(s_grades, other.OverallRiskScore) >= Array.IndexOf(s_grades, one.OverallRiskScore));
                    foreach (
                        var (before, after) in PortfolioGuidance
                            .Of(one, a.Rank)
                            .Allocations.Zip(PortfolioGuidance.Of(other, worse.Item4).Allocations)
                    )
                        Assert.True(after.MinPercent <= before.MinPercent && after.MaxPercent <= before.MaxPercent);
                }
            );

    [Fact]
    public void N6_shares_add_up_to_a_hundred_and_grow_with_the_appetite() =>
        s_figures.Sample(f =>
        {
            var shares = PortfolioGuidance.Of(RiskOf(f), f.Rank).Allocations;
            Assert.Equal(["conservative", "moderate", "aggressive"], shares.Select(s => s.Profile));
            Assert.All(shares, s => Assert.Equal((100, 100), (s.MinPercent + s.RestMaxPercent, s.MaxPercent + s.RestMinPercent)));
            Assert.All(shares.Zip(shares.Skip(1)), p =>
                Assert.True(p.First.MinPercent < p.Second.MinPercent && p.First.MaxPercent < p.Second.MaxPercent)
            );
        });

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
    [InlineData(1, 50_000_000, "10-15%", "15-25%", "25-40%")]
    [InlineData(4, 50_000_000, "5-10%", "10-20%", "20-35%")]
    [InlineData(11, 500_000, "2-5%", "5-10%", "10-25%")]
    public void Portfolio_shares_follow_the_risk(int change, int volume, string conservative, string moderate, string aggressive)
    {
        var guidance = PortfolioGuidance.Of(Risk(Sample.Listing() with { Change24h = change, VolumeUsd = volume }), 7);
        Assert.Equal(
            (conservative, moderate, aggressive),
            (guidance.ConservativeAllocation, guidance.ModerateAllocation, guidance.AggressiveAllocation)
        );
    }

    [Fact]
    public void Strategies_follow_rank_and_volatility()
    {
        var calm = PortfolioGuidance.Of(Risk(Sample.Listing()), 10);
        Assert.Equal(["정기 적립 투자 (DCA)", "장기 보유 전략"], calm.InvestmentStrategies);
        Assert.Equal("3-5년 이상", calm.TimeHorizon);
        var wild = PortfolioGuidance.Of(Risk(Sample.Listing() with { Change24h = 12 }), 11);
        Assert.Equal(["정기 적립 투자 (DCA)", "단기-중기 거래", "변동성 관리 필수"], wild.InvestmentStrategies);
        Assert.Equal("6개월-2년", wild.TimeHorizon);
    }

    [Fact]
    public void Drivers_decide_the_environment()
    {
        var strong = s_noDerivatives with { InstitutionalInterest = "매우 높음", MarketSentiment = "강세" };
        var scarce = Sample.Coin(Sample.Listing() with { CirculatingSupply = 23_000_000 });
        var all = InvestmentOpportunity.Of(scarce, strong, "MEDIUM");
        Assert.Equal(["기관 관심 증가", "공급량 제한", "김치 프리미엄 활용", "파생상품 강세 신호"], all.KeyDrivers);
        Assert.Equal(
            ("매우 긍정적", "활발함", "높음", 1m),
            (all.InvestmentEnvironment, all.InstitutionalAdoption, all.SupplyConstraint, all.Confidence)
        );

        var one = InvestmentOpportunity.Of(
            scarce,
            s_noDerivatives with
            {
                InstitutionalInterest = "보통",
                MarketSentiment = "약세",
            },
            "LOW"
        );
        Assert.Equal(["공급량 제한"], one.KeyDrivers);
        Assert.Equal(("보통", "진행중"), (one.InvestmentEnvironment, one.InstitutionalAdoption));
        var none = InvestmentOpportunity.Of(
            Sample.Coin(),
            s_noDerivatives with
            {
                InstitutionalInterest = "낮음",
                MarketSentiment = "중립",
            },
            "NONE"
        );
        Assert.Equal(
            ("신중한 접근 필요", "보통", "발행 상한 있음"),
            (none.InvestmentEnvironment, none.SupplyConstraint, none.InflationHedge)
        );
    }

    [Fact]
    public void Unknown_drivers_lower_the_confidence_and_none_known_gives_no_environment()
    {
        var part = InvestmentOpportunity.Of(Sample.Coin(), s_noDerivatives, null);
        Assert.Equal(
            (0.25m, "신중한 접근 필요", null, null),
            (part.Confidence, part.InvestmentEnvironment, part.InstitutionalAdoption, part.ArbitragePotential)
        );
        var nothing = InvestmentOpportunity.Of(Sample.Bare(), s_noDerivatives, null);
        Assert.Equal(
            (0m, null, null, null),
            (nothing.Confidence, nothing.InvestmentEnvironment, nothing.SupplyConstraint, nothing.InflationHedge)
        );
    }

    [Fact]
    public void Etf_status_is_a_kept_fact_or_nothing()
    {
        Assert.Null(InvestmentOpportunity.Of(Sample.Coin(), s_noDerivatives, null).EtfStatus);
        var bitcoin = InvestmentOpportunity.Of(Sample.Coin(Sample.Listing("bitcoin", "BTC")), s_noDerivatives, null);
        Assert.Equal(("미국 현물 ETF 승인 (2024-01-10)", "SEC release 34-99306"), (bitcoin.EtfStatus, bitcoin.EtfSource));
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
