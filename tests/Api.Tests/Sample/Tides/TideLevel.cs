using InvestmentAssistant.Api.Platform.Boards;

namespace InvestmentAssistant.Api.Tests.Sample.Tides;

/// <summary>Latest water level at a harbour, centimetres above the chart datum.</summary>
public sealed record TideLevel(string Harbour, decimal? Level, Instant? EventAt) : IBoardItem<TideLevel>
{
    /// <inheritdoc />
    public string Key => Harbour;

    /// <inheritdoc />
    public TideLevel MergedWith(TideLevel newer) => newer with { Level = newer.Level ?? Level };
}

/// <summary>A harbour of the data file.</summary>
/// <param name="Name">Upper case.</param>
/// <param name="Range">Spring range, centimetres.</param>
public sealed record Harbour(string Name, int Range);
