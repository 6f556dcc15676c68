using FastEndpoints;
using InvestmentAssistant.Api.Features.Sns.Analysis;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Platform.Persistence;
using Marten;

namespace InvestmentAssistant.Api.Features.Sns;

public sealed record ListPostAnalysesRequest
{
    /// <summary>Analyses left out at the beginning.</summary>
    [QueryParam]
    public int Skip { get; init; }

    /// <summary>Analyses at most.</summary>
    [QueryParam]
    public int Limit { get; init; } = 20;

    /// <summary>all, x (or twitter), truthsocial, truth_social_posts or truth_social_trends.</summary>
    [QueryParam]
    public string PostSource { get; init; } = "all";

    /// <summary>pending, partial, complete or no_assets; all when absent.</summary>
    [QueryParam]
    public string? Status { get; init; }
}

public sealed class ListPostAnalysesValidator : Validator<ListPostAnalysesRequest>
{
    public ListPostAnalysesValidator()
    {
        RuleFor(r => r.Skip).IsSkip();
        RuleFor(r => r.Limit).IsLimit(100);
        RuleFor(r => r.PostSource).IsOneOfAnyCase(SocialSource.Names);
        RuleFor(r => r.Status).IsOneOf(AnalysisStatus.All);
    }
}

/// <summary>GET /api/v1/sns/analysis/posts: analyses, newest post first.</summary>
public sealed class ListPostAnalyses(IDocumentStore store, PostReader posts)
    : Endpoint<ListPostAnalysesRequest, IReadOnlyList<AnalysedPost>>
{
    public override void Configure()
    {
        Get("analysis/posts", "analysis");
        Group<SnsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "What prices did after posts";
            s.Description =
                "Analyses, newest post first: the assets a post is about, the price at the post, the change after an hour, "
                + "twelve hours and a day (crypto) or to the first hour of the "
                + "next session (stocks), volume around it, and how the text sounds. Each figure is made when its time has come; "
                + "until then it is pending. Posts that their network no "
                + "longer shows are left out.";
        });
    }

    public override async Task<IReadOnlyList<AnalysedPost>> ExecuteAsync(ListPostAnalysesRequest request, CancellationToken ct)
    {
        var sources = SocialSource.Of(request.PostSource)!.ToArray();
        await using var session = store.QuerySession();
        var analyses = await session.QueryAsync<PostAnalysis>(
            $"""
            where d.post__source = any(?) and (? = '' or d.status = ?)
              and not exists (select 1 from {store.TableOf<SocialPost>()} p where p.id = d.id and p.data ->> 'gone_at' is not null)
            order by d.posted__at desc, d.id desc limit ? offset ?
            """,
            ct,
            sources,
            request.Status ?? "",
            request.Status ?? "",
            request.Limit,
            request.Skip
        );
        var originals = await posts.LoadAsync(analyses.Select(a => a.Id), ct);
        return [.. analyses.Select(a => AnalysedPost.Of(a, originals.GetValueOrDefault(a.Id)))];
    }
}
