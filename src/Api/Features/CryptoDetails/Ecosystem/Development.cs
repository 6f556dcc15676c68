using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ecosystem;

/// <summary>Activity in a project's repositories, with its interpretation.</summary>
public sealed record DevelopmentActivity(
    GithubMetrics GithubMetrics,
    ActivityIndicators ActivityIndicators,
    ComparisonBenchmarks ComparisonBenchmarks,
    InterpretationGuide InterpretationGuide
)
{
    public static DevelopmentActivity Of(Coin coin, Language language) =>
        new(
            GithubMetrics.Of(coin.Details),
            ActivityIndicators.Of(coin),
            ComparisonBenchmarks.For(language),
            InterpretationGuide.For(language)
        );
}

/// <param name="IssuesResolvedRatePercent">Closed / total x 100, 1 decimal; null without issues.</param>
public sealed record GithubMetrics(
    int? CommitCount4Weeks,
    int? Stars,
    int? Forks,
    int? TotalIssues,
    int? ClosedIssues,
    decimal? IssuesResolvedRatePercent
)
{
    public static GithubMetrics Of(CoinDetails? details) =>
        new(
            details?.Commits4Weeks,
            details?.Stars,
            details?.Forks,
            details?.TotalIssues,
            details?.ClosedIssues,
            details?.TotalIssues is > 0 ? Decimals.Round((decimal?)details.ClosedIssues / details.TotalIssues * 100, 1) : null
        );
}

/// <param name="CommitsPerWeek">Commits of four weeks / 4, 1 decimal.</param>
/// <param name="LastUpdated">When the figures were fetched.</param>
/// <param name="ActivityLevel">By commits of four weeks: above 200 high, from 50 moderate, else low; null when not known.</param>
/// <param name="WeeklyLevel">By commits a week: above 50 very_high, from 20 high, from 5 moderate, else low.</param>
/// <param name="IssuesLevel">By resolved issues: above 90 % excellent, from 70 good, else concerning.</param>
public sealed record ActivityIndicators(
    decimal? CommitsPerWeek,
    Instant LastUpdated,
    string? ActivityLevel,
    string? WeeklyLevel,
    string? IssuesLevel
)
{
    public static ActivityIndicators Of(Coin coin)
    {
        var perWeek = coin.Details?.Commits4Weeks / 4m;
        return new ActivityIndicators(
            Decimals.Round(perWeek, 1),
            coin.FetchedAt,
            coin.Details?.Commits4Weeks switch
            {
                null => null,
                > 200 => "high",
                >= 50 => "moderate",
                _ => "low",
            },
            perWeek switch
            {
                null => null,
                > 50 => "very_high",
                >= 20 => "high",
                >= 5 => "moderate",
                _ => "low",
            },
            GithubMetrics.Of(coin.Details).IssuesResolvedRatePercent switch
            {
                null => null,
                > 90 => "excellent",
                >= 70 => "good",
                _ => "concerning",
            }
        );
    }
}

/// <summary>Bands to read the figures by. No named projects: their figures change, and copies of them would be false.</summary>
public sealed record ComparisonBenchmarks(
    IReadOnlyDictionary<string, string> WeeklyCommits,
    IReadOnlyDictionary<string, string> Examples,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> CommunityMetrics
)
{
    public static ComparisonBenchmarks For(Language language) =>
        new(
            new Dictionary<string, string>
            {
                ["very_high"] = "> 50 commits/week",
                ["high"] = "20-50 commits/week",
                ["moderate"] = "5-20 commits/week",
                ["low"] = "< 5 commits/week",
            },
            new Dictionary<string, string>(),
            new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["stars"] = new Dictionary<string, string>
                {
                    ["major_project"] = "> 10,000 stars",
                    ["popular"] = "1,000-10,000 stars",
                    ["emerging"] = "100-1,000 stars",
                    ["new"] = "< 100 stars",
                },
            }
        );
}

/// <summary>Interpretation of commits and issues.</summary>
public sealed record InterpretationGuide(
    IReadOnlyDictionary<string, string> Commits4w,
    IReadOnlyDictionary<string, string> IssuesResolution
)
{
    public static InterpretationGuide For(Language language) =>
        new(
            new Dictionary<string, string>
            {
                ["high_activity"] = "> 200 commits",
                ["moderate_activity"] = "50-200 commits",
                ["low_activity"] = "< 50 commits",
                ["note"] = new Text(
                    "더 많은 커밋이 반드시 더 좋은 프로젝트를 의미하지는 않습니다.",
                    "More commits do not make a better project."
                ).In(language),
            },
            new Dictionary<string, string>
            {
                ["excellent"] = new Text("> 90% 해결률", "> 90% resolved").In(language),
                ["good"] = new Text("70-90% 해결률", "70-90% resolved").In(language),
                ["concerning"] = new Text("< 70% 해결률", "< 70% resolved").In(language),
                ["note"] = new Text(
                    "해결률이 높을수록 개발팀이 활발히 문제를 처리하고 있음을 의미합니다.",
                    "The higher the share, the more actively problems are dealt with."
                ).In(language),
            }
        );
}
