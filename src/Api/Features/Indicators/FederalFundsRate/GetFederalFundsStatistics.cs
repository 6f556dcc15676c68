using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.FederalFundsRate;

/// <summary>GET /api/v1/federal-funds-rate/statistics: the last two values and the last 12 months.</summary>
public sealed class GetFederalFundsStatistics(SeriesReader reader) : EndpointWithoutRequest<FederalFundsStatistics>
{
    public override void Configure()
    {
        Get("statistics");
        Group<FederalFundsGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Federal funds rate figures";
            s.Description =
                "Latest and previous rate, and mean (3 decimals), highest and lowest of the last 12 months. 404 while nothing is held.";
            s.ResponseExamples[200] = new FederalFundsStatistics(
                "2024-09-01",
                5.13m,
                5.33m,
                -0.20m,
                "falling",
                5.313m,
                5.33m,
                5.13m,
                831,
                new FederalFundsDay(new LocalDate(2024, 10, 18), 4.83m)
            );
        });
    }

    public override async Task<FederalFundsStatistics> ExecuteAsync(CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.FederalFunds, ct);
        var days = await reader.ReadAsync(MacroSeries.FederalFundsDaily, ct);
        var latest = series.Latest();
        var previous = series.Values.Previous?.Value;
        var year = series.Values.LastMonths(12).Select(v => v.Value).ToList();
        var change = latest.Value - previous;
        return new FederalFundsStatistics(
            Wording.Day(latest.Date),
            latest.Value,
            previous,
            change,
            FederalFundsFigures.Trend(change),
            Statistics.Round(year.Average(), 3),
            year.Max(),
            year.Min(),
            series.Rows.Count,
            FederalFundsDay.Of(days)
        );
    }
}

/// <param name="LatestDate">2024-09-01.</param>
/// <param name="LatestRate">Percent.</param>
/// <param name="PreviousRate">Percent; null when there is one value only.</param>
/// <param name="RateChange">Percentage points.</param>
/// <param name="Trend">rising, falling or stable.</param>
/// <param name="Avg12Months">Percent, 3 decimals.</param>
/// <param name="Max12Months">Percent.</param>
/// <param name="Min12Months">Percent.</param>
/// <param name="TotalMonths">Months held.</param>
/// <param name="LatestDaily">The newest day, which the months end before; null while no days are held.</param>
public sealed record FederalFundsStatistics(
    string LatestDate,
    decimal LatestRate,
    decimal? PreviousRate,
    decimal? RateChange,
    string Trend,
    decimal Avg12Months,
    decimal Max12Months,
    decimal Min12Months,
    int TotalMonths,
    FederalFundsDay? LatestDaily
);
