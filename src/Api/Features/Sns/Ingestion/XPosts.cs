using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Features.Sns.Documents;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>Turns X's posts into ours. A repost is the original, with the account that repeated it.</summary>
public static partial class XPosts
{
    /// <summary>Milliseconds of the epoch of X's ids, 2010-11-04T01:42:54.657Z: the first 41 bits of an id are the time since
    /// then.</summary>
    private const long IdEpoch = 1_288_834_974_657;

    /// <summary>Ids below this were counted, and hold no time.</summary>
    private const ulong FirstTimedId = 30_000_000_000;

    private static readonly Instant s_began = Instant.FromUtc(2006, 3, 21, 0, 0);

    private sealed record Person(string Username, string? DisplayName, bool Verified);

    /// <summary>Our post, or null when id, text or author are missing or its time is not known.</summary>
    /// <param name="post">A row of the reply.</param>
    /// <param name="reply">The reply, with what was sent along.</param>
    /// <param name="account">The account whose timeline it is; its author where the reply does not say.</param>
    /// <param name="category">Why the account is followed.</param>
    /// <param name="now">Our clock: a post of the future cannot be one.</param>
    public static SocialPost? ToPost(XPost post, XReply<XPost> reply, SocialAccount? account, string? category, Instant now)
    {
        if (post.Text is null || PostFacts.Id(post.Id) is not { } number || TimeOf(post.CreatedAt, number, now) is not { } createdAt)
            return null;
        var sender = AuthorOf(post, reply)
            ?? (account is null ? null : new Person(account.Username, account.DisplayName, account.Verified));
        if (sender is null)
            return null;

        var versions = (post.EditHistoryTweetIds ?? [])
            .Where(v => PostFacts.Id(v) is not null)
            .Append(post.Id!)
            .Order(Comparer<string>.Create(SocialPost.CompareIds))
            .ToList();
        var text = TextOf(post);
        var shown = new SocialPost
        {
            Id = SocialPost.IdOf(SocialSource.X, versions[0]),
            Source = SocialSource.X,
            PostId = versions[0],
            LatestId = post.Id!,
            EditedTo = versions[^1] == post.Id ? null : versions[^1],
            Author = sender.Username,
            DisplayName = sender.DisplayName,
            Verified = sender.Verified,
            Text = text,
            Language = PostFacts.Language(post.Lang),
            Url = UrlOf(sender.Username, post.Id!),
            CreatedAt = createdAt,
            Likes = PostFacts.Count(post.PublicMetrics?.LikeCount),
            Reposts = PostFacts.Count(post.PublicMetrics?.RetweetCount),
            Replies = PostFacts.Count(post.PublicMetrics?.ReplyCount),
            Quotes = PostFacts.Count(post.PublicMetrics?.QuoteCount),
            Bookmarks = PostFacts.Count(post.PublicMetrics?.BookmarkCount),
            Impressions = PostFacts.Count(post.PublicMetrics?.ImpressionCount),
            AccountCategory = category,
            Media = [.. MediaOf(post, reply)],
            Cashtags = CashtagsOf(post),
            Quote = Referenced(post, "quoted") is { } quoted ? Reference(quoted, reply, now) : null,
            IsListed = text.Length > 0 && text[0] != '@' && !IsWithheld(post) && !AnswersAnother(post),
        };
        return Referenced(post, "retweeted") is { } repeated ? AsRepost(shown, post, repeated, reply, sender, now) : shown;
    }

    /// <summary>The original's text and author. Where it was not sent along (deleted, protected), what the envelope shows of it; null when
    /// that names no account.</summary>
    private static SocialPost? AsRepost(SocialPost envelope, XPost post, string originalId, XReply<XPost> reply, Person sender, Instant now)
    {
        var original = reply.Posts.FirstOrDefault(p => p.Id == originalId && p.Text is not null);
        var opening = RepostOpening().Match(envelope.Text);
        var author = original is null ? null : AuthorOf(original, reply);
        author ??= opening.Success && PostFacts.Username(opening.Groups["name"].Value) is { } named ? new Person(named, null, false) : null;
        if (author is null)
            return null;
        var text =
            original is not null ? TextOf(original)
            : opening.Success ? envelope.Text[opening.Length..]
            : envelope.Text;
        return envelope with
        {
            Author = author.Username,
            DisplayName = author.DisplayName,
            Verified = author.Verified,
            Text = text,
            IsCut = original is null && text.EndsWith('…'),
            Url = UrlOf(author.Username, originalId),
            // X counts reposts of the original, and nothing for the repost itself.
            Likes = null,
            Reposts = null,
            Replies = null,
            Quotes = null,
            Bookmarks = null,
            Impressions = null,
            Media = original?.Attachments is not null ? [.. MediaOf(original, reply)] : envelope.Media,
            Cashtags = CashtagsOf(original ?? post),
            RepostedBy = new Reposter(sender.Username, sender.DisplayName, sender.Verified),
            RepostOf = Reference(originalId, reply, now) is { Author: not null } whole
                ? whole with
                {
                    Text = null,
                }
                : new ReferencedPost(originalId, author.Username, Url: UrlOf(author.Username, originalId)),
            Quote = original is not null && Referenced(original, "quoted") is { } quoted ? Reference(quoted, reply, now) : null,
            IsListed = text.Length > 0 && !IsWithheld(post) && (original is null || !IsWithheld(original)),
        };
    }

