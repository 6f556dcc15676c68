using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Domain.Equities.Boards;

/// <summary>GET health of one stock board: whether its prices come as they should.</summary>
/// <param name="name">The board's name in the API description.</param>
/// <param name="state">The board's.</param>
public abstract class GetEquityHealth<TGroup>(string name, EquityBoardState state) : EndpointWithoutRequest<EquityHealthAnswer>
    where TGroup : Group, new()
{
    public override void Configure()
    {
        Get("health");
        Group<TGroup>();
        Options(b => b.CachesAs(DataKind.Never));
        Summary(s =>
        {
            s.Summary = $"Health of the {name} data";
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
