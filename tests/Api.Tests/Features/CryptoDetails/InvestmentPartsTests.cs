using InvestmentAssistant.Api.Features.CryptoDetails.Derivatives;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Investment;
using NodaTime;

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
        Assert.Equal((circulating.ToString(System.Globalization.CultureInfo.InvariantCulture), label), (supply.CirculatingSupplyPercentage, supply.ScarcityScore));
    }

    [Fact]
    public void No_maximum_is_unlimited_only_when_the_provider_says_so()
    {
        var listing = Sample.Listing() with { MaxSupply = null };
        Assert.Equal((null, "무제한 공급"), Scarcity(Sample.Details() with { MaxSupplyInfinite = true }));
        Assert.Equal((null, null), Scarcity(Sample.Details()));

        (string?, string?) Scarcity(CoinDetails details) => SupplyData.Of(Sample.Coin(listing, details)) is var s ? (s.CirculatingSupplyPercentage, s.ScarcityScore) : default;
    }

    [Theory]
    [InlineData(10.1, 999_999, 101, 5, "높음")] // 2 + 2 + 1
    [InlineData(-10.1, 999_999, 1, 4, "높음")]
    [InlineData(10, 10_000_000, 101, 2, "보통")] // 1 + 0 + 1
    [InlineData(3, 9_999_999, 1, 2, "보통")]
    [InlineData(2.9, 10_000_000, 101, 1, "낮음")]
    [InlineData(0, 10_000_000, 100, 0, "낮음")]
    public void Risk_adds_up_points_of_volatility_liquidity_and_position(double change, int volume, int rank, int points, string label)
    {
        var risk = Risk(Sample.Listing(rank: rank) with { Change24h = (decimal)change, VolumeUsd = volume });
        Assert.Equal((points, 5, 1m, label), (risk.OverallRiskDetail.Points, risk.OverallRiskDetail.MaxPoints, risk.OverallRiskDetail.Confidence, risk.OverallRiskScore));
    }

    [Fact]
    public void Labels_of_risk_have_their_mirrors()
    {
        var risk = Risk(Sample.Listing(rank: 51) with { Change24h = -4, VolumeUsd = 500_000 });
        Assert.Equal(("4", "8", "16", "보통"), (risk.Volatility24h, risk.Volatility7d, risk.Volatility30d, risk.VolatilityRisk));
        Assert.Equal(("높음", "낮음", "보통", "보통", "0.02"), (risk.LiquidityRisk, risk.VolumeStability, risk.MarketPositionRisk, risk.RankStability, risk.BidAskSpread));
    }

    [Fact]
    public void A_missing_input_gives_null_and_lowers_the_confidence()
    {
        var risk = Risk(Sample.Listing() with { Change24h = null });
        Assert.Equal((null, null, null), (risk.Volatility24h, risk.VolatilityRisk, risk.OverallRiskScore));
        Assert.Equal((0.6m, null), (risk.OverallRiskDetail.Confidence, risk.OverallRiskDetail.Inputs[0].Points));

        var bare = RiskAnalysis.Of(Sample.Bare(), null, null);
        Assert.Equal((0m, null, null, null, null), (bare.OverallRiskDetail.Confidence, bare.OverallRiskScore, bare.LiquidityRisk, bare.VolumeStability, bare.RankStability));
        var guidance = PortfolioGuidance.Of(bare, null);
        Assert.Equal((null, null, null, null), (guidance.ConservativeAllocation, guidance.ModerateAllocation, guidance.AggressiveAllocation, guidance.TimeHorizon));
        Assert.Equal(["정기 적립 투자 (DCA)"], guidance.InvestmentStrategies);
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
    [InlineData(4, 5_000_000, "5-10%", "10-20%", "20-35%")]
    [InlineData(11, 500_000, "2-5%", "5-10%", "10-25%")]
    public void Portfolio_shares_follow_the_risk(int change, int volume, string conservative, string moderate, string aggressive)
    {
        var guidance = PortfolioGuidance.Of(Risk(Sample.Listing() with { Change24h = change, VolumeUsd = volume }), 7);
        Assert.Equal((conservative, moderate, aggressive), (guidance.ConservativeAllocation, guidance.ModerateAllocation, guidance.AggressiveAllocation));
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
        Assert.Equal(("매우 긍정적", "활발함", "높음", 1m), (all.InvestmentEnvironment, all.InstitutionalAdoption, all.SupplyConstraint, all.Confidence));

        var one = InvestmentOpportunity.Of(scarce, s_noDerivatives with { InstitutionalInterest = "보통", MarketSentiment = "약세" }, "LOW");
        Assert.Equal(["공급량 제한"], one.KeyDrivers);
        Assert.Equal(("보통", "진행중"), (one.InvestmentEnvironment, one.InstitutionalAdoption));
        var none = InvestmentOpportunity.Of(Sample.Coin(), s_noDerivatives with { InstitutionalInterest = "낮음", MarketSentiment = "중립" }, "NONE");
        Assert.Equal(("신중한 접근 필요", "보통", "발행 상한 있음"), (none.InvestmentEnvironment, none.SupplyConstraint, none.InflationHedge));
    }

    [Fact]
    public void Unknown_drivers_lower_the_confidence_and_none_known_gives_no_environment()
    {
        var part = InvestmentOpportunity.Of(Sample.Coin(), s_noDerivatives, null);
        Assert.Equal((0.25m, "신중한 접근 필요", null, null), (part.Confidence, part.InvestmentEnvironment, part.InstitutionalAdoption, part.ArbitragePotential));
        var nothing = InvestmentOpportunity.Of(Sample.Bare(), s_noDerivatives, null);
        Assert.Equal((0m, null, null, null), (nothing.Confidence, nothing.InvestmentEnvironment, nothing.SupplyConstraint, nothing.InflationHedge));
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
        Assert.Equal(("2.5", "-2.5", "1.4", "58.5", "9.1"), (context.MarketSharePercentage, context.VsMarketPerformance, context.DominanceChange7d, context.BtcDominance, context.EthDominance));

        var young = GlobalContext.Of(Sample.Coin(), Market(0) with { WeekAgo = null });
        Assert.Null(young.DominanceChange7d);
        var unknown = GlobalContext.Of(Sample.Coin(), new HeldMarket(null, null));
        Assert.Equal((null, null, null, null, null), (unknown.MarketStatus, unknown.MarketSharePercentage, unknown.VsMarketPerformance, unknown.TotalMarketCapUsd, unknown.ActiveCryptocurrencies));
    }

    private static HeldMarket Market(decimal change)
    {
        GlobalSnapshot Snapshot(decimal btc, Instant at) => new()
        {
            Id = "x", TotalMarketCapUsd = 80_000_000_000, MarketCapChange24h = change, Dominance = new Dictionary<string, decimal> { ["btc"] = btc, ["eth"] = 9.1m }, FetchedAt = at,
        };
        return new HeldMarket(Snapshot(58.5m, Sample.Now), Snapshot(57.1m, Sample.Now - Duration.FromDays(7)));
    }
}
