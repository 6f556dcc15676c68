using System.Text.Json;
using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Features.MarketNews.Ingestion;
using InvestmentAssistant.Api.Features.MarketNews.NewsApi;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Features.MarketNews;

/// <summary>What is read from the provider's replies, as captured, and from broken ones.</summary>
public sealed class MarketArticleMappingTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 5, 4, 0);

    private static NewsApiPage Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return NewsApiClient.Read(document.RootElement);
    }

    private static MarketArticle? Map(string article) =>
        Read($$"""{"status":"ok","totalResults":1,"articles":[{{article}}]}""").Articles is [var sent]
            ? MarketArticleMapping.Map(sent, "business", "inflation", Now)
            : null;

    [Fact]
    public void A_captured_search_becomes_articles()
    {
        var page = Read(Samples.Text("NewsApi", "everything.json"));
        Assert.Equal((14534, 1, 0), (page.TotalResults, page.Articles.Count, page.Dropped));
        var article = MarketArticleMapping.Map(page.Articles[0], null, "ipo", Now)!;
        Assert.Equal("Motley Fool Australia", article.Source);
        Assert.Null(article.SourceId);
        Assert.Equal("Sebastian Bowen", article.Author);
        Assert.Equal("Meet DRIV (ASX:DRIV), the electric vehicle ETF that just listed on the ASX", article.Title);
        Assert.StartsWith("Meet the ASX's newest ETF! The post Meet DRIV", article.Description, StringComparison.Ordinal);
        Assert.EndsWith("…", article.Content, StringComparison.Ordinal); // without the provider's "[+2339 chars]"
        Assert.Equal(Instant.FromUtc(2021, 12, 16, 1, 43, 53), article.PublishedAt);
        Assert.Equal(
            ("fool.com.au", "https://www.fool.com.au/wp-content/uploads/2021/04/self-drive.jpg"),
            (article.Host, article.UrlToImage)
        );
        Assert.Equal(
            (Now, "ipo", MarketArticle.IdOf("motley fool australia", article.Url)),
            (article.FetchedAt, Assert.Single(article.Queries), article.Id)
        );
    }

    [Fact]
    public void Captured_headlines_become_articles()
    {
        var page = Read(Samples.Text("NewsApi", "top-headlines.json"));
        var articles = page.Articles.Select(a => MarketArticleMapping.Map(a, "general", null, Now)!).ToList();
        Assert.Equal(["Collegefootballplayoff.com", "The Hill"], articles.Select(a => a.Source));
        Assert.Equal([null, "the-hill"], articles.Select(a => a.SourceId));
        Assert.Null(articles[0].Author);
        Assert.StartsWith("Kickoff Time:6:41 p.m. CT ARLINGTON", articles[0].Content, StringComparison.Ordinal);
        Assert.Equal(["source=the hill", "category=general"], articles[1].Facets);
    }

    private const string Good = """
        {"source":{"id":null,"name":"Reuters"},"author":null,"title":"Fed holds","description":null,"url":"https://www.reuters.com/a","urlToImage":null,"publishedAt":"2026-01-04T10:00:00Z","content":null}
        """;

    [Fact]
    public void Nulls_and_missing_fields_stay_null()
    {
        foreach (
            var sent in new[]
            {
                Good,
                """{"title":"Fed holds","url":"https://www.reuters.com/a","publishedAt":"2026-01-04T10:00:00+00:00"}""",
            }
        )
        {
            var article = Map(sent)!;
            Assert.Equal((null, null, null, null), (article.Author, article.Description, article.Content, article.UrlToImage));
            Assert.Equal(Instant.FromUtc(2026, 1, 4, 10, 0), article.PublishedAt);
        }
        Assert.Equal(
            "reuters.com",
            Map("""{"title":"Fed holds","url":"https://www.reuters.com/a","publishedAt":"2026-01-04T10:00:00Z"}""")!.Source
        );
    }

    [Fact]
    public void Html_becomes_text()
    {
        var article = Map(
            Good.Replace("\"description\":null", "\"description\":\"<p>Shares of AT&amp;T <b>rose</b></p>\"", StringComparison.Ordinal)
        )!;
        Assert.Equal("Shares of AT&T rose", article.Description);
    }

    [Theory]
    [InlineData("\"Fed holds\"", "\"[Removed]\"")]
    [InlineData("\"https://www.reuters.com/a\"", "\"https://removed.com\"")]
    [InlineData("\"Fed holds\"", "null")]
    [InlineData("\"Fed holds\"", "\" <br/> \"")]
    [InlineData("\"https://www.reuters.com/a\"", "null")]
    [InlineData("\"https://www.reuters.com/a\"", "\"\"")]
    [InlineData("\"https://www.reuters.com/a\"", "\"javascript:alert(1)\"")]
    [InlineData("\"2026-01-04T10:00:00Z\"", "null")]
    [InlineData("\"2026-01-04T10:00:00Z\"", "\"yesterday\"")]
    [InlineData("\"2026-01-04T10:00:00Z\"", "\"2026-01-06T10:00:00Z\"")]
    [InlineData("\"Fed holds\"", "7")]
    public void What_cannot_be_used_is_dropped(string good, string bad) =>
        Assert.Null(Map(Good.Replace(good, bad, StringComparison.Ordinal)));

    [Fact]
    public void A_bad_row_loses_none_of_the_good_ones()
    {
        var page = Read($$"""{"status":"ok","totalResults":4,"articles":[{{Good}},null,{"source":7},{{Good}}]}""");
        Assert.Equal((2, 2), (page.Articles.Count, page.Dropped));
    }

    [Theory]
    [InlineData("""{"status":"error","code":"rateLimited","message":"too many"}""", ProviderFailure.RateLimited)]
    [InlineData("""{"status":"error","code":"apiKeyExhausted","message":"none left"}""", ProviderFailure.BudgetSpent)]
    [InlineData("""{"status":"error","code":"apiKeyInvalid","message":"wrong"}""", ProviderFailure.Unauthorized)]
    [InlineData("""{"status":"error","code":"parameterInvalid","message":"no"}""", ProviderFailure.Rejected)]
    [InlineData("""{"status":"ok"}""", ProviderFailure.BadReply)]
    [InlineData("""{"articles":[]}""", ProviderFailure.BadReply)]
    [InlineData("[]", ProviderFailure.BadReply)]
    public void An_error_inside_a_success_is_an_error(string json, ProviderFailure kind) =>
        Assert.Equal(kind, Assert.Throws<ProviderException>(() => Read(json)).Kind);

    [Theory]
    [InlineData("error-429-rate-limited.json", ProviderFailure.RateLimited)]
    [InlineData("error-401-api-key-invalid.json", ProviderFailure.Unauthorized)]
    public void Captured_errors_are_known(string sample, ProviderFailure kind) =>
        Assert.Equal(kind, Assert.Throws<ProviderException>(() => Read(Samples.Text("NewsApi", sample))).Kind);
}
