using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Reference;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Concept;

/// <param name="WebSlug">Name of its page at CoinGecko.</param>
public sealed record ConceptBasics(
    string CoingeckoId,
    string Symbol,
    string Name,
    string? WebSlug,
    int? MarketCapRank,
    string? ImageThumb,
    string? ImageSmall,
    string? ImageLarge
)
{
    public static ConceptBasics Of(Coin coin) =>
        new(
            coin.Id,
            coin.Symbol,
            coin.Name,
            coin.Details?.WebSlug,
            coin.Rank,
            coin.Details?.ImageThumb,
            coin.Details?.ImageSmall,
            coin.Details?.ImageLarge ?? coin.Listing.ImageUrl
        );
}

/// <param name="DescriptionOriginal">English, plain text.</param>
/// <param name="DescriptionSummary">Its first sentences, or the Korean text where there is one and Korean is asked for.</param>
/// <param name="GenesisDate">2009-01-03.</param>
/// <param name="ProjectAgeYears">Whole years.</param>
/// <param name="ProjectAgeDays">Days.</param>
/// <param name="DescriptionKo">Korean; null when the provider has none.</param>
public sealed record ConceptDescription(
    string? DescriptionOriginal,
    string? DescriptionSummary,
    string? GenesisDate,
    int? ProjectAgeYears,
    string? CountryOrigin,
    int? ProjectAgeDays,
    string? DescriptionKo,
    string? HashingAlgorithm,
    decimal? BlockTimeMinutes
)
{
    public static ConceptDescription Of(Coin coin, LocalDate today, Language language)
    {
        var details = coin.Details;
        var born = details?.GenesisDate is { } date && date <= today ? date : (LocalDate?)null;
        return new ConceptDescription(
            details?.Description,
            FirstSentences(language == Language.Ko ? details?.DescriptionKo ?? details?.Description : details?.Description),
            Labels.Day(born),
            born is { } b ? Period.Between(b, today, PeriodUnits.Years).Years : null,
            details?.CountryOrigin,
            AgeInDays(born, today),
            details?.DescriptionKo,
            details?.HashingAlgorithm,
            details?.BlockMinutes
        );
    }

    internal static int? AgeInDays(LocalDate? born, LocalDate today) => born is { } b && b <= today ? Period.DaysBetween(b, today) : null;

    /// <summary>As many whole sentences as fit 240 characters; at least one, cut at a word.</summary>
    internal static string? FirstSentences(string? text)
    {
        const int Most = 240;
        if (text is null || text.Length <= Most)
            return text;
        var end = text.LastIndexOf(". ", Most, StringComparison.Ordinal);
        if (end > 0)
            return text[..(end + 1)];
        var word = text.LastIndexOf(' ', Most);
        return text[..(word > 0 ? word : Most)] + " ...";
    }
}

/// <param name="CategoriesOriginal">CoinGecko's names.</param>
/// <param name="CategoriesKorean">The same in Korean where it is known, in the same order.</param>
/// <param name="PrimaryCategory">The one that says most about the coin.</param>
/// <param name="CategoryDescription">What that means, in plain words; null for a category that we cannot explain.</param>
public sealed record ConceptCategoryInfo(
    IReadOnlyList<string> CategoriesOriginal,
    IReadOnlyList<string> CategoriesKorean,
    string? PrimaryCategory,
    string? CategoryDescription
)
{
    public static ConceptCategoryInfo Of(Coin coin, Language language)
    {
        var names = coin.Details?.Categories ?? [];
        var primary = coin.Details?.PrimaryCategory;
        return new ConceptCategoryInfo(
            names,
            [.. names.Select(n => CategoryTable.Find(n)?.Label.Ko ?? n)],
            primary is null ? null : CategoryTable.Find(primary)?.Label.In(language) ?? primary,
            primary is null ? null : CategoryTable.Find(primary)?.Explanation.In(language)
        );
    }
}

