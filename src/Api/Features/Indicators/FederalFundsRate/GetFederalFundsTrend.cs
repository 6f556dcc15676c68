using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.FederalFundsRate;

/// <summary>GET /api/v1/federal-funds-rate/trend: direction, volatility and phase of the rate cycle.</summary>
public sealed class GetFederalFundsTrend(SeriesReader reader) : EndpointWithoutRequest<FederalFundsTrend>
{
    /// <summary>The phase compares two means of three.</summary>
    private const int Needed = 6;

    public override void Configure()
    {
        Get("trend");
        Group<FederalFundsGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Federal funds rate trend";
            s.Description =
                "Direction: the last value against the mean of the two before it (more than 0.1 percentage points). Phase: the "
                + "mean of the last three "
                + "against the mean of the three before (more than 0.2). Volatility score: twice the population standard deviation "
                + "of the last 12 months, at most 10. "
                + "404 while fewer than six months are held.";
        });
    }

    public override async Task<FederalFundsTrend> ExecuteAsync(CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.FederalFunds, ct);
        var year = series.Values.LastMonths(12);
        var rates = series.Values.Last(Needed).Select(v => v.Value).ToList();
        if (rates.Count < Needed)
            throw Wording.NothingHeld($"{series.Series.Title} of at least {Needed} months");
        return new FederalFundsTrend(
            FederalFundsPoint.Of(series.Values.LastMonths(6)),
            FederalFundsPoint.Of(year),
            FederalFundsFigures.Direction(rates),
            Statistics.VolatilityScore([.. year.Select(v => v.Value)]),
            FederalFundsFigures.CyclePhase(rates)
        );
    }
}

/// <param name="Recent6m">Oldest first.</param>
/// <param name="Recent12m">Oldest first.</param>
/// <param name="TrendDirection">increasing, decreasing or stable.</param>
/// <param name="VolatilityScore">0 to 10, 2 decimals; null with fewer than two months.</param>
/// <param name="RateCyclePhase">tightening, easing or neutral.</param>
public sealed record FederalFundsTrend(
    IReadOnlyList<FederalFundsPoint> Recent6m,
    IReadOnlyList<FederalFundsPoint> Recent12m,
    string TrendDirection,
    decimal? VolatilityScore,
    string RateCyclePhase
);
