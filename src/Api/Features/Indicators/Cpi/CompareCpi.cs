using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Cpi;

public sealed record CompareCpiRequest
{
    /// <summary>Any day of the first month.</summary>
    [QueryParam]
    public LocalDate? StartDate { get; init; }

    /// <summary>Any day of the second month, which is a later one.</summary>
    [QueryParam]
    public LocalDate? EndDate { get; init; }
}

public sealed class CompareCpiValidator : Validator<CompareCpiRequest>
{
    public CompareCpiValidator()
    {
        RuleFor(r => r.StartDate).NotNull().WithMessage("is required (2024-01-01)");
        RuleFor(r => r.EndDate).NotNull().WithMessage("is required (2024-12-01)");
        RuleFor(r => r.StartDate)
            .Must((r, start) => CompareCpi.MonthsBetween(start!.Value, r.EndDate!.Value) > 0)
            .When(r => r is { StartDate: not null, EndDate: not null })
            .WithMessage("must lie in an earlier month than end_date");
    }
}

/// <summary>GET /api/v1/cpi/compare: the index at two months.</summary>
public sealed class CompareCpi(SeriesReader reader) : Endpoint<CompareCpiRequest, CpiComparison>
{
    public override void Configure()
    {
        Get("compare");
        Group<CpiGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Compare two months";
            s.Description =
                "How much prices rose from one month to a later one; any day of a month names it. 404 names the nearest months "
                + "when one is not held.";
            s.ResponseExamples[200] = new CpiComparison(
                "2022-11-01",
                "2023-11-01",
                297.711m,
                307.051m,
                9.340m,
                3.14m,
                0.261m,
                3.14m,
                3.14m
            );
        });
    }

    public override async Task<CpiComparison> ExecuteAsync(CompareCpiRequest request, CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.Cpi, ct);
        var start = At(series, request.StartDate!.Value);
        var end = At(series, request.EndDate!.Value);
        var months = MonthsBetween(start.Date, end.Date);
        var percent = (end.Value - start.Value) / start.Value * 100;
        // Compound: the yearly rate that leads from the one to the other in that time.
        var annual = (decimal)((Math.Pow((double)(end.Value / start.Value), 12.0 / months) - 1) * 100);
        return new CpiComparison(
            Wording.Day(start.Date),
            Wording.Day(end.Date),
            start.Value,
            end.Value,
            Statistics.Round(end.Value - start.Value, 3),
            Statistics.Round(percent, 2),
            Statistics.Round(percent / months, 3),
            Statistics.Round(percent, 2),
            Statistics.Round(annual, 2)
        );
    }

    internal static int MonthsBetween(LocalDate start, LocalDate end) => ((end.Year - start.Year) * 12) + end.Month - start.Month;

    private static DatedValue At(HeldSeries series, LocalDate day)
    {
        var row = series.On(day.With(DateAdjusters.StartOfMonth), Wording.Month(day), Wording.Month);
        return new DatedValue(row.Date, row.Value);
    }
}

/// <param name="StartDate">First day of the month.</param>
/// <param name="EndDate">First day of the month.</param>
/// <param name="StartCpi">Index.</param>
/// <param name="EndCpi">Index.</param>
/// <param name="TotalChange">Index points, 3 decimals.</param>
/// <param name="TotalChangePercent">Percent, 2 decimals.</param>
/// <param name="AverageMonthlyChange">Total percent divided by the months between, 3 decimals: simple, not compound.</param>
/// <param name="CumulativeInflation">Inflation over the whole time, percent, 2 decimals.</param>
/// <param name="AnnualizedInflation">Compound yearly rate over that time, percent, 2 decimals.</param>
public sealed record CpiComparison(
    string StartDate,
    string EndDate,
    decimal StartCpi,
    decimal EndCpi,
    decimal TotalChange,
    decimal TotalChangePercent,
    decimal AverageMonthlyChange,
    decimal CumulativeInflation,
    decimal AnnualizedInflation
);
