using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>The posts that trend on Truth Social, hourly. One that stops trending stays, with its last place, and is asked for by its id
/// while it is new.</summary>
public sealed class TruthSocialTrendsJob(
    TruthSocialClient truthSocial,
    PostStore store,
    TruthSocialLook look,
    SocialAccounts accounts,
    IClock clock
) : IDataSetJob
{
    public DataSetDescription Description { get; } =
        new("truth-social-trends", TruthSocialClient.Provider, "Trending Truth Social posts", "0 22 * * * ?", Duration.FromHours(3));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var page = await truthSocial.TrendingAsync(ct);
        var posts = page.Rows.Select((s, place) => ToPost(s, place + 1)).OfType<SocialPost>().ToList();
        var dropped = page.Dropped + page.Rows.Count - posts.Count;
        if (posts.Count == 0)
            throw new ProviderException(
                ProviderFailure.BadReply,
                TruthSocialClient.Provider,
                $"sent no readable trending post ({dropped} dropped)"
            );
        var written = await store.WriteAsync(SocialSource.TruthTrends, posts, account: null, ct);
        var (looked, bad) = await look.RunAsync(SocialSource.TruthTrends, s => ToPost(s, rank: null), ct);
        return new JobOutcome(written + looked, dropped + bad);
    }

    private SocialPost? ToPost(TruthStatus status, int? rank) =>
        TruthSocialWire.ToPost(
            status,
            SocialSource.TruthTrends,
            status.Account?.Username is { } author && accounts.IsWholeOnTruthSocial(author),
            clock.GetCurrentInstant(),
            rank
        );
}
