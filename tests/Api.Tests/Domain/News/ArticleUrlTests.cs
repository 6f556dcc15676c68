using InvestmentAssistant.Api.Domain.News;

namespace InvestmentAssistant.Api.Tests.Domain.News;

/// <summary>Case P8: which addresses are of one article, and which are not.</summary>
public sealed class ArticleUrlTests
{
    private const string Story = "https://example.com/2026/11/27/fed-holds?id=7&p=2";

    [Theory]
    [InlineData("http://example.com/2026/11/27/fed-holds?id=7&p=2")]
    [InlineData("HTTPS://WWW.Example.COM/2026/11/27/fed-holds?id=7&p=2")]
    [InlineData("https://m.example.com/2026/11/27/fed-holds?id=7&p=2")]
    [InlineData("https://www.m.example.com./2026/11/27/fed-holds?id=7&p=2")]
    [InlineData("https://mobile.example.com/2026/11/27/fed-holds?id=7&p=2")]
    [InlineData("https://example.com:443/2026/11/27/fed-holds?id=7&p=2")]
    [InlineData("http://example.com:80/2026/11/27/fed-holds?id=7&p=2")]
    [InlineData("http://example.com:443/2026/11/27/fed-holds?id=7&p=2")]
    [InlineData("https://user:word@example.com/2026/11/27/fed-holds?id=7&p=2")]
    [InlineData("https://example.com/2026/11/27/fed-holds/?id=7&p=2")]
    [InlineData("https://example.com//2026/11/27//fed-holds?id=7&p=2")]
    [InlineData("https://example.com/2026/11/x/../27/fed-holds?id=7&p=2")]
    [InlineData("https://example.com/2026/11/27/fed-holds/index.html?id=7&p=2")]
    [InlineData("https://example.com/2026/11/27/fed%2dholds?id=7&p=2")]
    [InlineData("https://example.com/2026/11/27/fed-holds?id=7&p=2#comments")]
    [InlineData("https://example.com/2026/11/27/fed-holds?p=2&id=7")]
    [InlineData("https://example.com/2026/11/27/fed-holds?&id=7&&p=2&")]
    [InlineData("https://example.com/2026/11/27/fed-holds?id=7&amp;p=2&amp;utm_source=rss")]
    [InlineData("https://example.com/2026/11/27/fed-holds?id=7&p=2&utm_source=a&utm_medium=b&utm_campaign=c&utm_id=d")]
    [InlineData("https://example.com/2026/11/27/fed-holds?UTM_Source=a&id=7&p=2&FBCLID=x")]
    [InlineData("https://example.com/2026/11/27/fed-holds?utm%5Fsource=a&id=7&p=2")]
    [InlineData("https://example.com/2026/11/27/fed-holds?id=7&p=2&fbclid=IwAR0x&gclid=y&msclkid=z&igshid=q&twclid=1&yclid=2")]
    [InlineData("https://example.com/2026/11/27/fed-holds?id=7&p=2&ref=home&ref_src=twsrc%5Etfw&referrer=x")]
    [InlineData(
        "https://example.com/2026/11/27/fed-holds?id=7&p=2&mc_cid=1&mc_eid=2&cmpid=3&ncid=4&sr_share=facebook&CMP=5&_ga=6&mkt_tok=7"
    )]
    [InlineData("https://example.com/2026/11/27/fed-holds/amp?id=7&p=2")]
    [InlineData("https://example.com/amp/2026/11/27/fed-holds?id=7&p=2")]
    [InlineData("https://amp.example.com/2026/11/27/fed-holds.amp?id=7&p=2&amp=1&outputType=amp&output=amp")]
    [InlineData("https://www.google.com/amp/s/example.com/2026/11/27/fed-holds?id=7&p=2")]
    [InlineData("https://example-com.cdn.ampproject.org/c/s/example.com/2026/11/27/fed-holds?id=7&p=2&usqp=mq331&amp_js_v=0.1")]
    [InlineData("https://example.com/2026/11/27/fed-holds;jsessionid=1A2B?id=7&p=2")]
    [InlineData("  https://example.com/2026/11/27/fed-holds?id=7&p=2\n")]
    public void P8_a_spelling_of_an_address_is_that_address(string spelling) =>
        Assert.Equal(ArticleUrl.Key(Story), ArticleUrl.Key(spelling));

