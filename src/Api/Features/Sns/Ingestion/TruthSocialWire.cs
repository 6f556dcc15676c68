using System.Globalization;
using InvestmentAssistant.Api.Features.Sns.Documents;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

public sealed record TruthAccount(string? Id, string? Username, string? DisplayName, bool? Verified, long? FollowersCount);

public sealed record TruthMedia(string? Type, string? Url, string? PreviewUrl);

/// <summary>A post; <c>content</c> is HTML and empty where it only repeats another's.</summary>
public sealed record TruthStatus(
    string? Id, string? CreatedAt, string? Language, string? Url, string? Content, string? InReplyToId, long? RepliesCount, long? ReblogsCount, long? FavouritesCount,
    TruthAccount? Account, IReadOnlyList<TruthMedia>? MediaAttachments);

/// <summary>Turns Truth Social's posts into ours.</summary>
public static class TruthSocialWire
{
    /// <summary>Our post, or null when id, time or author are missing.</summary>
    /// <param name="source">truth_social_posts or truth_social_trends.</param>
    /// <param name="isWhole">Whether the author's posts are all held under truth_social_posts.</param>
    /// <param name="rank">Place among the trending posts, from 1.</param>
    public static SocialPost? ToPost(TruthStatus status, string source, bool isWhole, int? rank = null)
    {
        if (status is not { Id: { } id, Account.Username: { Length: > 0 } username } || !ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _)) return null;
        if (status.CreatedAt is null || OffsetDateTimePattern.ExtendedIso.Parse(status.CreatedAt) is not { Success: true, Value: var createdAt }) return null;
        var text = PostText.OfHtml(status.Content);
        IReadOnlyList<SocialMedia> media = [.. (status.MediaAttachments ?? []).Select(m => new SocialMedia(m.Type ?? "unknown", m.Url, m.PreviewUrl))];
        return new SocialPost
        {
            Id = SocialPost.IdOf(source, id),
            Source = source,
            PostId = id,
            LatestId = id,
            Author = username,
            DisplayName = string.IsNullOrWhiteSpace(status.Account.DisplayName) ? null : status.Account.DisplayName,
            Verified = status.Account.Verified ?? false,
            Text = text,
            Language = status.Language,
            Url = status.Url,
            CreatedAt = createdAt.ToInstant(),
            Likes = status.FavouritesCount,
            Reposts = status.ReblogsCount,
            Replies = status.RepliesCount,
            Media = media,
            TrendRank = rank,
            IsListed = source == SocialSource.TruthTrends ? text.Length > 0 && !isWhole : text.Length > 0 || media.Count > 0 || isWhole,
        };
    }
}
