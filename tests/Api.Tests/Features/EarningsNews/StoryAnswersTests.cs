using FastEndpoints;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.EarningsNews.CalendarNews;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Features.EarningsNews;

/// <summary>Lists of stories, their pages, filters and words.</summary>
public sealed class StoryAnswersTests(LocalServices services) : EarningsNewsAnswersTestBase(services)
{
    [Fact]
    public async Task Stories_of_one_report_are_paged_newest_first()
    {
        await ReportAsync("AAPL", 10, 29, forecast: 3, reaction: 3);
        await ReportAsync("AAPL", 7, 30, forecast: 1);
        async Task<EarningsNewsPage> Page(int skip, int limit) =>
            await Factory
                .Create<ListNewsOfReport>(Store.Documents)
                .ExecuteAsync(
                    new NewsOfReportRequest
                    {
                        Symbol = "aapl",
                        ReportDate = new LocalDate(2026, 10, 29),
                        Skip = skip,
                        Limit = limit,
                    },
                    Ct
                );
        var first = await Page(0, 3);
        Assert.Equal(
            (4, "AAPL", new LocalDate(2026, 10, 29), 1, 3, true),
            (first.Total, first.Symbol, first.ReportDate, first.Page, first.Limit, first.HasNext)
        );
        Assert.Equal("R2 R0 F0", Numbers(first.Items.Select(i => i.Headline)));
        var second = await Page(3, 3);
        Assert.Equal(("F2", 2, false), (Numbers(second.Items.Select(i => i.Headline)), second.Page, second.HasNext));
        Assert.Equal(
            404,
            (
                await Assert.ThrowsAsync<ProblemException>(() =>
                    Factory
                        .Create<ListNewsOfReport>(Store.Documents)
                        .ExecuteAsync(new NewsOfReportRequest { Symbol = "AAPL", ReportDate = new LocalDate(2026, 10, 30) }, Ct)
                )
            ).Status
        );
    }

    [Fact]
    public async Task Stories_of_a_company_may_be_of_reports_between_two_dates()
    {
        await ReportAsync("AAPL", 10, 29, forecast: 1);
        await ReportAsync("AAPL", 7, 30, forecast: 1);
        await ReportAsync("MSFT", 10, 28, forecast: 1);
        async Task<string> Dates(LocalDate? start = null, LocalDate? end = null) =>
            string.Join(
                ' ',
                (
                    await Factory
                        .Create<ListNewsOfCompany>(Store.Documents)
                        .ExecuteAsync(
                            new NewsOfCompanyRequest
                            {
                                Symbol = "AAPL",
                                StartDate = start,
                                EndDate = end,
                            },
                            Ct
                        )
                ).Items.Select(i => $"{i.Symbol}{i.ReportDate.Month}")
            );
        Assert.Equal("AAPL10 AAPL7", await Dates());
        Assert.Equal("AAPL10", await Dates(start: new LocalDate(2026, 7, 31)));
        Assert.Equal("AAPL7", await Dates(end: new LocalDate(2026, 7, 30)));
        Assert.Equal(
            404,
            (
                await Assert.ThrowsAsync<ProblemException>(() =>
                    Factory.Create<ListNewsOfCompany>(Store.Documents).ExecuteAsync(new NewsOfCompanyRequest { Symbol = "NOPE" }, Ct)
                )
            ).Status
        );
    }

