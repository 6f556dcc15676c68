using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.CompanyNews;

public sealed record TrendingBatchRequest : TrendingRequest
{
    /// <summary>The batch's number, its session's day: 20261123.</summary>
    public int BatchId { get; init; }
}

public sealed class TrendingBatchValidator : TrendingRules<TrendingBatchRequest>
{
    public TrendingBatchValidator() => RuleFor(r => r.BatchId).GreaterThan(0);
}

/// <summary>GET /api/v1/company-news/trending/batch/{batch_id}: the movers of an earlier session.</summary>
public sealed class GetTrendingBatch(CompanyNewsReader reader) : Endpoint<TrendingBatchRequest, TrendingAnswer>
{
    public override void Configure()
    {
        Get("trending/batch/{batch_id}");
        Group<CompanyNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Movers of one session with their news";
            s.Description =
                "As it was when the next batch came: the news are those of the days before that. 404 for a batch that is not held.";
            s.ResponseExamples[200] = TrendingAnswer.Example;
        });
    }

    public override Task<TrendingAnswer> ExecuteAsync(TrendingBatchRequest request, CancellationToken ct) =>
        TrendingAnswer.ReadAsync(reader, request.BatchId, request, ct);
}
