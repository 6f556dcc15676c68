using System.Text.Json;
using InvestmentAssistant.Api.Features.Sns.Documents;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

public sealed record TruthAccount(string? Id, string? Username, string? DisplayName, bool? Verified, long? FollowersCount);

public sealed record TruthMedia(string? Type, string? Url, string? PreviewUrl);

/// <summary>A post; <c>content</c> is HTML, and empty where it only repeats another's.</summary>
/// <param name="Visibility">public or unlisted; private and direct are for followers or single persons.</param>
/// <param name="Reblog">The post that it repeats.</param>
/// <param name="QuoteId">Id of the post that it quotes.</param>
/// <param name="Quote">That post, where it is sent along.</param>
/// <param name="Tombstone">Not null: the post was taken down, and this stands in its place.</param>
public sealed record TruthStatus(
    string? Id,
    string? CreatedAt,
    string? Language,
    string? Url,
    string? Content,
    string? InReplyToId,
    long? RepliesCount,
    long? ReblogsCount,
    long? FavouritesCount,
    TruthAccount? Account,
    IReadOnlyList<TruthMedia>? MediaAttachments,
    string? Visibility = null,
    TruthStatus? Reblog = null,
    string? QuoteId = null,
    TruthStatus? Quote = null,
    JsonElement? Tombstone = null
)
{
    /// <summary>Whether it is public.</summary>
    public bool IsShown =>
        Tombstone is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } && Visibility is null or "public" or "unlisted";
}

/// <summary>Turns Truth Social's posts into ours. A repost is the original, with the account that repeated it.</summary>
public static class TruthSocialWire
{
    private static readonly Instant s_began = Instant.FromUtc(2021, 10, 1, 0, 0);

    /// <summary>Our post, or null when id, time, author or content are missing.</summary>
    /// <param name="status">As sent.</param>
    /// <param name="source">truth_social_posts or truth_social_trends.</param>
    /// <param name="isWhole">Whether the author's posts are all held under truth_social_posts.</param>
    /// <param name="now">Our clock: a post of the future cannot be one.</param>
    /// <param name="rank">Place among the trending posts, from 1.</param>
    public static SocialPost? ToPost(TruthStatus status, string source, bool isWhole, Instant now, int? rank = null)
    {
        // A repost is an envelope; the original is inside it.
        var shown = status.Reblog ?? status;
        if (
            PostFacts.Id(status.Id) is not { } number
            || TimeOf(status.CreatedAt, number, now) is not { } createdAt
            || !status.IsShown
            || !shown.IsShown
        )
            return null;
        if (PostFacts.Username(status.Account?.Username) is not { } sender || PostFacts.Username(shown.Account?.Username) is not { } author)
            return null;
        IReadOnlyList<SocialMedia> media =
        [
            .. (shown.MediaAttachments ?? []).Where(m => m is not null).Select(m => PostFacts.Media(m.Type, m.Url, m.PreviewUrl)),
        ];
        if (shown.Content is null && media.Count == 0)
            return null;
        var read = PostText.ReadHtml(shown.Content, shown.Quote is not null || shown.QuoteId is not null);
        var isRepost = status.Reblog is not null;
        return new SocialPost
        {
            Id = SocialPost.IdOf(source, status.Id!),
            Source = source,
            PostId = status.Id!,
            LatestId = status.Id!,
            Author = author,
            DisplayName = PostFacts.DisplayName(shown.Account!.DisplayName),
            Verified = shown.Account.Verified ?? false,
            Text = read.Text,
            Language = PostFacts.Language(shown.Language),
            Url = PostFacts.WebAddress(shown.Url),
            CreatedAt = createdAt,
            // The network counts the original only.
            Likes = isRepost ? null : PostFacts.Count(status.FavouritesCount),
            Reposts = isRepost ? null : PostFacts.Count(status.ReblogsCount),
            Replies = isRepost ? null : PostFacts.Count(status.RepliesCount),
            Media = media,
            RepostedBy = isRepost
                ? new Reposter(sender, PostFacts.DisplayName(status.Account!.DisplayName), status.Account.Verified ?? false)
                : null,
            RepostOf = isRepost ? Reference(shown, shown.Id, null, now) with { Text = null } : null,
            Quote =
                shown.Quote is null && shown.QuoteId is null && read.QuoteUrl is null
                    ? null
                    : Reference(shown.Quote, shown.QuoteId, read.QuoteUrl, now),
            TrendRank = rank,
            IsListed =
                source == SocialSource.TruthTrends ? read.Text.Length > 0 && !isWhole : read.Text.Length > 0 || media.Count > 0 || isWhole,
        };
    }

    /// <summary>A post that was sent along; its id and address where it was not, or is no longer shown.</summary>
    private static ReferencedPost Reference(TruthStatus? status, string? id, string? url, Instant now)
    {
        id = PostFacts.Id(status?.Id ?? id) is null ? null : status?.Id ?? id;
        if (status is not { IsShown: true } || PostFacts.Username(status.Account?.Username) is not { } author)
            return new ReferencedPost(id, Url: url);
        return new ReferencedPost(
            id,
            author,
            PostFacts.DisplayName(status.Account!.DisplayName),
            PostText.ReadHtml(status.Content, status.QuoteId is not null).Text,
            PostFacts.WebAddress(status.Url) ?? url,
            PostFacts.Id(id) is { } number ? TimeOf(status.CreatedAt, number, now) : null,
            PostFacts.Count(status.FavouritesCount),
            PostFacts.Count(status.ReblogsCount),
            PostFacts.Count(status.RepliesCount)
        );
    }

    /// <summary>Ids hold their time: milliseconds since 1970, above 16 bits.</summary>
    private static Instant? TimeOf(string? said, ulong id, Instant now) => PostFacts.Time(said, id >> 16, s_began, now);
}
