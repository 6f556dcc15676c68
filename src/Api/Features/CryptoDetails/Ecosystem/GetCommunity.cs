using FastEndpoints;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ecosystem;

/// <summary>GET /api/v1/crypto/details/ecosystem/{symbol}/community.</summary>
public sealed class GetCommunity(CoinDirectory coins) : Endpoint<CoinTextRequest, CommunityAnswer>
{
    public override void Configure()
    {
        Get("ecosystem/{symbol}/community");
        Group<CryptoDetailsGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Community of a project";
            s.Description =
                "The part `community_metrics` of the ecosystem, here named `community_health`: people on Telegram and Reddit, "
                + "and bands to read the sizes by.";
        });
    }

    public override async Task<CommunityAnswer> ExecuteAsync(CoinTextRequest request, CancellationToken ct)
    {
        var coin = await coins.FindAsync(request.Symbol, ct);
        return new CommunityAnswer(coin.Symbol, CommunityMetrics.Of(coin, request.LanguageFor(HttpContext)));
    }
}

public sealed record CommunityAnswer(string Symbol, CommunityMetrics CommunityHealth);
