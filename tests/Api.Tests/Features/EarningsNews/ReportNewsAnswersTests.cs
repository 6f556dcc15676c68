using FastEndpoints;
using InvestmentAssistant.Api.Features.EarningsNews.CalendarNews;
using InvestmentAssistant.Api.Features.EarningsNews.Sp500News;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Http;

namespace InvestmentAssistant.Api.Tests.Features.EarningsNews;

/// <summary>News by report, by company and by week.</summary>
public sealed class ReportNewsAnswersTests(LocalServices services) : EarningsNewsAnswersTestBase(services)
{
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
                        .Create<ListReportsWithNews>(Store.Documents)
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
            .Create<GetRecentEarningsNews>(Store.Documents, Cache.Aged(), Store.Clock)
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
            .Create<GetSp500ReportNews>(Store.Documents, Store.Clock)
            .ExecuteAsync(new Sp500ReportNewsRequest { CalendarId = report.Id }, Ct);
        Assert.Equal(("AAPL", report.Id, false), (news.CalendarInfo.Symbol, news.CalendarInfo.Id, news.CalendarInfo.IsFutureDate));
        Assert.Equal((5, 3, 2), (news.TotalNewsCount, news.ForecastNewsCount, news.ReactionNewsCount));
        Assert.Equal(
            ("F0 F1 F2", "R1 R0"),
            (Numbers(news.ForecastNews.Select(n => n.Title)), Numbers(news.ReactionNews.Select(n => n.Title)))
        );
        Assert.All(news.ForecastNews, n => Assert.Equal((true, false, report.Id), (n.IsForecastNews, n.IsReactionNews, n.CalendarId)));

        var forecast = await Factory
            .Create<ListSp500ForecastNews>(Store.Documents)
            .ExecuteAsync(new Sp500SectionNewsRequest { CalendarId = report.Id, Limit = 2 }, Ct);
        var reaction = await Factory
            .Create<ListSp500ReactionNews>(Store.Documents)
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
                            .Create<GetSp500ReportNews>(Store.Documents, Store.Clock)
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
            var page = await Factory.Create<ListSp500ReportNews>(Store.Documents).ExecuteAsync(request, Ct);
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
        var week = await Factory.Create<GetSp500NewsWeek>(Store.Documents, Cache.Aged(), Store.Clock).ExecuteAsync(Ct);
        Assert.Equal((new LocalDate(2026, 10, 26), new LocalDate(2026, 11, 1)), (week.WeekStart, week.WeekEnd));
        Assert.Equal(["MON", "AAPL"], week.EarningsWithNews.Select(e => e.CalendarInfo.Symbol));
        Assert.Equal((2, 13, 12, 1), (week.TotalEarningsCount, week.TotalNewsCount, week.ForecastNewsCount, week.ReactionNewsCount));
        Assert.Equal((10, 12), (week.EarningsWithNews[1].ForecastNews.Count, week.EarningsWithNews[1].ForecastNewsCount));
    }
}
