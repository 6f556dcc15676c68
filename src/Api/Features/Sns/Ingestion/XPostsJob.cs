using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>
/// Posts of the followed X accounts: what is new since the last visit, the longest unvisited account first, then the counts of the last
/// days' posts as they stand now. A spent budget or an empty window ends the run cleanly; the next one goes on with the accounts that
/// waited longest.
/// </summary>
public sealed class XPostsJob(
    XClient x,
    PostStore store,
    TimelineWalk walk,
    SocialAccounts accounts,
    IOptions<SnsOptions> options,
    IClock clock,
    ILogger<XPostsJob> log
) : IDataSetJob
{
    /// <summary>Names change hands seldom, and one that did not exist may be taken later.</summary>
    private static readonly Duration s_lookUpAgain = Duration.FromDays(7);

    /// <summary>After this a post's counts hardly grow any more.</summary>
    private static readonly Duration s_countsGrow = Duration.FromDays(3);

    public DataSetDescription Description { get; } =
        new("x-posts", XClient.Provider, "X posts of followed accounts", "0 7 */2 * * ?", Duration.FromHours(6));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        int rows = 0,
            dropped = 0,
            visited = 0,
            refused = 0,
            all = 0;
        try
        {
            var followed = await LookUpAsync(ct);
            all = followed.Count;
            foreach (var account in followed.OrderBy(a => a.VisitedAt ?? Instant.MinValue))
            {
                try
                {
                    var done = await VisitAsync(account, ct);
                    (rows, dropped, visited) = (rows + done.Written, dropped + done.Dropped, visited + 1);
                    context.Progress($"{visited} of {followed.Count} accounts, {rows} posts");
                }
                catch (ProviderException e) when (e.Kind is ProviderFailure.Rejected)
                {
                    refused++; // gone or protected: about this account alone
                    // else it would stay at the head of the queue
                    await store.WriteAsync([account with { VisitedAt = clock.GetCurrentInstant() }], ct);
                    log.LogInformation("X gives no posts of {Account}: {Reason}", account.Username, e.Message);
                }
            }
            var (refreshed, bad) = await RefreshCountsAsync(ct);
            return new JobOutcome(rows + refreshed, dropped + bad, Note: refused > 0 ? $"{refused} accounts gave no posts" : null);
        }
        catch (ProviderException e) when (e.IsLimit)
        {
            return JobOutcome.CutBy(e, rows, dropped, visited, all - visited - refused, "accounts");
        }
    }

    /// <summary>The followed accounts that exist; names that are not known yet, or for long, are asked for a hundred in a call.</summary>
    private async Task<IReadOnlyList<SocialAccount>> LookUpAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var held = (await store.AccountsAsync(SocialSource.X, ct)).ToDictionary();
        var unknown = accounts
            .FollowedOnX.Where(a =>
                !held.TryGetValue(SocialAccount.IdOf(SocialSource.X, a.Username), out var known) || now - known.LookedUpAt > s_lookUpAgain
            )
            .ToList();
        foreach (var chunk in unknown.Chunk(XClient.Most))
        {
            var reply = await x.UsersAsync(chunk.Select(a => a.Username), ct);
            SocialAccount[] found =
            [
                .. chunk.Select(a =>
                    Of(a, reply.Rows.FirstOrDefault(u => a.Username.Equals(u.Username, StringComparison.OrdinalIgnoreCase)), held, now)
                ),
            ];
            foreach (var missing in found.Where(a => a.UserId is null))
                log.LogInformation("X knows no account {Account}", missing.Username);
            await store.WriteAsync(found, ct);
            foreach (var account in found)
                held[account.Id] = account;
        }
        return [.. accounts.FollowedOnX.Select(a => held[SocialAccount.IdOf(SocialSource.X, a.Username)]).Where(a => a.UserId is not null)];
    }

    private static SocialAccount Of(KnownAccount account, XUser? user, Dictionary<string, SocialAccount> held, Instant now)
    {
        var id = SocialAccount.IdOf(SocialSource.X, account.Username);
        var before = held.GetValueOrDefault(id);
        // Another id under the old name is another account: its timeline starts again.
        var same = before is not null && before.UserId == user?.Id ? before : null;
        return new SocialAccount
        {
            Id = id,
            Source = SocialSource.X,
            Username = user?.Username ?? account.Username,
            UserId = user?.Id,
            DisplayName = user?.Name,
            Verified = user?.Verified ?? false,
            Followers = user?.PublicMetrics?.FollowersCount,
            LookedUpAt = now,
            SinceId = same?.SinceId,
            Walk = same?.Walk,
            VisitedAt = same?.VisitedAt,
        };
    }

    private Task<WalkResult> VisitAsync(SocialAccount account, CancellationToken ct)
    {
        var oldest = accounts.PostsWantedSince(clock.GetCurrentInstant());
        return walk.RunAsync(
            account,
            async (before, token) => PageOf(await x.TimelineAsync(account.UserId!, account.SinceId, before, oldest, token), account),
            oldest,
            ct
        );
    }

    /// <summary>
    /// Counts and texts of the last days' posts as they stand now, those first that X was asked for longest ago, in one call: since_id asks
    /// for none of them again. Those that X no longer
    /// shows are taken off the lists.
    /// </summary>
    private async Task<(int Written, int Dropped)> RefreshCountsAsync(CancellationToken ct)
    {
        var most = Math.Clamp(options.Value.RecountedPosts, 0, XClient.Most);
        var asked = await store.LongestUnaskedAsync(SocialSource.X, clock.GetCurrentInstant() - s_countsGrow, most, ct);
        if (asked.Count == 0)
            return (0, 0);
        XReply<XPost> reply;
        try
        {
            reply = await x.PostsAsync(asked.Select(p => p.EditedTo ?? p.LatestId), ct);
        }
        catch (ProviderException e) when (e.Kind is ProviderFailure.Rejected)
        {
            // One id may spoil the call for all: the next run asks for others.
            await store.WriteLookAsync(SocialSource.X, asked, [], new Dictionary<string, string>(), ct);
            log.LogWarning("X refused to count {Posts} posts again: {Reason}", asked.Count, e.Message);
            return (0, 0);
        }
        var page = PageOf(reply, account: null);
        var gone = XWire.GoneIn(reply.Errors);
        var missing = asked
            .Select(p => (p.Id, Reason: gone.GetValueOrDefault(p.EditedTo ?? p.LatestId)))
            .Where(p => p.Reason is not null)
            .ToDictionary(p => p.Id, p => p.Reason!);
        if (missing.Count > 0)
            log.LogInformation("X no longer shows {Posts} posts", missing.Count);
        return (await store.WriteLookAsync(SocialSource.X, asked, page.Posts, missing, ct), page.Dropped);
    }

    private TimelinePage PageOf(XReply<XPost> reply, SocialAccount? account)
    {
        var now = clock.GetCurrentInstant();
        List<SocialPost> posts =
        [
            .. reply.Rows.Select(p => XPosts.ToPost(p, reply, account, CategoryOf(account?.Username), now)).OfType<SocialPost>(),
        ];
        var dropped = reply.Dropped + reply.Rows.Count - posts.Count;
        if (dropped > 0)
            log.LogDebug("X: {Dropped} posts cannot be read and were left out", dropped);
        return new TimelinePage(posts, dropped, reply.HasMore);
    }

    private string? CategoryOf(string? username) =>
        accounts.FollowedOnX.FirstOrDefault(a => a.Username.Equals(username, StringComparison.OrdinalIgnoreCase))?.Category;
}
