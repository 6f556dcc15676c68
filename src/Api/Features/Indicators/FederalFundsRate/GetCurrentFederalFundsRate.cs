using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.FederalFundsRate;

/// <summary>GET /api/v1/federal-funds-rate/current: the latest day, or month where no days are held.</summary>
public sealed class GetCurrentFederalFundsRate(SeriesReader reader) : EndpointWithoutRequest<FederalFundsRow>
{
    public override void Configure()
    {
        Get("current");
        Group<FederalFundsGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Latest federal funds rate";
            s.Description = "The rate of the newest day that is published (interval_type daily); the newest month while no days are held.";
            s.ResponseExamples[200] = FederalFundsRow.Example;
        });
    }

    public override async Task<FederalFundsRow> ExecuteAsync(CancellationToken ct)
    {
        var days = await reader.ReadAsync(MacroSeries.FederalFundsDaily, ct);
        if (days.Values.Latest is { } day)
            return FederalFundsRow.Of(days, day);
        var months = await reader.ReadAsync(MacroSeries.FederalFunds, ct);
        return FederalFundsRow.Of(months, months.Latest());
    }
}
