using CsCheck;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.MarketNews;
using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Http;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Weasel.Core;

namespace InvestmentAssistant.Api.Tests.Domain.News.Index;

/// <summary>Lists and search over a handful of articles, in a database of this class alone.</summary>
public sealed class ArticleIndexTests(LocalServices services) : IAsyncLifetime
{
    private static readonly bool[] s_orders = [false, true];
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 12, 0);
    private ServiceProvider _provider = null!;
    private int _number;

    private IDocumentStore Store => _provider.GetRequiredService<IDocumentStore>();

    public async ValueTask InitializeAsync()
    {
        _provider = await services.NewServicesAsync(
            (collection, configuration) =>
                collection
                    .AddSingleton(TimeProvider.System)
                    .AddSingleton<AnswerCache>()
                    .AddSingleton<IClock>(SystemClock.Instance)
                    .AddPersistence(configuration, [new MarketNewsFeature()])
                    .AddArticleIndex<MarketArticle>("market_news")
        );
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private MarketArticle Article(
        string title,
        string? description = null,
        string? content = null,
        string source = "Gazette",
        Instant? at = null,
        string? category = null
    )
    {
        var url = $"https://gazette.example/{++_number}";
        return new MarketArticle
        {
            Id = MarketArticle.IdOf(source, url),
            Source = source,
            Title = title,
            Description = description,
            Content = content,
            Url = url,
            PublishedAt = at ?? Noon - Duration.FromMinutes(_number),
            FetchedAt = Noon,
            Categories = category is null ? [] : [category],
        };
    }

    private async Task StoreAsync(params MarketArticle[] articles)
    {
        await using var session = Store.LightweightSession();
        session.Store(articles);
        await session.SaveChangesAsync(Ct);
    }

    private async Task<int> SqlAsync(string sql)
    {
        await using var command = _provider.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        // 27,000 articles through the index's trigger: more than the usual half minute on a busy machine.
        command.CommandTimeout = 300;
        return await command.ExecuteScalarAsync(Ct) is int number ? number : 0;
    }

    // A cache of its own for every question: articles are added between them.
    private Task<ArticleList<MarketArticle>> ReadAsync(ArticleQuery query, Window? window = null, string? cursor = null) =>
        IndexOf(new AnswerCache(TimeProvider.System)).ReadAsync(query, window ?? new Window(0, 20), cursor, Ct);

    private ArticleIndex<MarketArticle> IndexOf(AnswerCache cache) =>
        ActivatorUtilities.CreateInstance<ArticleIndex<MarketArticle>>(_provider, cache, cache.Aged());

    private async Task<string[]> TitlesAsync(string text, bool byRank = false) =>
        [.. (await ReadAsync(new ArticleQuery { Text = text, ByRank = byRank })).Hits.Select(h => h.Article.Title)];

    [Theory]
    [InlineData("rate", "Fed holds rates", "Rating the raters")]
    [InlineData("RATES hold", "Fed holds rates")]
    [InlineData("\"trade war\"", "A trade war looms")]
    [InlineData("“trade war”", "A trade war looms")]
    [InlineData("trade -looms", "War on trade")]
    [InlineData("trade war", "A trade war looms", "War on trade")]
    [InlineData("looms or holds", "Fed holds rates", "A trade war looms")]
    [InlineData("기준금리", "한국은행 기준금리 동결", "기준금리를 내린 이유")]
    [InlineData("기준금리 -동결", "기준금리를 내린 이유")]
    [InlineData("\"기준금리 동결\"", "한국은행 기준금리 동결")]
    [InlineData("\"한국은행 동결\"")]
    [InlineData("삼성전자", "삼성전자·SK하이닉스 강세", "반도체/삼성전자가 이끈다")]
    [InlineData("하이닉스", "삼성전자·SK하이닉스 강세")]
    [InlineData("sk하이닉스", "삼성전자·SK하이닉스 강세")]
    [InlineData("steel", "Tariffs/steel: what now")]
    [InlineData("tariff", "Tariffs/steel: what now")]
    [InlineData("chars")]
    [InlineData("the", "Rating the raters")]
    [InlineData("!!")]
    [InlineData("nothing of the kind")]
    public async Task A_search_finds_what_a_reader_means(string text, params string[] titles)
    {
        await StoreAsync(
            Article("Fed holds rates"),
            Article("A trade war looms"),
            Article("War on trade"),
            Article("한국은행 기준금리 동결"),
            Article("기준금리를 내린 이유"),
            Article("삼성전자·SK하이닉스 강세"),
            Article("반도체/삼성전자가 이끈다"),
            Article("Tariffs/steel: what now", content: "Beginning … [+2339 chars]"),
            Article("Rating the raters")
        );
        Assert.Equal(titles, await TitlesAsync(text));
    }

    [Theory]
    [InlineData("-war")]
    [InlineData("-\"trade war\" -rates")]
    [InlineData("rates or -war")]
    public async Task Exclusions_alone_are_bad_input(string text)
    {
        var problem = await Assert.ThrowsAsync<ProblemException>(() =>
            ReadAsync(new ArticleQuery { Text = text, TextParameter = "search" })
        );
        Assert.Equal(400, problem.Status);
        Assert.True(problem.Errors!.ContainsKey("search"));
    }

    [Fact]
    public async Task Any_text_a_person_can_type_is_answered_or_refused()
    {
        await StoreAsync(
            Article("Fed holds rates & waits", "It's <b>done</b>: 'quoted' \\ and | piped"),
            Article("한국은행 기준금리 동결")
        );
        var bits = Gen.OneOfConst(
            "foo",
            "rates",
            "기준금리",
            "가",
            "\"",
            "'",
            "''",
            "\\",
            "|",
            "&",
            "!",
            "-",
            "<->",
            "<",
            ":*",
            ":",
            "*",
            "(",
            ")",
            " or ",
            "--",
            ";",
            "%",
            "\0",
            "\u0007",
            "😀",
            "é",
            "ß",
            "日本",
            "ا",
            "’",
            "“",
            "$$",
            "{0}",
            "3.5%",
            "a/b",
            "x@y.z",
            "http://a.b/c?d=e&f",
            "<a href='x'>",
            "&amp;",
            "\u200d",
            "\ud83d"
        );
        var typed = Gen.OneOf(Gen.Select(bits.Array[1, 8], b => string.Concat(b)), Gen.String[1, 60]);
        await typed.SampleAsync(
            async text =>
            {
                foreach (var byRank in s_orders)
                {
                    try
                    {
                        var found = await ReadAsync(new ArticleQuery { Text = text, ByRank = byRank });
                        Assert.InRange(found.Total, 0, 2);
                    }
                    catch (ProblemException e) when (e.Status == 400)
                    {
                        // Refused with a reason.
                    }
                }
            },
            iter: 250,
            threads: 2
        );
    }

    [Fact]
    public async Task The_english_configuration_leaves_korean_words_as_the_simple_one_does() =>
        Assert.Equal(
            1,
            await SqlAsync(
                "select (to_tsvector('english', w) = to_tsvector('simple', w))::int from (select '한국은행이 기준금리를 3분기에 동결하고 SK하이닉스와 "
                    + "삼성전자는 반도체 수출을 늘렸다' w) t"
            )
        );

    [Fact]
    public async Task Matches_are_ranked_by_where_the_words_stand_and_marked()
    {
        await StoreAsync(
            Article("Markets wait", "Some say so", "Long text in which inflation is named at its end"),
            Article("Inflation eases", "Inflation eased to 2%; inflation had been higher <script>alert(1)</script>"),
            Article("Prices", "Economists discuss inflation")
        );
        var found = await ReadAsync(new ArticleQuery { Text = "inflation -deflation", ByRank = true });
        Assert.Equal(["Inflation eases", "Prices", "Markets wait"], found.Hits.Select(h => h.Article.Title));
        Assert.Equal((3, true, false), (found.Total, found.TotalIsExact, found.HasNext));
        Assert.Equal("<mark>Inflation</mark> eases", found.Hits[0].Title);
        Assert.Contains("<mark>inflation</mark> had been higher &lt;script", found.Hits[0].Snippet, StringComparison.Ordinal);
        Assert.True(found.Hits[0].Rank > found.Hits[1].Rank && found.Hits[1].Rank > found.Hits[2].Rank && found.Hits[2].Rank > 1e-6);
        Assert.Equal(["Markets wait", "Inflation eases", "Prices"], await TitlesAsync("inflation"));
    }

    [Fact]
    public async Task Filters_hold_together_and_ends_are_included()
    {
        await StoreAsync(
            Article("one", source: "Reuters", at: Noon, category: "business"),
            Article("two", source: "reuters", at: Noon + Duration.FromHours(1)),
            Article("three", source: "CNBC", at: Noon + Duration.FromHours(2), category: "business"),
            Article("four", source: "BBC", at: Noon + Duration.FromHours(3))
        );
        async Task<string> Of(ArticleQuery query) => string.Join(' ', (await ReadAsync(query)).Hits.Select(h => h.Article.Title));
        Assert.Equal("four three two one", await Of(new ArticleQuery()));
        Assert.Equal(
            "two one",
            await Of(
                new ArticleQuery
                {
                    AnyOf =
                    [
                        [Facet.OfSource("REUTERS")],
                    ],
                }
            )
        );
        Assert.Equal(
            "three two one",
            await Of(
                new ArticleQuery
                {
                    AnyOf =
                    [
                        [Facet.OfSource("reuters"), Facet.OfSource("cnbc")],
                    ],
                }
            )
        );
        Assert.Equal(
            "one",
            await Of(
                new ArticleQuery
                {
                    AnyOf =
                    [
                        [Facet.OfSource("reuters")],
                        [Facet.Of(Facet.Category, "business")],
                    ],
                }
            )
        );
        Assert.Equal("four three", await Of(new ArticleQuery { NoneOf = [Facet.OfSource("reuters")] }));
        Assert.Equal("three two", await Of(new ArticleQuery { From = Noon + Duration.FromHours(1), To = Noon + Duration.FromHours(2) }));
        Assert.Equal("three", await Of(new ArticleQuery { Text = "three", From = Noon + Duration.FromHours(1) }));
        Assert.Equal("", await Of(new ArticleQuery { Text = "three", To = Noon }));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("market", false)]
    [InlineData("market", true)]
    public async Task Cursors_lead_through_the_whole_list_without_gaps_or_repeats_while_articles_come_in(string? text, bool byRank)
    {
        // Equal times and equal ranks: ties stand by key.
        await StoreAsync([
            .. Enumerable
                .Range(0, 47)
                .Select(n => Article(n % 3 == 0 ? "market market" : "a market", at: Noon - Duration.FromMinutes(n / 5))),
        ]);
        var query = new ArticleQuery { Text = text, ByRank = byRank };
        var before = (await ReadAsync(query, new Window(0, 100))).Hits.Select(h => h.Article.Id).ToList();
        Assert.Equal(47, before.Count);

        var (seen, cursor, pages) = (new List<string>(), (string?)null, 0);
        do
        {
            var page = await ReadAsync(query, new Window(0, 10), cursor);
            seen.AddRange(page.Hits.Select(h => h.Article.Id));
            Assert.Equal(++pages, page.Window.Page);
            Assert.Equal(page.HasNext, page.NextCursor is not null);
            cursor = page.NextCursor;
            await StoreAsync(
                Article("market market market", at: Noon + Duration.FromMinutes(pages)),
                Article("a market", at: Noon + Duration.FromMinutes(pages))
            );
        } while (cursor is not null);

        Assert.Equal(before, seen);
        Assert.Equal(5, pages);
    }

    [Fact]
    public async Task Pages_are_windows_of_the_list_and_a_cursor_belongs_to_its_own()
    {
        await StoreAsync([.. Enumerable.Range(0, 25).Select(n => Article($"n{n}"))]);
        var all = (await ReadAsync(new ArticleQuery(), new Window(0, 100))).Hits.Select(h => h.Article.Title).ToList();
        var second = await ReadAsync(new ArticleQuery(), Window.OfPage(2, 10));
        Assert.Equal(all.Skip(10).Take(10), second.Hits.Select(h => h.Article.Title));
        Assert.Equal((25, true), (second.Total, second.HasNext));
        Assert.False((await ReadAsync(new ArticleQuery(), Window.OfPage(3, 10))).HasNext);
        Assert.Empty((await ReadAsync(new ArticleQuery(), Window.OfPage(4, 10))).Hits);
        await Assert.ThrowsAsync<ProblemException>(() => ReadAsync(new ArticleQuery { From = Noon }, cursor: second.NextCursor));
    }

    [Fact]
    public async Task The_index_follows_every_way_of_writing()
    {
        var article = Article("first words");
        await StoreAsync(article);
        await StoreAsync(article with { Title = "second words" });
        Assert.Equal(["second words"], await TitlesAsync("second"));
        Assert.Empty(await TitlesAsync("first"));

        var touched = await SqlAsync("select xmin::text::int from search.market_news");
        await StoreAsync(article with { Title = "second words", FetchedAt = Noon + Duration.FromDays(1) });
        Assert.Equal(touched, await SqlAsync("select xmin::text::int from search.market_news"));

        await Store.BulkInsertAsync(
            [article with { Title = "bulk words" }, Article("more bulk")],
            BulkInsertMode.OverwriteExisting,
            cancellation: Ct
        );
        Assert.Equal(["bulk words", "more bulk"], await TitlesAsync("bulk"));
        await using var session = Store.LightweightSession();
        session.Delete(article);
        await session.SaveChangesAsync(Ct);
        Assert.Equal(["more bulk"], await TitlesAsync("bulk"));
    }

    [Fact]
    public async Task Applying_the_schema_again_changes_nothing_and_a_new_version_makes_all_rows_again()
    {
        await StoreAsync(Article("kept words"));
        await _provider.GetRequiredService<SchemaApplier>().ApplyAsync(Ct);
        Assert.Equal(["kept words"], await TitlesAsync("kept"));
        await SqlAsync("delete from search.market_news");
        await SqlAsync("comment on table search.market_news is 'version 0'");
        await _provider.GetRequiredService<SchemaApplier>().ApplyAsync(Ct);
        Assert.Equal(["kept words"], await TitlesAsync("kept"));
    }

    [Fact]
    public async Task Common_words_are_found_from_the_newest_on_and_those_that_were_common_once_all_the_same()
    {
        // 21,000 articles without the words after 1,200 with the one and 6,000 with the other: more than are looked through; and one word
        // that all have.
        await SqlAsync(
            """
            insert into app.mt_doc_market_article (id, data)
            select md5(n::text), jsonb_build_object('id', md5(n::text), 'title', case when n < 1200 then 'early ancient common' when n < 6000 then 'ancient common' else 'always common' end, 'source', 'Gazette', 'url', 'https://a.example/' || n,
                'published_at', to_char(timestamp '2020-01-01' + n * interval '1 minute', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'fetched_at', '2026-01-01T00:00:00Z', 'facets', '[]'::jsonb)
            from generate_series(0, 26999) n
            """
        );
        await SqlAsync("analyze search.market_news");
        var once = await ReadAsync(new ArticleQuery { Text = "early" }, new Window(0, 3));
        Assert.Equal(["https://a.example/1199", "https://a.example/1198", "https://a.example/1197"], once.Hits.Select(h => h.Article.Url));
        Assert.Equal((1200, true, true), (once.Total, once.TotalIsExact, once.HasNext));
        var next = await ReadAsync(new ArticleQuery { Text = "early" }, new Window(0, 3), once.NextCursor);
        Assert.Equal("https://a.example/1196", next.Hits[0].Article.Url);

        var common = await ReadAsync(new ArticleQuery { Text = "common" }, new Window(0, 2));
        Assert.Equal(["https://a.example/26999", "https://a.example/26998"], common.Hits.Select(h => h.Article.Url));
        Assert.Equal((5_000, false, true), (common.Total, common.TotalIsExact, common.HasNext));
        // Only the newest 300 are ranked; alike as they are, by time.
        var best = await ReadAsync(new ArticleQuery { Text = "common", ByRank = true }, new Window(280, 20));
        Assert.Equal(20, best.Hits.Count);
        Assert.Equal("https://a.example/26700", best.Hits[^1].Article.Url);
        Assert.Equal((5_000, false, false), (best.Total, best.TotalIsExact, best.HasNext));
        var ancient = await ReadAsync(new ArticleQuery { Text = "ancient", ByRank = true }, new Window(0, 3));
        Assert.Equal(
            ["https://a.example/5999", "https://a.example/5998", "https://a.example/5997"],
            ancient.Hits.Select(h => h.Article.Url)
        );
        Assert.Equal((5_000, false, true), (ancient.Total, ancient.TotalIsExact, ancient.HasNext));
    }
}
