using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Ecosystem;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>Development, community, position, comparison and scores, by hand.</summary>
public sealed class EcosystemPartsTests
{
    private static readonly LocalDate s_today = new(2026, 11, 24);

    private static readonly Peers s_peers = new(
        "Layer 1 (L1)",
        [
            Sample.Peer("first", 1, 6_000_000_000, 500),
            Sample.Peer("sample", 7, 2_000_000_000, 202),
            Sample.Peer("third", 9, 1_500_000_000, 100),
            Sample.Peer("last", 40, 500_000_000, null),
        ],
        [
            Sample.Peer("six", 6, 1, null),
            Sample.Peer("eight", 8, 1, null),
            Sample.Peer("five", 5, 1, null),
            Sample.Peer("nine", 9, 1, null),
            Sample.Peer("four", 4, 1, null),
            Sample.Peer("ten", 10, 1, null),
        ]
    );

    private static readonly Peers s_alone = new(null, [], []);

    [Fact]
    public void Development_figures_have_their_bands()
    {
        var development = DevelopmentActivity.Of(Sample.Coin(), Language.Ko);
        // 200 of 300 issues; 202 / 4
        Assert.Equal((66.7m, 50.5m), (development.GithubMetrics.IssuesResolvedRatePercent, development.ActivityIndicators.CommitsPerWeek));
        Assert.Equal(
            ("high", "very_high", "concerning"),
            (
                development.ActivityIndicators.ActivityLevel,
                development.ActivityIndicators.WeeklyLevel,
                development.ActivityIndicators.IssuesLevel
            )
        );
        Assert.Empty(development.ComparisonBenchmarks.Examples);
        var none = DevelopmentActivity.Of(Sample.Bare(), Language.Ko);
        Assert.Equal(
            (null, null, null),
            (none.GithubMetrics.IssuesResolvedRatePercent, none.ActivityIndicators.CommitsPerWeek, none.ActivityIndicators.ActivityLevel)
        );
        var noIssues = DevelopmentActivity.Of(
            Sample.Coin(details: Sample.Details() with { TotalIssues = 0, ClosedIssues = 0 }),
            Language.Ko
        );
        Assert.Null(noIssues.GithubMetrics.IssuesResolvedRatePercent);
    }

    [Fact]
    public void Community_counts_platforms_by_their_links()
    {
        var community = CommunityMetrics.Of(Sample.Coin(), Language.En);
        Assert.Equal(
            (true, true, true, 3),
            (
                community.PlatformPresence.HasTelegram,
                community.PlatformPresence.HasReddit,
                community.PlatformPresence.HasTwitter,
                community.PlatformPresence.TotalPlatforms
            )
        );
        Assert.Equal(
            ("large", "small", null),
            (community.SocialMetrics.TelegramSize, community.SocialMetrics.RedditSize, community.SocialMetrics.TwitterFollowers)
        );
        Assert.Equal("> 50,000 users", community.SizeReferences.Telegram["large"]);
        Assert.Equal(0, CommunityMetrics.Of(Sample.Bare(), Language.Ko).PlatformPresence.TotalPlatforms);
    }

    [Theory]
    [InlineData(10, "최상위 (Top 10)", 99.9)]
    [InlineData(50, "상위 (Top 50)", 99.5)]
    [InlineData(200, "중위 (Top 200)", 98.0)]
    [InlineData(1000, "하위 (Top 1000)", 90.0)]
    [InlineData(1001, "기타 (1001위)", 90.0)]
    public void A_rank_has_its_band_and_percentile(int rank, string band, double percentile)
    {
        var info = RankingInfo.Of(rank, 10_000);
        Assert.Equal((band, (decimal)percentile), (info.RankCategory, info.TopPercentile));
    }

    [Fact]
    public void Without_a_rank_or_a_total_there_is_no_percentile()
    {
        Assert.Equal(("알 수 없음", null), (RankingInfo.Of(null, 10_000).RankCategory, RankingInfo.Of(null, 10_000).TopPercentile));
        Assert.Null(RankingInfo.Of(5, null).TopPercentile);
        Assert.Null(RankingInfo.Of(20, 10).TopPercentile);
    }

    [Fact]
    public void Peers_are_nearest_first_and_never_the_coin_itself()
    {
        var context = ComparativeContext.Of(Sample.Coin(), s_peers, Language.Ko);
        Assert.Equal(["third", "first", "last"], context.CategoryPeers.Select(p => p.CoingeckoId));
        Assert.Equal(["six", "eight", "five", "nine", "four"], context.RankPeers.Select(p => p.CoingeckoId));
        var position = MarketPosition.Of(Sample.Coin(), s_peers, 10_000, Language.Ko);
        Assert.Equal(
            (2, 4, 20m),
            (position.CategoryContext.CategoryRank, position.CategoryContext.CategoryCoins, position.CategoryContext.ShareOfCategoryPercent)
        );
    }

