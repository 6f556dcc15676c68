using InvestmentAssistant.Api.Domain.Markets;

namespace InvestmentAssistant.Api.Features.Sns.Documents;

/// <summary>
/// Minutes of an asset's market around a post, kept with the analysis: the market's own minutes are dropped after some weeks, and an
/// analysis must still show what it was made from. Natural
/// key: analysis and market. As columns, since there are many rows of few digits.
/// </summary>
public sealed record PostBars
{
    /// <summary>source/post id/market.</summary>
    public required string Id { get; init; }

    /// <summary>AAPL, KRW-BTC.</summary>
    public required string Market { get; init; }

    /// <summary>Minutes since 1970 at which bars start, ascending; the other columns are in the same order. Empty where no provider has
    /// prices of that time.</summary>
    public required IReadOnlyList<long> Minutes { get; init; }

    /// <summary>USD or KRW, as traded.</summary>
    public required IReadOnlyList<decimal> Open { get; init; }

    public required IReadOnlyList<decimal> High { get; init; }

    public required IReadOnlyList<decimal> Low { get; init; }

    public required IReadOnlyList<decimal> Close { get; init; }

    /// <summary>Shares or coins.</summary>
    public required IReadOnlyList<decimal> Volume { get; init; }

    public required Instant KeptAt { get; init; }

    public static string IdOf(string analysisId, string market) => $"{analysisId}/{market}";

    public static PostBars Of(string analysisId, string market, IReadOnlyList<Bar> bars, Instant now) =>
        new()
        {
            Id = IdOf(analysisId, market),
            Market = market,
            KeptAt = now,
            Minutes = [.. bars.Select(b => b.Start.ToUnixTimeSeconds() / 60)],
            Open = [.. bars.Select(b => b.Open)],
            High = [.. bars.Select(b => b.High)],
            Low = [.. bars.Select(b => b.Low)],
            Close = [.. bars.Select(b => b.Close)],
            Volume = [.. bars.Select(b => b.Volume)],
        };

    public IEnumerable<Bar> ToBars() =>
        Minutes.Select((m, i) => new Bar(Market, Instant.FromUnixTimeSeconds(m * 60), Open[i], High[i], Low[i], Close[i], Volume[i]));
}
