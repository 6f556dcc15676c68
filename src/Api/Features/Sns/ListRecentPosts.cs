using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.Sns;

public sealed record ListRecentPostsRequest
{
    /// <summary>all, twitter (or x), truthsocial, truth_social_posts or truth_social_trends.</summary>
    [QueryParam]
    public string Platform { get; init; } = "all";

    /// <summary>Posts at most, 1 to 100.</summary>
    [QueryParam]
    public int Limit { get; init; } = 50;
}

public sealed class ListRecentPostsValidator : Validator<ListRecentPostsRequest>
{
    public ListRecentPostsValidator()
    {
        RuleFor(r => r.Platform).IsOneOfAnyCase(SocialSource.Names);
        RuleFor(r => r.Limit).IsLimit(100);
    }
}

/// <summary>GET /api/v1/sns/: the newest posts as a bare list.</summary>
public sealed class ListRecentPosts(PostReader reader) : Endpoint<ListRecentPostsRequest, IReadOnlyList<PostView>>
{
    public override void Configure()
    {
        Get("");
        Group<SnsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "The newest posts";
            s.Description = "The same posts as /api/v1/sns/posts, without an envelope.";
            s.ResponseExamples[200] = new[] { PostView.Example };
        });
    }

    public override async Task<IReadOnlyList<PostView>> ExecuteAsync(ListRecentPostsRequest request, CancellationToken ct) =>
        [.. (await reader.ReadAsync(SocialSource.Of(request.Platform)!, null, null, new Window(0, request.Limit), ct)).Select(PostView.Of)];
}
