using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;
using Weasel.Core;

namespace InvestmentAssistant.Api.Tests.Domain.News.Index;

/// <summary>The index itself: how it follows what is written.</summary>
public sealed class ArticleIndexTests(LocalServices services) : ArticleIndexTestBase(services)
{
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
        await Provider.GetRequiredService<SchemaApplier>().ApplyAsync(Ct);
        Assert.Equal(["kept words"], await TitlesAsync("kept"));
        await SqlAsync("delete from search.market_news");
        await SqlAsync("comment on table search.market_news is 'version 0'");
        await Provider.GetRequiredService<SchemaApplier>().ApplyAsync(Ct);
        Assert.Equal(["kept words"], await TitlesAsync("kept"));
    }

    [Fact]
    public async Task Common_words_are_found_from_the_newest_on_and_so_are_words_that_used_to_be_common()
    {
        // A year with 21,000 articles without the words after 1,200 with the one and 6,000 with the other: more than the newest weeks that
        // are looked into first; and one word that all have.
        await SqlAsync(
            """
            insert into app.mt_doc_market_article (id, data)
            select md5(n::text), jsonb_build_object('id', md5(n::text), 'title', case when n < 1200 then 'early ancient common' when n < 6000 then 'ancient common' else 'always common' end, 'source', 'Gazette', 'url', 'https://a.example/' || n,
                'published_at', to_char(timestamp '2020-01-01' + n * interval '20 minutes', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'fetched_at', '2026-01-01T00:00:00Z', 'facets', '[]'::jsonb)
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

        var deep = await ReadAsync(new ArticleQuery { Text = "common" }, new Window(9_000, 1));
        Assert.Equal("https://a.example/17999", Assert.Single(deep.Hits).Article.Url);
        var until = await ReadAsync(new ArticleQuery { Text = "always", To = Of(10_000) }, new Window(0, 1));
        Assert.Equal("https://a.example/10000", Assert.Single(until.Hits).Article.Url);
        Assert.Equal((4_001, true), (until.Total, until.TotalIsExact));
        var between = new ArticleQuery
        {
            Text = "common",
            From = Of(12_000),
            To = Of(12_999),
        };
        Assert.Equal((1_000, true), ((await ReadAsync(between)).Total, true));
        var all = await ReadAsync(new ArticleQuery { From = Of(-1), To = Of(12_999) }, new Window(0, 1));
        Assert.Equal((13_000, true), (all.Total, all.TotalIsExact));
        Assert.Equal("https://a.example/12999", Assert.Single(all.Hits).Article.Url);

        static Instant Of(int n) => Instant.FromUtc(2020, 1, 1, 0, 0) + Duration.FromMinutes(20 * n);
    }
}
