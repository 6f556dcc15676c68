using CsCheck;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Investment;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>Risk and portfolio, by hand; what is missing stays missing.</summary>
public sealed class InvestmentRiskTests
{
    private static RiskAnalysis Risk(CoinListing listing) => RiskAnalysis.Of(Sample.Coin(listing), 0.02m, null);

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
}
