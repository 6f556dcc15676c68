using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Derivatives;
using InvestmentAssistant.Api.Features.CryptoDetails.Reference;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Investment;

/// <summary>Advantages of a coin, from figures and stored facts; null = not known.</summary>
/// <param name="InstitutionalAdoption">활발함 when interest in its derivatives is 매우 높음, else 진행중.</param>
/// <param name="EtfStatus">From a list of facts that is kept by hand, with their source; never guessed.</param>
/// <param name="SupplyConstraint">높음 when more than 90 % of the maximum is issued, else 보통.</param>
/// <param name="InflationHedge">Only the fact that decides it: whether the number of coins is bounded.</param>
/// <param name="ArbitragePotential">HIGH, MEDIUM, LOW or NONE after the costs of the model.</param>
/// <param name="InvestmentEnvironment">By the number of drivers: 3 매우 긍정적, 2 긍정적, 1 보통, 0 신중한 접근 필요; null when none of them is
/// known.</param>
/// <param name="KeyDrivers">기관 관심 증가, 공급량 제한, 김치 프리미엄 활용, 파생상품 강세 신호.</param>
/// <param name="Confidence">Share of the four drivers whose input is known, 0 to 1.</param>
/// <param name="EtfSource">Where the ETF fact is from.</param>
public sealed record InvestmentOpportunity(
    string? InstitutionalAdoption,
    string? EtfStatus,
    string? SupplyConstraint,
    string? InflationHedge,
    string? ArbitragePotential,
    string? InvestmentEnvironment,
    IReadOnlyList<string> KeyDrivers,
    decimal Confidence,
    string? EtfSource
)
{
    public static InvestmentOpportunity Of(Coin coin, DerivativesSummary derivatives, string? arbitrage)
    {
        var facts = CoinFacts.Of(coin.Id);
        bool? isScarce =
            coin.IssuedPercent is { } issued ? issued > 90
            : coin.HasNoSupplyLimit == true ? false
            : null;
        (string Name, bool? Holds)[] drivers =
        [
            ("기관 관심 증가", derivatives.InstitutionalInterest is { } interest ? interest is "매우 높음" or "높음" : null),
            ("공급량 제한", isScarce),
            ("김치 프리미엄 활용", arbitrage is { } level ? level is "MEDIUM" or "HIGH" : null),
            ("파생상품 강세 신호", derivatives.MarketSentiment is { } mood ? mood == "강세" : null),
        ];
        var holding = drivers.Where(d => d.Holds == true).Select(d => d.Name).ToList();
        return new InvestmentOpportunity(
            derivatives.InstitutionalInterest is { } known
                ? known == "매우 높음"
                    ? "활발함"
                    : "진행중"
                : null,
            facts?.EtfStatus?.Ko,
            isScarce switch
            {
                true => Level.High,
                false => Level.Medium,
                null => null,
            },
            coin.HasNoSupplyLimit switch
            {
                false => "발행 상한 있음",
                true => "발행 상한 없음",
                null => null,
            },
            arbitrage,
            drivers.All(d => d.Holds is null)
                ? null
                : holding.Count switch
                {
                    >= 3 => "매우 긍정적",
                    2 => "긍정적",
                    1 => "보통",
                    _ => "신중한 접근 필요",
                },
            holding,
            drivers.Count(d => d.Holds is not null) / 4m,
            facts?.EtfSource
        );
    }
}
