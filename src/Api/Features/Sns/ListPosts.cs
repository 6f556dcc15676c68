using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.Sns;

public sealed record ListPostsRequest
{
    /// <summary>all, x (or twitter), truthsocial, truth_social_posts or truth_social_trends.</summary>
    [QueryParam]
    public string Platform { get; init; } = "all";

    /// <summary>User name, exactly.</summary>
    [QueryParam]
    public string? Author { get; init; }

    /// <summary>Posts at most.</summary>
    [QueryParam]
    public int Limit { get; init; } = 50;

    /// <summary>Posts left out at the beginning.</summary>
    [QueryParam]
    public int? Offset { get; init; }

    /// <summary>next_cursor of the page before: continues after its last post, also when posts were added.</summary>
    [QueryParam]
    public string? Cursor { get; init; }
}

public sealed class ListPostsValidator : Validator<ListPostsRequest>
{
    public ListPostsValidator()
    {
        RuleFor(r => r.Platform).IsOneOfAnyCase(SocialSource.Names);
        RuleFor(r => r.Limit).IsLimit(100);
        RuleFor(r => r.Offset).IsSkip();
        RuleFor(r => r.Cursor).IsAlone(r => r.Offset, "offset");
    }
}

/// <summary>A page of posts. The figures stand under the names of both descriptions of the old system.</summary>
/// <param name="TotalCount">Posts of all pages.</param>
/// <param name="Total">The same.</param>
/// <param name="Page">From 1; null when a cursor was given.</param>
/// <param name="PageSize">Posts a page.</param>
/// <param name="Size">The same.</param>
/// <param name="TotalPages">0 when there are no posts.</param>
/// <param name="Pages">The same.</param>
/// <param name="PlatformCounts">Posts of each source asked for, for the same author.</param>
/// <param name="NextCursor">Null at the end.</param>
public sealed record PostPage(
    IReadOnlyList<PostView> Items,
    int TotalCount,
    int Total,
    int? Page,
    int PageSize,
    int Size,
    int TotalPages,
    int Pages,
    bool HasNext,
    bool HasPrevious,
    IReadOnlyDictionary<string, int> PlatformCounts,
    string? NextCursor
);

/// <summary>GET /api/v1/sns/posts: the posts of all networks in one list.</summary>
public sealed class ListPosts(PostReader reader) : Endpoint<ListPostsRequest, PostPage>
{
    public override void Configure()
    {
        Get("posts");
        Group<SnsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Posts, newest first";
            s.Description =
                "Posts of the followed X and Truth Social accounts and Truth Social's trending posts. Answers to others and "
                + "empty posts are left out; trends leave out the accounts that "
                + "are held whole. Page by limit and offset, or, for deep lists, by cursor.";
            s.ResponseExamples[200] = new PostPage(
                [PostView.Example],
                1,
                1,
                1,
                50,
                50,
                1,
                1,
                false,
                false,
                new Dictionary<string, int> { [SocialSource.X] = 1 },
                null
            );
        });
    }

    public override async Task<PostPage> ExecuteAsync(ListPostsRequest request, CancellationToken ct)
    {
        var sources = SocialSource.Of(request.Platform)!;
        var list = $"sns/posts?{string.Join(',', sources)}&{request.Author}";
        var after = Cursor.Read<TimePosition>(list, request.Cursor);
        var window = new Window(request.Offset ?? 0, request.Limit);

        var counts = await reader.CountAsync(sources, request.Author, ct);
        // One more than is shown decides whether others follow, also behind a cursor.
        var posts = await reader.ReadAsync(sources, request.Author, after, window with { Limit = window.Limit + 1 }, ct);
        var shown = posts.Take(window.Limit).ToList();
        var hasNext = posts.Count > window.Limit;
        var total = counts.Values.Sum();
        var pages = (total + window.Limit - 1) / window.Limit;
        return new PostPage(
            [.. shown.Select(PostView.Of)],
            total,
            total,
            after is null ? window.Page : null,
            window.Limit,
            window.Limit,
            pages,
            pages,
            hasNext,
            after is not null || window.Skip > 0,
            counts,
            hasNext ? Cursor.Write(list, new TimePosition(shown[^1].CreatedAt, shown[^1].Id)) : null
        );
    }
}
