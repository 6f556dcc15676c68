using System.Globalization;
using System.Net;
using System.Text;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Domain.News;

/// <summary>Texts of articles as providers send them, made into texts to store and to show.</summary>
public static class ArticleText
{
    /// <summary>Letters of a short description.</summary>
    public const int ShortLength = 100;

    private const string Ellipsis = "...";

    /// <summary>
    /// Plain text: HTML tags and comments go, entities become letters, whitespace of any kind becomes one space, characters that cannot be
    /// stored or shown go. Null when nothing is left.
    /// </summary>
    public static string? Plain(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
            return null;
        var text = html.Contains('<', StringComparison.Ordinal) ? HtmlText.Of(html) : WebUtility.HtmlDecode(html);
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A half of a surrogate pair is enumerated as the replacement character; NUL cannot be stored.
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                    plain.Append(' ');
            }
            else if (rune.Value is not (0xFEFF or 0x200B or 0x00AD))
            {
                plain.Append(rune);
            }
        }
        if (plain.Length > 0 && plain[^1] == ' ')
            plain.Length--;
        return plain.Length == 0 ? null : plain.ToString();
    }

    /// <summary>
    /// The first <paramref name="length"/> characters and "...", or the whole text when it is no longer; a character that is made of
    /// several code points is never cut.
    /// </summary>
    public static string? Short(string? text, int length = ShortLength)
    {
        if (text is null || text.Length <= length)
            return text;
        var (characters, at) = (0, 0);
        while (at < text.Length && characters < length)
        {
            at += StringInfo.GetNextTextElementLength(text, at);
            characters++;
        }
        return at >= text.Length ? text : text[..at] + Ellipsis;
    }

    /// <summary>
    /// Whether the provider has withdrawn the article: a title of <c>[Removed]</c>, or the address that stands in for all such.
    /// </summary>
    public static bool IsRemoved(string? title, string? url) =>
        string.Equals(title?.Trim(), "[Removed]", StringComparison.OrdinalIgnoreCase)
        || (url is not null && url.TrimEnd('/').EndsWith("://removed.com", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// A headline by which two spellings of it are one: letters and digits of its folded form, everything else one space.
    /// </summary>
    public static string TitleKey(string title)
    {
        var key = new StringBuilder(title.Length);
        foreach (var letter in TextFold.Of(title))
        {
            if (char.IsLetterOrDigit(letter))
                key.Append(letter);
            else if (key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        }
        return key.ToString().TrimEnd();
    }
}
