using InvestmentAssistant.Api.Features.Sns.Documents;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>A page of a timeline, newest first.</summary>
/// <param name="Dropped">Rows that could not be read.</param>
/// <param name="HasMore">Whether the network says, or may have, older ones.</param>
public sealed record TimelinePage(IReadOnlyList<SocialPost> Posts, int Dropped, bool HasMore);

/// <param name="Account">Where the account stands after it.</param>
public sealed record WalkResult(SocialAccount Account, int Written, int Dropped);

/// <summary>
/// Walks back from an account's newest post to what is held. Only when the walk has arrived there is the account known to be held up to its
/// newest post; a walk that is cut short (budget, kill) says where it stands in the same transaction as its posts, and goes on there next
/// time, so that no gap is left.
/// </summary>
public sealed class TimelineWalk(PostStore store, IClock clock)
{
    /// <summary>Pages of one visit: the rest of a long first visit waits for the next, so that one account never takes all calls.</summary>
    private const int MostPages = 20;

    /// <param name="account">As it is held.</param>
    /// <param name="read">Reads the page that begins before an id; null for the newest.</param>
    /// <param name="oldest">Posts before this are not wanted.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<WalkResult> RunAsync(
        SocialAccount account,
        Func<string?, CancellationToken, Task<TimelinePage>> read,
        Instant oldest,
        CancellationToken ct
    )
    {
        var (written, dropped) = (0, 0);
        for (var pages = 1; pages <= MostPages; pages++)
        {
            var page = await read(account.Walk?.OldestId, ct);
            dropped += page.Dropped;
            account = Advance(account, page, oldest);
            written += await store.WriteAsync(account.Source, [.. page.Posts.Where(p => p.CreatedAt >= oldest)], account, ct);
            if (account.Walk is null)
                break;
        }
        return new WalkResult(account, written, dropped);
    }

    private SocialAccount Advance(SocialAccount account, TimelinePage page, Instant oldest)
    {
        var now = clock.GetCurrentInstant();
        string? newestId = account.Walk?.NewestId,
            oldestId = null;
        var reachedOld = false;
        foreach (var post in page.Posts)
        {
            if (newestId is null || SocialPost.CompareIds(post.LatestId, newestId) > 0)
                newestId = post.LatestId;
            if (oldestId is null || SocialPost.CompareIds(post.LatestId, oldestId) < 0)
                oldestId = post.LatestId;
            reachedOld |= post.CreatedAt < oldest || (account.SinceId is { } since && SocialPost.CompareIds(post.LatestId, since) <= 0);
        }
        return page.HasMore && oldestId is not null && !reachedOld
            ? account with
            {
                Walk = new TimelineWalkState(newestId!, oldestId),
                VisitedAt = now,
            }
            : account with
            {
                Walk = null,
                SinceId = newestId ?? account.SinceId,
                VisitedAt = now,
            };
    }
}
