using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Derivatives;

/// <summary>The latest batch's contracts on a coin.</summary>
public sealed class DerivativesReader(IDocumentStore store, AgedAnswers cache)
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(30);

    public async Task<DerivativesSummary> ReadAsync(Coin coin, CancellationToken ct)
    {
        var held = await cache.GetAsync("crypto-details:derivatives:" + coin.Symbol, s_freshFor, c => LoadAsync(coin.Symbol, c), ct);
        // A batch is as old as it is: what had traded when it was fetched is judged by that time.
        return DerivativesSummary.Of(
            held.Batch,
            held.Rank,
            coin.Listing.PriceUsd ?? coin.Details?.PriceUsd,
            held.Batch?.FetchedAt ?? Instant.MinValue
        );
    }

    private async Task<HeldDerivatives> LoadAsync(string index, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var batch = await session.LoadAsync<CoinDerivatives>(index, ct);
        if (batch is null)
            return new HeldDerivatives(null, null);
        var larger = await session.Query<CoinDerivatives>().CountAsync(d => d.OpenInterestUsd > batch.OpenInterestUsd, ct);
        return new HeldDerivatives(batch, larger + 1);
    }

    private sealed record HeldDerivatives(CoinDerivatives? Batch, int? Rank);
}
