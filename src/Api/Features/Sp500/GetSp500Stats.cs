using FastEndpoints;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Sp500;

/// <summary>Counts of the S&amp;P 500 data.</summary>
public sealed class GetSp500Stats([FromKeyedServices("sp500")] EquityBoardState state) : EndpointWithoutRequest<EquityStatsAnswer>
{
    public override void Configure()
    {
        // The second address is what the deployed front end asks for.
        Get("stats", "~/api/v1/sp500/stats");
        Group<Sp500Group>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "Counts of the S&P 500 data";
            s.Description = "How many companies are listed, priced and traded today, and where the stream stands.";
        });
    }

    public override Task<EquityStatsAnswer> ExecuteAsync(CancellationToken ct) => state.StatsAsync("S&P 500", ct);
}
