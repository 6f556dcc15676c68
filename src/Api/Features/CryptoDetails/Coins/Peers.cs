using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Coins;

/// <summary>The numbers by which coins are compared; null = not known.</summary>
/// <param name="CoingeckoId">CoinGecko's id.</param>
/// <param name="MarketCapUsd">USD.</param>
/// <param name="PriceChangePercentage24h">Percent.</param>
/// <param name="CommitCount4Weeks">Commits of the last four weeks.</param>
public sealed record PeerFigures(
    string CoingeckoId,
    string Symbol,
    string Name,
    int? MarketCapRank,
    decimal? MarketCapUsd,
    decimal? PriceChangePercentage24h,
    int? CommitCount4Weeks,
    int? Stars,
    long? RedditSubscribers,
    long? TelegramUsers
);

/// <summary>A coin among others.</summary>
/// <param name="Category">All known coins of its primary category that have a rank, by rank; the coin itself included.</param>
/// <param name="Neighbours">Coins within ten ranks, nearest first, of equals the larger.</param>
public sealed record Peers(string? PrimaryCategory, IReadOnlyList<PeerFigures> Category, IReadOnlyList<PeerFigures> Neighbours)
{
    /// <summary>Its place in the category, 1 = largest; null when it is in none or has no rank.</summary>
    public int? PlaceOf(string coin) => Category.ToList().FindIndex(p => p.CoingeckoId == coin) is >= 0 and var index ? index + 1 : null;
}

/// <summary>Reads the coins that one is compared with.</summary>
public sealed class PeerReader(IDocumentStore store, AgedAnswers cache)
{
    private const int RankDistance = 10;
    private static readonly TimeSpan s_freshFor = TimeSpan.FromMinutes(5);

    public async Task<Peers> ReadAsync(Coin coin, CancellationToken ct) =>
        await cache.GetAsync(
            $"crypto-details:peers:{coin.Id}:{coin.Listing.FetchedAt}:{coin.Details?.FetchedAt}",
            s_freshFor,
            c => LoadAsync(coin, c),
            ct
        );

    private async Task<Peers> LoadAsync(Coin coin, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var category = coin.Details?.PrimaryCategory;
        var mates = category is null
            ? []
            : await session.Query<CoinDetails>().Where(d => d.PrimaryCategory == category).Select(d => d.Id).ToListAsync(ct);
        var (from, to) = (coin.Rank - RankDistance, coin.Rank + RankDistance);
        var near = coin.Rank is null
            ? []
            : await session.Query<CoinListing>().Where(c => c.Rank >= from && c.Rank <= to && c.Id != coin.Id).ToListAsync(ct);
        var ids = mates.Concat(near.Select(n => n.Id)).Distinct(StringComparer.Ordinal).ToArray();
        var listings = (await session.Query<CoinListing>().Where(c => ids.Contains(c.Id)).ToListAsync(ct)).ToDictionary(
            c => c.Id,
            StringComparer.Ordinal
        );
        var figures = (
            await session
                .Query<CoinDetails>()
                .Where(d => ids.Contains(d.Id))
                .Select(d => new
                {
                    d.Id,
                    d.Commits4Weeks,
                    d.Stars,
                    d.RedditSubscribers,
                    d.TelegramUsers,
                })
                .ToListAsync(ct)
        ).ToDictionary(d => d.Id, StringComparer.Ordinal);

        PeerFigures Of(CoinListing listing) =>
            figures.TryGetValue(listing.Id, out var d)
                ? new PeerFigures(
                    listing.Id,
                    listing.Symbol,
                    listing.Name,
                    listing.Rank,
                    listing.MarketCapUsd,
                    listing.Change24h,
                    d.Commits4Weeks,
                    d.Stars,
                    d.RedditSubscribers,
                    d.TelegramUsers
                )
                : new PeerFigures(
                    listing.Id,
                    listing.Symbol,
                    listing.Name,
                    listing.Rank,
                    listing.MarketCapUsd,
                    listing.Change24h,
                    null,
                    null,
                    null,
                    null
                );

        return new Peers(
            category,
            [
                .. mates
                    .Where(listings.ContainsKey)
                    .Select(m => listings[m])
                    .Where(c => c.Rank is not null)
                    .OrderBy(c => c.Rank)
                    .ThenBy(c => c.Id, StringComparer.Ordinal)
                    .Select(Of),
            ],
            [
                .. near.OrderBy(c => Math.Abs(c.Rank!.Value - coin.Rank!.Value))
                    .ThenBy(c => c.Rank)
                    .ThenBy(c => c.Id, StringComparer.Ordinal)
                    .Select(Of),
            ]
        );
    }
}
