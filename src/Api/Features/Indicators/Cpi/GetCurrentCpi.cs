using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Cpi;

/// <summary>GET /api/v1/cpi/current: the latest month.</summary>
public sealed class GetCurrentCpi(SeriesReader reader) : EndpointWithoutRequest<CpiRow>
{
    public override void Configure()
    {
        Get("current");
        Group<CpiGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Latest consumer price index";
            s.Description = "The newest month that is published.";
            s.ResponseExamples[200] = CpiRow.Example;
        });
    }

    public override async Task<CpiRow> ExecuteAsync(CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.Cpi, ct);
        return CpiRow.Of(series, series.Latest());
    }
}