    [Fact]
    public async Task The_list_of_all_is_filtered_by_companies_publishers_and_both_kinds_of_dates()
    {
        await ReportAsync("AAPL", 10, 29, forecast: 3);
        await ReportAsync("BRK.B", 10, 31, forecast: 1, reaction: 1);
        async Task<string> List(ListEarningsNewsRequest request)
        {
            var page = await Factory.Create<ListEarningsNews>(Store.Documents).ExecuteAsync(request, Ct);
            Assert.Equal((null, null), (page.Symbol, page.ReportDate));
            return Numbers(page.Items.Select(i => i.Headline));
        }
        Assert.Equal("R0 F0 F0 F2", await List(new()));
        Assert.Equal("R0 F0", await List(new() { Symbols = ["brk-b"] }));
        Assert.Equal("R0 F0 F0 F2", await List(new() { Symbols = ["brk-b, AAPL", "MSFT"] }));
        Assert.Equal("R0 F0 F0 F2", await List(new() { Symbols = [""] }));
        Assert.Equal("R0 F0 F0 F2", await List(new() { Sources = ["WIRE"] }));
        Assert.Equal("", await List(new() { Sources = ["Post"] }));
        Assert.Equal("F0 F2", await List(new() { EndReportDate = new LocalDate(2026, 10, 30) }));
        Assert.Equal("R0 F0", await List(new() { StartReportDate = new LocalDate(2026, 10, 30) }));
        Assert.Equal("R0 F0", await List(new() { StartPublishedDate = TimeBound.Of(new LocalDate(2026, 10, 30)) }));
        Assert.Equal("F0 F2", await List(new() { EndPublishedDate = TimeBound.Of(Instant.FromUtc(2026, 10, 29, 17, 0)) }));
        Assert.Equal("F0 F0", await List(new() { Skip = 1, Limit = 2 }));
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_miss_a_story_of_one_moment()
    {
        var report = await ReportAsync("AAPL", 10, 29, forecast: 1);
        var one = await HeldAsync(report.Id);
        await HoldAsync([.. Enumerable.Range(1, 30).Select(n => one[0] with { Id = $"{n:x12}", Url = $"https://news.example/same/{n}" })]);
        var seen = new List<string>();
        for (var skip = 0; skip < 31; skip += 4)
            seen.AddRange(
                (
                    await Factory
                        .Create<ListEarningsNews>(Store.Documents)
                        .ExecuteAsync(new ListEarningsNewsRequest { Skip = skip, Limit = 4 }, Ct)
                ).Items.Select(i => i.Url)
            );
        Assert.Equal((31, 31), (seen.Count, seen.Distinct().Count()));
    }

    private async Task<IReadOnlyList<EarningsArticle>> HeldAsync(int id)
    {
        await using var session = Store.Documents.QuerySession();
        return await session.Query<EarningsArticle>().Where(a => a.EventId == id).ToListAsync(Ct);
    }

    [Fact]
    public async Task One_story_is_found_by_any_spelling_of_its_address()
    {
        await ReportAsync("AAPL", 10, 29, forecast: 1);
        async Task<EarningsNewsDetail> Get(string url) =>
            await Factory
                .Create<GetEarningsStory>(Store.Documents)
                .ExecuteAsync(
                    new EarningsStoryRequest
                    {
                        Symbol = "AAPL",
                        ReportDate = new LocalDate(2026, 10, 29),
                        Url = url,
                    },
                    Ct
                );
        var story = await Get("http://news.example/AAPL/Forecast/0/?utm_source=mail");
        Assert.Equal(
            ("https://www.news.example/AAPL/Forecast/0", "Margins widened again", NewsSection.Forecast),
            (story.Url, story.Summary, story.NewsSection)
        );
        Assert.Equal(["AAPL", "OTHER"], story.RelatedSymbols);
        Assert.Equal(404, (await Assert.ThrowsAsync<ProblemException>(() => Get("https://news.example/other"))).Status);
    }

    [Theory]
    [InlineData("margin widen", "F0")] // other forms of the words
    [InlineData("\"number 2\"", "F2")]
    [InlineData("number -margins", "F2")]
    [InlineData("AAPL", "F0 F2")]
    [InlineData("nothing like it", "")]
    [InlineData("foo & | bar", "")]
    [InlineData("!!! :* \\ ' \"", "")]
    [InlineData("the", "")]
    public async Task Words_find_stories_and_no_text_fails(string words, string found)
    {
        await ReportAsync("AAPL", 10, 29, forecast: 4);
        var page = await Factory
            .Create<SearchEarningsNews>(Store.Services.GetRequiredService<ArticleIndex<EarningsArticle>>(), Store.Documents)
            .ExecuteAsync(new SearchEarningsNewsRequest { Q = words }, Ct);
        Assert.Equal((found, words), (Numbers(page.Items.Select(i => i.Headline)), page.SearchQuery));
        Assert.Equal(page.Total, page.Items.Count);
    }

    [Fact]
    public async Task A_search_may_be_of_companies_and_reports_and_is_refused_when_it_only_excludes()
    {
        await ReportAsync("AAPL", 10, 29, forecast: 1);
        await ReportAsync("MSFT", 7, 30, forecast: 1);
        async Task<string> Find(SearchEarningsNewsRequest request)
        {
            var endpoint = Factory.Create<SearchEarningsNews>(
                Store.Services.GetRequiredService<ArticleIndex<EarningsArticle>>(),
                Store.Documents
            );
            return string.Join(' ', (await endpoint.ExecuteAsync(request, Ct)).Items.Select(i => i.Symbol));
        }
        Assert.Equal("AAPL MSFT", await Find(new() { Q = "margins" }));
        Assert.Equal("MSFT", await Find(new() { Q = "margins", Symbols = ["msft"] }));
        Assert.Equal("AAPL", await Find(new() { Q = "margins", StartDate = new LocalDate(2026, 10, 29) }));
        Assert.Equal("MSFT", await Find(new() { Q = "margins", EndDate = new LocalDate(2026, 7, 30) }));
        Assert.Equal("", await Find(new() { Q = "margins", EndDate = new LocalDate(2026, 7, 29) }));
        Assert.Equal(400, (await Assert.ThrowsAsync<ProblemException>(() => Find(new() { Q = "-margins" }))).Status);
    }
}
