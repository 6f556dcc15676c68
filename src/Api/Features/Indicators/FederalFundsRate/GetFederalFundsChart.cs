using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.FederalFundsRate;

/// <summary>GET /api/v1/federal-funds-rate/chart: points and the figures beside them.</summary>
public sealed class GetFederalFundsChart(SeriesReader reader) : EndpointWithoutRequest<FederalFundsChart>
{
    public override void Configure()
    {
        Get("chart");
        Group<FederalFundsGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Federal funds rate chart";
            s.Description =
                "All months, oldest first. The trend is that of the last change: more than 0.01 percentage points up is rising, "
                + "down falling, else stable. "
                + "The figures are null while nothing is held.";
        });
    }

    public override async Task<FederalFundsChart> ExecuteAsync(CancellationToken ct)
    {
        var values = (await reader.ReadAsync(MacroSeries.FederalFunds, ct)).Values;
        var days = await reader.ReadAsync(MacroSeries.FederalFundsDaily, ct);
        var rates = values.Values.Select(v => v.Value).ToList();
        var change = values.Latest?.Value - values.Previous?.Value;
        return new FederalFundsChart(
            FederalFundsPoint.Of(values.Values),
            values.Latest?.Value,
            values.Latest is null ? null : FederalFundsFigures.Trend(change),
            change,
            Statistics.Mean([.. values.LastMonths(12).Select(v => v.Value)], 3),
            Statistics.Max(rates),
            Statistics.Min(rates),
            FederalFundsDay.Of(days)
        );
    }
}

/// <param name="Data">Oldest first.</param>
/// <param name="CurrentRate">Percent.</param>
/// <param name="RateTrend">rising, falling or stable.</param>
/// <param name="ChangeFromPrev">Percentage points since the value before.</param>
/// <param name="AvgRate12m">Mean of the last 12 months, percent, 3 decimals.</param>
/// <param name="MaxRate">Of all months, percent.</param>
/// <param name="MinRate">Of all months, percent.</param>
/// <param name="LatestDaily">The newest day, which the months end before; null while no days are held.</param>
public sealed record FederalFundsChart(
    IReadOnlyList<FederalFundsPoint> Data,
    decimal? CurrentRate,
    string? RateTrend,
    decimal? ChangeFromPrev,
    decimal? AvgRate12m,
    decimal? MaxRate,
    decimal? MinRate,
    FederalFundsDay? LatestDaily
);
