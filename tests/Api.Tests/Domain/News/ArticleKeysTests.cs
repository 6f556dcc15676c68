using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Domain.News.Keys;
using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Tests.Features.NewsSentiment;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;

namespace InvestmentAssistant.Api.Tests.Domain.News;

/// <summary>Case P8: articles that were held under the keys of an older rule are not doubled by a build with another.</summary>
public sealed class ArticleKeysTests(LocalServices services) : IAsyncLifetime
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 8, 31, 12, 0);

    private SentimentHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await SentimentHost.StartAsync(services, s_now);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static SentimentArticle Article(string path, string key) =>
        SentimentHost.Article(path, s_now, 0.2m, topics: ["Technology"], tickers: ("AAPL", 0.9m, 0.4m)) with
        {
            Id = key,
        };

    private ArticleKeys<SentimentArticle> Keys =>
        new(
            _host.Documents,
            "sentiment_article",
            a => ArticleKey.Of(ArticleUrl.Key(a.Url)),
            (a, key) => a with { Id = key },
            Mentions.Follow
        );

    [Fact]
    public async Task P8_held_articles_get_the_key_of_the_present_rule_and_of_several_spellings_one_stays()
    {
        var present = SentimentHost.Article("c", s_now, 0.1m);
        await _host.WriteAsync(
            20260831,
            Article("a?utm_source=x", "old-1"),
            Article("a/?fbclid=1", "old-2"),
            Article("b?ref=home", "old-3"),
            present,
            Article("c#top", "old-4")
        );

        Assert.Equal(4, await Keys.BringUpToDateAsync(Ct));

        await using var session = _host.Documents.QuerySession();
        var held = await session.Query<SentimentArticle>().ToListAsync(Ct);
        List<string> paths = ["a", "b", "c"];
        var expected = paths.Select(p => ArticleKey.Of(ArticleUrl.Key($"https://news.example/{p}"))).Order();
        Assert.Equal(expected, held.Select(a => a.Id).Order());
        // What is shown stays an address that was sent.
        Assert.Equal("https://news.example/a?utm_source=x", held.Single(a => a.Url.Contains("/a", StringComparison.Ordinal)).Url);
        await using var command = _host.Database.CreateCommand(
            $"select string_agg(distinct article, ',' order by article) || ' ' || count(*) from {Mentions.Table}"
        );
        // Three rows each for a and b (the whole, a topic, a ticker), one for c.
        Assert.Equal($"{string.Join(',', expected)} 7", await command.ExecuteScalarAsync(Ct));

        Assert.Equal(0, await Keys.BringUpToDateAsync(Ct));
        Assert.Equal(0, await _host.WriteAsync(20260831, held.Single(a => a.Url.Contains("/b", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task P8_many_pages_of_articles_are_gone_through()
    {
        await _host.WriteAsync(20260831, [.. Enumerable.Range(0, 1_200).Select(n => Article($"n{n}?utm_id={n}", $"old-{n:0000}"))]);
        Assert.Equal(1_200, await Keys.BringUpToDateAsync(Ct));
        Assert.Equal(0, await Keys.BringUpToDateAsync(Ct));
    }
}
