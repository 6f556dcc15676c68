using System.Text.Json.Serialization;
using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.TreasuryYield;

public sealed record YieldCurveRequest
{
    /// <summary>A day, or the first day of a month for its mean. Default: the latest day.</summary>
    [QueryParam]
    public LocalDate? TargetDate { get; init; }

    /// <summary>The same under its other name.</summary>
    [QueryParam]
    public LocalDate? Date { get; init; }

    /// <summary>
    /// daily or monthly. Without it the latest day; of a date that is given the mean of the month that begins then, else its day.
    /// </summary>
    [QueryParam]
    public string? Interval { get; init; }
}

public sealed class YieldCurveValidator : Validator<YieldCurveRequest>
{
    public YieldCurveValidator()
    {
        RuleFor(r => r.Date)
            .Must((r, date) => date == r.TargetDate)
            .When(r => r is { TargetDate: not null, Date: not null })
            .WithMessage("must not differ from target_date, which is the same parameter");
        RuleFor(r => r.Interval).IsOneOf(YieldIntervals.Names);
    }
}

/// <summary>GET /api/v1/treasury-yield/yield-curve: the yields of one date by time to maturity.</summary>
public sealed class GetYieldCurve(TreasuryReader reader) : Endpoint<YieldCurveRequest, YieldCurveAnswer>
{
    public override void Configure()
    {
        Get("yield-curve");
        Group<TreasuryYieldGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Treasury yield curve";
            s.Description =
                "Yields of one date by time to maturity; maturities without a yield are left out. By the 10-year minus the "
                + "2-year yield the curve is inverted "
                + "(below 0), flat (below 0.1 percentage points), normal, or unknown when one is missing. 404 names the nearest "
                + "dates held.";
        });
    }

    public override async Task<YieldCurveAnswer> ExecuteAsync(YieldCurveRequest request, CancellationToken ct)
    {
        var (table, date) = await FindAsync(request.TargetDate ?? request.Date, request.Interval, ct);
        var points = YieldCurve.Points(table, date);
        var twoToTen = YieldCurve.Spread(table, "2year", "10year", date);
        var type = YieldCurve.TypeOf(twoToTen);
        return new YieldCurveAnswer(
            date,
            type,
            points,
            new CurveAnalysis(
                type,
                twoToTen,
                YieldCurve.Spread(table, "10year", "30year", date),
                type == "inverted",
                type == "inverted",
                YieldCurve.InvertedSince(table, date)
            )
        );
    }

    /// <summary>The yields that a request means, and their date.</summary>
    /// <exception cref="ProblemException">404: nothing is held for that date; names the nearest ones.</exception>
    private async Task<(TreasuryTable Table, LocalDate Date)> FindAsync(LocalDate? asked, string? interval, CancellationToken ct)
    {
        if (asked is not { } date)
        {
            var newest = await reader.ReadAsync(YieldIntervals.Or(interval, YieldInterval.Newest), ct);
            return (newest, newest.LatestDate());
        }
        var held = new List<LocalDate>();
        foreach (
            var one in interval is null ? [YieldInterval.Monthly, YieldInterval.Daily] : new[] { YieldIntervals.Or(interval, default) }
        )
        {
            var table = await reader.ReadAsync(one, ct);
            if (YieldCurve.Points(table, date).Count > 0)
                return (table, date);
            held.AddRange(table.Maturities.SelectMany(m => m.Held.Rows.Select(r => r.Date)));
        }
        throw Wording.NoSuchDate("Treasury yields", Wording.Day(date), date, held.Distinct().Order(), Wording.Day);
    }
}

/// <param name="CurveType">inverted, flat, normal or unknown.</param>
/// <param name="YieldSpread2To10">10-year minus 2-year yield, percentage points.</param>
/// <param name="YieldSpread10To30">30-year minus 10-year yield, percentage points.</param>
/// <param name="InversionSignal">Whether the curve is inverted.</param>
/// <param name="IsInverted">The same.</param>
/// <param name="InvertedSince">First date held of the inversion that still held on that date; null without one.</param>
public sealed record CurveAnalysis(
    string CurveType,
    [property: JsonPropertyName("yield_spread_2_10")] decimal? YieldSpread2To10,
    [property: JsonPropertyName("yield_spread_10_30")] decimal? YieldSpread10To30,
    bool InversionSignal,
    bool IsInverted,
    LocalDate? InvertedSince
);

/// <param name="Date">Of these yields.</param>
/// <param name="CurveType">inverted, flat, normal or unknown.</param>
/// <param name="Data">By time to maturity.</param>
public sealed record YieldCurveAnswer(LocalDate Date, string CurveType, IReadOnlyList<CurvePoint> Data, CurveAnalysis Analysis);
