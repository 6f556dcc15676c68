using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.FinancialNews;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Features.FinancialNews.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Providers;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace InvestmentAssistant.Api.Tests.Features.FinancialNews;

/// <summary>What is read from the provider's replies, and the job over a database of this class alone.</summary>
public sealed class FinancialNewsJobTests(LocalServices services) : IAsyncLifetime
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 10, 4, 30);
    private readonly List<string> _asked = [];
    private ServiceProvider _provider = null!;

    private IDocumentStore Documents => _provider.GetRequiredService<IDocumentStore>();

    public async ValueTask InitializeAsync()
    {
        _provider = await services.NewServicesAsync(
            (collection, configuration) =>
                collection
                    .AddSingleton<IClock>(new FakeClock(Now))
                    .AddPersistence(configuration, [new FinancialNewsFeature()])
                    .AddArticleIndex<FinancialArticle>("financial_news")
        );
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private Task<JobOutcome> RunAsync(Func<string, (HttpStatusCode, string)> answer, CancellationToken? ct = null) =>
        new FinancialNewsJob(new FinnhubClient(Samples.Answering(answer, _asked)), Documents, new FakeClock(Now)).RunAsync(
            new JobContext(_ => { }),
            ct ?? Ct
        );

    private async Task<IReadOnlyList<FinancialArticle>> HeldAsync()
    {
        await using var session = Documents.QuerySession();
        return
        [
            .. (await session.Query<FinancialArticle>().ToListAsync(Ct))
                .OrderBy(a => a.Category, StringComparer.Ordinal)
                .ThenBy(a => a.NewsId),
        ];
    }

    private static string Row(long id, string headline = "Headline") =>
        $$"""{"category":"top news","datetime":{{1_767_000_000 + id}},"headline":"{{headline}}","id":{{id}},"image":"","related":"","source":"CNBC","summary":"Text","url":"https://a.example/{{id}}"}""";

    /// <summary>A feed of 250 articles in crypto, a hundred at a time, and none elsewhere.</summary>
    private static (HttpStatusCode, string) Feed(string path)
    {
        if (!path.Contains("category=crypto", StringComparison.Ordinal))
            return (HttpStatusCode.OK, "[]");
        var minId = long.Parse(path.Split("minId=")[1]);
        return (
            HttpStatusCode.OK,
            $"[{string.Join(',', Enumerable.Range(1, 250).Where(n => n > minId).Take(100).Reverse().Select(n => Row(n)))}]"
        );
    }

    [Fact]
    public void Captured_news_become_articles_of_the_category_that_was_asked_for()
    {
        using var json = JsonDocument.Parse(Samples.Text("Finnhub", "market-news.json"));
        var rows = ProviderRows.Read<FinnhubArticle>(json.RootElement);
        var articles = rows.Rows.Select(r => FinancialArticleMapping.Map(r, "general", Now)!).ToList();
        Assert.Equal((3, 0), (articles.Count, rows.Dropped));
        Assert.Equal(
            ("general/5085164", "general", 5085164, "CNBC"),
            (articles[0].Id, articles[0].Category, articles[0].NewsId, articles[0].Source)
        );
        Assert.Equal("Square surges after reporting 64% jump in revenue, more customers using Cash App", articles[0].Title);
        Assert.StartsWith("Shares of Square soared on Tuesday evening", articles[0].Description, StringComparison.Ordinal);
        Assert.Equal(Instant.FromUtc(2020, 8, 5, 1, 5, 1), articles[0].PublishedAt);
        Assert.Equal("https://www.cnbc.com/2020/08/04/square-sq-earnings-q2-2020.html", articles[0].Url);
        Assert.StartsWith("https://image.cnbcfm.com/", articles[0].Image, StringComparison.Ordinal);
        Assert.Empty(articles[0].Symbols);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("AAPL", "AAPL")]
    [InlineData("aapl, BRK.B,,AAPL ,", "AAPL BRK.B")]
    public void Related_symbols_are_a_list(string related, string symbols) =>
        Assert.Equal(symbols, string.Join(' ', FinancialArticleMapping.SymbolsIn(related)));

    [Theory]
    [InlineData("\"id\":7", "\"id\":null")]
    [InlineData("\"id\":7", "\"id\":0")]
    [InlineData("\"headline\":\"Headline\"", "\"headline\":\"\"")]
    [InlineData("\"headline\":\"Headline\"", "\"headline\":\"[Removed]\"")]
    [InlineData("\"datetime\":1767000007", "\"datetime\":0")]
    [InlineData("\"datetime\":1767000007", "\"datetime\":null")]
    [InlineData("\"datetime\":1767000007", "\"datetime\":99999999999999")]
    [InlineData("\"datetime\":1767000007", "\"datetime\":1968100000")]
    public void What_cannot_be_used_is_dropped(string good, string bad)
    {
        using var json = JsonDocument.Parse($"[{Row(7).Replace(good, bad, StringComparison.Ordinal)}]");
        Assert.All(ProviderRows.Read<FinnhubArticle>(json.RootElement).Rows, r =>
            Assert.Null(FinancialArticleMapping.Map(r, "general", Now))
        );
    }

    [Fact]
    public void Html_empty_texts_and_addresses_that_are_none_are_cleaned()
    {
        var row = Row(7, "<b>Deal</b> &amp; more")
            .Replace("https://a.example/7", "javascript:x", StringComparison.Ordinal)
            .Replace("\"Text\"", "\"\"", StringComparison.Ordinal);
        using var json = JsonDocument.Parse($"[{row}]");
        var article = FinancialArticleMapping.Map(ProviderRows.Read<FinnhubArticle>(json.RootElement).Rows[0], "merger", Now)!;
        Assert.Equal(("Deal & more", null, null, null), (article.Title, article.Url, article.Image, article.Description));
        Assert.Equal(["category=merger", "source=cnbc"], article.Facets);
    }

    [Fact]
    public async Task A_feed_is_read_to_its_end_and_only_what_is_newer_is_asked_for_next_time()
    {
        var outcome = await RunAsync(Feed);
        Assert.Equal((250, true), (outcome.Rows, outcome.Complete));
        Assert.Equal(Enumerable.Range(1, 250).Select(n => (long)n), (await HeldAsync()).Select(a => a.NewsId));
        _asked.Clear();
        Assert.Equal(0, (await RunAsync(Feed)).Rows);
        Assert.Equal(4, _asked.Count);
        Assert.Contains(_asked, a => a.Contains("category=crypto&minId=250", StringComparison.Ordinal));
        Assert.Equal(250, (await HeldAsync()).Count);
    }

    [Fact]
    public async Task A_provider_that_always_repeats_its_page_ends_the_run()
    {
        var outcome = await RunAsync(_ => (HttpStatusCode.OK, $"[{Row(3)},{Row(2)},{Row(2)},null,{Row(1, "")}]"));
        Assert.Equal((8, 8), (outcome.Rows, outcome.Dropped));
        Assert.Equal(8, _asked.Count);
        Assert.Equal(
            ["crypto/2", "crypto/3", "forex/2", "forex/3", "general/2", "general/3", "merger/2", "merger/3"],
            (await HeldAsync()).Select(a => a.Id)
        );
    }

    [Fact]
    public async Task A_page_without_one_usable_article_does_not_hold_up_those_behind_it()
    {
        await RunAsync(path =>
            path.Contains("minId=0", StringComparison.Ordinal) ? (HttpStatusCode.OK, $"[{Row(5, "")}]")
            : path.Contains("minId=5", StringComparison.Ordinal) ? (HttpStatusCode.OK, $"[{Row(6)}]")
            : (HttpStatusCode.NoContent, "")
        );
        Assert.Equal(4, (await HeldAsync()).Count(a => a.NewsId == 6));
    }

    [Fact]
    public async Task A_run_killed_in_the_middle_and_run_again_ends_like_one_that_was_not()
    {
        using var killed = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            RunAsync(
                path =>
                {
                    if (path.Contains("minId=100", StringComparison.Ordinal))
                        killed.Cancel();
                    return Feed(path);
                },
                killed.Token
            )
        );
        Assert.Equal(100, (await HeldAsync()).Count);
        Assert.Equal(150, (await RunAsync(Feed)).Rows);
        Assert.Equal(250, (await HeldAsync()).Count);
    }

    [Fact]
    public async Task P8_an_article_with_a_second_number_and_another_spelling_of_its_address_is_one()
    {
        string Spelled(long id, string url) => Row(id).Replace($"https://a.example/{id}", url, StringComparison.Ordinal);
        string[] first =
        [
            Spelled(1, "https://a.example/story?id=5&utm_source=x"),
            Spelled(2, "http://www.a.example/story/?fbclid=1&id=5"),
            Spelled(3, "https://a.example/story?id=6"),
        ];
        await RunAsync(path =>
            (HttpStatusCode.OK, path.Contains("minId=0", StringComparison.Ordinal) ? $"[{string.Join(',', first)}]" : "[]")
        );
        await RunAsync(path =>
            (
                HttpStatusCode.OK,
                path.Contains("minId=3", StringComparison.Ordinal) ? $"[{Spelled(4, "https://m.a.example/story?id=5#top")}]" : "[]"
            )
        );

        Assert.Equal([1, 3], (await HeldAsync()).Where(a => a.Category == "general").Select(a => a.NewsId).Order());
    }

    [Fact]
    public async Task A_category_that_fails_keeps_no_other_away_and_a_run_without_any_news_says_why()
    {
        var outcome = await RunAsync(path =>
            path.Contains("category=crypto", StringComparison.Ordinal)
                ? (HttpStatusCode.OK, """{"error":"API limit reached."}""")
                : (HttpStatusCode.OK, $"[{Row(1)}]")
        );
        Assert.Equal((3, false), (outcome.Rows, outcome.Complete));
        Assert.True(outcome is { IsLimited: true, Answered: 3, Left: 1 });
        Assert.True(
            await RunAsync(_ => (HttpStatusCode.OK, """{"error":"API limit reached."}""")) is { IsLimited: true, Answered: 0, Left: 4 }
        );
    }
}
