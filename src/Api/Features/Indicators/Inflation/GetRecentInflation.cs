using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Inflation;

public sealed record RecentInflationRequest
{
    /// <summary>Number of years.</summary>
    [QueryParam]
    public int Years { get; init; } = 10;
}

public sealed class RecentInflationValidator : Validator<RecentInflationRequest>
{
    public RecentInflationValidator() => RuleFor(r => r.Years).InclusiveBetween(1, 20);
}

/// <summary>GET /api/v1/inflation/recent: the last years.</summary>
public sealed class GetRecentInflation(SeriesReader reader) : Endpoint<RecentInflationRequest, Listing<InflationRow>>
{
    public override void Configure()
    {
        Get("recent");
        Group<InflationGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Inflation of the last years";
            s.Description = "The newest published years, newest first; as many as `years` says.";
            s.ResponseExamples[200] = Listing.Of([InflationRow.Example]);
        });
    }

    public override async Task<Listing<InflationRow>> ExecuteAsync(RecentInflationRequest request, CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.Inflation, ct);
        return Listing.Of(series.Recent(request.Years).Select(o => InflationRow.Of(series, o.Date, o.Value)));
    }
}
