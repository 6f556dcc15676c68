using FastEndpoints;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Derivatives;

/// <summary>GET /api/v1/crypto/details/derivatives/{symbol}: funding, open interest and what they mean.</summary>
public sealed class GetDerivatives(CoinDirectory coins, DerivativesReader derivatives) : Endpoint<CoinRequest, DerivativesAnswer>
{
    public override void Configure()
    {
        Get("derivatives/{symbol}");
        Group<CryptoDetailsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Derivatives of a coin";
            s.Description =
                "Perpetuals and dated futures on all markets in the latest batch. "
                + "Funding rates are percent per 8 hours, for markets of any interval. Everything is null for a coin without "
                + "derivatives.";
            s.ResponseExamples[200] = new DerivativesAnswer(
                "BTC",
                new DerivativesSummary(
                    "0.006346",
                    11,
                    1,
                    "기관들이 약한 Long 우세",
                    "약한 강세",
                    "21604853617",
                    1,
                    "52435181561",
                    "매우 높음",
                    "성숙",
                    0.006012m,
                    0.0467m,
                    12,
                    16,
                    new LeftOutContracts(0, 1, 0),
                    Instant.FromUtc(2026, 11, 24, 10, 10),
                    FundingIntervals.Unit,
                    0,
                    Instant.FromUtc(2026, 11, 24, 10, 10)
                )
            );
        });
    }

    public override async Task<DerivativesAnswer> ExecuteAsync(CoinRequest request, CancellationToken ct)
    {
        var coin = await coins.FindAsync(request.Symbol, ct);
        return new DerivativesAnswer(coin.Symbol, await derivatives.ReadAsync(coin, ct));
    }
}

public sealed record DerivativesAnswer(string Symbol, DerivativesSummary Derivatives);
