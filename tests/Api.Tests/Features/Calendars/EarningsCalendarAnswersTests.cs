using FastEndpoints;
using InvestmentAssistant.Api.Features.Calendars;
using InvestmentAssistant.Api.Features.Calendars.Earnings;
using InvestmentAssistant.Api.Features.Calendars.Ipo;
using InvestmentAssistant.Api.Features.Calendars.Sp500Earnings;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Http;

namespace InvestmentAssistant.Api.Tests.Features.Calendars;

/// <summary>What the calendar of reports answers on a day the test chose, over rows it wrote.</summary>
public sealed class EarningsCalendarAnswersTests(LocalServices services) : CalendarAnswersTestBase(services)
{
    private EarningsReader Reader() => new(Store.Documents, Cache().Aged(), Store.Clock);

    private static IEnumerable<(string, LocalDate)> Rows(IEnumerable<EarningsItem> items) => items.Select(i => (i.Symbol, i.ReportDate));

    [Fact]
    public async Task The_week_is_Monday_to_Sunday_of_New_York_also_when_it_is_Monday_elsewhere()
    {
        await HoldAsync(
            Event("SUN", 10, 25),
            Event("MON", 10, 26),
            Event("FRI", 10, 30),
            Event("TODAY", 11, 1),
            Event("NEXT", 11, 2),
            Event("SMALL", 10, 28, sp500: false)
        );
        var week = await Factory.Create<GetSp500EarningsWeek>(Reader(), Store.Clock).ExecuteAsync(Ct);
        Assert.Equal((new LocalDate(2026, 10, 26), new LocalDate(2026, 11, 1), 3), (week.WeekStart, week.WeekEnd, week.TotalCount));
        Assert.Equal(["MON", "FRI", "TODAY"], week.Events.Select(e => e.Symbol));
        Assert.Equal([false, false, true], week.Events.Select(e => e.IsFutureDate));
        Assert.Contains("2026-10-26 ~ 2026-11-01", week.Message, StringComparison.Ordinal);

        // An hour and a half later, at midnight, the next week begins.
        Store.Clock.AdvanceHours(2);
        week = await Factory.Create<GetSp500EarningsWeek>(Reader(), Store.Clock).ExecuteAsync(Ct);
        Assert.Equal((new LocalDate(2026, 11, 2), "NEXT"), (week.WeekStart, Assert.Single(week.Events).Symbol));
    }

    [Fact]
    public async Task Today_and_the_days_to_come_are_counted_in_New_York()
    {
        await HoldAsync(
            Event("PAST", 10, 31),
            Event("B", 11, 1, sp500: false),
            Event("A", 11, 1),
            Event("SEVENTH", 11, 8),
            Event("EIGHTH", 11, 9)
        );
        Assert.Equal(["A", "B"], (await Factory.Create<GetEarningsToday>(Reader()).ExecuteAsync(Ct)).Select(i => i.Symbol));
        var week = await Factory.Create<GetUpcomingEarnings>(Reader()).ExecuteAsync(new UpcomingEarningsRequest(), Ct);
        Assert.Equal(["A", "B", "SEVENTH"], week.Select(i => i.Symbol));
        var sp500 = await Factory
            .Create<GetUpcomingSp500Earnings>(Reader(), Store.Clock)
            .ExecuteAsync(new UpcomingSp500EarningsRequest { Days = 8 }, Ct);
        Assert.Equal(["A", "SEVENTH", "EIGHTH"], sp500.Select(i => i.Symbol));
    }

    [Fact]
    public async Task A_companys_reports_stand_by_their_nearness_with_the_coming_ones_in_front()
    {
        await HoldAsync(
            Event("AAPL", 5, 1),
            Event("AAPL", 7, 30),
            Event("AAPL", 11, 1),
            Event("AAPL", 1, 28, year: 2027),
            Event("AAPL", 10, 31),
            Event("AA", 11, 3)
        );
        var endpoint = Factory.Create<GetEarningsOfCompany>(Store.Documents, Store.Clock);
        LocalDate[] expected = [new(2026, 11, 1), new(2027, 1, 28), new(2026, 10, 31), new(2026, 7, 30), new(2026, 5, 1)];
        Assert.Equal(
            expected,
            (await endpoint.ExecuteAsync(new EarningsOfCompanyRequest { Symbol = "aapl" }, Ct)).Select(i => i.ReportDate)
        );
        Assert.Equal(
            expected[..3],
            (await endpoint.ExecuteAsync(new EarningsOfCompanyRequest { Symbol = "AAPL", Limit = 3 }, Ct)).Select(i => i.ReportDate)
        );
        Assert.Equal(
            expected[..1],
            (await endpoint.ExecuteAsync(new EarningsOfCompanyRequest { Symbol = "AAPL", Limit = 1 }, Ct)).Select(i => i.ReportDate)
        );
        Assert.Equal(
            404,
            (
                await Assert.ThrowsAsync<ProblemException>(() =>
                    endpoint.ExecuteAsync(new EarningsOfCompanyRequest { Symbol = "NOPE" }, Ct)
                )
            ).Status
        );

        var ofIndex = await Factory
            .Create<GetSp500EarningsOfCompany>(Store.Documents, Store.Clock)
            .ExecuteAsync(new Sp500EarningsOfCompanyRequest { Symbol = "aapl", Limit = 2 }, Ct);
        Assert.Equal(("AAPL", "AAPL Company", 5), (ofIndex.Symbol, ofIndex.CompanyName, ofIndex.TotalCount));
        Assert.Equal(expected[..2], ofIndex.Earnings.Select(i => i.ReportDate));
    }

