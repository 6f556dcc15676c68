using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using InvestmentAssistant.Api.Platform.Providers;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>
/// All posts of the few accounts that are followed on Truth Social, the longest unvisited account first. Each run reads the newest page,
/// whose counts still grow, and goes back to what is held:
/// a run that comes late leaves no gap. Posts that were not on a page are then asked for by their ids, since those that were taken down are
/// missing from it.
/// </summary>
public sealed class TruthSocialPostsJob(
    TruthSocialClient truthSocial,
    PostStore store,
    TimelineWalk walk,
    TruthSocialLook look,
    SocialAccounts accounts,
    IOptions<SnsOptions> options,
    IClock clock,
    ILogger<TruthSocialPostsJob> log
) : IDataSetJob
{
    public DataSetDescription Description { get; } =
        new(
            "truth-social-posts",
            TruthSocialClient.Provider,
            "Truth Social posts of followed accounts",
            "0 12 * * * ?",
            Duration.FromHours(3)
        );

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        int rows = 0,
            dropped = 0,
            visited = 0;
        var refused = ItemFailures.OfAccounts();
        var held = await store.AccountsAsync(SocialSource.TruthPosts, ct);
        var oldest = clock.GetCurrentInstant() - Duration.FromDays(options.Value.HistoryDays);
        foreach (var known in accounts.FollowedOnTruthSocial.OrderBy(a => held.GetValueOrDefault(IdOf(a))?.VisitedAt ?? Instant.MinValue))
        {
            var end = await refused.TryAsync(known.Username, async () =>
            {
                var account = held.GetValueOrDefault(IdOf(known)) ?? await LookUpAsync(known.Username, ct);
                var done = await walk.RunAsync(account, (before, token) => PageAsync(account.UserId!, before, token), oldest, ct);
                (rows, dropped, visited) = (rows + done.Written, dropped + done.Dropped, visited + 1);
                context.Progress($"{visited} of {accounts.FollowedOnTruthSocial.Count} accounts, {rows} posts");
            });
            if (end is ItemEnd.Limited)
            {
                var left = accounts.FollowedOnTruthSocial.Count - visited - refused.Count;
                return JobOutcome.CutBy(refused.Limit!, rows, dropped, visited, left, "accounts");
            }
            if (end is ItemEnd.Failed)
                log.LogInformation("Truth Social gives no posts of {Account}: {Reason}", known.Username, refused.Latest!.Message);
        }
        var (looked, bad) = await look.RunAsync(
            SocialSource.TruthPosts,
            s => TruthSocialWire.ToPost(s, SocialSource.TruthPosts, isWhole: true, clock.GetCurrentInstant()),
            ct
        );
        return new JobOutcome(rows + looked, dropped + bad, Note: refused.Count > 0 ? $"{refused.Count} accounts gave no posts" : null);
    }

    private static string IdOf(KnownAccount account) => SocialAccount.IdOf(SocialSource.TruthPosts, account.Username);

    private async Task<SocialAccount> LookUpAsync(string username, CancellationToken ct)
    {
        var found = await truthSocial.AccountAsync(username, ct);
        if (string.IsNullOrEmpty(found.Id))
            throw new ProviderException(ProviderFailure.BadReply, TruthSocialClient.Provider, $"sent {username} without an id");
        return new SocialAccount
        {
            Id = SocialAccount.IdOf(SocialSource.TruthPosts, username),
            Source = SocialSource.TruthPosts,
            Username = PostFacts.Username(found.Username) ?? username,
            UserId = found.Id,
            DisplayName = PostFacts.DisplayName(found.DisplayName),
            Verified = found.Verified ?? false,
            Followers = found.FollowersCount,
            LookedUpAt = clock.GetCurrentInstant(),
        };
    }

    private async Task<TimelinePage> PageAsync(string accountId, string? before, CancellationToken ct)
    {
        var page = await truthSocial.StatusesAsync(accountId, before, ct);
        var now = clock.GetCurrentInstant();
        List<SocialPost> posts =
        [
            .. page
                .Rows.Where(s => s.InReplyToId is null)
                .Select(s => TruthSocialWire.ToPost(s, SocialSource.TruthPosts, isWhole: true, now))
                .OfType<SocialPost>(),
        ];
        var dropped = page.Dropped + page.Rows.Count(s => s.InReplyToId is null) - posts.Count;
        // A short page does not mean the end here (posts that were taken down are missing from it): only an empty one does.
        return new TimelinePage(posts, dropped, HasMore: page.Rows.Count > 0);
    }
}
