using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>Texts of posts as networks send them, made plain. Line breaks stay: people write in lines.</summary>
public static class PostText
{
    private static readonly HtmlParser s_html = new();

    /// <summary>The text of an HTML post: paragraphs and breaks become lines, all other tags vanish, entities become letters.</summary>
    public static string OfHtml(string? html)
    {
        if (string.IsNullOrWhiteSpace(html)) return "";
        using var page = s_html.ParseDocument(html);
        var text = new StringBuilder(html.Length);
        Append(text, page.Body!);
        return Tidy(text.ToString());
    }

    /// <summary>The text of an X post: entities decoded, the links that only stand for its own pictures left out.</summary>
    /// <param name="text">As sent, <c>&amp;amp;</c> for &amp;.</param>
    /// <param name="mediaLinks">t.co addresses that the post's entities call pictures or videos.</param>
    public static string OfX(string? text, IEnumerable<string> mediaLinks)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        foreach (var link in mediaLinks) text = text.Replace(link, "", StringComparison.Ordinal);
        return Tidy(WebUtility.HtmlDecode(text));
    }

    private static void Append(StringBuilder text, INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words:
                    text.Append(words.Data);
                    break;
                case IElement { LocalName: "br" }:
                    text.Append('\n');
                    break;
                case IElement { LocalName: "script" or "style" }:
                    break;
                case IElement { LocalName: "p" or "div" or "blockquote" or "li" } block:
                    if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
                    Append(text, block);
                    text.Append('\n');
                    break;
                default:
                    Append(text, child);
                    break;
            }
        }
    }

    /// <summary>No blanks at the ends of lines, no characters that cannot be stored or seen, no empty lines at the ends.</summary>
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                while (tidy.Length > 0 && tidy[^1] == ' ') tidy.Length--;
                tidy.Append('\n');
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                if (tidy.Length > 0 && tidy[^1] is not (' ' or '\n')) tidy.Append(' ');
            }
            else if (!Rune.IsControl(rune) && rune.Value is not (0xFEFF or 0x200B or 0xFFFD))
            {
                tidy.Append(rune);
            }
        }
        return tidy.ToString().Trim(' ', '\n');
    }
}
