using InvestmentAssistant.Api.Domain.Markets;

namespace InvestmentAssistant.Api.Features.Sns.Analysis;

/// <summary>Bars of the market store, as the analysis asks for them.</summary>
public interface IPriceBars
{
    /// <summary>Bars with from &lt;= start &lt; to, ascending, as traded.</summary>
    Task<IReadOnlyList<Bar>> ReadAsync(string market, BarResolution size, Instant from, Instant to, CancellationToken ct);
}

/// <summary>
/// Bars read from the store in stretches and kept for one run of the analysis: posts about the same asset lie close together, and each asks
/// for several instants. Not for longer, since bars are still being made.
/// </summary>
public sealed class PriceBook(IMarketStore store) : IPriceBars
{
    /// <summary>Posts are looked at in order of time, so what is dropped is seldom asked for again.</summary>
    private const int MostBars = 300_000;

    private readonly Dictionary<(string Market, BarResolution Size, long Stretch), IReadOnlyList<Bar>> _stretches = [];
    private int _held;

    /// <inheritdoc />
    public async Task<IReadOnlyList<Bar>> ReadAsync(string market, BarResolution size, Instant from, Instant to, CancellationToken ct)
    {
        var length = StretchOf(size);
        var found = new List<Bar>();
        for (var stretch = from.ToUnixTimeSeconds() / length; stretch * length < to.ToUnixTimeSeconds() + 1; stretch++)
        {
            var start = Instant.FromUnixTimeSeconds(stretch * length);
            if (!_stretches.TryGetValue((market, size, stretch), out var bars))
            {
                bars = await store.ReadBarsAsync(market, size, start, start + Duration.FromSeconds(length), ct);
                if ((_held += bars.Count) > MostBars)
                {
                    _stretches.Clear();
                    _held = bars.Count;
                }
                _stretches[(market, size, stretch)] = bars;
            }
            for (var i = FirstFrom(bars, from); i < bars.Count && bars[i].Start < to; i++)
                found.Add(bars[i]);
        }
        return found;
    }

    /// <summary>Index of the first bar that starts at that time or later.</summary>
    private static int FirstFrom(IReadOnlyList<Bar> bars, Instant from)
    {
        var (low, high) = (0, bars.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (bars[middle].Start < from)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Seconds of a stretch: about as many bars as one answer should have.</summary>
    private static long StretchOf(BarResolution size) =>
        size switch
        {
            BarResolution.Minute => NodaConstants.SecondsPerDay,
            BarResolution.QuarterHour => 8 * NodaConstants.SecondsPerDay,
            _ => 32 * NodaConstants.SecondsPerDay,
        };
}
