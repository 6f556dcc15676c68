using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Inflation;

public sealed record InflationRangeRequest
{
    /// <summary>First year, from 1900.</summary>
    [QueryParam]
    public int? StartYear { get; init; }

    /// <summary>Last year, included, to 2100.</summary>
    [QueryParam]
    public int? EndYear { get; init; }
}

public sealed class InflationRangeValidator : Validator<InflationRangeRequest>
{
    public InflationRangeValidator()
    {
        RuleFor(r => r.StartYear).NotNull().WithMessage("is required").InclusiveBetween(1900, 2100);
        RuleFor(r => r.EndYear).NotNull().WithMessage("is required").InclusiveBetween(1900, 2100);
        RuleFor(r => r.StartYear).LessThanOrEqualTo(r => r.EndYear).WithMessage("must not be after end_year");
    }
}

/// <summary>GET /api/v1/inflation/range: the years between two.</summary>
public sealed class GetInflationRange(SeriesReader reader) : Endpoint<InflationRangeRequest, Listing<InflationRow>>
{
    public override void Configure()
    {
        Get("range");
        Group<InflationGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Inflation of a range of years";
            s.Description = "Oldest first, both ends included; empty when nothing is held between them.";
            s.ResponseExamples[200] = Listing.Of([InflationRow.Example]);
        });
    }

    public override async Task<Listing<InflationRow>> ExecuteAsync(InflationRangeRequest request, CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.Inflation, ct);
        return Listing.Of(
            series
                .Rows.Where(o => o.Date.Year >= request.StartYear && o.Date.Year <= request.EndYear)
                .Select(o => InflationRow.Of(series, o.Date, o.Value))
        );
    }
}
