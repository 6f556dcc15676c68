using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns.Analysis;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Analysis;

/// <summary>Bars that the test wrote down.</summary>
internal sealed class MemoryBars : IPriceBars
{
    private readonly SortedDictionary<(string Market, BarResolution Size, Instant Start), Bar> _bars = [];

    /// <summary>A bar that opens and closes at these prices.</summary>
    public MemoryBars AddMoving(
        string market,
        Instant start,
        decimal open,
        decimal close,
        decimal volume = 1,
        BarResolution size = BarResolution.Minute
    )
    {
        _bars[(market, size, start)] = new Bar(market, start, open, Math.Max(open, close), Math.Min(open, close), close, volume);
        return this;
    }

    /// <summary>A bar of one price.</summary>
    public MemoryBars Add(string market, Instant start, decimal price, decimal volume = 1, BarResolution size = BarResolution.Minute) =>
        AddMoving(market, start, price, price, volume, size);

    /// <summary>Minutes from start on, one after the other, at these prices.</summary>
    public MemoryBars Minutes(string market, Instant start, int count, decimal price, decimal volume = 1)
    {
        for (var i = 0; i < count; i++)
            Add(market, start + Duration.FromMinutes(i), price, volume);
        return this;
    }

    public Task<IReadOnlyList<Bar>> ReadAsync(string market, BarResolution size, Instant from, Instant to, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Bar>>([
            .. _bars
                .Where(b => b.Key.Market == market && b.Key.Size == size && from <= b.Key.Start && b.Key.Start < to)
                .Select(b => b.Value),
        ]);
}
