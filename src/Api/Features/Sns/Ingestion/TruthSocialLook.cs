using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>
/// Asks Truth Social for posts of the last days by their ids, those first that it was asked for longest ago: counts grow on, and posts that
/// were taken down leave the lists. A few a run, each
/// costs a call.
/// </summary>
public sealed class TruthSocialLook(TruthSocialClient truthSocial, PostStore store, IClock clock, ILogger<TruthSocialLook> log)
{
    private const int MostAsked = 10;

    private static readonly Duration s_window = Duration.FromDays(3);
    private static readonly Duration s_pause = Duration.FromMinutes(50);

    /// <param name="source">truth_social_posts or truth_social_trends.</param>
    /// <param name="map">Makes the post of what was sent; null when it cannot be read.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<(int Written, int Dropped)> RunAsync(string source, Func<TruthStatus, SocialPost?> map, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        // Posts that the last run or this run's pages have read are up to date.
        var queue = (await store.LongestUnaskedAsync(source, now - s_window, MostAsked, ct)).Where(p => p.AskedAt < now - s_pause).ToList();
        List<SocialPost> asked = [],
            read = [];
        var gone = new Dictionary<string, string>(StringComparer.Ordinal);
        var dropped = 0;
        foreach (var post in queue)
        {
            try
            {
                if (await truthSocial.StatusAsync(post.PostId, ct) is not { } status)
                    gone[post.Id] = GoneReason.Deleted;
                else if (!status.IsShown)
                    gone[post.Id] = GoneReason.NotShown;
                else if (map(status) is { } mapped && mapped.Id == post.Id)
                    read.Add(mapped with { TrendRank = mapped.TrendRank ?? post.TrendRank });
                else
                    dropped++;
                asked.Add(post);
            }
            catch (ProviderException e) when (e.Kind is ProviderFailure.Rejected or ProviderFailure.BadReply)
            {
                asked.Add(post);
                dropped++;
            }
            catch (ProviderException e)
            {
                log.LogInformation(
                    "Truth Social was asked for {Posts} of {Queued} posts again: {Reason}",
                    asked.Count,
                    queue.Count,
                    e.Message
                );
                break;
            }
        }
        if (asked.Count == 0)
            return (0, 0);
        if (gone.Count > 0)
            log.LogInformation("Truth Social no longer shows {Posts} posts", gone.Count);
        return (await store.WriteLookAsync(source, asked, read, gone, ct), dropped);
    }
}
