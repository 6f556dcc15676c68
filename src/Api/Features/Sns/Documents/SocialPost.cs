using System.Security.Cryptography;
using System.Text;

namespace InvestmentAssistant.Api.Features.Sns.Documents;

/// <summary>A picture, video or card image of a post.</summary>
/// <param name="Type">The network's word: photo, image, video, gifv, animated_gif.</param>
/// <param name="Url">The original.</param>
/// <param name="PreviewUrl">A small one.</param>
public sealed record SocialMedia(string Type, string? Url, string? PreviewUrl);

/// <summary>The account that repeated another's post.</summary>
public sealed record Reposter(string Username, string? DisplayName, bool Verified);

/// <summary>A post that another one repeats or quotes, as the network sent it along. Its counts belong to it alone.</summary>
/// <param name="PostId">The network's id; null when only its address is known.</param>
/// <param name="Author">User name; null when the network did not send the post along (deleted, protected). So are the fields below.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Url">Where the network shows it.</param>
public sealed record ReferencedPost(
    string? PostId,
    string? Author = null,
    string? DisplayName = null,
    string? Text = null,
    string? Url = null,
    Instant? CreatedAt = null,
    long? Likes = null,
    long? Reposts = null,
    long? Replies = null
);

/// <summary>Why a post is no longer shown.</summary>
public static class GoneReason
{
    /// <summary>The network no longer has it. It is not asked for again.</summary>
    public const string Deleted = "deleted";

    /// <summary>The network has it and shows it to its author's followers only, or not at all: it may come back.</summary>
    public const string NotShown = "not_shown";
}

/// <summary>
/// One post of X or Truth Social. Natural key: source and the id under which it was first published; an edit replaces text and counts and
/// never makes a second post. Time, author and the moment it was first seen stay. A repost has the text and the author of the original; who
/// repeated it stands in <see cref="RepostedBy"/>.
/// </summary>
public sealed record SocialPost
{
    /// <summary>source/post id.</summary>
    public required string Id { get; init; }

    /// <summary>One of <see cref="SocialSource"/>.</summary>
    public required string Source { get; init; }

    /// <summary>Id of the first version; rises with time within a network.</summary>
    public required string PostId { get; init; }

    /// <summary>Id of the newest version; the same as <see cref="PostId"/> where the post was never edited.</summary>
    public required string LatestId { get; init; }

    /// <summary>User name, without @, of the account that wrote the text.</summary>
    public required string Author { get; init; }

    public string? DisplayName { get; init; }

    public bool Verified { get; init; }

    /// <summary>Plain text, entities decoded, links to its own media and to what it quotes left out; empty when it has none.</summary>
    public required string Text { get; init; }

    /// <summary>Whether only the beginning of the text is known: a repost whose original was not sent along.</summary>
    public bool IsCut { get; init; }

    /// <summary>The account that repeated it; null when it is the author's own post.</summary>
    public Reposter? RepostedBy { get; init; }

    /// <summary>The original of a repost: its id, address, time and counts.</summary>
    public ReferencedPost? RepostOf { get; init; }

    /// <summary>The post that it quotes; null when it quotes none.</summary>
    public ReferencedPost? Quote { get; init; }

    /// <summary>ISO 639-1, as the network guessed it.</summary>
    public string? Language { get; init; }

    public string? Url { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Counts at the last read; null where the network sent none, and for reposts: networks count the original only.</summary>
    public long? Likes { get; init; }

    public long? Reposts { get; init; }

    public long? Replies { get; init; }

    public long? Quotes { get; init; }

    public long? Bookmarks { get; init; }

    public long? Impressions { get; init; }

    /// <summary>Why the account is followed: core_investors, crypto ...; null on Truth Social.</summary>
    public string? AccountCategory { get; init; }

    public IReadOnlyList<SocialMedia> Media { get; init; } = [];

    /// <summary>Symbols that X itself marked as cashtags, without the dollar sign.</summary>
    public IReadOnlyList<string> Cashtags { get; init; } = [];

    /// <summary>Place among the trending posts when it was last there, from 1.</summary>
    public int? TrendRank { get; init; }

    /// <summary>
    /// Whether lists show it. Not: answers to others, posts without anything in them, trending posts of accounts that are followed whole.
    /// </summary>
    public required bool IsListed { get; init; }

    /// <summary>Fingerprint of the text and its cashtags; empty when there is no text.</summary>
    public string TextHash { get; init; } = "";

    /// <summary>Id of a newer version that its edit history names and that was not read yet.</summary>
    public string? EditedTo { get; init; }

    /// <summary>When the network said that it no longer shows the post; null while it does. Its text is not kept then.</summary>
    public Instant? GoneAt { get; init; }

    /// <summary>One of <see cref="Documents.GoneReason"/>; null while the network shows it.</summary>
    public string? GoneReason { get; init; }

    public Instant FirstSeenAt { get; init; }

    /// <summary>Time of the last request for it, with any answer.</summary>
    public Instant AskedAt { get; init; }

    /// <summary>When text or counts last changed here.</summary>
    public Instant UpdatedAt { get; init; }

    public static string IdOf(string source, string postId) => $"{source}/{postId}";

    /// <summary>Likes, reposts and replies added up; an unknown count is 0.</summary>
    public long Engagement => (Likes ?? 0) + (Reposts ?? 0) + (Replies ?? 0);

    /// <summary>What <see cref="TextHash"/> is to be.</summary>
    public string HashOfText() =>
        Text.Length == 0
            ? ""
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Text}\n{string.Join(' ', Cashtags)}")).AsSpan(0, 12));

    /// <summary>Ids are numbers that rise with time, longer than a JSON number can hold.</summary>
    public static int CompareIds(string a, string b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);
}
