using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.FederalFundsRate;

/// <summary>GET /api/v1/federal-funds-rate/current: the latest month.</summary>
public sealed class GetCurrentFederalFundsRate(SeriesReader reader) : EndpointWithoutRequest<FederalFundsRow>
{
    public override void Configure()
    {
        Get("/api/v1/federal-funds-rate/current");
        Options(b => b.WithTags(FederalFundsRow.Tag).Keeps(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Latest federal funds rate";
            s.Description = "The newest month that is published.";
            s.ResponseExamples[200] = FederalFundsRow.Example;
        });
    }

    public override async Task<FederalFundsRow> ExecuteAsync(CancellationToken ct)
    {
        var series = await reader.ReadAsync(MacroSeries.FederalFunds, HttpContext, ct);
        return FederalFundsRow.Of(series, series.Latest());
    }
}
