using InvestmentAssistant.Api.Features.Sns.Documents;
using NodaTime;

namespace InvestmentAssistant.Api.Features.Sns;

/// <summary>A post as lists and details give it.</summary>
/// <param name="Id">The network's id.</param>
/// <param name="Platform">x, truth_social_posts or truth_social_trends.</param>
/// <param name="Content">Plain text; a Korean word in brackets stands for a post that is only a picture, a video or nothing.</param>
/// <param name="CleanContent">The same.</param>
/// <param name="Author">User name.</param>
/// <param name="Likes">At the last look; null where the network did not tell. So are the other counts.</param>
/// <param name="Retweets">Reposts.</param>
/// <param name="EngagementScore">Likes, reposts and replies added up.</param>
/// <param name="MediaThumbnail">Of the first attachment.</param>
/// <param name="MediaType">Of the first attachment, in the network's word; null without one.</param>
/// <param name="Url">Where the network shows it.</param>
/// <param name="Language">As the network guessed it.</param>
/// <param name="Verified">Of the author.</param>
public sealed record PostView(
    string Id, string Platform, string Content, string? CleanContent, string Author, string? DisplayName, Instant CreatedAt, long? Likes, long? Retweets, long? Replies,
    long EngagementScore, bool HasMedia, string? MediaThumbnail, string? MediaType, string? Url, string? Language, bool Verified)
{
    public static readonly PostView Example = new(
        "1976543210987654321", SocialSource.X, "$TSLA deliveries beat estimates 🚀", "$TSLA deliveries beat estimates 🚀", "elonmusk", "Elon Musk",
        Instant.FromUtc(2026, 11, 23, 14, 5), 120_400, 18_300, 9_750, 148_450, false, null, null, "https://x.com/elonmusk/status/1976543210987654321", "en", true);

    public static PostView Of(SocialPost post)
    {
        var content = ContentOf(post);
        var media = MediaView.Of(post);
        return new PostView(
            post.PostId, post.Source, content, content, post.Author, post.DisplayName, post.CreatedAt, post.Likes, post.Reposts, post.Replies, post.Engagement,
            media.HasMedia, media.MediaThumbnail, media.MediaType, post.Url, post.Language, post.Verified);
    }

    /// <summary>The text, or the word that stands for what there is instead.</summary>
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
