using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Features.CompanyNews.Ingestion;
using InvestmentAssistant.Api.Features.FinancialNews.Ingestion;
using InvestmentAssistant.Api.Features.MarketNews.Ingestion;
using InvestmentAssistant.Api.Features.MarketNews.NewsApi;
using InvestmentAssistant.Api.Features.NewsSentiment.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using static InvestmentAssistant.Api.Tests.Platform.Providers.HostileRows;

namespace InvestmentAssistant.Api.Tests.Platform.Providers;

/// <summary>
/// Articles that cannot be true, for every provider: each is dropped alone and counted, or keeps what of it can be true.
/// </summary>
public sealed class HostileArticleTests
{
    /// <summary>A time as Unix seconds, quoted forms included, and whether an article may have it.</summary>
    public static TheoryData<string, bool> Seconds =>
        new()
        {
            { $"{Now.ToUnixTimeSeconds()}", true },
            { $"\"{Now.ToUnixTimeSeconds()}\"", true },
            { $"{Now.ToUnixTimeSeconds()}.0", true },
            { $"{Now.ToUnixTimeSeconds() + 3_000}", true },
            { $"{Now.ToUnixTimeSeconds() + 4_000}", false },
            { "0", false },
            { "-1", false },
            { "-62135596800", false },
            { "631151999", false },
            { "9999999999999", false },
            { "9223372036854775807", false },
            { "1e400", false },
            { "null", false },
            { "\"\"", false },
            { "\"NaN\"", false },
            { "\"-\"", false },
            { "true", false },
            { "[]", false },
            { "{}", false },
        };

    /// <summary>Null when the row does not fit.</summary>
    private static FinnhubArticle? Row(string seconds) =>
        ProviderRows.ReadRow<FinnhubArticle>(
            ParseJson(
                $$"""{"datetime":{{seconds}},"headline":"Headline","id":7,"source":"CNBC","summary":"Text","url":"https://a.example/7"}"""
            )
        );

    private static FinnhubArticle Finnhub(string seconds) => Row(seconds)!;

    [Theory, MemberData(nameof(Seconds))]
    public void An_article_needs_a_time_that_can_be_true_in_every_mapping_of_Finnhub(string seconds, bool kept)
    {
        Assert.Equal(kept, Row(seconds) is { } company && CompanyArticles.Map(company, "AAPL", Now) is not null);
        Assert.Equal(kept, Row(seconds) is { } financial && FinancialArticleMapping.Map(financial, "general", Now) is not null);
    }

    [Theory]
    [InlineData("\"2026-11-27T15:00:00Z\"", true)]
    [InlineData("\"2026-11-27T23:59:00+09:00\"", true)]
    [InlineData("\"2026-11-27T16:01:00Z\"", false)]
    [InlineData("\"1970-01-01T00:00:00Z\"", false)]
    [InlineData("\"0001-01-01T00:00:00Z\"", false)]
    [InlineData("\"2026-11-27\"", false)]
    [InlineData("\"\"", false)]
    [InlineData("1767000000", false)]
    [InlineData("null", false)]
    public void An_article_needs_a_time_that_can_be_true_at_NewsApi(string published, bool kept)
    {
        var page = NewsApiClient.Read(
            ParseJson(
                $$"""{"status":"ok","totalResults":"2","articles":[null,7,{"source":{"id":null,"name":"S"},"title":"T","url":"https://a.example/1","publishedAt":{{published}}}]}"""
            )
        );
        Assert.Equal((2, 2), (page.TotalResults, page.Dropped));
        Assert.Equal(kept, MarketArticleMapping.Map(Assert.Single(page.Articles), null, null, Now) is not null);
    }

    [Theory]
    [InlineData("20261127T150000", true)]
    [InlineData("20261127T1500", true)]
    [InlineData("20261127T160100", false)]
    [InlineData("19700101T000000", false)]
    [InlineData("00010101T000000", false)]
    [InlineData("None", false)]
    [InlineData("", false)]
    public void An_article_needs_a_time_that_can_be_true_at_Alpha_Vantage(string published, bool kept)
    {
        var reply = SentimentReply.Read(
            ParseJson(
                $$"""
                {"feed":[{"title":"T","url":"https://a.example/1","time_published":"{{published}}","summary":"S","source":null,"authors":[null,7,"A"],
                "overall_sentiment_score":"1e400","ticker_sentiment":[{"ticker":"AAPL","relevance_score":"NaN","ticker_sentiment_score":"0.1"}]},null,[],{}]}
                """
            ),
            new SentimentQuery("topic", "topics", "technology"),
            20261127,
            Now
        );
        Assert.Equal(kept ? 1 : 0, reply.Articles.Count);
        // The three that are none, the article itself or the mention in it.
        Assert.Equal(4, reply.Dropped);
        if (kept)
            Assert.Equal((null, "A"), (reply.Articles[0].Score, reply.Articles[0].Authors));
    }

    [Fact]
    public void Texts_of_every_news_provider_have_the_same_caps()
    {
        var (title, text) = (new string('t', 3_000), new string('x', 200_000));
        var finnhub = Finnhub($"{Now.ToUnixTimeSeconds()}") with { Headline = title, Summary = text, Source = title };
        var company = CompanyArticles.Map(finnhub, "AAPL", Now)!;
        var financial = FinancialArticleMapping.Map(finnhub, "general", Now)!;
        var market = MarketArticleMapping.Map(
            new NewsApiArticle
            {
                Title = title,
                Description = text,
                Content = text,
                Author = title,
                Url = "https://a.example/1",
                PublishedAt = "2026-11-27T15:00:00Z",
            },
            null,
            null,
            Now
        )!;

        Assert.All([company.Title, financial.Title, market.Title], t => Assert.Equal(SentArticle.LongestTitle, t.Length));
        Assert.All([company.Description, financial.Description, market.Description, market.Content], t =>
            Assert.Equal(SentArticle.LongestText, t!.Length)
        );
        Assert.All([company.Source, financial.Source, market.Author], t => Assert.Equal(SentArticle.LongestName, t!.Length));
        Assert.Null(CompanyArticles.Map(finnhub with { Url = "https://a.example/" + new string('u', 5_000) }, "AAPL", Now));
    }

    [Fact]
    public void Reasons_of_dropped_rows_are_logged_once_with_counts()
    {
        using var dropped = DroppedRows.Collect();
        foreach (
            var bad in new[]
            {
                Finnhub("0"),
                Finnhub("0"),
                Finnhub("1767000000") with
                {
                    Headline = " ",
                },
                Finnhub("1767000000") with
                {
                    Url = "javascript:x",
                },
            }
        )
            Assert.Null(CompanyArticles.Map(bad, "AAPL", Now));
        ProviderRows.Read<FinnhubArticle>(ParseJson("[null,7]"));

        Assert.Equal(
            "2 articles without a time of publication that can be true, 2 rows that are no objects, 1 articles without a "
                + "headline, 1 articles without a web address",
            dropped.ToString()
        );
    }
}
