namespace InvestmentAssistant.Api.Features.CryptoDetails.Premium;

/// <summary>
/// One price of many venues: the mean of their prices weighted by 24-hour volume, without those that cannot be trusted. First go quotes
/// with a fault of their own (no price, no volume, flagged, old). The rest must agree: see <see cref="Agreeing"/>.
/// </summary>
/// <param name="Price">Null when nothing is left.</param>
/// <param name="Volume">Of the quotes used.</param>
/// <param name="Used">Largest volume first.</param>
/// <param name="LeftOut">With the reason; in the order given.</param>
public sealed record WeightedPrice(decimal? Price, decimal Volume, IReadOnlyList<VenueQuote> Used, IReadOnlyList<LeftOutQuote> LeftOut)
{
    private const int Deviations = 5;

    /// <summary>Venues differ by this much on any day, so it makes no outlier, however closely the others agree.</summary>
    private const decimal AlwaysAllowed = 0.01m;

    /// <summary>A venue further off than this is never one of the crowd, however widely that is spread.</summary>
    private const decimal NeverAllowed = 0.10m;

    /// <summary>Two venues that differ by more contradict each other.</summary>
    private const decimal PairAllowed = 0.05m;

    /// <summary>One or two venues are held against a price of the same coin from elsewhere: beyond this factor it is another coin's, or an
    /// error.</summary>
    private const decimal ReferenceFactor = 1.5m;

    /// <param name="quotes">All in one currency.</param>
    /// <param name="now">Ages count from here.</param>
    /// <param name="maxAge">A quote older than this is left out.</param>
    /// <param name="reference">A price of the same coin from another source, same currency; judges where fewer than three venues do. Null
    /// when not known.</param>
    public static WeightedPrice Of(IEnumerable<VenueQuote> quotes, Instant now, Duration maxAge, decimal? reference = null)
    {
        var leftOut = new List<LeftOutQuote>();
        var sound = new List<VenueQuote>();
        foreach (var quote in quotes)
        {
            if (FaultOf(quote, now, maxAge) is { } reason)
                leftOut.Add(new LeftOutQuote(quote, reason));
            else
                sound.Add(quote);
        }
        var agreeing = Agreeing(sound, reference, leftOut);
        var used = agreeing.OrderByDescending(q => q.Volume).ThenBy(q => q.ExchangeId, StringComparer.Ordinal).ToList();
        var volume = used.Sum(q => q.Volume!.Value);
        return new WeightedPrice(volume > 0 ? used.Sum(q => q.Price!.Value * (q.Volume!.Value / volume)) : null, volume, used, leftOut);
    }

    /// <summary>When the oldest quote that was used was true.</summary>
    public Instant? From => Used.Min(q => q.At);

    /// <summary>When the newest quote that was used was true.</summary>
    public Instant? To => Used.Max(q => q.At);

    /// <summary>Mean spread, weighted by volume, percent; null when no quote used has one.</summary>
    public decimal? SpreadPercent
    {
        get
        {
            var known = Used.Where(q => q.SpreadPercent is not null).ToList();
            var volume = known.Sum(q => q.Volume!.Value);
            return volume > 0 ? known.Sum(q => q.SpreadPercent!.Value * (q.Volume!.Value / volume)) : null;
        }
    }

    private static LeftOutReason? FaultOf(VenueQuote quote, Instant now, Duration maxAge) =>
        quote switch
        {
            { Price: null or <= 0 } => LeftOutReason.NoPrice,
            { Fault: { } fault } => fault,
            { IsAnomaly: true } => LeftOutReason.Anomaly,
            { IsStale: true } => LeftOutReason.Stale,
            _ when quote.At is not { } at || now - at > maxAge => LeftOutReason.TooOld,
            { Volume: null or <= 0 } => LeftOutReason.NoVolume,
            _ => null,
        };

    /// <summary>
    /// Of three and more: those within five median absolute deviations of the median, but always those within 1 % and never those beyond
    /// 10 %. Of one or two: those that fit the reference. The rest gives a price only when it is most of the venues, and two
    /// of them only when they are within 5 % of each other: else there is no price. Volume has no vote: it is what a wild venue makes up
    /// first.
    /// </summary>
    private static List<VenueQuote> Agreeing(List<VenueQuote> sound, decimal? reference, List<LeftOutQuote> leftOut)
    {
        Func<decimal, bool> fits;
        if (sound.Count >= 3)
        {
            var median = Median([.. sound.Select(q => q.Price!.Value)]);
            var deviation = Median([.. sound.Select(q => Math.Abs(q.Price!.Value - median))]);
            var tolerance = Math.Clamp(Deviations * deviation, AlwaysAllowed * median, NeverAllowed * median);
            fits = price => Math.Abs(price - median) <= tolerance;
        }
        else
        {
            fits = price => reference is not > 0 || price / reference.Value is <= ReferenceFactor and >= 1 / ReferenceFactor;
        }
        var agreeing = sound.Where(q => fits(q.Price!.Value)).ToList();
        var isMajority = sound.Count < 3 || agreeing.Count * 2 > sound.Count;
        if (isMajority && (agreeing.Count != 2 || IsPair(agreeing[0].Price!.Value, agreeing[1].Price!.Value)))
        {
            leftOut.AddRange(sound.Where(q => !fits(q.Price!.Value)).Select(q => new LeftOutQuote(q, LeftOutReason.Outlier)));
            return agreeing;
        }
        leftOut.AddRange(sound.Select(q => new LeftOutQuote(q, LeftOutReason.Disagreement)));
        return [];
    }

    private static bool IsPair(decimal one, decimal other) => Math.Abs(one - other) <= PairAllowed * Math.Min(one, other);

    /// <summary>The middle value; of an even number the mean of the two in the middle.</summary>
    internal static decimal Median(IReadOnlyList<decimal> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
