using InvestmentAssistant.Api.Features.Sns.Documents;
using Marten;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>
/// Writes posts and accounts by their natural keys: what is new is added, what changed is replaced, the rest is left alone.
/// </summary>
public sealed class PostStore(IDocumentStore store, IClock clock)
{
    private static readonly Dictionary<string, string> s_noneGone = [];

    /// <summary>
    /// One transaction, with the account's place in its timeline and the source's last answer: a run that is killed has written a page
    /// whole or not at all.
    /// </summary>
    /// <returns>How many posts were added or changed.</returns>
    public Task<int> WriteAsync(string source, IReadOnlyList<SocialPost> posts, SocialAccount? account, CancellationToken ct) =>
        WriteAsync(source, posts, [], s_noneGone, account, ct);

    /// <summary>Answer of a network to a request for posts by their ids. All of them count as asked, also those it said
    /// nothing of.</summary>
    /// <param name="source">Of the posts.</param>
    /// <param name="asked">As they are held.</param>
    /// <param name="posts">Those that it sent.</param>
    /// <param name="gone">By document id, why it no longer shows a post; a post that it sent too is not gone.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many posts changed.</returns>
    public Task<int> WriteLookAsync(
        string source,
        IReadOnlyList<SocialPost> asked,
        IReadOnlyList<SocialPost> posts,
        IReadOnlyDictionary<string, string> gone,
        CancellationToken ct
    ) => WriteAsync(source, posts, asked, gone, account: null, ct);

    private async Task<int> WriteAsync(
        string source,
        IReadOnlyList<SocialPost> posts,
        IReadOnlyList<SocialPost> asked,
        IReadOnlyDictionary<string, string> gone,
        SocialAccount? account,
        CancellationToken ct
    )
    {
        var now = clock.GetCurrentInstant();
        await using var session = store.LightweightSession();
        // An edited post may come twice in a page: its newest version counts.
        var newest = posts
            .GroupBy(p => p.Id)
            .Select(g => g.Aggregate((a, b) => SocialPost.CompareIds(a.LatestId, b.LatestId) >= 0 ? a : b))
            .ToDictionary(p => p.Id);
        var held = (await session.LoadManyAsync<SocialPost>(ct, newest.Keys.Union(asked.Select(p => p.Id)))).ToDictionary(p => p.Id);
        var written = 0;
        foreach (var read in newest.Values)
        {
            var post = read with { TextHash = read.HashOfText() };
            var merged = held.TryGetValue(post.Id, out var old) ? Merge(old, post) : post with { FirstSeenAt = now };
            var isChanged = merged != old;
            session.Store(merged with { AskedAt = now, UpdatedAt = isChanged ? now : merged.UpdatedAt });
            if (isChanged)
                written++;
        }
        foreach (var old in asked.Where(p => !newest.ContainsKey(p.Id)).Select(p => held.GetValueOrDefault(p.Id)).OfType<SocialPost>())
        {
            var reason = gone.GetValueOrDefault(old.Id);
            var isChanged = reason is not null && reason != old.GoneReason;
            session.Store(isChanged ? Withdraw(old, reason!, now) : old with { AskedAt = now });
            if (isChanged)
                written++;
        }
        if (account is not null)
            session.Store(account);
        session.Store(new SocialFetch(source, now));
        await session.SaveChangesAsync(ct);
        return written;
    }

    public async Task<IReadOnlyDictionary<string, SocialAccount>> AccountsAsync(string source, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return (await session.Query<SocialAccount>().Where(a => a.Source == source).ToListAsync(ct)).ToDictionary(a => a.Id);
    }

    public async Task WriteAsync(IReadOnlyList<SocialAccount> accounts, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Store<SocialAccount>(accounts);
        await session.SaveChangesAsync(ct);
    }

    /// <summary>
    /// A source's posts from that time on, those first that its network was asked for longest ago. By the asking, not by what changed: a
    /// post that never changes, or that is gone, would
    /// stay at the head. Deleted ones are not asked for again.
    /// </summary>
    public async Task<IReadOnlyList<SocialPost>> LongestUnaskedAsync(string source, Instant from, int most, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.QueryAsync<SocialPost>(
            """
            where d.source = ? and d.created__at >= ? and d.data ->> 'gone_reason' is distinct from ?
            order by coalesce((d.data ->> 'asked_at')::timestamptz, '-infinity'), d.created__at desc, d.id limit ?
            """,
            ct,
            source,
            from,
            GoneReason.Deleted,
            most
        );
    }

    /// <summary>
    /// The held post when nothing changed; else the new one with what never changes of the old. An older version than the held one changes
    /// nothing.
    /// </summary>
    private static SocialPost Merge(SocialPost old, SocialPost post)
    {
        if (SocialPost.CompareIds(post.LatestId, old.LatestId) < 0)
            return old;
        // A repost whose original was sent along once is known whole, also when it is no longer sent.
        if (post.IsCut && old is { IsCut: false, RepostedBy: not null, GoneAt: null })
        {
            post = post with
            {
                Author = old.Author,
                DisplayName = old.DisplayName,
                Verified = old.Verified,
                Text = old.Text,
                TextHash = old.TextHash,
                IsCut = false,
                Media = old.Media,
                Cashtags = old.Cashtags,
                RepostOf = old.RepostOf,
                Quote = old.Quote,
                Url = old.Url,
                IsListed = old.IsListed,
            };
        }
        return post with
        {
            CreatedAt = old.CreatedAt,
            Author = post.RepostedBy is null && old.RepostedBy is null ? old.Author : post.Author,
            AccountCategory = post.AccountCategory ?? old.AccountCategory,
            Likes = Known(post.Likes, old.Likes),
            Reposts = Known(post.Reposts, old.Reposts),
            Replies = Known(post.Replies, old.Replies),
            Quotes = Known(post.Quotes, old.Quotes),
            Bookmarks = Known(post.Bookmarks, old.Bookmarks),
            Impressions = Known(post.Impressions, old.Impressions),
            FirstSeenAt = old.FirstSeenAt,
            AskedAt = old.AskedAt,
            UpdatedAt = old.UpdatedAt,
            Media = old.Media.SequenceEqual(post.Media) ? old.Media : post.Media,
            Cashtags = old.Cashtags.SequenceEqual(post.Cashtags) ? old.Cashtags : post.Cashtags,
        };

        long? Known(long? told, long? before) => told ?? (post.RepostedBy is null ? before : null);
    }

    /// <summary>Keeps the row of a post that its network no longer shows, without its text.</summary>
    private static SocialPost Withdraw(SocialPost post, string reason, Instant now) =>
        post with
        {
            Text = "",
            TextHash = "",
            IsCut = false,
            Media = [],
            Cashtags = [],
            Quote = null,
            RepostOf = null,
            IsListed = false,
            GoneAt = now,
            GoneReason = reason,
            AskedAt = now,
            UpdatedAt = now,
        };
}
