using System.Text.Json;
using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Features.NewsSentiment.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Features.NewsSentiment;

/// <summary>Answers of the provider, captured and spoilt.</summary>
public sealed class SentimentReplyTests
{
    private static readonly Instant s_now = Instant.FromUtc(2024, 1, 3, 0, 20);

    private static SentimentReply Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return SentimentReply.Read(document.RootElement, SentimentQuery.Topic("manufacturing"), 20240103, s_now);
    }

    private static string Feed(params string[] rows) => $$"""{"items":"{{rows.Length}}","feed":[{{string.Join(',', rows)}}]}""";

    private static string Row(
        string title = "\"t\"",
        string url = "\"https://a.example/1\"",
        string time = "\"20240102T170245\"",
        string summary = "\"s\"",
        string score = "0.2",
        string topics = "[]",
        string tickers = "[]"
    ) =>
        $$"""{"title":{{title}},"url":{{url}},"time_published":{{time}},"summary":{{summary}},"overall_sentiment_score":{{score}},"topics":{{topics}},"ticker_sentiment":{{tickers}}}""";

    [Fact]
    public void A_captured_answer_is_read_whole()
    {
        var reply = Read(Samples.Text("AlphaVantage", "news-sentiment.json"));
        var article = Assert.Single(reply.Articles);
        Assert.Equal((0, 1, Instant.FromUtc(2024, 1, 2, 17, 2, 45)), (reply.Dropped, reply.Rows, reply.Oldest));
        Assert.Equal(
            "https://www.benzinga.com/news/24/01/36455419/5-biggest-winners-5-biggest-losers-from-dow-jones-industrial-average-in-2023",
            article.Url
        );
        Assert.Equal(
            ("Benzinga", "Chris Katje", Instant.FromUtc(2024, 1, 2, 17, 2, 45)),
            (article.Source, article.Authors, article.PublishedAt)
        );
        Assert.Equal((0.180135m, "Somewhat-Bullish"), (article.Score, article.Label));
        Assert.Equal(("topic", "topics=manufacturing", 20240103), (article.QueryType, article.QueryParams, article.BatchId));
        Assert.Equal(new TopicMention("Financial Markets", 0.999174m), article.Topics[0]);
        Assert.Equal(
            ["Financial Markets", "Energy & Transportation", "Finance", "Manufacturing", "Technology"],
            article.Topics.Select(t => t.Topic)
        );
        Assert.Equal(6, article.Tickers.Count);
        Assert.Contains(new TickerMention("CVX", 0.070935m, -0.010433m, "Neutral"), article.Tickers);
        Assert.Equal(article.Tickers.OrderByDescending(t => t.Relevance), article.Tickers);
    }

    [Theory]
    [InlineData("null", "\"https://a.example/1\"", "\"20240102T170245\"", "\"s\"")]
    [InlineData("\"[Removed]\"", "\"https://a.example/1\"", "\"20240102T170245\"", "\"s\"")]
    [InlineData("\" \"", "\"https://a.example/1\"", "\"20240102T170245\"", "\"s\"")]
    [InlineData("\"t\"", "\"javascript:alert(1)\"", "\"20240102T170245\"", "\"s\"")]
    [InlineData("\"t\"", "null", "\"20240102T170245\"", "\"s\"")]
    [InlineData("\"t\"", "\"https://a.example/1\"", "\"yesterday\"", "\"s\"")]
    [InlineData("\"t\"", "\"https://a.example/1\"", "\"20240104T000000\"", "\"s\"")]
    [InlineData("\"t\"", "\"https://a.example/1\"", "\"20240102T170245\"", "\"\"")]
    public void An_article_that_cannot_be_shown_is_dropped_and_counted(string title, string url, string time, string summary)
    {
        var reply = Read(Feed(Row(title, url, time, summary), Row(url: "\"https://a.example/2\"")));
        Assert.Equal("https://a.example/2", Assert.Single(reply.Articles).Url);
        Assert.Equal((1, 2), (reply.Dropped, reply.Rows));
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("\"None\"", null)]
    [InlineData("\"-0.25\"", "-0.25")]
    [InlineData("0", "0")]
    [InlineData("1.5", null)]
    [InlineData("\"high\"", null)]
    public void A_score_is_read_as_text_or_number_and_an_impossible_one_is_none(string written, string? score) =>
        Assert.Equal(
            score,
            Assert.Single(Read(Feed(Row(score: written))).Articles).Score?.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );

    [Fact]
    public void A_mention_that_cannot_be_true_is_dropped_and_the_article_kept()
    {
        var reply = Read(
            Feed(
                Row(
                    topics: """[{"topic":"Technology","relevance_score":"0.5"},{"topic":"IPO","relevance_score":"2"},{"relevance_score":"0.1"}]""",
                    tickers: """
                    [{"ticker":"brk-b","relevance_score":"0.2","ticker_sentiment_score":"0.1","ticker_sentiment_label":"Neutral"},
                     {"ticker":"BRK-B","relevance_score":"0.6","ticker_sentiment_score":"0.3","ticker_sentiment_label":"Somewhat-Bullish"},
                     {"ticker":"MSFT","relevance_score":"0.3","ticker_sentiment_score":"None"}, {"ticker":"no ticker","relevance_score":"0.3","ticker_sentiment_score":"0.1"}]
                    """
                )
            )
        );
        var article = Assert.Single(reply.Articles);
        Assert.Equal([new TopicMention("Technology", 0.5m)], article.Topics);
        Assert.Equal([new TickerMention("BRK.B", 0.6m, 0.3m, "Somewhat-Bullish")], article.Tickers);
        Assert.Equal(4, reply.Dropped);
    }

    [Fact]
    public void An_address_that_is_there_twice_is_one_article()
    {
        var reply = Read(Feed(Row(), Row(url: "\"https://www.a.example/1/?utm_source=x#top\"")));
        Assert.Single(reply.Articles);
        Assert.Equal((0, 2), (reply.Dropped, reply.Rows));
    }

    [Fact]
    public void Markup_and_entities_are_no_text() =>
        Assert.Equal("Profit & loss", Assert.Single(Read(Feed(Row(title: "\"<b>Profit</b> &amp; loss\""))).Articles).Title);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"items":"0","feed":null}""")]
    public void An_answer_without_a_feed_is_a_bad_one(string json) =>
        Assert.Equal(ProviderFailure.BadReply, Assert.Throws<ProviderException>(() => Read(json)).Kind);
}
