using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Domain.News.Index;

/// <summary>Filters, pages and cursors of a list.</summary>
public sealed class ArticleListTests(LocalServices services) : ArticleIndexTestBase(services)
{
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
}