    [Fact]
    public void Transparency_names_what_is_there_and_what_is_not()
    {
        var data = DataAvailability.Of(Sample.Coin());
        Assert.Equal(["twitter_followers"], data.Missing);
        Assert.Equal((6, 85.7m), (data.Available.Count, data.CompletenessPercent));
        Assert.Equal(0m, DataAvailability.Of(Sample.Bare()).CompletenessPercent);
    }

    [Fact]
    public void Maturity_is_age_merged_work_and_supply_by_their_weights()
    {
        var score = EcosystemScores.Of(Sample.Coin(), s_peers, s_today).Maturity;
        // 1,825 days = 4.9966 years: 50.0; log10(1 + 99) / 4 = 50; 80 % issued. 0.4 x 49.966 + 0.3 x 50 + 0.3 x 80
        Assert.Equal([50.0m, 50m, 80m], score.Inputs.Select(i => i.Score));
        Assert.Equal((59.0m, 1m), (score.Value, score.Confidence));
    }

    [Fact]
    public void Innovation_is_breadth_and_the_trend_of_commits()
    {
        var score = EcosystemScores.Of(Sample.Coin(), s_peers, s_today).Innovation;
        // Three categories that say something of six; 70 commits, then 210: (210 - 70) / 280 = 50 %, 75 points. 0.4 x 50 + 0.6 x 75
        Assert.Equal([50m, 75m], score.Inputs.Select(i => i.Score));
        Assert.Equal([3m, 50m], score.Inputs.Select(i => i.Value));
        Assert.Equal(65m, score.Value);
    }

    [Fact]
    public void Competition_is_place_share_and_commits_within_the_category()
    {
        var score = EcosystemScores.Of(Sample.Coin(), s_peers, s_today).Competition;
        // Second of four: 2 / 3; 2 of 10 billion; ahead of one of the two that count commits. 0.5 x 66.667 + 0.3 x 20 + 0.2 x 50
        Assert.Equal([66.7m, 20m, 50m], score.Inputs.Select(i => i.Score));
        Assert.Equal(49.3m, score.Value);
    }

    [Fact]
    public void A_missing_input_has_no_score_and_takes_its_weight_out_of_the_confidence()
    {
        var coin = Sample.Coin(details: Sample.Details() with { GenesisDate = null });
        var maturity = EcosystemScores.Of(coin, s_peers, s_today).Maturity;
        // (0.3 x 50 + 0.3 x 80) / 0.6
        Assert.Equal((65m, 0.6m, null, null), (maturity.Value, maturity.Confidence, maturity.Inputs[0].Value, maturity.Inputs[0].Score));

        var quiet = EcosystemScores.Of(Sample.Coin(details: Sample.Details() with { CommitsByDay = [] }), s_peers, s_today).Innovation;
        Assert.Equal((null, 0.4m), (quiet.Value, quiet.Confidence)); // too little is known to say anything
        Assert.Null(
            EcosystemScores
                .Of(Sample.Coin(details: Sample.Details() with { CommitsByDay = [.. new int[28]] }), s_peers, s_today)
                .Innovation.Inputs[1]
                .Score
        );
    }

    [Fact]
    public void A_coin_of_which_nothing_is_known_has_no_scores()
    {
        var scores = EcosystemScores.Of(Sample.Bare(), s_alone, s_today);
        Assert.All([scores.Maturity, scores.Innovation, scores.Competition], s =>
        {
            Assert.Equal((null, 0m), (s.Value, s.Confidence));
            Assert.All(s.Inputs, i => Assert.Null(i.Score));
        });
    }

    [Fact]
    public void The_summary_says_what_stands_out_and_what_to_look_into()
    {
        var summary = EcosystemSummary.Of(Sample.Coin(), s_today, Language.En);
        Assert.Equal("Sample (SMP) is a Layer 1 (L1) project, number 7 by market value.", summary.ProjectOverview);
        Assert.Equal(
            ["Number 7 by market value", "202 commits in four weeks", "100,001 people on Telegram", "10,001 stars on GitHub"],
            summary.WhatStandsOut
        );
        Assert.Empty(summary.AreasToInvestigate);

        var quiet = EcosystemSummary.Of(
            Sample.Coin(details: Sample.Details() with { Commits4Weeks = 0, TelegramUsers = null, Description = null }),
            s_today,
            Language.Ko
        );
        Assert.Equal(
            ["최근 4주간 커밋이 없습니다", "자료 완성도가 57.1%입니다", "텔레그램 커뮤니티 자료가 없습니다"],
            quiet.AreasToInvestigate
        );
        Assert.Equal(3, EcosystemSummary.Of(Sample.Bare(), s_today, Language.Ko).AreasToInvestigate.Count);
    }
}
