using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>Turns the bytes of any reply into text that can be parsed, stored and shown.</summary>
public static class ReplyText
{
    /// <summary>Replaces bytes that are no letter, so that a name with such a byte never equals the name without it.</summary>
    private const string Replacement = "\\uFFFD";

    private static readonly SearchValues<byte> s_suspects = SearchValues.Create("\\\0"u8);

    /// <summary>
    /// UTF-8 JSON whose texts are whole: a byte order mark goes, bytes that are no UTF-8, NUL and halves of surrogate pairs become U+FFFD.
    /// The same bytes when nothing is wrong.
    /// </summary>
    public static ReadOnlyMemory<byte> Json(ReadOnlyMemory<byte> body)
    {
        var bytes = body.Span;
        if (
            !HasMark(bytes)
            && Utf8.IsValid(bytes)
            && (bytes.IndexOfAny(s_suspects) < 0 || bytes.IndexOf("\\u"u8) < 0 && !bytes.Contains((byte)0))
        )
            return body;
        var text = Decode(bytes);
        var mended = Mended(text);
        return ReferenceEquals(text, mended) && !HasMark(bytes) && Utf8.IsValid(bytes) ? body : Encoding.UTF8.GetBytes(mended);
    }

    /// <summary>Text by its byte order mark, else as UTF-8.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
            _ => Encoding.UTF8.GetString(bytes),
        };

    private static bool HasMark(ReadOnlySpan<byte> bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    /// <summary>Escapes of NUL and of lone surrogates replaced; the same instance when there are none.</summary>
    private static string Mended(string json)
    {
        StringBuilder? mended = null;
        var kept = 0;
        for (var at = json.IndexOf('\\'); at >= 0 && at < json.Length - 1; at = at < json.Length ? json.IndexOf('\\', at) : -1)
        {
            if (UnitAt(json, at) is not { } unit)
            {
                at += 2; // another escape, \\ among them
                continue;
            }
            if (char.IsHighSurrogate(unit) && UnitAt(json, at + 6) is { } low && char.IsLowSurrogate(low))
            {
                at += 12;
                continue;
            }
            if (unit == '\0' || char.IsSurrogate(unit))
            {
                (mended ??= new StringBuilder(json.Length)).Append(json, kept, at - kept).Append(Replacement);
                kept = at + 6;
            }
            at += 6;
        }
        return mended is null ? json : mended.Append(json, kept, json.Length - kept).ToString();
    }

    private static char? UnitAt(string json, int at) =>
        at + 6 <= json.Length
        && json[at] == '\\'
        && json[at + 1] == 'u'
        && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
