using FastEndpoints;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Etf;

/// <summary>Counts of the ETF data.</summary>
public sealed class GetEtfStats([FromKeyedServices("etf")] EquityBoardState state) : EndpointWithoutRequest<EquityStatsAnswer>
{
    public override void Configure()
    {
        Get("stats");
        Group<EtfGroup>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "Counts of the ETF data";
            s.Description = "How many funds are listed, priced and traded today, and where the stream stands.";
        });
    }

    public override Task<EquityStatsAnswer> ExecuteAsync(CancellationToken ct) => state.StatsAsync("ETF", ct);
}
