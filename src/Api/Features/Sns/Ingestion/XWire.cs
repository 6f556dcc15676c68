using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Providers;
using NodaTime;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>A profile.</summary>
public sealed record XUser(string? Id, string? Name, string? Username, bool? Verified, XUserMetrics? PublicMetrics);

public sealed record XUserMetrics(long? FollowersCount, long? FollowingCount, long? TweetCount);

public sealed record XPostMetrics(long? RetweetCount, long? ReplyCount, long? LikeCount, long? QuoteCount, long? BookmarkCount, long? ImpressionCount);

/// <summary>The whole text of a post that is longer than 280 characters; <c>text</c> is then only its beginning.</summary>
public sealed record XNote(string? Text, XEntities? Entities);

public sealed record XTag(string? Tag);

public sealed record XUrl(string? Url, string? ExpandedUrl, string? MediaKey);

public sealed record XEntities(IReadOnlyList<XTag>? Cashtags, IReadOnlyList<XUrl>? Urls);

public sealed record XAttachments(IReadOnlyList<string>? MediaKeys);

public sealed record XMedia(string? MediaKey, string? Type, string? Url, string? PreviewImageUrl);

/// <summary>A post as the timeline gives it; id and text are always there, the rest when asked for.</summary>
public sealed record XPost(
    string? Id, string? Text, string? AuthorId, string? CreatedAt, string? Lang, XPostMetrics? PublicMetrics, XEntities? Entities, XAttachments? Attachments,
    IReadOnlyList<string>? EditHistoryTweetIds, XNote? NoteTweet);

/// <summary>Something that was asked for and could not be given, told inside a 200.</summary>
public sealed record XError(string? Title, string? Detail, string? Type, string? Parameter, string? Value);

/// <summary>A reply: {data, includes, errors, meta}, any of which may be missing.</summary>
/// <param name="Rows">The good rows of data.</param>
/// <param name="Dropped">Rows that cannot be read.</param>
/// <param name="HasMore">Whether older posts follow.</param>
public sealed record XReply<T>(
    IReadOnlyList<T> Rows, int Dropped, IReadOnlyList<XUser> Users, IReadOnlyList<XMedia> Media, IReadOnlyList<XError> Errors, bool HasMore)
{
    /// <summary>Calls left in the route's window of 15 minutes, from the headers; null when not told.</summary>
    public int? CallsLeft { get; init; }

    /// <summary>When that window ends.</summary>
    public Instant? WindowEnds { get; init; }
}

/// <summary>Reads X's replies and turns posts into ours.</summary>
public static class XWire
{
    /// <summary>Milliseconds of the epoch of X's ids, 2010-11-04T01:42:54.657Z: the first 41 bits of an id are the time since then.</summary>
    private const long IdEpoch = 1_288_834_974_657;

    /// <exception cref="ProviderException">BadReply: not an object, or neither data nor errors nor a count of results.</exception>
    public static XReply<T> Read<T>(JsonElement root) where T : class
    {
        if (root.ValueKind != JsonValueKind.Object
            || (!root.TryGetProperty("data", out _) && !root.TryGetProperty("errors", out _) && !root.TryGetProperty("meta", out _)))
            throw new ProviderException(ProviderFailure.BadReply, XClient.Provider, "sent neither data nor errors");
        var rows = List<T>(root, "data");
        var includes = root.TryGetProperty("includes", out var included) ? included : default;
        return new XReply<T>(
            rows.Rows, rows.Dropped, List<XUser>(includes, "users").Rows, List<XMedia>(includes, "media").Rows, List<XError>(root, "errors").Rows,
            root.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object && meta.TryGetProperty("next_token", out _));
    }

