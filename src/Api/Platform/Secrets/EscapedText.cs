using System.Buffers;
using System.Globalization;
using System.Net;

namespace InvestmentAssistant.Api.Platform.Secrets;

/// <summary>A text with its escapes undone (JSON, percent, HTML, characters without width), and where each of its letters stood.</summary>
/// <param name="Text">The text.</param>
/// <param name="Starts">Of each letter: where it begins in the first text.</param>
/// <param name="Ends">Of each letter: where it ends there.</param>
internal readonly record struct EscapedText(string Text, int[] Starts, int[] Ends)
{
    private const int LongestEntity = 10;

    private static readonly SearchValues<char> Escapes = SearchValues.Create("\\%&\u200B\u200C\u200D\u2060\uFEFF\u00AD");

    /// <summary>Whether anything in it may be an escape.</summary>
    public static bool HasEscapes(ReadOnlySpan<char> text) => text.ContainsAny(Escapes);

    public static EscapedText Of(string text)
    {
        var (starts, ends) = (new int[text.Length], new int[text.Length]);
        for (var i = 0; i < text.Length; i++)
            (starts[i], ends[i]) = (i, i + 1);
        return new EscapedText(text, starts, ends);
    }

    /// <summary>
    /// The text with one layer of escapes undone; where its letters stood is not kept, which is all that most texts need.
    /// </summary>
    public static string Plain(string text)
    {
        var letters = ArrayPool<char>.Shared.Rent(text.Length);
        var rest = text.AsSpan();
        var count = 0;
        while (!rest.IsEmpty)
        {
            var run = rest.IndexOfAny(Escapes);
            if (run < 0)
                run = rest.Length;
            rest[..run].CopyTo(letters.AsSpan(count));
            count += run;
            rest = rest[run..];
            if (rest.IsEmpty)
                break;
            var (letter, length) = LetterAt(rest);
            if (letter is { } l)
                letters[count++] = l;
            rest = rest[length..];
        }
        var plain = new string(letters, 0, count);
        ArrayPool<char>.Shared.Return(letters);
        return plain;
    }

    /// <summary>The text with one layer of escapes undone.</summary>
    public EscapedText Undone()
    {
        var letters = new char[Text.Length];
        var (starts, ends) = (new int[Text.Length], new int[Text.Length]);
        var count = 0;
        for (var at = 0; at < Text.Length; )
        {
            var (letter, length) = LetterAt(Text.AsSpan(at));
            if (letter is { } l)
            {
                (letters[count], starts[count], ends[count]) = (l, Starts[at], Ends[at + length - 1]);
                count++;
            }
            at += length;
        }
        return new EscapedText(new string(letters, 0, count), starts[..count], ends[..count]);
    }

    /// <summary>The first letter, null when it has no width, and how many characters it takes.</summary>
    private static (char? Letter, int Length) LetterAt(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '\\' when text.Length > 5 && text[1] is 'u' or 'U' && Hex(text[2..6]) is { } unit:
                return ((char)unit, 6);
            case '\\' when text.Length > 1 && text[1] is '/' or '"' or '\'' or '\\':
                return (text[1], 2);
            case '%' when text.Length > 2 && Hex(text[1..3]) is { } code && code < 0x80:
                return ((char)code, 3);
            case '&' when text[..Math.Min(text.Length, LongestEntity)].IndexOf(';') is > 1 and var end:
                return WebUtility.HtmlDecode(text[..(end + 1)].ToString()) is [var letter] ? (letter, end + 1) : (text[0], 1);
            case '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD':
                return (null, 1);
            default:
                return (text[0], 1);
        }
    }

    private static int? Hex(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
}