    [Theory]
    [InlineData("https://example.com/2026/11/27/fed-holds?id=8&p=2")]
    [InlineData("https://example.com/2026/11/27/fed-holds?id=7&p=3")]
    [InlineData("https://example.com/2026/11/27/fed-holds?id=7")]
    [InlineData("https://example.com/2026/11/27/Fed-Holds?id=7&p=2")]
    [InlineData("https://example.com/2026/11/27/fed%2Fholds?id=7&p=2")]
    [InlineData("https://news.example.com/2026/11/27/fed-holds?id=7&p=2")]
    [InlineData("https://example.com:8443/2026/11/27/fed-holds?id=7&p=2")]
    [InlineData("https://example.com/2026/11/27/fed-holds?id=7&p=2&symbol=AMP")]
    public void P8_another_article_is_another_address(string other) => Assert.NotEqual(ArticleUrl.Key(Story), ArticleUrl.Key(other));

    [Theory]
    [InlineData("https://example.com/%7Ejane/a%c3%a9", "https://example.com/~jane/a%C3%A9")]
    [InlineData("https://example.com/금리-동결", "https://example.com/%EA%B8%88%EB%A6%AC-%EB%8F%99%EA%B2%B0")]
    [InlineData("https://example.com/금리-동결", "https://example.com/금리-동결")]
    [InlineData("https://example.com/s?q=a+b%2Cc", "https://example.com/s?q=a%20b,c")]
    [InlineData("https://example.com/s?t=%b0%e6", "https://example.com/s?t=%B0%E6")]
    [InlineData(
        "https://n.news.naver.com/mnews/article/015/0004912345?sid=101",
        "https://news.naver.com/main/read.naver?mode=LSD&mid=sec&sid1=101&oid=015&aid=0004912345"
    )]
    [InlineData("https://n.news.naver.com/article/015/0004912345", "https://m.news.naver.com/read.nhn?aid=0004912345&oid=015&sid1=100")]
    [InlineData(
        "https://n.news.naver.com/article/comment/015/0004912345",
        "https://n.news.naver.com/mnews/article/015/0004912345?ntype=RANKING"
    )]
    [InlineData("https://v.daum.net/v/20261127093012345", "https://news.v.daum.net/v/20261127093012345?f=m")]
    [InlineData("https://m.hankyung.com/economy/article/202611279999i", "https://www.hankyung.com/article/202611279999i?utm_source=x")]
    [InlineData(
        "https://m.yna.co.kr/view/AKR20261127000100002?section=economy",
        "https://www.yna.co.kr/view/AKR20261127000100002?input=1195m"
    )]
    [InlineData(
        "https://m.edaily.co.kr/News/Read?mediaCodeNo=257&newsId=0123",
        "https://www.edaily.co.kr/News/Read?newsId=0123&mediaCodeNo=257&OutUrl=naver"
    )]
    [InlineData("https://www.wsj.com/articles/x-1?mod=hp_lead", "https://wsj.com/articles/x-1")]
    public void P8_portals_encodings_and_publishers_own_marks_are_one_address(string one, string other) =>
        Assert.Equal(ArticleUrl.Key(one), ArticleUrl.Key(other));

    [Theory]
    [InlineData("https://n.news.naver.com/article/015/0004912345", "https://n.news.naver.com/article/014/0004912345")]
    [InlineData("https://n.news.naver.com/read?aid=1", "https://n.news.naver.com/read?aid=2")]
    [InlineData("https://a.example/view?storyid=1", "https://a.example/view?storyid=2")]
    [InlineData("https://a.example/view?mod=1", "https://a.example/view?mod=2")]
    [InlineData("https://a.example/view?idxno=1", "https://a.example/view?idxno=2")]
    [InlineData("https://a.example/#!/story/1", "https://a.example/#!/story/2")]
    [InlineData("https://a.example/view?id=1%262", "https://a.example/view?id=1&2")]
    public void P8_what_numbers_an_article_stays(string one, string other) => Assert.NotEqual(ArticleUrl.Key(one), ArticleUrl.Key(other));

    [Theory]
    [InlineData("https://cnbc.com/2024/01/02/fed.html")]
    [InlineData("https://reuters.com/markets/us/a,b:c@d/?x=1")]
    public void P8_a_plain_address_keeps_the_key_it_had_before_the_rule_grew(string url) =>
        Assert.Equal(url.Replace("/?", "?", StringComparison.Ordinal), ArticleUrl.Key(url));

    [Fact]
    public void P8_only_the_first_question_mark_begins_the_query() =>
        Assert.Equal("https://reuters.com/a???%20b", ArticleUrl.Key("https://reuters.com/a?&??+b"));

    [Fact]
    public void Any_text_has_a_key_and_the_key_is_its_own_key() => CsCheck.Check.Sample(CsCheck.Gen.String, text =>
        {
            var key = ArticleUrl.Key("https://example.com/" + text);
            return key == ArticleUrl.Key(key);
        });
}
