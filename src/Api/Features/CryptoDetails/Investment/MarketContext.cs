using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Investment;

/// <summary>The coin within the market as a whole; declared decimals are texts, shares and changes percent.</summary>
/// <param name="MarketCapChange24h">Of the total market value, percent.</param>
/// <param name="MarketSharePercentage">The market value shown for the coin / the total shown x 100, 2 decimals.</param>
/// <param name="DominanceChange7d">Bitcoin's share now minus that of a week ago, percentage points; null until a week of history is
/// held.</param>
/// <param name="VsMarketPerformance">The coin's 24-hour change minus the market's, percentage points, 2 decimals.</param>
/// <param name="MarketStatus">By the market's 24-hour change: above 2 bullish, below -2 bearish, else neutral.</param>
/// <param name="Markets">Exchanges the provider follows.</param>
/// <param name="UpdatedAt">The provider's own time of these figures.</param>
/// <param name="AsOf">The same.</param>
public sealed record GlobalContext(
    string? TotalMarketCapUsd,
    string? MarketCapChange24h,
    string? BtcDominance,
    string? EthDominance,
    string? MarketSharePercentage,
    string? DominanceChange7d,
    string? VsMarketPerformance,
    string? MarketStatus,
    int? ActiveCryptocurrencies,
    int? Markets,
    Instant? UpdatedAt,
    Instant? AsOf
)
{
    /// <param name="coin">Its change.</param>
    /// <param name="market">The market as a whole.</param>
    /// <param name="capUsd">The coin's market value as shown; null takes the list's.</param>
    public static GlobalContext Of(Coin coin, HeldMarket market, long? capUsd = null)
    {
        var now = market.Latest;
        var change = now?.MarketCapChange24h;
        return new GlobalContext(
            Decimals.Text(now?.TotalMarketCapUsd, 2),
            Decimals.Text(change, 4),
            Decimals.Text(Share(now, "btc"), 4),
            Decimals.Text(Share(now, "eth"), 4),
            Decimals.Text((capUsd ?? coin.Listing.MarketCapUsd) / now?.TotalMarketCapUsd * 100, 2),
            Decimals.Text(Share(now, "btc") - Share(market.WeekAgo, "btc"), 2),
            Decimals.Text(coin.Listing.Change24h - change, 2),
            change switch
            {
                null => null,
                > 2 => "bullish",
                < -2 => "bearish",
                _ => "neutral",
            },
            now?.ActiveCoins,
            now?.Exchanges,
            now?.UpdatedAt ?? now?.FetchedAt,
            now?.UpdatedAt ?? now?.FetchedAt
        );
    }

    private static decimal? Share(GlobalSnapshot? snapshot, string coin) =>
        snapshot is not null && snapshot.Dominance.TryGetValue(coin, out var share) ? share : null;
}

/// <summary>The newest snapshot of the market, and the one of a week ago; null while not held.</summary>
public sealed record HeldMarket(GlobalSnapshot? Latest, GlobalSnapshot? WeekAgo);

/// <summary>Reads the market as a whole.</summary>
public sealed class MarketReader(IDocumentStore store, AgedAnswers cache)
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(30);
    private static readonly Duration s_tolerance = Duration.FromHours(6);

    public async Task<HeldMarket> ReadAsync(CancellationToken ct) =>
        await cache.GetAsync("crypto-details:global", s_freshFor, LoadAsync, ct);

    private async Task<HeldMarket> LoadAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var latest = await session.Query<GlobalSnapshot>().OrderByDescending(g => g.FetchedAt).FirstOrDefaultAsync(ct);
        if (latest is null)
            return new HeldMarket(null, null);
        var week = latest.FetchedAt - Duration.FromDays(7);
        var (from, to) = (week - s_tolerance, week + s_tolerance);
        var near = await session.Query<GlobalSnapshot>().Where(g => g.FetchedAt >= from && g.FetchedAt <= to).ToListAsync(ct);
        return new HeldMarket(latest, near.MinBy(g => g.FetchedAt > week ? g.FetchedAt - week : week - g.FetchedAt));
    }
}
