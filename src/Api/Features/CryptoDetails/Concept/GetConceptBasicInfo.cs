using FastEndpoints;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Investment;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;
using InvestmentAssistant.Api.Platform.Http;
using NodaTime;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Concept;

/// <summary>GET /api/v1/crypto/details/concept/{symbol}/basic-info: names, images and position.</summary>
public sealed class GetConceptBasicInfo(CoinDirectory coins, PeerReader peers, MarketReader markets) : Endpoint<CoinTextRequest, ConceptBasicsAnswer>
{
    public override void Configure()
    {
        Get("/api/v1/crypto/details/concept/{symbol}/basic-info");
        Options(b => b.WithTags(CoinSymbol.Tag).Keeps(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "A coin's names and position";
            s.Description = "The parts `basic_info` and `market_position` of the concept.";
        });
    }

    public override async Task<ConceptBasicsAnswer> ExecuteAsync(CoinTextRequest request, CancellationToken ct)
    {
        var language = request.LanguageFor(HttpContext);
        var coin = await coins.FindAsync(request.Symbol, HttpContext, ct);
        var market = (await markets.ReadAsync(HttpContext, ct)).Latest;
        var position = ConceptPosition.Of(coin, await peers.ReadAsync(coin, HttpContext, ct), market?.TotalMarketCapUsd, market?.ActiveCoins, language);
        return new ConceptBasicsAnswer(coin.Symbol, ConceptBasics.Of(coin), position, coin.FetchedAt);
    }
}

/// <param name="LastUpdated">When its data was fetched.</param>
public sealed record ConceptBasicsAnswer(string Symbol, ConceptBasics BasicInfo, ConceptPosition MarketPosition, Instant LastUpdated);
