using FastEndpoints;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.EarningsNews;
using InvestmentAssistant.Api.Features.EarningsNews.CalendarNews;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Features.EarningsNews.Sp500News;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Tests.Domain.Earnings;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Http;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Features.EarningsNews;

/// <summary>What the news around reports answers on a day the test chose, over rows it wrote.</summary>
public sealed class EarningsNewsAnswersTests(LocalServices services) : IAsyncLifetime
{
    // Sunday 1 November 2026, 22:30 in New York.
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 2, 3, 30);

    private readonly AnswerCache _cache = new(TimeProvider.System);
    private EarningsStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await EarningsStore.CreateAsync(services, Now, new EarningsNewsFeature());

    public async ValueTask DisposeAsync()
    {
        _cache.Dispose();
        await _store.DisposeAsync();
    }

    private async Task HoldAsync<T>(params T[] rows)
        where T : notnull
    {
        await using var session = _store.Documents.LightweightSession();
        session.Store(rows);
        await session.SaveChangesAsync(Ct);
    }

    /// <summary>Stores an event with so many articles before and after it, an hour apart; every other one is a story.</summary>
    private async Task<EarningsEvent> ReportAsync(
        string symbol,
        int month,
        int day,
        int forecast = 0,
        int reaction = 0,
        bool sp500 = true,
        string? content = null
    )
    {
        var report = new EarningsEvent
        {
            Symbol = symbol,
            CompanyName = symbol + " Co",
            ReportDate = new LocalDate(2026, month, day),
            Estimate = 1.25m,
            Currency = "USD",
            IsSp500 = sp500,
            ForecastNewsCount = forecast,
            ReactionNewsCount = reaction,
            StoryCount = (forecast + 1) / 2 + ((reaction + 1) / 2),
            FetchedAt = Now,
            CreatedAt = Now,
            UpdatedAt = Now,
        };
        await HoldAsync(report);
        var moment = report.ReportDate.AtMidnight().InUtc().ToInstant() + Duration.FromHours(18);
        EarningsArticle Article(int n, NewsSection section) =>
            new()
            {
                Id = EarningsArticle.IdOf(report.Id, $"https://www.news.example/{symbol}/{section}/{n}"),
                EventId = report.Id,
                Symbol = symbol,
                ReportDate = report.ReportDate,
                Url = $"https://www.news.example/{symbol}/{section}/{n}",
                Title = $"{symbol} {section} number {n}",
                Description = n == 0 ? "Margins widened again" : null,
                Content = content,
                Source = n % 2 == 0 ? "Wire" : "Post",
                Related = $"{symbol},OTHER",
                Section = section,
                PublishedAt = moment + Duration.FromHours(section == NewsSection.Forecast ? -1 - n : 1 + n),
                DaysFromEarnings = 0,
                IsStory = n % 2 == 0,
                FetchedAt = Now,
            };
        var articles = Enumerable
            .Range(0, forecast)
            .Select(n => Article(n, NewsSection.Forecast))
            .Concat(Enumerable.Range(0, reaction).Select(n => Article(n, NewsSection.Reaction)))
            .ToArray();
        if (articles.Length > 0)
            await HoldAsync(articles);
        return report;
    }

    private static string Numbers(IEnumerable<string?> headlines) =>
        string.Join(' ', headlines.Select(h => $"{h!.Split(' ')[1][0]}{h.Split(' ')[^1]}"));

    [Fact]
    public async Task Stories_of_one_report_are_paged_newest_first()
    {
        await ReportAsync("AAPL", 10, 29, forecast: 3, reaction: 3);
        await ReportAsync("AAPL", 7, 30, forecast: 1);
        async Task<EarningsNewsPage> Page(int skip, int limit) =>
            await Factory
                .Create<ListNewsOfReport>(_store.Documents)
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
                        .Create<ListNewsOfReport>(_store.Documents)
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
                        .Create<ListNewsOfCompany>(_store.Documents)
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
                    Factory.Create<ListNewsOfCompany>(_store.Documents).ExecuteAsync(new NewsOfCompanyRequest { Symbol = "NOPE" }, Ct)
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
            var page = await Factory.Create<ListEarningsNews>(_store.Documents).ExecuteAsync(request, Ct);
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
                        .Create<ListEarningsNews>(_store.Documents)
                        .ExecuteAsync(new ListEarningsNewsRequest { Skip = skip, Limit = 4 }, Ct)
                ).Items.Select(i => i.Url)
            );
        Assert.Equal((31, 31), (seen.Count, seen.Distinct().Count()));
    }

    private async Task<IReadOnlyList<EarningsArticle>> HeldAsync(int id)
    {
        await using var session = _store.Documents.QuerySession();
        return await session.Query<EarningsArticle>().Where(a => a.EventId == id).ToListAsync(Ct);
    }

    [Fact]
    public async Task One_story_is_found_by_any_spelling_of_its_address()
    {
        await ReportAsync("AAPL", 10, 29, forecast: 1);
        async Task<EarningsNewsDetail> Get(string url) =>
            await Factory
                .Create<GetEarningsStory>(_store.Documents)
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
            .Create<SearchEarningsNews>(_store.Services.GetRequiredService<ArticleIndex<EarningsArticle>>(), _store.Documents)
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
                _store.Services.GetRequiredService<ArticleIndex<EarningsArticle>>(),
                _store.Documents
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

    [Fact]
    public async Task A_companys_reports_of_a_year_or_month_say_how_much_is_written()
    {
        await ReportAsync("AAPL", 10, 29, forecast: 3, reaction: 1);
        await ReportAsync("AAPL", 7, 30);
        async Task<string> List(int? month) =>
            string.Join(
                ' ',
                (
                    await Factory
                        .Create<ListReportsWithNews>(_store.Documents)
                        .ExecuteAsync(
                            new ReportsWithNewsRequest
                            {
                                Symbol = "AAPL",
                                Year = 2026,
                                Month = month,
                            },
                            Ct
                        )
                ).Select(r => $"{r.ReportDate.Month}:{r.NewsCount}")
            );
        Assert.Equal("7:0 10:3", await List(null));
        Assert.Equal("10:3", await List(10));
        Assert.Equal("", await List(1));
    }

    [Fact]
    public async Task The_summary_counts_stories_of_the_last_days_today_included()
    {
        await ReportAsync("SEVEN", 10, 26, forecast: 2);
        await ReportAsync("EIGHT", 10, 25, forecast: 9);
        await ReportAsync("TODAY", 11, 1, forecast: 4, reaction: 1);
        await ReportAsync("QUIET", 11, 1, sp500: false);
        await ReportAsync("LATER", 11, 2, forecast: 9);
        var summary = await Factory
            .Create<GetRecentEarningsNews>(_store.Documents, _cache.Aged(), _store.Clock)
            .ExecuteAsync(new RecentEarningsNewsRequest(), Ct);
        Assert.Equal(
            ("최근 7일", new LocalDate(2026, 10, 26), new LocalDate(2026, 11, 1), 3, 4),
            (summary.Period, summary.StartDate, summary.EndDate, summary.TotalEarningsEvents, summary.TotalNews)
        );
        Assert.Equal([new SymbolNewsCount("TODAY", 3), new SymbolNewsCount("SEVEN", 1)], summary.TopSymbolsByNews);
        Assert.Equal(["TODAY", "QUIET", "SEVEN"], summary.RecentEarnings.Select(r => r.Symbol));
    }

    [Fact]
    public async Task A_report_of_the_index_is_answered_with_both_its_sides()
    {
        var report = await ReportAsync("AAPL", 10, 29, forecast: 3, reaction: 2);
        var news = await Factory
            .Create<GetSp500ReportNews>(_store.Documents, _store.Clock)
            .ExecuteAsync(new Sp500ReportNewsRequest { CalendarId = report.Id }, Ct);
        Assert.Equal(("AAPL", report.Id, false), (news.CalendarInfo.Symbol, news.CalendarInfo.Id, news.CalendarInfo.IsFutureDate));
        Assert.Equal((5, 3, 2), (news.TotalNewsCount, news.ForecastNewsCount, news.ReactionNewsCount));
        Assert.Equal(
            ("F0 F1 F2", "R1 R0"),
            (Numbers(news.ForecastNews.Select(n => n.Title)), Numbers(news.ReactionNews.Select(n => n.Title)))
        );
        Assert.All(news.ForecastNews, n => Assert.Equal((true, false, report.Id), (n.IsForecastNews, n.IsReactionNews, n.CalendarId)));

        var forecast = await Factory
            .Create<ListSp500ForecastNews>(_store.Documents)
            .ExecuteAsync(new Sp500SectionNewsRequest { CalendarId = report.Id, Limit = 2 }, Ct);
        var reaction = await Factory
            .Create<ListSp500ReactionNews>(_store.Documents)
            .ExecuteAsync(new Sp500SectionNewsRequest { CalendarId = report.Id }, Ct);
        Assert.Equal(("F0 F1", "R1 R0"), (Numbers(forecast.Select(n => n.Title)), Numbers(reaction.Select(n => n.Title))));
    }

    [Fact]
    public async Task A_report_outside_the_index_or_off_the_calendar_is_404()
    {
        var outside = await ReportAsync("TINY", 10, 29, forecast: 1, sp500: false);
        var off = await ReportAsync("AAPL", 10, 30, forecast: 1);
        await HoldAsync(off with { IsListed = false });
        foreach (var id in new[] { outside.Id, off.Id, 999_999 })
        {
            Assert.Equal(
                404,
                (
                    await Assert.ThrowsAsync<ProblemException>(() =>
                        Factory
                            .Create<GetSp500ReportNews>(_store.Documents, _store.Clock)
                            .ExecuteAsync(new Sp500ReportNewsRequest { CalendarId = id }, Ct)
                    )
                ).Status
            );
        }
    }

    [Fact]
    public async Task All_news_of_a_report_are_filtered_and_counted_by_section_publisher_and_content()
    {
        var report = await ReportAsync("AAPL", 10, 29, forecast: 3, reaction: 2);
        var withContent = await ReportAsync("MSFT", 10, 29, forecast: 1, content: "The whole text");
        async Task<(string, int, int, int)> All(ListSp500ReportNewsRequest request)
        {
            var page = await Factory.Create<ListSp500ReportNews>(_store.Documents).ExecuteAsync(request, Ct);
            return (Numbers(page.Items.Select(i => i.Title)), page.TotalCount, page.ForecastCount, page.ReactionCount);
        }
        var id = report.Id;
        Assert.Equal(("R1 R0 F0 F1 F2", 5, 3, 2), await All(new() { CalendarId = id }));
        Assert.Equal(
            ("F1 F2", 5, 3, 2),
            await All(
                new()
                {
                    CalendarId = id,
                    Limit = 2,
                    Offset = 3,
                }
            )
        );
        Assert.Equal(("R1 R0", 2, 0, 2), await All(new() { CalendarId = id, NewsSection = "reaction" }));
        Assert.Equal(("R1 F1", 2, 1, 1), await All(new() { CalendarId = id, Source = "post" }));
        Assert.Equal(("", 0, 0, 0), await All(new() { CalendarId = id, HasContent = true }));
        Assert.Equal(("F0", 1, 1, 0), await All(new() { CalendarId = withContent.Id, HasContent = true }));
    }

    [Fact]
    public async Task The_week_groups_news_by_report_and_lists_the_newest_ten_of_a_section()
    {
        await ReportAsync("BEFORE", 10, 25, forecast: 1);
        await ReportAsync("AAPL", 10, 29, forecast: 12, reaction: 1);
        await ReportAsync("MON", 10, 26);
        await ReportAsync("NEXT", 11, 2, forecast: 1);
        await ReportAsync("TINY", 10, 28, forecast: 1, sp500: false);
        var week = await Factory.Create<GetSp500NewsWeek>(_store.Documents, _cache.Aged(), _store.Clock).ExecuteAsync(Ct);
        Assert.Equal((new LocalDate(2026, 10, 26), new LocalDate(2026, 11, 1)), (week.WeekStart, week.WeekEnd));
        Assert.Equal(["MON", "AAPL"], week.EarningsWithNews.Select(e => e.CalendarInfo.Symbol));
        Assert.Equal((2, 13, 12, 1), (week.TotalEarningsCount, week.TotalNewsCount, week.ForecastNewsCount, week.ReactionNewsCount));
        Assert.Equal((10, 12), (week.EarningsWithNews[1].ForecastNews.Count, week.EarningsWithNews[1].ForecastNewsCount));
    }
}
