using FastEndpoints;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Calendars;
using InvestmentAssistant.Api.Features.Calendars.Documents;
using InvestmentAssistant.Api.Features.Calendars.Earnings;
using InvestmentAssistant.Api.Features.Calendars.Ipo;
using InvestmentAssistant.Api.Features.Calendars.Sp500Earnings;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Tests.Domain.Earnings;
using InvestmentAssistant.Api.Tests.Domain.Markets;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Tests.Features.Calendars;

/// <summary>What the calendars answer on a day the test chose, over rows it wrote.</summary>
public sealed class CalendarAnswersTests(LocalServices services) : IAsyncLifetime
{
    // Sunday 1 November 2026, 22:30 in New York: the clocks went back this morning, and in UTC it is Monday already.
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 2, 3, 30);

    private readonly List<AnswerCache> _caches = [];
    private EarningsStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await EarningsStore.CreateAsync(services, Now, new CalendarsFeature());

    public async ValueTask DisposeAsync()
    {
        _caches.ForEach(c => c.Dispose());
        await _store.DisposeAsync();
    }

    private AnswerCache Cache()
    {
        _caches.Add(new AnswerCache(TimeProvider.System));
        return _caches[^1];
    }

    private EarningsReader Reader() => new(_store.Documents, Cache().Aged(), _store.Clock);

    private static EarningsEvent Event(
        string symbol,
        int month,
        int day,
        decimal? estimate = 1m,
        bool sp500 = true,
        string? currency = "USD",
        int news = 0,
        int year = 2026
    ) =>
        new()
        {
            Symbol = symbol,
            CompanyName = $"{symbol} Company",
            ReportDate = new LocalDate(year, month, day),
            Estimate = estimate,
            Currency = currency,
            IsSp500 = sp500,
            GicsSector = sp500 ? "Energy" : null,
            ForecastNewsCount = news,
            FetchedAt = Now,
            CreatedAt = Now,
            UpdatedAt = Now,
        };

    private async Task HoldAsync<T>(params T[] rows)
        where T : notnull
    {
        await using var session = _store.Documents.LightweightSession();
        session.Store(rows);
        await session.SaveChangesAsync(Ct);
    }

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
        var week = await Factory.Create<GetSp500EarningsWeek>(Reader(), _store.Clock).ExecuteAsync(Ct);
        Assert.Equal((new LocalDate(2026, 10, 26), new LocalDate(2026, 11, 1), 3), (week.WeekStart, week.WeekEnd, week.TotalCount));
        Assert.Equal(["MON", "FRI", "TODAY"], week.Events.Select(e => e.Symbol));
        Assert.Equal([false, false, true], week.Events.Select(e => e.IsFutureDate));
        Assert.Contains("2026-10-26 ~ 2026-11-01", week.Message, StringComparison.Ordinal);

        // An hour and a half later, at midnight, the next week begins.
        _store.Clock.AdvanceHours(2);
        week = await Factory.Create<GetSp500EarningsWeek>(Reader(), _store.Clock).ExecuteAsync(Ct);
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
            .Create<GetUpcomingSp500Earnings>(Reader(), _store.Clock)
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
        var endpoint = Factory.Create<GetEarningsOfCompany>(_store.Documents, _store.Clock);
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
            .Create<GetSp500EarningsOfCompany>(_store.Documents, _store.Clock)
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
                .Create<ListEarnings>(_store.Documents, _store.Clock)
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
                .Create<ListEarnings>(_store.Documents, _store.Clock)
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
        var all = await Factory.Create<GetEarningsStatistics>(_store.Documents, Cache().Aged(), _store.Clock).ExecuteAsync(Ct);
        Assert.Equal(new EarningsStatistics(5, 1, 2, 3, Now, new CurrencyBreakdown(3, 2)), all);
        var sp500 = await Factory.Create<GetSp500EarningsStatistics>(_store.Documents, Cache().Aged(), _store.Clock).ExecuteAsync(Ct);
        Assert.Equal(["Energy", "Utilities"], sp500.SectorsCovered);
        Assert.Equal(new Sp500EarningsStatistics(3, 4, 3, 1, 2, sp500.SectorsCovered, Now + Duration.FromHours(1)), sp500);
    }

    [Fact]
    public async Task Figures_of_an_empty_calendar_are_zero_and_null()
    {
        Assert.Equal(
            new EarningsStatistics(0, 0, 0, 0, null, new CurrencyBreakdown(0, 0)),
            await Factory.Create<GetEarningsStatistics>(_store.Documents, Cache().Aged(), _store.Clock).ExecuteAsync(Ct)
        );
        var sp500 = await Factory.Create<GetSp500EarningsStatistics>(_store.Documents, Cache().Aged(), _store.Clock).ExecuteAsync(Ct);
        Assert.Equal((0, 0, null), (sp500.TotalEvents, sp500.SectorsCovered.Count, sp500.LastUpdated));
        var ipos = await Factory.Create<GetIpoStatistics>(_store.Documents, Cache().Aged(), _store.Clock).ExecuteAsync(Ct);
        Assert.Equal((0, new AveragePriceRange(null, null)), (ipos.TotalIpos, ipos.AvgPriceRange));
    }

    [Fact]
    public async Task The_index_can_be_filtered_by_date_symbol_sector_and_estimate()
    {
        await HoldAsync(
            Event("BRK.B", 11, 2) with
            {
                GicsSector = "Financials",
            },
            Event("BRO", 11, 2, estimate: null) with
            {
                GicsSector = "Financials",
            },
            Event("XOM", 11, 3),
            Event("BRX", 11, 2, sp500: false)
        );
        async Task<string> List(ListSp500EarningsRequest request) =>
            string.Join(
                ' ',
                (await Factory.Create<ListSp500Earnings>(_store.Documents, _store.Clock).ExecuteAsync(request, Ct)).Items.Select(i =>
                    i.Symbol
                )
            );
        Assert.Equal("BRK.B BRO XOM", await List(new()));
        Assert.Equal("BRK.B BRO", await List(new() { Date = new LocalDate(2026, 11, 2) }));
        Assert.Equal("BRK.B BRO", await List(new() { Symbol = "br" }));
        Assert.Equal("BRK.B", await List(new() { Symbol = "brk-b" }));
        Assert.Equal("BRK.B BRO", await List(new() { Sector = "financ" }));
        Assert.Equal("", await List(new() { Sector = "%" }));
        Assert.Equal("BRK.B XOM", await List(new() { HasEstimate = true }));
        Assert.Equal("BRO", await List(new() { HasEstimate = false }));
        Assert.Equal("BRO XOM", await List(new() { Limit = 2, Offset = 1 }));
    }

    [Theory]
    [InlineData("brk.b", "BRK.B")]
    [InlineData("Hathaway", "BRK.B")]
    [InlineData("실적 발표", "XOM BRK.B")]
    [InlineData("엑슨모빌", "XOM")]
    [InlineData("$4.90", "BRK.B")]
    [InlineData("%%", "")]
    [InlineData("__", "")]
    [InlineData("foo & | bar's \\ :*", "")]
    public async Task Words_are_looked_for_as_they_stand(string words, string found)
    {
        await HoldAsync(
            Event("BRK.B", 10, 2, estimate: 4.9m) with
            {
                CompanyName = "Berkshire Hathaway",
            },
            Event("XOM", 11, 3, estimate: null),
            Event("HATHAWAY", 11, 3, sp500: false)
        );
        var directory = new InstrumentDirectory([new FixedInstruments("sp500", "BRK.B", "XOM")], Cache());
        var board = new EquityBoard("sp500", new EmptyBoard(), directory, new MarketCalendar(), _store.Clock);
        var rows = await Factory
            .Create<SearchSp500Earnings>(_store.Documents, board, _store.Clock)
            .ExecuteAsync(new SearchSp500EarningsRequest { Q = words }, Ct);
        Assert.Equal(found, string.Join(' ', rows.Select(r => r.Symbol)));
    }

    /// <summary>No prices: the search asks for names only.</summary>
    private sealed class EmptyBoard : IBoard<EquityQuote>
    {
        public string Name => "sp500";

        public BoardSnapshot<EquityQuote> Snapshot() => new([], 0, "epoch", null, null);

        public EquityQuote? Find(string key) => null;
    }

    private static IpoOffering Offering(
        string symbol,
        int year,
        int month,
        int day,
        decimal? low = null,
        decimal? high = null,
        string? exchange = "NYSE",
        string currency = "USD"
    ) =>
        new()
        {
            Symbol = symbol,
            CompanyName = symbol,
            IpoDate = new LocalDate(year, month, day),
            PriceRangeLow = low,
            PriceRangeHigh = high,
            Exchange = exchange,
            Currency = currency,
            FetchedAt = Now,
            CreatedAt = Now,
            UpdatedAt = Now,
        };

    [Fact]
    public async Task Figures_of_offerings_are_those_of_New_Yorks_months_and_days()
    {
        await HoldAsync(
            Offering("AAAA", 2026, 10, 31, 10m, 12m),
            Offering("BBBB", 2026, 11, 1, 15m, 16.01m, "NASDAQ"),
            Offering("CCCC", 2026, 11, 7),
            Offering("DDDD", 2026, 11, 8, exchange: null),
            Offering("EEEE", 2026, 12, 31, 100m, 200m, "NASDAQ", "EUR"),
            Offering("FFFF", 2027, 1, 1),
            Offering("GONE", 2026, 11, 2) with
            {
                IsListed = false,
            }
        );
        var figures = await Factory.Create<GetIpoStatistics>(_store.Documents, Cache().Aged(), _store.Clock).ExecuteAsync(Ct);
        Assert.Equal((6, 3, 1, 2), (figures.TotalIpos, figures.ThisMonth, figures.NextMonth, figures.Upcoming7days));
        Assert.Equal(["NASDAQ 2", "NYSE 2"], figures.ByExchange.Select(e => $"{e.Key} {e.Value}"));
        Assert.Equal(new AveragePriceRange(12.5m, 14.01m), figures.AvgPriceRange);
    }

    [Theory]
    [InlineData(null, null, "2026-11", "BBBB CCCC")]
    [InlineData(2026, 10, "2026-10", "AAAA")]
    [InlineData(null, 12, "2026-12", "")]
    [InlineData(2025, null, "2025-11", "")]
    public async Task A_month_is_the_present_one_in_each_part_that_is_not_given(int? year, int? month, string answered, string symbols)
    {
        await HoldAsync(Offering("AAAA", 2026, 10, 31), Offering("BBBB", 2026, 11, 1), Offering("CCCC", 2026, 11, 30));
        var page = await Factory
            .Create<GetIposOfMonth>(_store.Documents, _store.Clock)
            .ExecuteAsync(new IposOfMonthRequest { Year = year, Month = month }, Ct);
        Assert.Equal(
            (answered, symbols, page.Items.Count),
            (page.Month, string.Join(' ', page.Items.Select(i => i.Symbol)), page.TotalCount)
        );
    }

    [Fact]
    public async Task N11_one_exchange_has_one_name_and_the_providers_text_beside_it()
    {
        await HoldAsync(
            Offering("AAAA", 2026, 11, 3, exchange: "NASDAQ"),
            Offering("BBBB", 2026, 11, 4, exchange: "NASDAQ Global"),
            Offering("CCCC", 2026, 11, 5, exchange: "NYSE MKT")
        );
        var figures = await Factory.Create<GetIpoStatistics>(_store.Documents, Cache().Aged(), _store.Clock).ExecuteAsync(Ct);
        Assert.Equal(["NASDAQ 2", "NYSE American 1"], figures.ByExchange.Select(e => $"{e.Key} {e.Value}"));
        Assert.Equal("NASDAQ/NASDAQ NASDAQ/NASDAQ Global NYSE American/NYSE MKT", await List(null));
        Assert.Equal("NASDAQ/NASDAQ NASDAQ/NASDAQ Global", await List("nasdaq"));
        Assert.Equal("NASDAQ/NASDAQ Global", await List("Global"));
        Assert.Equal("NYSE American/NYSE MKT", await List("nyse american"));
        Assert.Equal("", await List("%"));

        async Task<string> List(string? exchange)
        {
            var page = await Factory
                .Create<ListIpos>(_store.Documents, _store.Clock)
                .ExecuteAsync(new ListIposRequest { Exchange = exchange }, Ct);
            return string.Join(' ', page.Items.Select(i => $"{i.Exchange}/{i.ExchangeText}"));
        }
    }

    [Fact]
    public async Task Offerings_are_listed_by_exchange_and_date_and_the_list_says_what_was_asked()
    {
        await HoldAsync(
            Offering("AAAA", 2026, 10, 31),
            Offering("BBBB", 2026, 11, 3, exchange: "NASDAQ Global"),
            Offering("CCCC", 2026, 11, 30)
        );
        async Task<(string, int, LocalDate?)> List(ListIposRequest request)
        {
            var page = await Factory.Create<ListIpos>(_store.Documents, _store.Clock).ExecuteAsync(request, Ct);
            return (string.Join(' ', page.Items.Select(i => i.Symbol)), page.TotalCount, page.StartDate);
        }
        Assert.Equal(("AAAA BBBB CCCC", 3, null), await List(new()));
        Assert.Equal(("BBBB", 2, null), await List(new() { Limit = 1 }));
        Assert.Equal(("CCCC", 2, null), await List(new() { Limit = 1, Offset = 1 }));
        Assert.Equal(("BBBB", 1, null), await List(new() { Exchange = "nasdaq" }));
        var start = new LocalDate(2026, 10, 1);
        Assert.Equal(("AAAA", 1, start), await List(new() { StartDate = start, EndDate = new LocalDate(2026, 10, 31) }));
    }
}
