using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>Accounts and pages of Truth Social, as they are stored here.</summary>
public sealed class TruthSocialTimelines(TruthSocialClient truthSocial, IClock clock)
{
    /// <summary>Looks an account up by its name.</summary>
    /// <exception cref="ProviderException">The network failed, or sent an account without an id.</exception>
    public async Task<SocialAccount> AccountAsync(string username, CancellationToken ct)
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

    /// <summary>Reads the page that begins before an id; null for the newest. Replies to others are left out.</summary>
    public async Task<TimelinePage> PageAsync(string accountId, string? before, CancellationToken ct)
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
