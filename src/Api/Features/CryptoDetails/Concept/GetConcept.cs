using FastEndpoints;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Investment;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Concept;

/// <summary>GET /api/v1/crypto/details/concept/{symbol}: what a coin is.</summary>
public sealed class GetConcept(CoinDirectory coins, PeerReader peers, MarketReader markets, IClock clock)
    : Endpoint<CoinTextRequest, ConceptAnswer>
{
    public override void Configure()
    {
        Get("concept/{symbol}");
        Group<CryptoDetailsGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "What a coin is";
            s.Description =
                "Background, categories in plain words, links, features, position, an explanation and questions with answers. "
                + "All of it is derived from facts; where "
                + "there is none, the field is null and the question is left out. Texts in Korean or English (`lang`, else "
                + "Accept-Language).";
        });
    }

    public override async Task<ConceptAnswer> ExecuteAsync(CoinTextRequest request, CancellationToken ct)
    {
        var language = request.LanguageFor(HttpContext);
        var coin = await coins.FindAsync(request.Symbol, ct);
        var market = (await markets.ReadAsync(ct)).Latest;
        var description = ConceptDescription.Of(coin, clock.GetCurrentInstant().InUtc().Date, language);
        var completeness = Completeness(coin);
        return new ConceptAnswer(
            ConceptBasics.Of(coin),
            description,
            ConceptCategoryInfo.Of(coin, language),
            ProjectLinks.Of(coin),
            KeyFeatures.Of(coin, language),
            ConceptPosition.Of(coin, await peers.ReadAsync(coin, ct), market?.TotalMarketCapUsd, market?.ActiveCoins, language),
            EducationalContent.Of(coin, language),
            Faq.Of(coin, language),
            coin.FetchedAt,
            FormattableString.Invariant($"{completeness}%"),
            coin.Symbol
        );
    }

    /// <summary>Share of the facts that this answer is made of, percent.</summary>
    private static int Completeness(Coin coin)
    {
        var details = coin.Details;
        bool[] known =
        [
            details?.Description is not null,
            details?.GenesisDate is not null,
            details?.Categories.Count > 0,
            Consensus.Of(coin) is not null || details?.Platform is not null,
            coin.MaxSupply is not null || coin.HasNoSupplyLimit == true,
            coin.CirculatingSupply is not null,
            details?.Links.Homepage is not null,
            details?.Links.Whitepaper is not null,
            details?.Links.Repositories.Count > 0,
            coin.Rank is not null,
        ];
        return known.Count(k => k) * 100 / known.Length;
    }
}

/// <param name="LastUpdated">When its data was fetched.</param>
/// <param name="DataCompleteness">Share of ten facts that are known: 90%.</param>
public sealed record ConceptAnswer(
    ConceptBasics BasicInfo,
    ConceptDescription ConceptDescription,
    ConceptCategoryInfo CategoryInfo,
    ProjectLinks ProjectLinks,
    KeyFeatures KeyFeatures,
    ConceptPosition MarketPosition,
    EducationalContent EducationalContent,
    IReadOnlyList<Faq> Faqs,
    Instant LastUpdated,
    string? DataCompleteness,
    string Symbol
);
