namespace InvestmentAssistant.Api.Features.Sns;

/// <summary>Where a post was collected. The words are wire data.</summary>
public static class SocialSource
{
    public const string X = "x";

    /// <summary>Posts of the accounts that are followed on Truth Social.</summary>
    public const string TruthPosts = "truth_social_posts";

    /// <summary>Posts of any account that trended on Truth Social.</summary>
    public const string TruthTrends = "truth_social_trends";

    public static readonly IReadOnlyList<string> All = [X, TruthPosts, TruthTrends];

    /// <summary>What a platform or post_source may be.</summary>
    public static readonly IReadOnlyList<string> Names = ["all", X, "twitter", "truthsocial", "truth_social", TruthPosts, TruthTrends];

    /// <summary>The sources that a platform or post_source means, in any case; null when it is none.</summary>
    public static IReadOnlyList<string>? Of(string? platform) =>
        platform?.Trim().ToLowerInvariant() switch
        {
            "all" => All,
            "twitter" or X => [X],
            "truthsocial" or "truth_social" => [TruthPosts, TruthTrends],
            TruthPosts => [TruthPosts],
            TruthTrends => [TruthTrends],
            _ => null,
        };
}
