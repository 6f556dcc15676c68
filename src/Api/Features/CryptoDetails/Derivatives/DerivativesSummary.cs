using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Derivatives;

/// <summary>
/// What the derivatives on a coin say. Contracts that have expired, have not traded for a day, or whose price is not this coin's (a
/// namesake's: off by more than half) are left out and counted. Declared decimals are texts; null = the batch has nothing on it.
/// </summary>
/// <param name="AvgFundingRate">Mean over perpetuals with a rate, percent per 8 hours, 6 decimals.</param>
/// <param name="PositiveFundingCount">Perpetuals whose holders of long positions pay.</param>
/// <param name="FundingRateInterpretation">By the mean: above 0.01 strongly long, above 0.005 weakly long, above -0.005 neutral, else
/// short.</param>
/// <param name="MarketSentiment">강세, 약한 강세, 중립 or 약세, by the same bands.</param>
/// <param name="TotalOpenInterest">USD.</param>
/// <param name="OpenInterestRank">Among all indices of the batch; 1 = largest.</param>
/// <param name="Volume24hUsd">USD.</param>
/// <param name="InstitutionalInterest">By open interest: above 10 billion USD 매우 높음, above 5 높음, above 1 보통, else 낮음.</param>
/// <param name="MarketMaturity">성숙 with more than ten markets, else 신흥.</param>
/// <param name="OiWeightedFundingRate">The rate weighted by open interest, percent per 8 hours, 6 decimals.</param>
/// <param name="MedianBasis">Of contract price and index as the provider gives it, percent, 6 decimals.</param>
/// <param name="MarketCount">Markets with a contract.</param>
/// <param name="ContractCount">Contracts used.</param>
/// <param name="LeftOut">Contracts that were not.</param>
/// <param name="BatchAt">When the batch was fetched.</param>
/// <param name="FundingRateUnit">percent_per_8h: rates of markets with another interval are converted.</param>
/// <param name="FundingIntervalAssumed">Rates whose market's interval is not known and was taken for 8 hours.</param>
/// <param name="AsOf">The same as `batch_at`.</param>
public sealed record DerivativesSummary(
    string? AvgFundingRate,
    int? PositiveFundingCount,
    int? NegativeFundingCount,
    string? FundingRateInterpretation,
    string? MarketSentiment,
    string? TotalOpenInterest,
    int? OpenInterestRank,
    string? Volume24hUsd,
    string? InstitutionalInterest,
    string? MarketMaturity,
    decimal? OiWeightedFundingRate,
    decimal? MedianBasis,
    int MarketCount,
    int ContractCount,
    LeftOutContracts LeftOut,
    Instant? BatchAt,
    string FundingRateUnit,
    int FundingIntervalAssumed,
    Instant? AsOf
)
{
    private const decimal Billion = 1_000_000_000;

    /// <summary>A day without a trade.</summary>
    private static readonly Duration s_silence = Duration.FromDays(1);

    /// <param name="batch">Null when the batch has nothing on the coin.</param>
    /// <param name="rank">Of its open interest; null without a batch.</param>
    /// <param name="priceUsd">The coin's own price; null when not known: then no namesake is recognised.</param>
    /// <param name="now">Contracts expire and fall silent against it.</param>
    public static DerivativesSummary Of(CoinDerivatives? batch, int? rank, decimal? priceUsd, Instant now)
    {
        var all = batch?.Contracts ?? [];
        var alive = all.ToList();
        var leftOut = new LeftOutContracts(
            alive.RemoveAll(c => c.ExpiresAt <= now),
            alive.RemoveAll(c => now - c.LastTradedAt > s_silence),
            alive.RemoveAll(c => c.Price is { } price && priceUsd is > 0 && price / priceUsd.Value is < 0.5m or > 1.5m)
        );
        if (batch is null || alive.Count == 0)
            return new DerivativesSummary(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                leftOut,
                batch?.FetchedAt,
                FundingIntervals.Unit,
                0,
                batch?.FetchedAt
            );

        // A dated future has no funding; the provider writes 0 for it.
        var funded = alive.Where(c => c is { ExpiresAt: null, FundingRate: not null }).ToList();
        var mean = funded.Count == 0 ? (decimal?)null : funded.Average(Rate);
        var weight = funded.Sum(c => c.OpenInterestUsd ?? 0);
        var basis = alive.Select(c => c.Basis).OfType<decimal>().ToList();
        var interest = Total(alive, c => c.OpenInterestUsd);
        var markets = alive.Select(c => c.Market).Distinct(StringComparer.Ordinal).Count();
        return new DerivativesSummary(
            Decimals.Text(mean, 6),
            funded.Count(c => c.FundingRate > 0),
            funded.Count(c => c.FundingRate < 0),
            Interpretation(mean),
            Sentiment(mean),
            Decimals.Text(interest, 2),
            rank,
            Decimals.Text(Total(alive, c => c.VolumeUsd), 2),
            InterestOf(interest),
            markets > 10 ? "성숙" : "신흥",
            weight > 0 ? Decimals.Round(funded.Sum(c => Rate(c) * ((c.OpenInterestUsd ?? 0) / weight)), 6) : null,
            basis.Count == 0 ? null : Decimals.Round(WeightedPrice.Median(basis), 6),
            markets,
            alive.Count,
            leftOut,
            batch.FetchedAt,
            FundingIntervals.Unit,
            funded.Count(c => FundingIntervals.HoursOf(c.Market) is null),
            batch.FetchedAt
        );

        static decimal Rate(DerivativeContract contract) => FundingIntervals.Per8Hours(contract.Market, contract.FundingRate!.Value);
    }

    private static string? Interpretation(decimal? rate) =>
        rate switch
        {
            null => null,
            > 0.01m => "기관들이 강한 Long 우세",
            > 0.005m => "기관들이 약한 Long 우세",
            > -0.005m => "중립적 포지션",
            _ => "기관들이 Short 우세",
        };

    private static string? Sentiment(decimal? rate) =>
        rate switch
        {
            null => null,
            > 0.01m => "강세",
            > 0.005m => "약한 강세",
            > -0.005m => "중립",
            _ => "약세",
        };

    private static string? InterestOf(decimal? openInterest) =>
        openInterest switch
        {
            null => null,
            > 10 * Billion => "매우 높음",
            > 5 * Billion => "높음",
            > Billion => "보통",
            _ => "낮음",
        };

    /// <summary>Null when no contract says anything.</summary>
    private static decimal? Total(IReadOnlyList<DerivativeContract> contracts, Func<DerivativeContract, decimal?> value) =>
        contracts.Any(c => value(c) is not null) ? contracts.Sum(c => value(c) ?? 0) : null;
}

/// <summary>Contracts left out: past their end, without a trade for a day before the batch, or on a coin of the same symbol.</summary>
public sealed record LeftOutContracts(int Expired, int Silent, int OtherCoin);