/// <param name="BlockchainSite">The first explorer.</param>
/// <param name="GithubRepos">All public repositories.</param>
public sealed record ProjectLinks(
    string? HomepageUrl,
    string? BlockchainSite,
    string? TwitterScreenName,
    string? FacebookUsername,
    string? TelegramChannelIdentifier,
    string? SubredditUrl,
    IReadOnlyList<string> GithubRepos,
    string? MainGithubUrl,
    string? WhitepaperUrl,
    IReadOnlyList<string> Explorers
)
{
    public static ProjectLinks Of(Coin coin)
    {
        var links = coin.Details?.Links;
        return new ProjectLinks(
            links?.Homepage,
            links?.Explorers.Count > 0 ? links.Explorers[0] : null,
            links?.Twitter,
            links?.Facebook,
            links?.Telegram,
            links?.Subreddit,
            links?.Repositories ?? [],
            links?.Repositories.Count > 0 ? links.Repositories[0] : null,
            links?.Whitepaper,
            links?.Explorers ?? []
        );
    }
}

/// <param name="ConsensusAlgorithm">Null when the provider's fields do not say it.</param>
/// <param name="BlockchainType">A chain of its own, or a token on another.</param>
/// <param name="UseCases">Of its primary category: other abilities of a chain are no use of its coin.</param>
/// <param name="UniqueFeatures">Facts in figures.</param>
public sealed record KeyFeatures(
    string? ConsensusAlgorithm,
    string? BlockchainType,
    IReadOnlyList<string> UseCases,
    IReadOnlyList<string> UniqueFeatures
)
{
    public static KeyFeatures Of(Coin coin, Language language) =>
        new(
            Consensus.Of(coin)?.In(language),
            Consensus.ChainOf(coin)?.In(language),
            UsesOf(coin, language),
            [.. Features(coin).Select(f => f.In(language))]
        );

    internal static IReadOnlyList<string> UsesOf(Coin coin, Language language) =>
        coin.Details?.PrimaryCategory is { } primary && CategoryTable.Find(primary) is { } category
            ? [.. category.Uses.Select(u => u.In(language))]
            : [];

    private static IEnumerable<Text> Features(Coin coin)
    {
        if (coin.MaxSupply is { } max)
            yield return Labels.Of($"최대 발행량 {Labels.Amount(max)}개", $"At most {Labels.Amount(max)} coins");
        else if (coin.HasNoSupplyLimit == true)
            yield return new Text("발행량 상한 없음", "No limit to the number of coins");
        if (Consensus.BlockTime(coin.Details?.BlockMinutes) is { } blocks)
            yield return new Text($"블록 생성 간격 약 {blocks.Ko}", $"A block about every {blocks.En}");
        if (coin.Details?.GenesisDate is { } born)
            yield return Labels.Of($"{born.Year}년부터 운영", $"Running since {born.Year}");
        if (coin.Details?.Links.Repositories.Count is > 0 and var repositories)
            yield return Labels.Of($"공개 코드 저장소 {repositories}곳", $"Public repositories: {repositories}");
    }
}

/// <param name="RankDescription">최상위 (Top 10) ... as the wire writes it.</param>
/// <param name="CategoryRank">Its place among the known coins of its primary category.</param>
/// <param name="MarketPresence">Share of the whole market's value and number of coins.</param>
public sealed record ConceptPosition(int? MarketCapRank, string? RankDescription, string? CategoryRank, string? MarketPresence)
{
    /// <param name="coin">Its rank and value.</param>
    /// <param name="peers">Its category.</param>
    /// <param name="totalCapUsd">Of the whole market; null when not known.</param>
    /// <param name="totalCoins">Likewise.</param>
    /// <param name="language">Of the texts.</param>
    public static ConceptPosition Of(Coin coin, Peers peers, decimal? totalCapUsd, int? totalCoins, Language language)
    {
        var place = peers.PlaceOf(coin.Id);
        var category = peers.PrimaryCategory is { } name ? CategoryTable.Find(name)?.Label.In(language) ?? name : null;
        var share = coin.Listing.MarketCapUsd / totalCapUsd * 100;
        return new ConceptPosition(
            coin.Rank,
            Labels.RankCategory(coin.Rank),
            place is null
                ? null
                : Labels
                    .Of($"{category} {peers.Category.Count}개 중 {place}위", $"{place} of {peers.Category.Count} in {category}")
                    .In(language),
            share is null || totalCoins is null || coin.Rank is null
                ? null
                : Labels
                    .Of(
                        $"전체 {totalCoins:#,0}개 중 시가총액 {coin.Rank}위, 시장 비중 {share:0.##}%",
                        $"Rank {coin.Rank} of {totalCoins:#,0} by market value, {share:0.##}% of the market"
                    )
                    .In(language)
        );
    }
}
