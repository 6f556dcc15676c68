using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>
/// All posts of the few accounts that are followed on Truth Social, the longest unvisited account first. Each run reads the newest page,
/// whose counts still grow, and goes back to what is held: a run that comes late leaves no gap. Posts that were not on a page are then
/// asked for by their ids, since those that were taken down are missing from it.
/// </summary>
public sealed class TruthSocialPostsJob(
    TruthSocialTimelines timelines,
    PostStore store,
    TimelineWalk walk,
    TruthSocialLook look,
    SocialAccounts accounts,
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
        var oldest = accounts.PostsWantedSince(clock.GetCurrentInstant());
        foreach (var known in accounts.FollowedOnTruthSocial.OrderBy(a => held.GetValueOrDefault(IdOf(a))?.VisitedAt ?? Instant.MinValue))
        {
            var end = await refused.TryAsync(known.Username, async () =>
            {
                var account = held.GetValueOrDefault(IdOf(known)) ?? await timelines.AccountAsync(known.Username, ct);
                var done = await walk.RunAsync(account, (before, token) => timelines.PageAsync(account.UserId!, before, token), oldest, ct);
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
}
