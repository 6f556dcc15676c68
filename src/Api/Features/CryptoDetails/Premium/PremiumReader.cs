using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Premium;

/// <summary>A coin's premium at one moment.</summary>
/// <param name="LastKnown">The latest point of its history; read only while there is no premium.</param>
/// <param name="At">Time of the newest input, so that the same inputs give the same answer; without any the moment.</param>
public sealed record PremiumNow(KimchiPremium Premium, PremiumPoint? LastKnown, Instant At);

/// <summary>The premium as requests see it: the board is live, the tickers are read again every few seconds.</summary>
public sealed class PremiumReader(
    PremiumCalculator calculator,
    PremiumHistory history,
    IDocumentStore store,
    AgedAnswers cache,
    IClock clock
)
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_lastKnownFor = TimeSpan.FromMinutes(1);

    public async Task<PremiumNow> ReadAsync(Coin coin, CancellationToken ct)
    {
        var tickers = await TickersAsync(coin.Id, ct);
        var tether = coin.Id == PremiumCalculator.Tether ? tickers : await TickersAsync(PremiumCalculator.Tether, ct);
        var bank = await cache.GetAsync(
            "crypto-details:fx",
            s_freshFor,
            async c =>
            {
                await using var session = store.QuerySession();
                return new Held<FxRate>(await session.LoadAsync<FxRate>(FxRate.UsdKrw, c));
            },
            ct
        );
        var premium = calculator.Of(coin.Market, tickers, calculator.Rate(tether, bank.Value), coin.Listing.PriceUsd);
        var lastKnown = premium.Reason is null
            ? null
            : (
                await cache.GetAsync(
                    "crypto-details:last-premium:" + coin.Id,
                    s_lastKnownFor,
                    async c => new Held<PremiumPoint>(await history.LatestAsync(coin.Id, c)),
                    ct
                )
            ).Value;
        return new PremiumNow(premium, lastKnown, Newest(premium) ?? clock.GetCurrentInstant());
    }

    private static Instant? Newest(KimchiPremium premium) =>
        new[] { premium.Domestic.To, premium.Global.To, premium.Rate.At, premium.Rate.KrwUsdtAt }.Max();

    private async Task<CoinTickers?> TickersAsync(string coin, CancellationToken ct)
    {
        var held = await cache.GetAsync(
            "crypto-details:tickers:" + coin,
            s_freshFor,
            async c =>
            {
                await using var session = store.QuerySession();
                return new Held<CoinTickers>(await session.LoadAsync<CoinTickers>(coin, c));
            },
            ct
        );
        return held.Value;
    }

    private sealed record Held<T>(T? Value)
        where T : class;
}