    /// <summary>Our post, or null when id or author are missing or no time can be told.</summary>
    /// <param name="account">The account whose timeline it is; its author where the reply does not say.</param>
    public static SocialPost? ToPost(XPost post, XReply<XPost> reply, SocialAccount? account, string? category)
    {
        if (post.Id is not { } id || !ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var author = reply.Users.FirstOrDefault(u => u.Id == post.AuthorId);
        var username = author?.Username ?? account?.Username;
        if (string.IsNullOrEmpty(username) || TimeOf(post.CreatedAt, number) is not { } createdAt) return null;

        var first = post.EditHistoryTweetIds is [{ } oldest, ..] && ulong.TryParse(oldest, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? oldest : id;
        var entities = post.NoteTweet?.Entities ?? post.Entities;
        var text = PostText.OfX(post.NoteTweet?.Text ?? post.Text, MediaLinks(post));
        return new SocialPost
        {
            Id = SocialPost.IdOf(SocialSource.X, first),
            Source = SocialSource.X,
            PostId = first,
            LatestId = id,
            Author = username,
            DisplayName = author?.Name ?? account?.DisplayName,
            Verified = author?.Verified ?? account?.Verified ?? false,
            Text = text,
            Language = post.Lang,
            Url = $"https://x.com/{username}/status/{id}",
            CreatedAt = createdAt,
            Likes = post.PublicMetrics?.LikeCount,
            Reposts = post.PublicMetrics?.RetweetCount,
            Replies = post.PublicMetrics?.ReplyCount,
            Quotes = post.PublicMetrics?.QuoteCount,
            Bookmarks = post.PublicMetrics?.BookmarkCount,
            Impressions = post.PublicMetrics?.ImpressionCount,
            AccountCategory = category,
            Media = [.. MediaOf(post, reply)],
            Cashtags = [.. (entities?.Cashtags ?? []).Select(t => t.Tag?.ToUpperInvariant()).OfType<string>().Distinct()],
            IsListed = text.Length > 0 && text[0] != '@',
        };
    }

    /// <summary>The time said, else the one in the id: plain replies carry nothing but id and text.</summary>
    private static Instant? TimeOf(string? said, ulong id)
    {
        if (said is not null && OffsetDateTimePattern.ExtendedIso.Parse(said) is { Success: true } parsed) return parsed.Value.ToInstant();
        var milliseconds = (long)(id >> 22);
        return milliseconds > 0 ? Instant.FromUnixTimeMilliseconds(milliseconds + IdEpoch) : null;
    }

    private static IEnumerable<SocialMedia> MediaOf(XPost post, XReply<XPost> reply)
    {
        foreach (var key in post.Attachments?.MediaKeys ?? [])
        {
            var media = reply.Media.FirstOrDefault(m => m.MediaKey == key);
            // The key's first part tells the kind where the picture itself was not sent along.
            yield return new SocialMedia(
                media?.Type ?? (key.StartsWith("3_", StringComparison.Ordinal) ? "photo" : key.StartsWith("16_", StringComparison.Ordinal) ? "animated_gif" : "video"),
                media?.Url, media?.PreviewImageUrl);
        }
    }

    private static IEnumerable<string> MediaLinks(XPost post) =>
        ((IEnumerable<XUrl>)[.. post.Entities?.Urls ?? [], .. post.NoteTweet?.Entities?.Urls ?? []])
        .Where(u => u is { Url.Length: > 0 } && (u.MediaKey is not null || (post.Attachments is not null && u.ExpandedUrl is { } long_
            && (long_.Contains("/photo/", StringComparison.Ordinal) || long_.Contains("/video/", StringComparison.Ordinal)))))
        .Select(u => u.Url!);

    private static ProviderRows<T> List<T>(JsonElement parent, string name) where T : class =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var rows)
            ? rows.ValueKind switch
            {
                JsonValueKind.Array => ProviderRows.Read<T>(rows),
                JsonValueKind.Object when ProviderRows.ReadRow<T>(rows) is { } one => new ProviderRows<T>([one], 0),
                _ => new ProviderRows<T>([], 1),
            }
            : new ProviderRows<T>([], 0);
}
