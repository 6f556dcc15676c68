using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace InvestmentAssistant.Api.Features.Sns.Ingestion;

/// <summary>An HTML post made plain.</summary>
/// <param name="Text">Without the fallback text of a quoted post.</param>
/// <param name="QuoteUrl">Where that fallback linked to; null when there was none.</param>
public sealed record HtmlPost(string Text, string? QuoteUrl);

/// <summary>Texts of posts as networks send them, made plain. Line breaks stay: people write in lines.</summary>
public static partial class PostText
{
    /// <summary>Longer than any post of either network.</summary>
    private const int MostLetters = 30_000;

    /// <summary>Markup that is read of a post. Trees as deep as this are walked by the parser's own recursion.</summary>
    private const int MostMarkup = 200_000,
        MostTags = 2_000;

    private static readonly HtmlParser s_html = new();

    /// <summary>The text of an HTML post.</summary>
    public static string OfHtml(string? html) => ReadHtml(html).Text;

    /// <summary>
    /// The text of an HTML post: paragraphs and breaks become lines, shortened links whole ones, all other tags vanish, entities become
    /// letters. The line "RE: link" that
    /// Mastodon adds for readers that do not know quotes is no part of the text.
    /// </summary>
    /// <param name="html">As sent.</param>
    /// <param name="isQuote">Whether the network says that the post quotes another: then a line "RE: link" is the fallback, however it is
    /// marked.</param>
    public static HtmlPost ReadHtml(string? html, bool isQuote = false)
    {
        if (string.IsNullOrWhiteSpace(html))
            return new HtmlPost("", null);
        using var page = s_html.ParseDocument(Bounded(html));
        string? quote = null;
        foreach (var fallback in page.QuerySelectorAll(".quote-inline").ToList())
        {
            quote ??= PostFacts.WebAddress(fallback.QuerySelector("a[href]")?.GetAttribute("href"))
                ?? (Address().Match(fallback.TextContent) is { Success: true } shown ? PostFacts.WebAddress(shown.Value) : null);
            fallback.Remove();
        }
        var text = page.Body is { } body ? Tidy(Plain(body)) : "";
        if ((isQuote ? AnyFallback() : StatusFallback()).Match(text) is { Success: true } line)
        {
            quote ??= PostFacts.WebAddress(line.Groups["link"].Value);
            text = text.Remove(line.Index, line.Length).Trim(' ', '\n');
        }
        return new HtmlPost(text, quote);
    }

    private static string Bounded(string html)
    {
        var tags = 0;
        for (var i = 0; i < Math.Min(html.Length, MostMarkup); i++)
        {
            if (html[i] == '<' && ++tags > MostTags)
                return html[..i];
        }
        return html.Length > MostMarkup ? html[..MostMarkup] : html;
    }

    /// <summary>The text of an X post: entities decoded, its short links replaced.</summary>
    /// <param name="text">As sent, <c>&amp;amp;</c> for &amp;.</param>
    /// <param name="links">t.co addresses, and what stands in their place: the address they lead to, or nothing where they stand for a
    /// picture or a quoted post.</param>
    public static string OfX(string? text, IEnumerable<(string Short, string Whole)> links)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        text = WebUtility.HtmlDecode(text);
        foreach (var (link, whole) in links)
            text = text.Replace(link, whole, StringComparison.Ordinal);
        return Tidy(text);
    }

    /// <summary>Walks without recursion: markup may be nested as deep as it is long.</summary>
    private static string Plain(INode body)
    {
        var text = new StringBuilder();
        var left = new Stack<(INode? Node, bool EndsLine)>([(body, false)]);
        while (left.TryPop(out var next))
        {
            if (next.Node is not { } node)
            {
                if (next.EndsLine)
                    text.Append('\n');
                continue;
            }
            switch (node)
            {
                case IText words:
                    text.Append(words.Data);
                    continue;
                case IElement { LocalName: "br" }:
                    text.Append('\n');
                    continue;
                case IElement { LocalName: "script" or "style" or "template" }:
                    continue;
                case IElement { LocalName: "img" } picture:
                    text.Append(picture.GetAttribute("alt"));
                    continue;
                case IElement { LocalName: "a" } link when Whole(link) is { } address:
                    text.Append(address);
                    continue;
                case IElement { LocalName: "p" or "div" or "blockquote" or "li" }:
                    if (text.Length > 0 && text[^1] != '\n')
                        text.Append('\n');
                    left.Push((null, true));
                    break;
            }
            for (var i = node.ChildNodes.Length - 1; i >= 0; i--)
                left.Push((node.ChildNodes[i], false));
        }
        return text.ToString();
    }

    /// <summary>The address of a link whose words are an address too, often a shortened one; null where they are words.</summary>
    private static string? Whole(IElement link)
    {
        var shown = link.TextContent.Trim();
        var isAddress =
            shown.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || shown.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || link.QuerySelector(".invisible, .ellipsis") is not null
            || (shown.EndsWith('…') && !shown.Contains(' ', StringComparison.Ordinal));
        return isAddress ? PostFacts.WebAddress(link.GetAttribute("href")) : null;
    }

    /// <summary>No blanks at the ends of lines, no characters that cannot be stored or seen, no empty lines at the ends.</summary>
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(Math.Min(text.Length, MostLetters));
        foreach (var rune in text.EnumerateRunes())
        {
            if (tidy.Length >= MostLetters)
                break;
            if (rune.Value == '\n')
            {
                while (tidy.Length > 0 && tidy[^1] == ' ')
                    tidy.Length--;
                tidy.Append('\n');
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                if (tidy.Length > 0 && tidy[^1] is not (' ' or '\n'))
                    tidy.Append(' ');
            }
            else if (!Rune.IsControl(rune) && rune.Value is not (0xFEFF or 0x200B or 0xFFFD))
            {
                tidy.Append(rune);
            }
        }
        return tidy.ToString().Trim(' ', '\n');
    }

    // The fallback is the last thing of a post or its first line. It may be glued to the word before, but SHARE: and MORE: are words.
    private const string Before = @"(?:\A|[ \n]+|(?<![A-Z0-9]))(?:RE|RT|QT):[ \n]*(?<link>",
        AtEnd = @")\s*\z";
    private const string First = @"|\A(?:RE|RT|QT):[ ]*(?<link>",
        FirstEnd = @")[ ]*\n";
    private const string AnyLink = @"https?://\S+";
    private const string StatusLink = @"https?://(?:www\.)?truthsocial\.com/(?:@|users/)\S+";

    /// <summary>"RE: link", with "RT:" for quotes without words.</summary>
    [GeneratedRegex(Before + AnyLink + AtEnd + First + AnyLink + FirstEnd)]
    private static partial Regex AnyFallback();

    /// <summary>The same, to a post of Truth Social.</summary>
    [GeneratedRegex(Before + StatusLink + AtEnd + First + StatusLink + FirstEnd)]
    private static partial Regex StatusFallback();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();
}
