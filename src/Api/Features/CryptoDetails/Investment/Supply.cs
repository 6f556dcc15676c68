using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Investment;

/// <summary>Supply of a coin; declared decimals are texts.</summary>
/// <param name="CirculatingSupplyPercentage">Circulating / max x 100, 2 decimals; null without a maximum.</param>
/// <param name="ScarcityScore">By that share: above 95 매우 높음, above 80 높음, above 50 보통, else 낮음; 무제한 공급 without a maximum; null when
/// nothing is known.</param>
/// <param name="AsOf">The list's own time.</param>
public sealed record SupplyData(
    string? TotalSupply,
    string? CirculatingSupply,
    string? MaxSupply,
    string? CirculatingSupplyPercentage,
    string? ScarcityScore,
    Instant AsOf
)
{
    public const string Unlimited = "무제한 공급";

    public static SupplyData Of(Coin coin) =>
        new(
            Decimals.Text(coin.Listing.TotalSupply),
            Decimals.Text(coin.CirculatingSupply),
            Decimals.Text(coin.MaxSupply),
            Decimals.Text(coin.IssuedPercent, 2),
            coin.IssuedPercent switch
            {
                > 95 => "매우 높음",
                > 80 => "높음",
                > 50 => "보통",
                not null => "낮음",
                null => coin.HasNoSupplyLimit == true ? Unlimited : null,
            },
            coin.Listing.UpdatedAt ?? coin.Listing.FetchedAt
        );
}
