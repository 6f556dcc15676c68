using InvestmentAssistant.Api.Features.Sns.Documents;

namespace InvestmentAssistant.Api.Features.Sns;

/// <summary>The account that repeated another's post.</summary>
public sealed record ReposterView(string Username, string? DisplayName, bool Verified)
{
    public static ReposterView? Of(Reposter? reposter) =>
        reposter is null ? null : new(reposter.Username, reposter.DisplayName, reposter.Verified);
}

/// <summary>The original of a repost, or the post that one quotes. Counts are its own; what the network did not send along is
/// null.</summary>
/// <param name="Id">The network's id.</param>
/// <param name="Author">User name.</param>
/// <param name="Content">Plain text.</param>
/// <param name="Url">Where the network shows it.</param>
/// <param name="Retweets">Reposts.</param>
public sealed record ReferencedPostView(
    string? Id,
    string? Author,
    string? DisplayName,
    string? Content,
    string? Url,
    Instant? CreatedAt,
    long? Likes,
    long? Retweets,
    long? Replies
)
{
    public static ReferencedPostView? Of(ReferencedPost? post) =>
        post is null
            ? null
            : new(post.PostId, post.Author, post.DisplayName, post.Text, post.Url, post.CreatedAt, post.Likes, post.Reposts, post.Replies);

    /// <summary>The original of a repost, with the text that the repost shows.</summary>
    public static ReferencedPostView? OriginalOf(SocialPost post) =>
        Of(post.RepostOf is null ? null : post.RepostOf with { Author = post.Author, DisplayName = post.DisplayName, Text = post.Text });
}

/// <summary>A post as lists and details give it. A repost has the original's text and author.</summary>
/// <param name="Id">The network's id.</param>
/// <param name="Platform">x, truth_social_posts or truth_social_trends.</param>
/// <param name="Content">Plain text; a Korean word in brackets replaces the text of a post that is only a picture, a video or
/// nothing.</param>
/// <param name="CleanContent">The same.</param>
/// <param name="Author">User name of the account that wrote the text.</param>
/// <param name="Likes">At the last read; null where the network sent none, and for reposts, of which networks count the original only.
/// So are the other counts.</param>
/// <param name="Retweets">Reposts.</param>
/// <param name="EngagementScore">Likes, reposts and replies added up.</param>
/// <param name="MediaThumbnail">Of the first attachment.</param>
/// <param name="MediaType">Of the first attachment, in the network's word; null without one.</param>
/// <param name="Url">Where the network shows it.</param>
/// <param name="Language">As the network guessed it.</param>
/// <param name="Verified">Of the author.</param>
/// <param name="IsRepost">Whether an account repeated another's post.</param>
/// <param name="RepostedBy">That account; null unless it is a repost.</param>
/// <param name="RepostOf">The original with its own counts; null unless it is a repost.</param>
/// <param name="Quote">The post that it quotes; null when it quotes none.</param>
/// <param name="IsTruncated">Whether only the beginning of the text is known.</param>
public sealed record PostView(
    string Id,
    string Platform,
    string Content,
    string? CleanContent,
    string Author,
    string? DisplayName,
    Instant CreatedAt,
    long? Likes,
    long? Retweets,
    long? Replies,
    long EngagementScore,
    bool HasMedia,
    string? MediaThumbnail,
    string? MediaType,
    string? Url,
    string? Language,
    bool Verified,
    bool IsRepost,
    ReposterView? RepostedBy,
    ReferencedPostView? RepostOf,
    ReferencedPostView? Quote,
    bool IsTruncated
)
{
    public static readonly PostView Example = new(
        "1976543210987654321",
        SocialSource.X,
        "$TSLA deliveries beat estimates 🚀",
        "$TSLA deliveries beat estimates 🚀",
        "orchard_capital",
        "Orchard Capital (made up)",
        Instant.FromUtc(2026, 11, 23, 14, 5),
        120_400,
        18_300,
        9_750,
        148_450,
        false,
        null,
        null,
        "https://x.com/orchard_capital/status/1976543210987654321",
        "en",
        true,
        false,
        null,
        null,
        null,
        false
    );

    public static PostView Of(SocialPost post)
    {
        var content = ContentOf(post);
        var media = MediaView.Of(post);
        return new PostView(
            post.PostId,
            post.Source,
            content,
            content,
            post.Author,
            post.DisplayName,
            post.CreatedAt,
            post.Likes,
            post.Reposts,
            post.Replies,
            post.Engagement,
            media.HasMedia,
            media.MediaThumbnail,
            media.MediaType,
            post.Url,
            post.Language,
            post.Verified,
            post.RepostedBy is not null,
            ReposterView.Of(post.RepostedBy),
            ReferencedPostView.OriginalOf(post),
            ReferencedPostView.Of(post.Quote),
            post.IsCut
        );
    }

    /// <summary>The text, or the word that replaces it.</summary>
    public static string ContentOf(SocialPost post) =>
        post.Text.Length > 0 ? post.Text
        : post.Media is not [var first, ..] ? "[내용 없음]"
        : first.Type switch
        {
            "image" or "photo" => "[이미지]",
            "video" or "gifv" or "animated_gif" => "[영상]",
            _ => "[미디어]",
        };
}

/// <summary>The first attachment of a post.</summary>
/// <param name="MediaThumbnail">The small picture, else the original; null without media.</param>
/// <param name="MediaType">The network's word; null without media.</param>
public sealed record MediaView(bool HasMedia, string? MediaThumbnail, string? MediaType)
{
    public static MediaView Of(SocialPost post) =>
        post.Media is [var first, ..] ? new MediaView(true, first.PreviewUrl ?? first.Url, first.Type) : new MediaView(false, null, null);
}
