namespace InvestmentAssistant.Api.Features.CryptoDetails.Investment;

/// <summary>Usual shares of a portfolio by overall risk. Information, not advice. Null while the risk is not known.</summary>
/// <param name="ConservativeAllocation">2-5%, 5-10% or 10-15%.</param>
/// <param name="TimeHorizon">3-5년 이상 for the first ten by rank, else 6개월-2년.</param>
/// <param name="Allocations">The same in numbers, with what is left for everything else; empty while the risk is not known.</param>
public sealed record PortfolioGuidance(
    string? ConservativeAllocation,
    string? ModerateAllocation,
    string? AggressiveAllocation,
    IReadOnlyList<string> InvestmentStrategies,
    string? TimeHorizon,
    IReadOnlyList<ProfileAllocation> Allocations
)
{
    /// <param name="risk">Null when not known.</param>
    /// <param name="rank">Null when not known: then horizon and strategy are null too.</param>
    public static PortfolioGuidance Of(RiskAnalysis risk, int? rank)
    {
        IReadOnlyList<ProfileAllocation> shares = risk.OverallRiskScore switch
        {
            Level.Low => [Share("conservative", 10, 15), Share("moderate", 15, 25), Share("aggressive", 25, 40)],
            Level.Medium => [Share("conservative", 5, 10), Share("moderate", 10, 20), Share("aggressive", 20, 35)],
            Level.High => [Share("conservative", 2, 5), Share("moderate", 5, 10), Share("aggressive", 10, 25)],
            _ => [],
        };
        return new PortfolioGuidance(
            TextOf("conservative"),
            TextOf("moderate"),
            TextOf("aggressive"),
            [.. Strategies(risk, rank)],
            rank switch
            {
                null => null,
                <= 10 => "3-5년 이상",
                _ => "6개월-2년",
            },
            shares
        );

        string? TextOf(string profile) =>
            shares.FirstOrDefault(s => s.Profile == profile) is { } s
                ? FormattableString.Invariant($"{s.MinPercent}-{s.MaxPercent}%")
                : null;
    }

    private static ProfileAllocation Share(string profile, int min, int max) => new(profile, min, max, 100 - max, 100 - min);

    private static IEnumerable<string> Strategies(RiskAnalysis risk, int? rank)
    {
        yield return "정기 적립 투자 (DCA)";
        if (rank is not null)
            yield return rank <= 10 ? "장기 보유 전략" : "단기-중기 거래";
        if (risk.VolatilityRisk == Level.High)
            yield return "변동성 관리 필수";
    }
}

/// <summary>A profile's share of the coin, percent of the portfolio; with the rest it adds up to 100.</summary>
/// <param name="Profile">conservative, moderate or aggressive.</param>
/// <param name="RestMinPercent">100 - max_percent.</param>
/// <param name="RestMaxPercent">100 - min_percent.</param>
public sealed record ProfileAllocation(string Profile, int MinPercent, int MaxPercent, int RestMinPercent, int RestMaxPercent);
