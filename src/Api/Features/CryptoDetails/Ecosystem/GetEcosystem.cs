using FastEndpoints;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Concept;
using InvestmentAssistant.Api.Features.CryptoDetails.Investment;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ecosystem;

/// <summary>GET /api/v1/crypto/details/ecosystem/{symbol}: a project's code, people and place.</summary>
public sealed class GetEcosystem(CoinDirectory coins, PeerReader peers, MarketReader markets, IClock clock)
    : Endpoint<CoinTextRequest, EcosystemAnswer>
{
    public override void Configure()
    {
        Get("ecosystem/{symbol}");
        Group<CryptoDetailsGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "A project's ecosystem";
            s.Description =
                "Development, community, market position, comparison, and what the data lacks; numbers and how to read them. "
                + "Scores of maturity, innovation and "
                + "competition come with their inputs and weights (docs/crypto-scores.md). Texts in Korean or English (`lang`, "
                + "else Accept-Language).";
        });
    }

    public override async Task<EcosystemAnswer> ExecuteAsync(CoinTextRequest request, CancellationToken ct)
    {
        var language = request.LanguageFor(HttpContext);
        var coin = await coins.FindAsync(request.Symbol, ct);
        var around = await peers.ReadAsync(coin, ct);
        var total = (await markets.ReadAsync(ct)).Latest?.ActiveCoins;
        var today = clock.GetCurrentInstant().InUtc().Date;
        return new EcosystemAnswer(
            EcosystemBasics.Of(coin, today),
            DevelopmentActivity.Of(coin, language),
            CommunityMetrics.Of(coin, language),
            MarketPosition.Of(coin, around, total, language),
            ComparativeContext.Of(coin, around, language),
            DataTransparency.Of(coin, language),
            EcosystemScores.Of(coin, around, today),
            coin.FetchedAt,
            "2.0"
        );
    }
}

/// <param name="AnalysisTimestamp">When its data was fetched.</param>
public sealed record EcosystemAnswer(
    EcosystemBasics BasicInfo,
    DevelopmentActivity DevelopmentActivity,
    CommunityMetrics CommunityMetrics,
    MarketPosition MarketPosition,
    ComparativeContext ComparativeContext,
    DataTransparency DataTransparency,
    EcosystemScores Scores,
    Instant AnalysisTimestamp,
    string SchemaVersion
);

/// <param name="Description">English, plain text.</param>
/// <param name="GenesisDate">2009-01-03.</param>
/// <param name="CategoryCount">How many categories; null until the coin's details are held.</param>
/// <param name="OfficialLinks">homepage, whitepaper, explorer, github, twitter, telegram, reddit; null where there is none.</param>
public sealed record EcosystemBasics(
    string Name,
    string Symbol,
    string? Description,
    IReadOnlyList<string> Categories,
    string? GenesisDate,
    int? ProjectAgeDays,
    IReadOnlyDictionary<string, string?> OfficialLinks,
    int? MarketCapRank,
    int? CategoryCount
)
{
    public static EcosystemBasics Of(Coin coin, LocalDate today)
    {
        var details = coin.Details;
        var links = ProjectLinks.Of(coin);
        return new EcosystemBasics(
            coin.Name,
            coin.Symbol,
            details?.Description,
            details?.Categories ?? [],
            Labels.Day(details?.GenesisDate),
            ConceptDescription.AgeInDays(details?.GenesisDate, today),
            new Dictionary<string, string?>
            {
                ["homepage"] = links.HomepageUrl,
                ["whitepaper"] = links.WhitepaperUrl,
                ["explorer"] = links.BlockchainSite,
                ["github"] = links.MainGithubUrl,
                ["twitter"] = links.TwitterScreenName is { } twitter ? $"https://x.com/{twitter}" : null,
                ["telegram"] = links.TelegramChannelIdentifier is { } telegram ? $"https://t.me/{telegram}" : null,
                ["reddit"] = links.SubredditUrl,
            },
            coin.Rank,
            details?.Categories.Count
        );
    }
}
