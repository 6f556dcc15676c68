namespace InvestmentAssistant.Api.Features.Sp500.StockPage;

/// <summary>Price of a stock against the company's earnings, compared with its sector.</summary>
/// <param name="PeLevel">low, fair or high; null without a positive P/E.</param>
/// <param name="SectorMedianPe">Of the other companies of its GICS sector, 2 decimals; null with fewer than ten of them.</param>
/// <param name="Peers">How many of them have a P/E.</param>
public sealed record Valuation(string? PeLevel, decimal? SectorMedianPe, int Peers)
{
    private const int FewestPeers = 10;

    /// <summary>
    /// Usual P/E where the sector has too few peers: low under 15 and high over 25 are three quarters and five quarters of it.
    /// </summary>
    private const decimal UsualPe = 20;

    /// <summary>
    /// Low under 0.75 of the median of ten or more peers, high over 1.25 of it; with fewer low under 15 and high over 25.
    /// </summary>
    /// <param name="pe">Of the company.</param>
    /// <param name="peers">Of its peers, without its own.</param>
    public static Valuation Of(decimal? pe, IEnumerable<decimal> peers)
    {
        var sorted = peers.Where(p => p > 0).Order().ToList();
        decimal? median = sorted.Count < FewestPeers ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        var middle = median ?? UsualPe;
        var level =
            pe is not > 0 ? null
            : pe < middle * 0.75m ? "low"
            : pe > middle * 1.25m ? "high"
            : "fair";
        return new Valuation(level, median is { } m ? Math.Round(m, 2, MidpointRounding.AwayFromZero) : null, sorted.Count);
    }
}
