using System.Text.Json;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>A profile.</summary>
public sealed record XUser(string? Id, string? Name, string? Username, bool? Verified, XUserMetrics? PublicMetrics);

public sealed record XUserMetrics(long? FollowersCount, long? FollowingCount, long? TweetCount);

public sealed record XPostMetrics(
    long? RetweetCount,
    long? ReplyCount,
    long? LikeCount,
    long? QuoteCount,
    long? BookmarkCount,
    long? ImpressionCount
);

/// <summary>The whole text of a post that is longer than 280 characters; <c>text</c> is then only its beginning.</summary>
public sealed record XNote(string? Text, XEntities? Entities);

public sealed record XTag(string? Tag);

public sealed record XUrl(string? Url, string? ExpandedUrl, string? UnwoundUrl, string? MediaKey);

public sealed record XEntities(IReadOnlyList<XTag>? Cashtags, IReadOnlyList<XUrl>? Urls);

public sealed record XAttachments(IReadOnlyList<string>? MediaKeys);

public sealed record XMedia(string? MediaKey, string? Type, string? Url, string? PreviewImageUrl);

/// <summary>Another post that one refers to.</summary>
/// <param name="Type">retweeted, quoted or replied_to.</param>
public sealed record XReference(string? Type, string? Id);

/// <summary>Where a post may not be shown; its text is then a notice.</summary>
/// <param name="CountryCodes">ISO 3166; XX is everywhere, XY everywhere for its copyright.</param>
public sealed record XWithheld(bool? Copyright, IReadOnlyList<string>? CountryCodes);

/// <summary>
/// A post as the timeline gives it; id and text are always there, the rest when asked for. Of a repost the text is "RT @name: ", the
/// original's first words and an ellipsis, 140 letters
/// in all, and the count of reposts is the original's.
/// </summary>
public sealed record XPost(
    string? Id,
    string? Text,
    string? AuthorId,
    string? CreatedAt,
    string? Lang,
    XPostMetrics? PublicMetrics,
    XEntities? Entities,
    XAttachments? Attachments,
    IReadOnlyList<string>? EditHistoryTweetIds,
    XNote? NoteTweet,
    IReadOnlyList<XReference>? ReferencedTweets,
    string? InReplyToUserId,
    XWithheld? Withheld
);

/// <summary>A requested item that could not be sent: an error inside a 200.</summary>
/// <param name="Parameter">Which parameter named it: ids; another one (referenced_tweets.id) where it was only to be sent along.</param>
/// <param name="Section">data or includes.</param>
public sealed record XError(
    string? Title,
    string? Detail,
    string? Type,
    string? Parameter,
    string? Value,
    string? ResourceType = null,
    string? ResourceId = null,
    string? Section = null
);

/// <summary>A reply: {data, includes, errors, meta}, any of which may be missing.</summary>
/// <param name="Rows">The good rows of data.</param>
/// <param name="Dropped">Rows that cannot be read.</param>
/// <param name="Posts">Posts sent along because others refer to them.</param>
/// <param name="HasMore">Whether older posts follow.</param>
public sealed record XReply<T>(
    IReadOnlyList<T> Rows,
    int Dropped,
    IReadOnlyList<XUser> Users,
    IReadOnlyList<XMedia> Media,
    IReadOnlyList<XPost> Posts,
    IReadOnlyList<XError> Errors,
    bool HasMore
)
{
    /// <summary>Calls left in the route's window of 15 minutes, from the headers; null without them.</summary>
    public int? CallsLeft { get; init; }

    /// <summary>When that window ends.</summary>
    public Instant? WindowEnds { get; init; }
}

/// <summary>Reads X's replies.</summary>
public static class XWire
{
    /// <exception cref="ProviderException">BadReply: not an object, or neither data nor errors nor a count of results.</exception>
    public static XReply<T> Read<T>(JsonElement root)
        where T : class
    {
        if (
            root.ValueKind != JsonValueKind.Object
            || (!root.TryGetProperty("data", out _) && !root.TryGetProperty("errors", out _) && !root.TryGetProperty("meta", out _))
        )
            throw new ProviderException(ProviderFailure.BadReply, XClient.Provider, "sent neither data nor errors");
        var rows = List<T>(root, "data");
        var includes = root.TryGetProperty("includes", out var included) ? included : default;
        return new XReply<T>(
            rows.Rows,
            rows.Dropped,
            List<XUser>(includes, "users").Rows,
            List<XMedia>(includes, "media").Rows,
            List<XPost>(includes, "tweets").Rows,
            List<XError>(root, "errors").Rows,
            root.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object && meta.TryGetProperty("next_token", out _)
        );
    }

    /// <summary>
    /// Ids of asked posts that are no longer shown, and why (<see cref="GoneReason"/>). Faults of a moment and posts that were only to be
    /// sent along are none.
    /// </summary>
    public static IReadOnlyDictionary<string, string> GoneIn(IReadOnlyList<XError> errors)
    {
        var gone = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var error in errors)
        {
            if (
                error.Section is "includes"
                || error.Parameter is not (null or "id" or "ids")
                || error.ResourceType is not (null or "tweet" or "post")
            )
                continue;
            if ((error.ResourceId ?? error.Value) is not { } id || ReasonOf(error) is not { } reason)
                continue;
            gone[id] = reason;
        }
        return gone;
    }

    private static string? ReasonOf(XError error) =>
        Says(error, "/resource-not-found", "Not Found") ? GoneReason.Deleted
        : Says(error, "/not-authorized-for-resource", "Authorization")
        || Says(error, "/disallowed-resource", "Unauthorized")
        || Says(error, "suspended", "Forbidden")
            ? GoneReason.NotShown
        : null;

    private static bool Says(XError error, string type, string title) =>
        error.Type?.EndsWith(type, StringComparison.OrdinalIgnoreCase) == true
        || error.Title?.Contains(title, StringComparison.OrdinalIgnoreCase) == true;

    private static ProviderRows<T> List<T>(JsonElement parent, string name)
        where T : class =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var rows) && rows.ValueKind != JsonValueKind.Null
            ? rows.ValueKind switch
            {
                JsonValueKind.Array => ProviderRows.Read<T>(rows),
                JsonValueKind.Object when ProviderRows.ReadRow<T>(rows) is { } one => new ProviderRows<T>([one], 0),
                _ => new ProviderRows<T>([], 1),
            }
            : new ProviderRows<T>([], 0);
}
