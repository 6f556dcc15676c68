using FastEndpoints;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Sp500;

/// <summary>Whether S&amp;P 500 prices come as they should.</summary>
public sealed class GetSp500Health([FromKeyedServices("sp500")] EquityBoardState state) : EndpointWithoutRequest<EquityHealthAnswer>
{
    public override void Configure()
    {
        Get("health");
        Group<Sp500Group>();
        Options(b => b.CachesAs(DataKind.Never));
        Summary(s =>
        {
            s.Summary = "Health of the S&P 500 data";
            s.Description = "`degraded` when no trade arrived for 60 s while the market is open; 503 when PostgreSQL is gone.";
            s.Response<EquityHealthAnswer>(200, "Healthy or degraded.");
            s.Response<EquityHealthAnswer>(503, "PostgreSQL cannot be reached.");
        });
    }

    public override async Task HandleAsync(CancellationToken ct)
    {
        var health = await state.HealthAsync(ct);
        await Send.ResponseAsync(health, health.Status == "unhealthy" ? 503 : 200, ct);
    }
}
