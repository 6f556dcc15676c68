using FastEndpoints;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Investment;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ecosystem;

/// <summary>GET /api/v1/crypto/details/ecosystem/{symbol}/market.</summary>
public sealed class GetMarketPosition(CoinDirectory coins, PeerReader peers, MarketReader markets)
    : Endpoint<CoinTextRequest, MarketPositionAnswer>
{
    public override void Configure()
    {
        Get("ecosystem/{symbol}/market");
        Group<CryptoDetailsGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "A coin's place in the market";
            s.Description =
                "The part `market_position` of the ecosystem: rank, its band, the share of coins behind it, and its place within "
                + "its category.";
            s.ResponseExamples[200] = new MarketPositionAnswer(
                "LINK",
                new MarketPosition(
                    new RankingInfo(14, 17_397, "상위 (Top 50)", 99.9m),
                    new CategoryContext("오라클", 1, 2, 88.27m, ["Oracle", "Infrastructure"], 2),
                    RankingInterpretation.For(Language.Ko)
                )
            );
        });
    }

    public override async Task<MarketPositionAnswer> ExecuteAsync(CoinTextRequest request, CancellationToken ct)
    {
        var coin = await coins.FindAsync(request.Symbol, ct);
        var total = (await markets.ReadAsync(ct)).Latest?.ActiveCoins;
        return new MarketPositionAnswer(
            coin.Symbol,
            MarketPosition.Of(coin, await peers.ReadAsync(coin, ct), total, request.LanguageFor(HttpContext))
        );
    }
}

public sealed record MarketPositionAnswer(string Symbol, MarketPosition MarketPosition);
