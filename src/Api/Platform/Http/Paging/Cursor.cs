using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InvestmentAssistant.Api.Platform.Json;

namespace InvestmentAssistant.Api.Platform.Http.Paging;

/// <summary>Place in a list that is ordered by time and, among equal times, by key.</summary>
public sealed record TimePosition(Instant At, string Key);

/// <summary>
/// Keyset cursors: the sort values of the last row that a client has, so that the next rows are found by an index and rows that are added
/// in between shift nothing. To the client a cursor is a word without meaning. It carries a checksum over the list it belongs to (its
/// filters included) and its place: an altered one, or one of another list, is refused. The checksum is no secret: a forged cursor shows
/// only rows that its client may see anyway.
/// </summary>
public static class Cursor
{
    private const int SumLength = 8;

    /// <summary>Longer than any that is written here.</summary>
    private const int Longest = 2048;

    /// <param name="list">Names the list and everything that chooses or orders its rows.</param>
    /// <param name="position">Sort values of the last row given out.</param>
    public static string Write<TPosition>(string list, TPosition position)
        where TPosition : class
    {
        var place = JsonSerializer.SerializeToUtf8Bytes(position, JsonSettings.Wire);
        return Base64Url.EncodeToString([.. Sum(list, place), .. place]);
    }

    /// <summary>The place that <see cref="Write"/> put in; null without a cursor.</summary>
    /// <exception cref="ProblemException">400: no cursor of this list.</exception>
    public static TPosition? Read<TPosition>(string list, string? cursor, string parameter = "cursor")
        where TPosition : class
    {
        if (string.IsNullOrEmpty(cursor))
            return null;
        return TryRead<TPosition>(list, cursor)
            ?? throw ProblemException.BadParameter(parameter, $"{parameter} is not one that this list, with these filters, gave out.");
    }

    private static TPosition? TryRead<TPosition>(string list, string cursor)
        where TPosition : class
    {
        if (cursor.Length > Longest || !Base64Url.IsValid(cursor))
            return null;
        var bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length <= SumLength)
            return null;
        var place = bytes.AsSpan(SumLength);
        // Base64 of one length has several spellings of its last letter: only the one we write is ours.
        if (!bytes.AsSpan(0, SumLength).SequenceEqual(Sum(list, place)) || Base64Url.EncodeToString(bytes) != cursor)
            return null;
        try
        {
            return JsonSerializer.Deserialize<TPosition>(place, JsonSettings.Wire);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> Sum(string list, ReadOnlySpan<byte> place) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(list), 0, .. place]).AsSpan(0, SumLength);
}
