using InvestmentAssistant.Api.Features.CryptoDetails.Derivatives;
using InvestmentAssistant.Api.Features.CryptoDetails.Investment;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>Drivers of the environment, by hand; what is missing stays missing.</summary>
public sealed class InvestmentEnvironmentTests
{
    private static readonly DerivativesSummary s_noDerivatives = DerivativesSummary.Of(null, null, null, Sample.Now);

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
}
