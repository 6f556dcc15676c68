using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ecosystem;

/// <summary>The coins one compares with, and how.</summary>
/// <param name="CategoryPeers">Up to five of the same primary category, nearest in rank first.</param>
/// <param name="RankPeers">Up to five within ten ranks, nearest first.</param>
public sealed record ComparativeContext(
    IReadOnlyList<PeerFigures> CategoryPeers,
    IReadOnlyList<PeerFigures> RankPeers,
    ComparisonMetrics ComparisonMetrics
)
{
    private const int Most = 5;

    public static ComparativeContext Of(Coin coin, Peers peers, Language language) =>
        new(
            [
                .. peers
                    .Category.Where(p => p.CoingeckoId != coin.Id)
                    .OrderBy(p => coin.Rank is { } rank ? Math.Abs(p.MarketCapRank!.Value - rank) : p.MarketCapRank)
                    .ThenBy(p => p.MarketCapRank)
                    .Take(Most),
            ],
            [.. peers.Neighbours.Take(Most)],
            ComparisonMetrics.For(language)
        );
}

/// <summary>Suggested comparisons and the meaning of the numbers.</summary>
public sealed record ComparisonMetrics(IReadOnlyList<string> HowToCompare, IReadOnlyDictionary<string, string> WhatNumbersMean)
{
    public static ComparisonMetrics For(Language language) =>
        new(
            [
                .. new[]
                {
                    new Text("GitHub 활동도를 비교해보세요", "Compare the activity in their repositories"),
                    new Text("커뮤니티 크기를 비교해보세요", "Compare the size of their communities"),
                    new Text("프로젝트 연령을 고려해보세요", "Consider their age"),
                    new Text("카테고리 내 특색을 파악해보세요", "Find what sets each apart within its category"),
                }.Select(t => t.In(language)),
            ],
            new Dictionary<string, string>
            {
                ["github_commits"] = new Text(
                    "개발 활발함의 지표 (단, 팀 크기에 따라 다름)",
                    "How active development is (teams differ in size)"
                ).In(language),
                ["community_size"] = new Text(
                    "관심도의 지표 (단, 활성도와는 다를 수 있음)",
                    "How much interest there is (not how active it is)"
                ).In(language),
                ["market_cap_rank"] = new Text("시장 인지도 (단, 투기적 요소 포함 가능)", "How well known it is (speculation included)").In(
                    language
                ),
            }
        );
}
