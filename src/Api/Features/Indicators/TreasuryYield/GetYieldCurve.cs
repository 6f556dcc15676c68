using System.Text.Json.Serialization;
using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;
using NodaTime;

namespace InvestmentAssistant.Api.Features.Indicators.TreasuryYield;

public sealed record YieldCurveRequest
{
    /// <summary>First day of a month. Default: the latest.</summary>
    [QueryParam]
    public LocalDate? TargetDate { get; init; }

    /// <summary>The same under its other name.</summary>
    [QueryParam]
    public LocalDate? Date { get; init; }
}

public sealed class YieldCurveValidator : Validator<YieldCurveRequest>
{
    public YieldCurveValidator() => RuleFor(r => r.Date).Must((r, date) => date == r.TargetDate).When(r => r is { TargetDate: not null, Date: not null })
        .WithMessage("must not differ from target_date, which is the same parameter");
}

/// <summary>GET /api/v1/treasury-yield/yield-curve: the yields of one date by time to maturity.</summary>
public sealed class GetYieldCurve(TreasuryReader reader) : Endpoint<YieldCurveRequest, YieldCurveAnswer>
{
    public override void Configure()
    {
        Get("/api/v1/treasury-yield/yield-curve");
        Options(b => b.WithTags(TreasuryRow.Tag).Keeps(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Treasury yield curve";
            s.Description = "Yields of one date by time to maturity; maturities without a yield are left out. By the 10-year minus the 2-year yield the curve is inverted "
                + "(below 0), flat (below 0.1 percentage points), normal, or unknown when one is missing. 404 names the nearest dates held.";
        });
    }

    public override async Task<YieldCurveAnswer> ExecuteAsync(YieldCurveRequest request, CancellationToken ct)
    {
        var table = await reader.ReadAsync(HttpContext, ct);
        var date = request.TargetDate ?? request.Date ?? table.LatestDate();
        var points = YieldCurve.Points(table, date);
        if (points.Count == 0)
        {
            var held = table.Maturities.SelectMany(m => m.Held.Rows.Select(r => r.Date)).Distinct().Order();
            throw Wording.NoSuchDate("Treasury yields", Wording.Day(date), date, held, Wording.Day);
        }
        var twoToTen = YieldCurve.Spread(table, "2year", "10year", date);
        var type = YieldCurve.TypeOf(twoToTen);
        return new YieldCurveAnswer(
            date, type, points,
            new CurveAnalysis(type, twoToTen, YieldCurve.Spread(table, "10year", "30year", date), type == "inverted", type == "inverted",
                YieldCurve.InvertedSince(table, date)));
    }
}

/// <param name="CurveType">inverted, flat, normal or unknown.</param>
/// <param name="YieldSpread2To10">10-year minus 2-year yield, percentage points.</param>
/// <param name="YieldSpread10To30">30-year minus 10-year yield, percentage points.</param>
/// <param name="InversionSignal">Whether the curve is inverted.</param>
/// <param name="IsInverted">The same.</param>
/// <param name="InvertedSince">First month of the inversion that still held on that date; null without one.</param>
public sealed record CurveAnalysis(
    string CurveType,
    [property: JsonPropertyName("yield_spread_2_10")] decimal? YieldSpread2To10,
    [property: JsonPropertyName("yield_spread_10_30")] decimal? YieldSpread10To30,
    bool InversionSignal, bool IsInverted, LocalDate? InvertedSince);

/// <param name="Date">Of these yields.</param>
/// <param name="CurveType">inverted, flat, normal or unknown.</param>
/// <param name="Data">By time to maturity.</param>
public sealed record YieldCurveAnswer(LocalDate Date, string CurveType, IReadOnlyList<CurvePoint> Data, CurveAnalysis Analysis);
