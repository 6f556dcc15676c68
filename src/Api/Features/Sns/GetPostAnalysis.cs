using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.Sns;

public sealed record GetAnalysisRequest
{
    /// <summary>x (or twitter), truth_social_posts, truth_social_trends, or truthsocial for either of the two.</summary>
    public string PostSource { get; init; } = "";

    /// <summary>The network's id.</summary>
    public string PostId { get; init; } = "";
}

public sealed class GetAnalysisValidator : Validator<GetAnalysisRequest>
{
    public GetAnalysisValidator()
    {
        RuleFor(r => r.PostSource).IsOneOfAnyCase(SocialSource.Names);
        RuleFor(r => r.PostId).Matches("^[0-9]{1,32}$").WithMessage("must be a number, as the network gives it");
    }
}

/// <summary>GET /api/v1/sns/analysis/posts/{post_source}/{post_id}: one analysis, with the market around the post.</summary>
public sealed class GetPostAnalysis(IDocumentStore store, PostReader posts, MarketDataReader market)
    : Endpoint<GetAnalysisRequest, AnalysedPost>
{
    public override void Configure()
    {
        Get("analysis/posts/{post_source}/{post_id}");
        Group<SnsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "What prices did after one post";
            s.Description =
                "The analysis of one post, with the market around it for each asset: minutes, an hour before it and up to 440 "
                + "after, kept when the market's own are dropped; and "
                + "quarter hours or hours of a day on either side for crypto, of two for stocks.";
        });
    }

    public override async Task<AnalysedPost> ExecuteAsync(GetAnalysisRequest request, CancellationToken ct)
    {
        var ids = SocialSource.Of(request.PostSource)!.Select(s => SocialPost.IdOf(s, request.PostId)).ToArray();
        await using var session = store.QuerySession();
        var held = await session.LoadManyAsync<PostAnalysis>(ct, ids);
        var analysis = ids.Select(id => held.FirstOrDefault(a => a.Id == id)).FirstOrDefault(a => a is not null)
            ?? throw ProblemException.NotFound($"There is no analysis of post {request.PostId} of {request.PostSource}.");
        var original = await posts.LoadAsync([analysis.Id], ct);
        return AnalysedPost.Of(analysis, original.GetValueOrDefault(analysis.Id), await market.ReadAsync(analysis, ct));
    }
}
