using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Reference;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ecosystem;

/// <summary>A coin's place in the market.</summary>
public sealed record MarketPosition(RankingInfo RankingInfo, CategoryContext CategoryContext, RankingInterpretation RankingInterpretation)
{
    /// <param name="coin">Its rank.</param>
    /// <param name="peers">Its category.</param>
    /// <param name="totalCoins">All coins the provider follows; null when not known.</param>
    /// <param name="language">Of the texts.</param>
    public static MarketPosition Of(Coin coin, Peers peers, int? totalCoins, Language language) =>
        new(RankingInfo.Of(coin.Rank, totalCoins), CategoryContext.Of(coin, peers, language), RankingInterpretation.For(language));
}

/// <param name="RankCategory">최상위 (Top 10), 상위 (Top 50), 중위 (Top 200), 하위 (Top 1000), 기타 (N위) or 알 수 없음.</param>
/// <param name="TopPercentile">(1 - rank / total) x 100, 1 decimal: share of coins that it stands before.</param>
public sealed record RankingInfo(int? CurrentRank, int? TotalCryptocurrencies, string RankCategory, decimal? TopPercentile)
{
    public static RankingInfo Of(int? rank, int? total) =>
        new(
            rank,
            total,
            Labels.RankCategory(rank),
            rank is { } r && total is > 0 and { } all && r <= all ? Decimals.Round((1 - ((decimal)r / all)) * 100, 1) : null
        );
}

/// <param name="PrimaryCategory">In the language asked for.</param>
/// <param name="CategoryRank">By market value among the known coins of that category.</param>
/// <param name="CategoryCoins">How many those are.</param>
/// <param name="ShareOfCategoryPercent">Of their market value, 2 decimals.</param>
/// <param name="Categories">All, as CoinGecko names them.</param>
/// <param name="CategoryCount">How many categories those are; null until the coin's details are held.</param>
public sealed record CategoryContext(
    string? PrimaryCategory,
    int? CategoryRank,
    int? CategoryCoins,
    decimal? ShareOfCategoryPercent,
    IReadOnlyList<string> Categories,
    int? CategoryCount
)
{
    public static CategoryContext Of(Coin coin, Peers peers, Language language) =>
        new(
            peers.PrimaryCategory is { } name ? CategoryTable.Find(name)?.Label.In(language) ?? name : null,
            peers.PlaceOf(coin.Id),
            peers.PrimaryCategory is null ? null : peers.Category.Count,
            Decimals.Round(ShareOf(coin, peers), 2),
            coin.Details?.Categories ?? [],
            coin.Details?.Categories.Count
        );

    /// <summary>Percent of the category's market value; null when the coin is not in it.</summary>
    internal static decimal? ShareOf(Coin coin, Peers peers)
    {
        var total = peers.Category.Sum(p => p.MarketCapUsd ?? 0);
        return total > 0 && peers.PlaceOf(coin.Id) is not null ? coin.Listing.MarketCapUsd / total * 100 : null;
    }
}

/// <summary>Meaning of ranks.</summary>
public sealed record RankingInterpretation(string Top10, string Top50, string Top200, string Top1000, string Note)
{
    public static RankingInterpretation For(Language language) =>
        new(
            new Text("글로벌 주류 암호화폐", "Known all over the world").In(language),
            new Text("안정적으로 인정받는 프로젝트", "Well established").In(language),
            new Text("상당한 관심을 받는 프로젝트", "Followed by many").In(language),
            new Text("틈새 시장 또는 신생 프로젝트", "A niche, or new").In(language),
            new Text(
                "순위는 시가총액 기준이며, 프로젝트의 기술적 우수성과는 다를 수 있습니다.",
                "Ranks are by market value; they say nothing of a project's technical merit."
            ).In(language)
        );
}
