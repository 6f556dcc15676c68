using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace InvestmentAssistant.Api.Domain.News;

/// <summary>
/// Reads the text out of foreign HTML, token by token: its time and memory grow with the length alone, whatever the tags are. A tree would
/// not do: a few kilobytes of tags that overlap grow to millions of elements.
/// </summary>
internal static class HtmlText
{
    /// <summary>Elements within a line; all others end one, so their text does not join the next word.</summary>
    private static readonly HashSet<string> s_inline =
    [
        .. "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd".Split(' '),
        .. "mark q s samp small span strike strong sub sup tt u var wbr".Split(' '),
    ];

    /// <summary>
    /// Returns what a browser would show, without scripts, styles and comments, with entities as letters; a tag that is cut off at the
    /// end goes, and "profit &lt; 5 and &gt; 3" stays as it is.
    /// </summary>
    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            SkipComments = true,
            ShouldEmitAttribute = static (ref _, _) => false,
        };
        var isShown = true;
        for (var token = tokenizer.Get(); token.Type is not HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            switch (token.Type)
            {
                case HtmlTokenType.Character when isShown:
                    text.Append(token.Data);
                    break;
                case HtmlTokenType.StartTag or HtmlTokenType.EndTag:
                    isShown = token.Type is HtmlTokenType.EndTag || token.Name is not ("script" or "style");
                    if (!isShown)
                        tokenizer.State = token.Name is "script" ? HtmlParseMode.Script : HtmlParseMode.Rawtext;
                    if (!s_inline.Contains(token.Name))
                        text.Append(' ');
                    break;
            }
        }
        return text.ToString();
    }
}
