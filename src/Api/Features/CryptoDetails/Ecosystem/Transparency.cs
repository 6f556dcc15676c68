using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ecosystem;

/// <summary>What is known about a coin, what is missing, and the sources.</summary>
/// <param name="FetchedAt">When the figures were fetched.</param>
public sealed record DataTransparency(
    DataAvailability DataAvailability,
    IReadOnlyList<string> DataSources,
    IReadOnlyList<string> Limitations,
    IReadOnlyList<string> HowToUse,
    Instant FetchedAt
)
{
    public static DataTransparency Of(Coin coin, Language language) =>
        new(
            DataAvailability.Of(coin),
            [
                "CoinGecko API",
                new Text("GitHub API (일부)", "GitHub API (in part)").In(language),
                new Text("소셜 미디어 API (일부)", "Social media APIs (in part)").In(language),
            ],
            [
                .. new[]
                {
                    new Text("모든 프로젝트가 GitHub을 공개하지 않음", "Not every project publishes its code"),
                    new Text("소셜 미디어 팔로워는 실제 활성 사용자와 다를 수 있음", "Followers are not active users"),
                    new Text("시가총액 순위는 시장 변동에 따라 수시로 변함", "Ranks change with the market"),
                    new Text("개발 활동도가 높다고 반드시 좋은 프로젝트는 아님", "An active project need not be a good one"),
                }.Select(t => t.In(language)),
            ],
            [
                .. new[]
                {
                    new Text("여러 지표를 종합적으로 고려하세요", "Consider several figures together"),
                    new Text("절대적 숫자보다는 상대적 비교에 활용하세요", "Compare rather than look at one number"),
                    new Text("누락된 데이터가 있음을 감안하여 판단하세요", "Keep in mind what is missing"),
                    new Text("최신 정보를 별도로 확인해보세요", "Look up what is new elsewhere"),
                }.Select(t => t.In(language)),
            ],
            coin.FetchedAt
        );
}

/// <param name="Available">Of seven fields those that are known.</param>
/// <param name="Missing">The others.</param>
/// <param name="CompletenessPercent">Known / seven x 100, 1 decimal.</param>
public sealed record DataAvailability(IReadOnlyList<string> Available, IReadOnlyList<string> Missing, decimal CompletenessPercent)
{
    public static DataAvailability Of(Coin coin)
    {
        var details = coin.Details;
        (string Name, bool Known)[] fields =
        [
            ("commit_count_4_weeks", details?.Commits4Weeks is not null),
            ("stars", details?.Stars is not null),
            ("telegram_users", details?.TelegramUsers is not null),
            ("reddit_subscribers", details?.RedditSubscribers is not null),
            ("twitter_followers", details?.TwitterFollowers is not null),
            ("description", details?.Description is not null),
            ("genesis_date", details?.GenesisDate is not null),
        ];
        return new DataAvailability(
            [.. fields.Where(f => f.Known).Select(f => f.Name)],
            [.. fields.Where(f => !f.Known).Select(f => f.Name)],
            Decimals.Round(100m * fields.Count(f => f.Known) / fields.Length, 1)!.Value
        );
    }
}
