using System.Globalization;
using InvestmentAssistant.Api.Features.CryptoDetails.Reference;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Derivatives;

/// <summary>
/// Brings funding rates to one unit: percent per 8 hours. A rate is what one settlement costs, and markets settle every hour or every 8
/// hours, so 0.01 % an hour is 0.08 % per 8 hours. The provider names no interval; the data file beside <see cref="CategoryTable"/> does.
/// </summary>
public static class FundingIntervals
{
    public const string Unit = "percent_per_8h";
    private const int Hours = 8;

    private static readonly IReadOnlyList<(string Market, int Hours)> s_known =
    [
        .. ReferenceFile.Rows("funding-intervals.csv").Select(r => (r["market"], int.Parse(r["hours"], CultureInfo.InvariantCulture))),
    ];

    /// <summary>Hours between two settlements; null for a market that the file does not have.</summary>
    public static int? HoursOf(string market) =>
        s_known.Where(k => market.StartsWith(k.Market, StringComparison.OrdinalIgnoreCase)).Select(k => (int?)k.Hours).FirstOrDefault();

    /// <summary>A market's rate per 8 hours, percent.</summary>
    public static decimal Per8Hours(string market, decimal rate) => rate * Hours / (HoursOf(market) ?? Hours);
}
