using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ecosystem;

/// <summary>The people around a project.</summary>
public sealed record CommunityMetrics(SocialMetrics SocialMetrics, PlatformPresence PlatformPresence, SizeReferences SizeReferences)
{
    public static CommunityMetrics Of(Coin coin, Language language) =>
        new(SocialMetrics.Of(coin.Details), PlatformPresence.Of(coin.Details), SizeReferences.For(language));
}

/// <param name="TwitterFollowers">Null since the provider no longer gives it.</param>
/// <param name="TelegramSize">Below 1,000 small, to 50,000 medium, else large; null when not known.</param>
/// <param name="RedditSize">Below 5,000 small, to 50,000 medium, else large.</param>
public sealed record SocialMetrics(
    long? TelegramUsers,
    long? RedditSubscribers,
    long? TwitterFollowers,
    string? TelegramSize,
    string? RedditSize
)
{
    public static SocialMetrics Of(CoinDetails? details) =>
        new(
            details?.TelegramUsers,
            details?.RedditSubscribers,
            details?.TwitterFollowers,
            SizeOf(details?.TelegramUsers, 1_000),
            SizeOf(details?.RedditSubscribers, 5_000)
        );

    private static string? SizeOf(long? people, long small) =>
        people switch
        {
            null => null,
            > 50_000 => "large",
            var p when p >= small => "medium",
            _ => "small",
        };
}

/// <summary>Where the project is present, by its links.</summary>
public sealed record PlatformPresence(bool HasTelegram, bool HasReddit, bool HasTwitter, int TotalPlatforms)
{
    public static PlatformPresence Of(CoinDetails? details)
    {
        bool[] has = [details?.Links.Telegram is not null, details?.Links.Subreddit is not null, details?.Links.Twitter is not null];
        return new PlatformPresence(has[0], has[1], has[2], has.Count(h => h));
    }
}

/// <summary>Bands to read the sizes by.</summary>
public sealed record SizeReferences(IReadOnlyDictionary<string, string> Telegram, IReadOnlyDictionary<string, string> Reddit)
{
    public static SizeReferences For(Language language) =>
        new(
            new Dictionary<string, string>
            {
                ["small"] = new Text("< 1,000 사용자", "< 1,000 users").In(language),
                ["medium"] = new Text("1,000 - 50,000 사용자", "1,000 - 50,000 users").In(language),
                ["large"] = new Text("> 50,000 사용자", "> 50,000 users").In(language),
                ["note"] = new Text(
                    "텔레그램은 암호화폐 커뮤니티에서 가장 활발한 플랫폼입니다.",
                    "Telegram is where crypto communities are most active."
                ).In(language),
            },
            new Dictionary<string, string>
            {
                ["small"] = new Text("< 5,000 구독자", "< 5,000 subscribers").In(language),
                ["medium"] = new Text("5,000 - 50,000 구독자", "5,000 - 50,000 subscribers").In(language),
                ["large"] = new Text("> 50,000 구독자", "> 50,000 subscribers").In(language),
                ["note"] = new Text(
                    "Reddit은 기술적 토론이 많이 이루어지는 플랫폼입니다.",
                    "Reddit is where much of the technical discussion happens."
                ).In(language),
            }
        );
}
