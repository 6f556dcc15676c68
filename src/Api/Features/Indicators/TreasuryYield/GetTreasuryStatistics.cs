using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.TreasuryYield;

/// <summary>GET /api/v1/treasury-yield/statistics: figures by maturity.</summary>
public sealed class GetTreasuryStatistics(TreasuryReader reader) : Endpoint<YieldIntervalRequest, TreasuryStatistics>
{
    public override void Configure()
    {
        Get("statistics");
        Group<TreasuryYieldGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Treasury yield figures";
            s.Description =
                "For each maturity the latest yield, means of the last 1, 3 and 12 months, lowest, highest and sample standard "
                + "deviation of the last 12; "
                + "percent, as texts with at most 4 decimals. Windows are calendar months up to the latest date. 404 while nothing "
                + "is held.";
        });
    }

    public override async Task<TreasuryStatistics> ExecuteAsync(YieldIntervalRequest request, CancellationToken ct)
    {
        var table = await reader.ReadAsync(YieldIntervals.Or(request.Interval, YieldInterval.Newest), ct);
        var asOf = table.LatestDate();
        return new TreasuryStatistics(
            asOf,
            [.. table.Maturities.Select(m => FiguresOf(m, asOf))],
            new TreasuryDataSummary(asOf, table.Maturities.Sum(m => m.Held.Rows.Count), asOf)
        );
    }

    private static MaturityFigures FiguresOf(HeldYields yields, LocalDate asOf)
    {
        List<decimal> Last(int months) => [.. yields.Values.Within(asOf, months).Select(v => v.Value)];
        var year = Last(12);
        return new MaturityFigures(
            yields.Maturity.Name,
            yields.Values.At(asOf) is { } current ? Decimals.Text(current) : null,
            Decimals.Text(Statistics.Mean(Last(1), 4)),
            Decimals.Text(Statistics.Mean(Last(3), 4)),
            Decimals.Text(Statistics.Mean(year, 4)),
            Decimals.Text(Statistics.Min(year)),
            Decimals.Text(Statistics.Max(year)),
            Decimals.Text(Statistics.StandardDeviation(year, sample: true, 4))
        );
    }
}

/// <param name="Maturity">10year.</param>
/// <param name="CurrentRate">Percent; null when the maturity has no yield on that date.</param>
/// <param name="Avg1month">Percent.</param>
/// <param name="Avg3month">Percent.</param>
/// <param name="Avg1year">Percent.</param>
/// <param name="Min1year">Percent.</param>
/// <param name="Max1year">Percent.</param>
/// <param name="Volatility">Percentage points.</param>
public sealed record MaturityFigures(
    string Maturity,
    string? CurrentRate,
    string? Avg1month,
    string? Avg3month,
    string? Avg1year,
    string? Min1year,
    string? Max1year,
    string? Volatility
);

/// <param name="AnalysisDate">The newest date held.</param>
/// <param name="TotalDataPoints">Yields held, all maturities.</param>
/// <param name="LatestUpdate">The newest date held.</param>
public sealed record TreasuryDataSummary(LocalDate AnalysisDate, int TotalDataPoints, LocalDate LatestUpdate);

/// <param name="AsOfDate">The newest date held.</param>
/// <param name="Statistics">By time to maturity.</param>
public sealed record TreasuryStatistics(LocalDate AsOfDate, IReadOnlyList<MaturityFigures> Statistics, TreasuryDataSummary MarketSummary);
