using FastEndpoints;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Investment;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Concept;

/// <summary>GET /api/v1/crypto/details/concept/{symbol}/basic-info: names, images and position.</summary>
public sealed class GetConceptBasicInfo(CoinDirectory coins, PeerReader peers, MarketReader markets)
    : Endpoint<CoinTextRequest, ConceptBasicsAnswer>
{
    public override void Configure()
    {
        Get("concept/{symbol}/basic-info");
        Group<CryptoDetailsGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "A coin's names and position";
            s.Description = "The parts `basic_info` and `market_position` of the concept.";
            s.ResponseExamples[200] = new ConceptBasicsAnswer(
                "BTC",
                new ConceptBasics(
                    "bitcoin",
                    "BTC",
                    "Bitcoin",
                    "bitcoin",
                    1,
                    null,
                    null,
                    "https://coin-images.coingecko.com/coins/images/1/large/bitcoin.png"
                ),
                new ConceptPosition(1, "최상위 (Top 10)", "레이어 1 70개 중 1위", "전체 17,397개 중 시가총액 1위, 시장 비중 55.46%"),
                Instant.FromUtc(2026, 11, 24, 9, 25)
            );
        });
    }

    public override async Task<ConceptBasicsAnswer> ExecuteAsync(CoinTextRequest request, CancellationToken ct)
    {
        var language = request.LanguageFor(HttpContext);
        var coin = await coins.FindAsync(request.Symbol, ct);
        var market = (await markets.ReadAsync(ct)).Latest;
        var position = ConceptPosition.Of(coin, await peers.ReadAsync(coin, ct), market?.TotalMarketCapUsd, market?.ActiveCoins, language);
        return new ConceptBasicsAnswer(coin.Symbol, ConceptBasics.Of(coin), position, coin.FetchedAt);
    }
}

/// <param name="LastUpdated">When its data was fetched.</param>
public sealed record ConceptBasicsAnswer(string Symbol, ConceptBasics BasicInfo, ConceptPosition MarketPosition, Instant LastUpdated);
