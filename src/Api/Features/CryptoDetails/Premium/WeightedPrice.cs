using NodaTime;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Premium;

/// <summary>
/// One price of many venues: the mean of their prices weighted by 24-hour volume, without those that cannot be trusted. First go quotes without a price or a
/// volume, flagged ones and old ones; of the rest those that are more than five median absolute deviations from the median. Where that deviation is 0 (most venues
/// agree to the last digit) a tenth of a percent is allowed in its place.
/// </summary>
/// <param name="Price">Null when nothing is left.</param>
/// <param name="Volume">Of the quotes used.</param>
/// <param name="Used">Largest volume first.</param>
/// <param name="LeftOut">With the reason; in the order given.</param>
public sealed record WeightedPrice(decimal? Price, decimal Volume, IReadOnlyList<VenueQuote> Used, IReadOnlyList<LeftOutQuote> LeftOut)
{
    private const int Deviations = 5;
    private const decimal AgreedTolerance = 0.001m;

    /// <param name="quotes">All in one currency.</param>
    /// <param name="now">Ages count from here.</param>
    /// <param name="maxAge">A quote older than this is left out.</param>
    public static WeightedPrice Of(IEnumerable<VenueQuote> quotes, Instant now, Duration maxAge)
    {
        var leftOut = new List<LeftOutQuote>();
        var sound = new List<VenueQuote>();
        foreach (var quote in quotes)
        {
            if (FaultOf(quote, now, maxAge) is { } reason) leftOut.Add(new LeftOutQuote(quote, reason));
            else sound.Add(quote);
        }
        var isOutlier = OutlierTest([.. sound.Select(q => q.Price!.Value)]);
        leftOut.AddRange(sound.Where(q => isOutlier(q.Price!.Value)).Select(q => new LeftOutQuote(q, LeftOutReason.Outlier)));
        var used = sound.Where(q => !isOutlier(q.Price!.Value)).OrderByDescending(q => q.Volume).ThenBy(q => q.ExchangeId, StringComparer.Ordinal).ToList();
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

    private static LeftOutReason? FaultOf(VenueQuote quote, Instant now, Duration maxAge) => quote switch
    {
        { Price: null or <= 0 } => LeftOutReason.NoPrice,
        { IsAnomaly: true } => LeftOutReason.Anomaly,
        { IsStale: true } => LeftOutReason.Stale,
        _ when quote.At is not { } at || now - at > maxAge => LeftOutReason.TooOld,
        { Volume: null or <= 0 } => LeftOutReason.NoVolume,
        _ => null,
    };

    private static Func<decimal, bool> OutlierTest(IReadOnlyList<decimal> prices)
    {
        if (prices.Count < 3) return _ => false;
        var median = Median(prices);
        var deviation = Median([.. prices.Select(p => Math.Abs(p - median))]);
        var tolerance = deviation > 0 ? Deviations * deviation : AgreedTolerance * median;
        return price => Math.Abs(price - median) > tolerance;
    }

    /// <summary>The middle value; of an even number the mean of the two in the middle.</summary>
    internal static decimal Median(IReadOnlyList<decimal> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
