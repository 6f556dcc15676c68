namespace InvestmentAssistant.Api.Features.CryptoDetails.Premium;

/// <summary>
/// What is left of a premium after the stated costs: fees of both sides, half of each side's measured spread, the transfer. Without a
/// premium or a measured spread of both sides nothing is said.
/// </summary>
/// <param name="CostPercent">Of the amount.</param>
/// <param name="SpreadPercent">Half of each side's spread together: part of the cost.</param>
/// <param name="CostUsd">For one coin.</param>
/// <param name="NetUsd">The price difference, whichever way, minus the costs, for one coin; below 0 nothing can be earned.</param>
/// <param name="Opportunity">HIGH from 2 % net, MEDIUM from 0.5 %, LOW above 0, else NONE.</param>
public sealed record Arbitrage(decimal CostPercent, decimal SpreadPercent, decimal CostUsd, decimal NetUsd, string Opportunity)
{
    public static Arbitrage? Of(KimchiPremium premium, TransferCosts costs)
    {
        if (
            premium is not { Percent: { } percent, DifferenceUsd: { } difference, GlobalUsd: { } global }
            || premium.Domestic.SpreadPercent is not { } domesticSpread
            || premium.Global.SpreadPercent is not { } globalSpread
        )
            return null;
        var spread = (domesticSpread + globalSpread) / 2;
        var cost = costs.DomesticFeePercent + costs.GlobalFeePercent + costs.TransferPercent + spread;
        var net = Math.Abs(percent) - cost;
        var costUsd = global * cost / 100;
        return new Arbitrage(
            cost,
            spread,
            costUsd,
            Math.Abs(difference) - costUsd,
            net switch
            {
                >= 2 => "HIGH",
                >= 0.5m => "MEDIUM",
                > 0 => "LOW",
                _ => "NONE",
            }
        );
    }
}
