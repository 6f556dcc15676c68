namespace InvestmentAssistant.Api.Domain.Equities.Boards;

/// <summary>A board in figures, USD and percent; null where no symbol has a price.</summary>
/// <param name="Total">Listed symbols.</param>
/// <param name="Active">Those with a price.</param>
/// <param name="Advancers">Strictly up against their previous close.</param>
/// <param name="Decliners">Strictly down.</param>
/// <param name="Unchanged">Neither, with a known change.</param>
/// <param name="AverageChange">Mean of the changes, percent.</param>
/// <param name="MedianChange">Median of the changes, percent.</param>
/// <param name="TotalVolume">Regular-session shares of all whose volume is known; null when none is.</param>
/// <param name="LastUpdated">The newest trade.</param>
public sealed record EquitySummary(
    int Total,
    int Active,
    int Advancers,
    int Decliners,
    int Unchanged,
    decimal? AverageChange,
    decimal? MedianChange,
    decimal? AveragePrice,
    decimal? HighestPrice,
    decimal? LowestPrice,
    long? TotalVolume,
    Instant? LastUpdated
)
{
    public static EquitySummary Of(EquityMoment moment)
    {
        var prices = moment.Rows.Select(r => r.Price).OfType<decimal>().ToList();
        var changes = moment.Rows.Select(r => r.Change.Percent).OfType<decimal>().Order().ToList();
        var volumes = moment.Rows.Select(r => r.Volume).OfType<long>().ToList();
        return new EquitySummary(
            moment.Rows.Count,
            prices.Count,
            changes.Count(c => c > 0),
            changes.Count(c => c < 0),
            changes.Count(c => c == 0),
            changes.Count == 0 ? null : Cents(changes.Average()),
            changes.Count == 0 ? null : Cents((changes[(changes.Count - 1) / 2] + changes[changes.Count / 2]) / 2),
            prices.Count == 0 ? null : Cents(prices.Average()),
            prices.Count == 0 ? null : prices.Max(),
            prices.Count == 0 ? null : prices.Min(),
            volumes.Count == 0 ? null : volumes.Sum(),
            moment.LastEventAt
        );
    }

    private static decimal Cents(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}
