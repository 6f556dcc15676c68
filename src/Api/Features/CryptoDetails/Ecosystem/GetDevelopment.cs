using FastEndpoints;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ecosystem;

/// <summary>GET /api/v1/crypto/details/ecosystem/{symbol}/development.</summary>
public sealed class GetDevelopment(CoinDirectory coins) : Endpoint<CoinTextRequest, DevelopmentAnswer>
{
    public override void Configure()
    {
        Get("ecosystem/{symbol}/development");
        Group<CryptoDetailsGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Development of a project";
            s.Description =
                "The part `development_activity` of the ecosystem: commits, stars, issues, and bands to read them by. Null where "
                + "a project publishes no code.";
        });
    }

    public override async Task<DevelopmentAnswer> ExecuteAsync(CoinTextRequest request, CancellationToken ct)
    {
        var coin = await coins.FindAsync(request.Symbol, ct);
        return new DevelopmentAnswer(coin.Symbol, DevelopmentActivity.Of(coin, request.LanguageFor(HttpContext)));
    }
}

public sealed record DevelopmentAnswer(string Symbol, DevelopmentActivity DevelopmentActivity);
