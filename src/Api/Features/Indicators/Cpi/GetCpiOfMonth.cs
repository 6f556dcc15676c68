using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Cpi;

public sealed record CpiMonthRequest
{
    /// <summary>Calendar year.</summary>
    public int Year { get; init; }

    /// <summary>1 to 12.</summary>
    public int Month { get; init; }
}

public sealed class CpiMonthValidator : Validator<CpiMonthRequest>
{
    public CpiMonthValidator()
    {
        RuleFor(r => r.Year).InclusiveBetween(1, 9999);
        RuleFor(r => r.Month).InclusiveBetween(1, 12);
    }
}

/// <summary>GET /api/v1/cpi/month/{year}/{month}: one month among its neighbours.</summary>
public sealed class GetCpiOfMonth(SeriesReader reader) : Endpoint<CpiMonthRequest, CpiMonth>
{
    public override void Configure()
    {
        Get("month/{year}/{month}");
        Group<CpiGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Consumer price index of one month";
            s.Description =
                "The index with its changes and its rank among the months of its calendar year that are published. 404 names the "
                + "nearest months.";
            s.ResponseExamples[200] = new CpiMonth(
                new LocalDate(2023, 11, 1),
                307.051m,
                3.14m,
                -0.202m,
                -0.620m,
                307.671m,
                297.711m,
                "monthly",
                "index 1982-1984=100",
                "Consumer Price Index for all Urban Consumers",
                3,
                false,
                false
            );
        });
    }

    public override async Task<CpiMonth> ExecuteAsync(CpiMonthRequest request, CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.Cpi, ct);
        var date = new LocalDate(request.Year, request.Month, 1);
        var value = series.On(date, Wording.Month(date), Wording.Month).Value;
        var values = series.Values;
        var year = values.Values.Where(v => v.Date.Year == date.Year).Select(v => v.Value).ToList();
        return new CpiMonth(
            date,
            value,
            CpiFigures.YearOverYear(values, date),
            CpiFigures.MonthOverMonth(values, date),
            CpiFigures.MonthOverMonthValue(values, date),
            values.At(date.PlusMonths(-1)),
            values.At(date.PlusMonths(-12)),
            series.Interval,
            series.Unit,
            series.Name,
            1 + year.Count(v => v > value),
            value == year.Max(),
            value == year.Min()
        );
    }
}

/// <param name="Date">First day of the month.</param>
/// <param name="CpiValue">Index.</param>
/// <param name="YearOverYearInflation">Percent, 2 decimals.</param>
/// <param name="MonthOverMonthChange">Percent, 3 decimals.</param>
/// <param name="MonthOverMonthValue">Index points, 3 decimals.</param>
/// <param name="PreviousMonthCpi">Index; null when that month was not published.</param>
/// <param name="PreviousYearCpi">Index of the same month a year before.</param>
/// <param name="IntervalType">monthly.</param>
/// <param name="Unit">index 1982-1984=100.</param>
/// <param name="Name">The source's title of the series.</param>
/// <param name="RankingInYear">1 = highest of its calendar year; equal values share a rank.</param>
/// <param name="IsYearlyHigh">Whether no month of the year is higher.</param>
/// <param name="IsYearlyLow">Whether no month of the year is lower.</param>
public sealed record CpiMonth(
    LocalDate Date,
    decimal CpiValue,
    decimal? YearOverYearInflation,
    decimal? MonthOverMonthChange,
    decimal? MonthOverMonthValue,
    decimal? PreviousMonthCpi,
    decimal? PreviousYearCpi,
    string IntervalType,
    string Unit,
    string Name,
    int? RankingInYear,
    bool IsYearlyHigh,
    bool IsYearlyLow
);
