using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Platform.Caching;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Investment;

/// <summary>The closes that a coin's volatility is made of.</summary>
public sealed class CoinCloses(IMarketStore bars, AnswerCache cache, IClock clock)
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromMinutes(5);

    /// <summary>Daily KRW closes of the last 30 whole days and the day before them.</summary>
    public async Task<IReadOnlyList<decimal>> ReadAsync(Coin coin, CancellationToken ct)
    {
        if (coin.Market is not { } market)
            return [];
        var today = SeoulDay.DateOf(clock.GetCurrentInstant());
        return (
            await cache.GetAsync(
                $"crypto-details:closes:{market}:{today}",
                s_freshFor,
                async c =>
                    (IReadOnlyList<decimal>)
                        [.. (await bars.ReadDayBarsAsync(market, today.PlusDays(-31), today.PlusDays(-1), c)).Select(b => b.Close)],
                ct
            )
        ).Value;
    }
}
