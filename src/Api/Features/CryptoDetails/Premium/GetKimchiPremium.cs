using FastEndpoints;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Platform.Http;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Premium;

/// <summary>GET /api/v1/crypto/details/kimchi-premium/{symbol}: the premium with every venue it is made of.</summary>
public sealed class GetKimchiPremium(CoinDirectory coins, PremiumReader premiums, IOptionsMonitor<CryptoDetailsOptions> settings)
    : Endpoint<CoinRequest, KimchiPremiumAnswer>
{
    public override void Configure()
    {
        Get("kimchi-premium/{symbol}");
        Group<CryptoDetailsGroup>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "Kimchi premium";
            s.Description =
                "What a coin costs on domestic exchanges (bithumb live, upbit) against the volume-weighted price on USD and USDT "
                + "venues elsewhere, at a stated "
                + "USD/KRW rate. Flagged, old and outlying quotes are left out and counted; they stand at the end of the lists "
                + "with the reason. Without fresh inputs the "
                + "premium is null and `reason` says why. Decimals inside `kimchi_premium` are texts where the contract declares them so.";
        });
    }

    public override async Task<KimchiPremiumAnswer> ExecuteAsync(CoinRequest request, CancellationToken ct)
    {
        var coin = await coins.FindAsync(request.Symbol, ct);
        var now = await premiums.ReadAsync(coin, ct);
        var answer = PremiumAnswer.Of(now, settings.CurrentValue);
        return new KimchiPremiumAnswer(
            coin.Symbol,
            answer,
            VenueAnswer.Domestic(now.Premium),
            VenueAnswer.Global(now.Premium),
            new ExchangeCount(answer.KoreanExchangeCount, answer.GlobalExchangeCount ?? 0),
            now.Premium.Domestic.To ?? now.Premium.Global.To
        );
    }
}

/// <param name="KoreanExchanges">Largest volume first, then those left out.</param>
/// <param name="GlobalExchanges">Likewise; one row a pair.</param>
/// <param name="ExchangeCount">Exchanges that entered.</param>
/// <param name="LastUpdated">Time of the newest domestic quote used; without one of the newest from elsewhere.</param>
public sealed record KimchiPremiumAnswer(
    string Symbol,
    PremiumAnswer KimchiPremium,
    IReadOnlyList<VenueAnswer> KoreanExchanges,
    IReadOnlyList<VenueAnswer> GlobalExchanges,
    ExchangeCount ExchangeCount,
    Instant? LastUpdated
);

public sealed record ExchangeCount(int Korean, int Global);
