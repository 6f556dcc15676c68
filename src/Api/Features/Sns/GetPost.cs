using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Sns;

public sealed record GetPostRequest
{
    /// <summary>The network's id.</summary>
    public string PostId { get; init; } = "";

    /// <summary>Where to look; all sources when absent.</summary>
    [QueryParam]
    public string? Platform { get; init; }
}

public sealed class GetPostValidator : Validator<GetPostRequest>
{
    public GetPostValidator()
    {
        RuleFor(r => r.PostId).Matches("^[0-9]{1,32}$").WithMessage("must be a number, as the network gives it");
        RuleFor(r => r.Platform).IsOneOfAnyCase(SocialSource.Names);
    }
}

/// <summary>GET /api/v1/sns/posts/{post_id}: one post.</summary>
public sealed class GetPost(PostReader reader) : Endpoint<GetPostRequest, PostView>
{
    public override void Configure()
    {
        Get("posts/{post_id}");
        Group<SnsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "One post";
            s.Description =
                "By the id of its first or its newest version, also where lists do not show it (answers to others). Without "
                + "platform all three sources are looked through. A post that its network no longer shows is not found.";
            s.ResponseExamples[200] = PostView.Example;
        });
    }

    public override async Task<PostView> ExecuteAsync(GetPostRequest request, CancellationToken ct) =>
        await reader.FindAsync(SocialSource.Of(request.Platform ?? "all")!, request.PostId, ct) is { } post
            ? PostView.Of(post)
            : throw ProblemException.NotFound($"There is no post {request.PostId} here.");
}
