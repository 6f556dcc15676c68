using CsCheck;
using InvestmentAssistant.Api.Domain.News;

namespace InvestmentAssistant.Api.Tests.Domain.News;

/// <summary>Texts and addresses as providers send them.</summary>
public sealed class ArticleTests
{
    [Theory]
    [InlineData("<p>Shares of <b>Apple</b>&nbsp;rose 3&#37;.</p>", "Shares of Apple rose 3%.")]
    [InlineData("One\r\n\t two​ three", "One two three")]
    [InlineData("profit < 5 and > 3 & rising", "profit < 5 and > 3 & rising")]
    [InlineData("<script>alert('x < y')</script>Fed<!-- cut --> holds", "Fed holds")]
    [InlineData("<img src=\"a.jpg\"/>", null)]
    [InlineData("&lt;b&gt; is a tag", "<b> is a tag")]
    [InlineData("삼성전자&middot;SK하이닉스 <strong>강세</strong>", "삼성전자·SK하이닉스 강세")]
    [InlineData("<b>Sam</b>sung<br>rises", "Samsung rises")]
    [InlineData("<STYLE>p { color: red }</style >Up 3%", "Up 3%")]
    [InlineData("<script>if (a<b && c>d) x()</script>Oil steady", "Oil steady")]
    [InlineData("Gold hits a record <a href=\"https://exa", "Gold hits a record")]
    [InlineData(" \u0000\u0007 ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Html_becomes_plain_text(string? html, string? plain) => Assert.Equal(plain, ArticleText.Plain(html));

    [Theory]
    [InlineData("<script ")]
    [InlineData("<!--")]
    [InlineData("<b a=1><p>")]
    [InlineData("<a><table>")]
    [InlineData("&#x1F600")]
    [InlineData("<![CDATA[")]
    [InlineData("</")]
    public void A_flood_of_tags_is_read_in_one_pass(string piece)
    {
        var flood = string.Concat(Enumerable.Repeat(piece, 64_000 / piece.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();

        ArticleText.Plain("Fed holds <p>" + flood);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64_000_000);
    }

    [Fact]
    public void Any_text_becomes_one_that_can_be_stored() =>
        Gen.String.Sample(text =>
        {
            var plain = ArticleText.Plain("a" + text);
            return plain is not null
                && !plain.Any(char.IsControl)
                && plain == plain.Trim()
                && new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(plain) > 0;
        });

    [Fact]
    public void A_short_text_is_cut_at_100_characters_and_never_inside_one()
    {
        Assert.Equal(new string('a', 100), ArticleText.Short(new string('a', 100)));
        Assert.Equal(new string('a', 100) + "...", ArticleText.Short(new string('a', 101)));
        Assert.Equal(new string('가', 100) + "...", ArticleText.Short(new string('가', 150)));
        var family = "👨‍👩‍👧";
        var many = string.Concat(Enumerable.Repeat(family, 101));
        Assert.Equal(string.Concat(Enumerable.Repeat(family, 100)) + "...", ArticleText.Short(many));
        Assert.Equal(string.Concat(Enumerable.Repeat(family, 100)), ArticleText.Short(string.Concat(Enumerable.Repeat(family, 100))));
        Assert.Null(ArticleText.Short(null));
    }

    [Theory]
    [InlineData("[Removed]", "https://example.com/a", true)]
    [InlineData(" [removed] ", null, true)]
    [InlineData("Anything", "https://removed.com", true)]
    [InlineData("Anything", "https://removed.com/", true)]
    [InlineData("Tariffs removed", "https://example.com/removed.com", false)]
    [InlineData(null, null, false)]
    public void A_withdrawn_article_is_known(string? title, string? url, bool removed) =>
        Assert.Equal(removed, ArticleText.IsRemoved(title, url));

    [Theory]
    [InlineData("http://www.CNBC.com/2024/01/02/fed.html?utm_source=x&utm_medium=y#top", "https://cnbc.com/2024/01/02/fed.html")]
    [InlineData("https://cnbc.com/2024/01/02/fed.html/", "https://cnbc.com/2024/01/02/fed.html")]
    [InlineData("https://example.com:8443/Path?id=7&fbclid=z", "https://example.com:8443/Path?id=7")]
    [InlineData("https://example.com/?p=1&q=a%20b", "https://example.com?p=1&q=a%20b")]
    [InlineData("not an address", "not an address")]
    public void Addresses_of_one_article_have_one_key(string url, string key) => Assert.Equal(key, ArticleUrl.Key(url));

    [Theory]
    [InlineData("https://www.reuters.com/x", "reuters.com")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("/relative", null)]
    [InlineData(null, null)]
    public void Only_web_addresses_have_a_host(string? url, string? host) => Assert.Equal(host, ArticleUrl.Host(url));

    [Fact]
    public void A_key_is_short_and_the_same_for_the_same_parts()
    {
        var key = ArticleKey.Of("reuters", ArticleUrl.Key("https://www.reuters.com/" + new string('x', 5000)));
        Assert.Equal(32, key.Length);
        Assert.Equal(key, ArticleKey.Of("reuters", ArticleUrl.Key("http://reuters.com/" + new string('x', 5000))));
        Assert.NotEqual(key, ArticleKey.Of("cnbc", ArticleUrl.Key("https://www.reuters.com/" + new string('x', 5000))));
    }

    [Theory]
    [InlineData("Fed holds rates — for now!", "fed holds rates for now")]
    [InlineData("  FED HOLDS rates, for now", "fed holds rates for now")]
    [InlineData("[속보] 코스피 3,000 돌파", "속보 코스피 3 000 돌파")]
    public void Two_spellings_of_a_headline_are_one(string title, string key) => Assert.Equal(key, ArticleText.TitleKey(title));
}
