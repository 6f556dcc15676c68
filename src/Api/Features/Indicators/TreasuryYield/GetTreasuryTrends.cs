using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.TreasuryYield;

/// <summary>GET /api/v1/treasury-yield/trends: where each maturity and the curve are going.</summary>
public sealed class GetTreasuryTrends(TreasuryReader reader) : Endpoint<YieldIntervalRequest, TreasuryTrends>
{
    public override void Configure()
    {
        Get("trends");
        Group<TreasuryYieldGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Treasury yield trends";
            s.Description =
                "Changes over 1, 3 and 12 months against the last yield on or before that date, percentage points as texts. "
                + "Direction by the 1-month change: "
                + "more than 0.1 rising or falling, else flat; strength: more than 0.5 strong, more than 0.2 moderate, else weak. "
                + "The outlook is rising or falling when "
                + "2, 10 and 30 years all are, steepening or flattening when the 10y-2y spread moved by more than 0.1, else mixed. "
                + "404 while nothing is held.";
        });
    }

    public override async Task<TreasuryTrends> ExecuteAsync(YieldIntervalRequest request, CancellationToken ct)
    {
        var table = await reader.ReadAsync(YieldIntervals.Or(request.Interval, YieldInterval.Newest), ct);
        var date = table.LatestDate();
        var trends = table.Maturities.Where(m => m.Values.At(date) is not null).Select(m => MaturityTrend.Of(m, date)).ToList();
        return new TreasuryTrends(date, trends, TreasuryOutlook.Of(table, date, trends));
    }
}

/// <param name="TrendDirection">rising, falling or flat, by the 1-month change; unknown without it.</param>
/// <param name="Change1month">Percentage points.</param>
/// <param name="Change3month">Percentage points.</param>
/// <param name="Change1year">Percentage points.</param>
/// <param name="TrendStrength">strong, moderate or weak; unknown without a 1-month change.</param>
public sealed record MaturityTrend(
    string Maturity,
    string TrendDirection,
    string? Change1month,
    string? Change3month,
    string? Change1year,
    string TrendStrength
)
{
    public static MaturityTrend Of(HeldYields yields, LocalDate date)
    {
        var month = Change(yields.Values, date, 1);
        return new MaturityTrend(
            yields.Maturity.Name,
            month is { } change ? Statistics.Direction(change, 0.1m, "rising", "falling", "flat") : "unknown",
            Decimals.Text(month),
            Decimals.Text(Change(yields.Values, date, 3)),
            Decimals.Text(Change(yields.Values, date, 12)),
            month is not { } move
                ? "unknown"
                : Math.Abs(move) switch
                {
                    > 0.5m => "strong",
                    > 0.2m => "moderate",
                    _ => "weak",
                }
        );
    }

    /// <summary>Against the last yield on or before the date that many months earlier, percentage points.</summary>
    internal static decimal? Change(DatedSeries values, LocalDate date, int months) =>
        values.At(date) is { } now && values.OnOrBefore(date.PlusMonths(-months)) is { } then ? now - then.Value : null;
}

/// <param name="AnalysisDate">The newest date held.</param>
/// <param name="Trends">By time to maturity; maturities without a yield on that date are left out.</param>
public sealed record TreasuryTrends(LocalDate AnalysisDate, IReadOnlyList<MaturityTrend> Trends, TreasuryOutlook MarketOutlook);
