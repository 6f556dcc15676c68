using InvestmentAssistant.Api.Features.Sns.Documents;
using Marten;
using NodaTime;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>Writes posts and accounts by their natural keys: what is new is added, what changed is replaced, the rest is left alone.</summary>
public sealed class PostStore(IDocumentStore store, IClock clock)
{
    /// <summary>One transaction, with the account's place in its timeline and the source's last answer: a run that is killed has written a page whole or not at all.</summary>
    /// <returns>How many posts were added or changed.</returns>
    public async Task<int> WriteAsync(string source, IReadOnlyList<SocialPost> posts, SocialAccount? account, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        await using var session = store.LightweightSession();
        // An edited post may come twice in a page: its newest version counts.
        var newest = posts.GroupBy(p => p.Id).Select(g => g.Aggregate((a, b) => SocialPost.CompareIds(a.LatestId, b.LatestId) >= 0 ? a : b)).ToList();
        var held = (await session.LoadManyAsync<SocialPost>(ct, newest.Select(p => p.Id))).ToDictionary(p => p.Id);
        var written = 0;
        foreach (var read in newest)
        {
            var post = read with { TextHash = read.HashOfText() };
            var merged = held.TryGetValue(post.Id, out var old) ? Merge(old, post, now) : post with { FirstSeenAt = now, UpdatedAt = now };
            if (ReferenceEquals(merged, old)) continue;
            session.Store(merged);
            written++;
        }
        if (account is not null) session.Store(account);
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

    /// <summary>Ids of a source's posts from that time on, in their newest version, those first whose text and counts were changed here longest ago.</summary>
    public async Task<IReadOnlyList<string>> LongestUnchangedAsync(string source, Instant from, int most, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return [.. (await session.Query<SocialPost>().Where(p => p.Source == source && p.CreatedAt >= from).OrderBy(p => p.UpdatedAt).ThenByDescending(p => p.CreatedAt).Take(most)
            .ToListAsync(ct)).Select(p => p.LatestId)];
    }

    /// <summary>The held post when nothing changed; else the new one with what never changes of the old. An older version than the held one changes nothing.</summary>
    private static SocialPost Merge(SocialPost old, SocialPost post, Instant now)
    {
        if (SocialPost.CompareIds(post.LatestId, old.LatestId) < 0) return old;
        var merged = post with
        {
            CreatedAt = old.CreatedAt,
            Author = old.Author,
            AccountCategory = post.AccountCategory ?? old.AccountCategory,
            Likes = post.Likes ?? old.Likes,
            Reposts = post.Reposts ?? old.Reposts,
            Replies = post.Replies ?? old.Replies,
            Quotes = post.Quotes ?? old.Quotes,
            Bookmarks = post.Bookmarks ?? old.Bookmarks,
            Impressions = post.Impressions ?? old.Impressions,
            FirstSeenAt = old.FirstSeenAt,
            UpdatedAt = old.UpdatedAt,
            Media = old.Media.SequenceEqual(post.Media) ? old.Media : post.Media,
            Cashtags = old.Cashtags.SequenceEqual(post.Cashtags) ? old.Cashtags : post.Cashtags,
        };
        return merged == old ? old : merged with { UpdatedAt = now };
    }
}