    [Fact]
    public async Task A_list_without_dates_begins_today_and_reaches_back_as_far_as_its_limit_has_room()
    {
        await HoldAsync(Event("P", 9, 1), Event("Q", 10, 1), Event("R", 10, 31), Event("X", 11, 1), Event("Y", 11, 5), Event("Z", 12, 1));
        async Task<(string Symbols, int Total)> List(
            int limit,
            int offset = 0,
            string? symbol = null,
            LocalDate? start = null,
            LocalDate? end = null
        )
        {
            var page = await Factory
                .Create<ListEarnings>(Store.Documents, Store.Clock)
                .ExecuteAsync(
                    new ListEarningsRequest
                    {
                        Limit = limit,
                        Offset = offset,
                        Symbol = symbol,
                        StartDate = start,
                        EndDate = end,
                    },
                    Ct
                );
            return (string.Concat(page.Items.Select(i => i.Symbol)), page.TotalCount);
        }
        Assert.Equal(("XY", 3), await List(2));
        Assert.Equal(("Z", 3), await List(2, offset: 2));
        Assert.Equal(("QRXYZ", 5), await List(5));
        Assert.Equal(("PQRXYZ", 6), await List(50));
        Assert.Equal(("", 6), await List(50, offset: 6));
        Assert.Equal(("R", 1), await List(50, symbol: "r"));
        Assert.Equal(("PQ", 6), await List(2, start: new LocalDate(2026, 1, 1)));
        Assert.Equal(("QR", 2), await List(50, start: new LocalDate(2026, 10, 1), end: new LocalDate(2026, 10, 31)));
        Assert.Equal(("PQR", 3), await List(50, end: new LocalDate(2026, 10, 31)));
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_miss_a_row_while_others_are_written()
    {
        await HoldAsync([.. Enumerable.Range(0, 30).Select(i => Event("S" + (char)('A' + (i % 26)), 11, 3 + (i / 10)))]);
        var seen = new List<(string, LocalDate)>();
        for (var offset = 0; offset < 30; offset += 7)
        {
            var page = await Factory
                .Create<ListEarnings>(Store.Documents, Store.Clock)
                .ExecuteAsync(new ListEarningsRequest { Limit = 7, Offset = offset }, Ct);
            seen.AddRange(Rows(page.Items));
            // Later rows, as a running job writes them.
            await HoldAsync(Event("NEW", 12, 1 + (offset / 7)));
        }
        Assert.Equal(30, seen.Count(s => s.Item1 != "NEW"));
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(seen.OrderBy(s => s.Item2).ThenBy(s => s.Item1, StringComparer.Ordinal), seen);
    }

    [Fact]
    public async Task Figures_of_the_calendar_are_those_of_its_rows()
    {
        await HoldAsync(
            Event("A", 10, 25),
            Event("A", 10, 26),
            Event("B", 11, 1, estimate: null, currency: "CAD"),
            Event("C", 11, 2, currency: null, sp500: false),
            Event("D", 12, 1, news: 3) with
            {
                UpdatedAt = Now + Duration.FromHours(1),
                GicsSector = "Utilities",
            },
            Event("GONE", 11, 1) with
            {
                IsListed = false,
            }
        );
        var all = await Factory.Create<GetEarningsStatistics>(Store.Documents, Cache().Aged(), Store.Clock).ExecuteAsync(Ct);
        Assert.Equal(new EarningsStatistics(5, 1, 2, 3, Now, new CurrencyBreakdown(3, 2)), all);
        var sp500 = await Factory.Create<GetSp500EarningsStatistics>(Store.Documents, Cache().Aged(), Store.Clock).ExecuteAsync(Ct);
        Assert.Equal(["Energy", "Utilities"], sp500.SectorsCovered);
        Assert.Equal(new Sp500EarningsStatistics(3, 4, 3, 1, 2, sp500.SectorsCovered, Now + Duration.FromHours(1)), sp500);
    }

    [Fact]
    public async Task Figures_of_an_empty_calendar_are_zero_and_null()
    {
        Assert.Equal(
            new EarningsStatistics(0, 0, 0, 0, null, new CurrencyBreakdown(0, 0)),
            await Factory.Create<GetEarningsStatistics>(Store.Documents, Cache().Aged(), Store.Clock).ExecuteAsync(Ct)
        );
        var sp500 = await Factory.Create<GetSp500EarningsStatistics>(Store.Documents, Cache().Aged(), Store.Clock).ExecuteAsync(Ct);
        Assert.Equal((0, 0, null), (sp500.TotalEvents, sp500.SectorsCovered.Count, sp500.LastUpdated));
        var ipos = await Factory.Create<GetIpoStatistics>(Store.Documents, Cache().Aged(), Store.Clock).ExecuteAsync(Ct);
        Assert.Equal((0, new AveragePriceRange(null, null)), (ipos.TotalIpos, ipos.AvgPriceRange));
    }
}