    /// <summary>A post that was sent along; its id alone where it was not.</summary>
    private static ReferencedPost Reference(string id, XReply<XPost> reply, Instant now)
    {
        if (
            reply.Posts.FirstOrDefault(p => p.Id == id && p.Text is not null) is not { } post
            || AuthorOf(post, reply) is not { } author
            || IsWithheld(post)
        )
            return new ReferencedPost(id);
        return new ReferencedPost(
            id,
            author.Username,
            author.DisplayName,
            TextOf(post),
            UrlOf(author.Username, id),
            PostFacts.Id(id) is { } number ? TimeOf(post.CreatedAt, number, now) : null,
            PostFacts.Count(post.PublicMetrics?.LikeCount),
            PostFacts.Count(post.PublicMetrics?.RetweetCount),
            PostFacts.Count(post.PublicMetrics?.ReplyCount)
        );
    }

    private static string? Referenced(XPost post, string type) =>
        post.ReferencedTweets?.FirstOrDefault(r => r?.Type == type && PostFacts.Id(r.Id) is not null)?.Id;

    private static Person? AuthorOf(XPost post, XReply<XPost> reply) =>
        post.AuthorId is { } id
        && reply.Users.FirstOrDefault(u => u.Id == id) is { } user
        && PostFacts.Username(user.Username) is { } username
            ? new Person(username, PostFacts.DisplayName(user.Name), user.Verified ?? false)
            : null;

    /// <summary>An answer to another account; an account's own thread is no answer.</summary>
    private static bool AnswersAnother(XPost post) =>
        Referenced(post, "replied_to") is not null && post.InReplyToUserId is { } other && post.AuthorId is { } own && other != own;

    private static bool IsWithheld(XPost post) =>
        post.Withheld is { } held && (held.Copyright == true || held.CountryCodes?.Any(c => c is "XX" or "XY") == true);

    private static Instant? TimeOf(string? said, ulong id, Instant now) =>
        PostFacts.Time(said, id < FirstTimedId ? 0 : (id >> 22) + IdEpoch, s_began, now);

    private static string UrlOf(string username, string id) => $"https://x.com/{username}/status/{id}";

    private static IReadOnlyList<string> CashtagsOf(XPost post) =>
        [
            .. ((post.NoteTweet?.Entities ?? post.Entities)?.Cashtags ?? [])
                .Select(t => t?.Tag?.ToUpperInvariant())
                .OfType<string>()
                .Where(t => t.Length is > 0 and <= 20)
                .Distinct(),
        ];

    /// <summary>The whole text, also of a long post, with links that lead somewhere.</summary>
    private static string TextOf(XPost post) => PostText.OfX(post.NoteTweet?.Text ?? post.Text, LinksOf(post));

    private static IEnumerable<(string Short, string Whole)> LinksOf(XPost post)
    {
        var quoted = Referenced(post, "quoted");
        foreach (var link in (post.NoteTweet?.Entities?.Urls ?? []).Concat(post.Entities?.Urls ?? []))
        {
            if (link is not { Url.Length: > 0 })
                continue;
            var whole = PostFacts.WebAddress(link.UnwoundUrl) ?? PostFacts.WebAddress(link.ExpandedUrl);
            var standsForMedia =
                link.MediaKey is not null || (post.Attachments is not null && whole is not null && MediaAddress().IsMatch(whole));
            var standsForQuote =
                quoted is not null
                && whole is not null
                && StatusAddress().Match(whole) is { Success: true } status
                && status.Groups["id"].Value == quoted;
            yield return (link.Url, standsForMedia || standsForQuote ? "" : whole ?? link.Url);
        }
    }

    private static IEnumerable<SocialMedia> MediaOf(XPost post, XReply<XPost> reply)
    {
        foreach (var key in (post.Attachments?.MediaKeys ?? []).OfType<string>())
        {
            var media = reply.Media.FirstOrDefault(m => m.MediaKey == key);
            // The key's first part shows the kind where the picture itself was not included.
            yield return PostFacts.Media(
                media?.Type
                    ?? (
                        key.StartsWith("3_", StringComparison.Ordinal) ? "photo"
                        : key.StartsWith("16_", StringComparison.Ordinal) ? "animated_gif"
                        : "video"
                    ),
                media?.Url,
                media?.PreviewImageUrl
            );
        }
    }

    [GeneratedRegex(@"\ART @(?<name>[A-Za-z0-9_]{1,15}): ?")]
    private static partial Regex RepostOpening();

    [GeneratedRegex(@"/status/\d+/(?:photo|video)/")]
    private static partial Regex MediaAddress();

    [GeneratedRegex(@"/status/(?<id>\d+)(?:[/?#]|\z)")]
    private static partial Regex StatusAddress();
}
