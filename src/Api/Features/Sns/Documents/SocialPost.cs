using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace InvestmentAssistant.Api.Features.Sns.Documents;

/// <summary>A picture, video or card image of a post.</summary>
/// <param name="Type">The network's word: photo, image, video, gifv, animated_gif.</param>
/// <param name="Url">The original.</param>
/// <param name="PreviewUrl">A small one.</param>
public sealed record SocialMedia(string Type, string? Url, string? PreviewUrl);

/// <summary>
/// One post of X or Truth Social. Natural key: source and the id under which it was first published; an edit replaces text and counts and never makes a second
/// post. Time, author and the moment it was first seen stay.
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

    /// <summary>User name without @.</summary>
    public required string Author { get; init; }

    public string? DisplayName { get; init; }

    public bool Verified { get; init; }

    /// <summary>Plain text, entities decoded, links to its own media left out; empty when it has none.</summary>
    public required string Text { get; init; }

    /// <summary>ISO 639-1, as the network guessed it.</summary>
    public string? Language { get; init; }

    public string? Url { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Counts at the last look; null where the network did not tell.</summary>
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

    /// <summary>Whether lists show it. Not: answers to others, posts without anything in them, trending posts of accounts that are followed whole.</summary>
    public required bool IsListed { get; init; }

    /// <summary>Stands for the text and its cashtags; empty when there is no text.</summary>
    public string TextHash { get; init; } = "";

    public Instant FirstSeenAt { get; init; }

    /// <summary>When text or counts last changed here.</summary>
    public Instant UpdatedAt { get; init; }

    public static string IdOf(string source, string postId) => $"{source}/{postId}";

    /// <summary>Likes, reposts and replies added up; what is not told counts as none.</summary>
    public long Engagement => (Likes ?? 0) + (Reposts ?? 0) + (Replies ?? 0);

    /// <summary>What <see cref="TextHash"/> is to be.</summary>
    public string HashOfText() => Text.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Text}\n{string.Join(' ', Cashtags)}")).AsSpan(0, 12));

    /// <summary>Ids are numbers that rise with time, longer than a JSON number can hold.</summary>
    public static int CompareIds(string a, string b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);
}
