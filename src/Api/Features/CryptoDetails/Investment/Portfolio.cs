namespace InvestmentAssistant.Api.Features.CryptoDetails.Investment;

/// <summary>Usual shares of a portfolio by overall risk. Information, not advice. Null while the risk is not known.</summary>
/// <param name="ConservativeAllocation">2-5%, 5-10% or 10-15%.</param>
/// <param name="TimeHorizon">3-5년 이상 for the first ten by rank, else 6개월-2년.</param>
public sealed record PortfolioGuidance(
    string? ConservativeAllocation, string? ModerateAllocation, string? AggressiveAllocation, IReadOnlyList<string> InvestmentStrategies, string? TimeHorizon)
{
    /// <param name="risk">Null when not known.</param>
    /// <param name="rank">Null when not known: then neither horizon nor the strategy that goes with it is told.</param>
    public static PortfolioGuidance Of(RiskAnalysis risk, int? rank)
    {
        var (conservative, moderate, aggressive) = risk.OverallRiskScore switch
        {
            Level.Low => ("10-15%", "15-25%", "25-40%"),
            Level.Medium => ("5-10%", "10-20%", "20-35%"),
            Level.High => ("2-5%", "5-10%", "10-25%"),
            _ => ((string?)null, (string?)null, (string?)null),
        };
        return new PortfolioGuidance(
            conservative, moderate, aggressive, [.. Strategies(risk, rank)], rank switch { null => null, <= 10 => "3-5년 이상", _ => "6개월-2년" });
    }

    private static IEnumerable<string> Strategies(RiskAnalysis risk, int? rank)
    {
        yield return "정기 적립 투자 (DCA)";
        if (rank is not null) yield return rank <= 10 ? "장기 보유 전략" : "단기-중기 거래";
        if (risk.VolatilityRisk == Level.High) yield return "변동성 관리 필수";
    }
}
