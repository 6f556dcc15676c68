namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>
/// The change of a price against its previous close.
/// </summary>
/// <param name="Amount">In the price's currency, 2 decimals; null when either price is unknown.</param>
/// <param name="Percent">In percent (1.6 = 1.6 %), 2 decimals; null with <paramref name="Amount"/>.</param>
public readonly record struct Change(decimal? Amount, decimal? Percent)
{
    /// <summary>A gap beyond this at the open is more likely a split that is not in our table than trading.</summary>
    public const decimal SuspectGapPercent = 40m;

    /// <summary>True when up, false when down, null when unchanged or unknown. A change too small for 2 decimals is unchanged: the sign
    /// never contradicts the figure beside it.</summary>
    public bool? IsPositive =>
        (Amount is 0 ? Percent : Amount) switch
        {
            > 0 => true,
            < 0 => false,
            _ => null,
        };

    /// <summary>The change, unknown when a price is null or the previous close is not above 0.</summary>
    public static Change Of(decimal? price, decimal? previousClose) =>
        price is { } p && previousClose is > 0m and var close ? new Change(Round(p - close), Round((p - close) / close * 100m)) : default;

    /// <summary>
    /// Whether a session's first price lies so far from its previous close (splits applied) that a split is missing from the table: more
    /// than <see cref="SuspectGapPercent"/> away. To be logged and flagged, never corrected by guess.
    /// </summary>
    public static bool SuggestsUnknownSplit(decimal? firstPrice, decimal? previousClose) =>
        firstPrice is > 0m and var first
        && previousClose is > 0m and var close
        && Math.Abs((first - close) / close) * 100m > SuspectGapPercent;

    private static decimal Round(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}
