using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.CompanyNews;

/// <summary>GET /api/v1/company-news/trending: the movers of the last session and their news.</summary>
public sealed class GetTrending(CompanyNewsReader reader) : Endpoint<TrendingRequest, TrendingAnswer>
{
    public override void Configure()
    {
        Get("trending");
        Group<CompanyNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Movers of the last session with their news";
            s.Description =
                "The 20 stocks that gained most, the 10 that lost most and the 10 that traded most, taken at the close of each "
                + "session, each with its news of the last "
                + "days; one without news has an empty list. 404 before the first batch.";
            s.ResponseExamples[200] = TrendingAnswer.Example;
        });
    }

    public override Task<TrendingAnswer> ExecuteAsync(TrendingRequest request, CancellationToken ct) =>
        TrendingAnswer.ReadAsync(reader, batch: null, request, ct);
}
