using FastEndpoints;
using InvestmentAssistant.Api.Features.Calendars;
using InvestmentAssistant.Api.Features.Calendars.Documents;
using InvestmentAssistant.Api.Features.Calendars.Ipo;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Http;

namespace InvestmentAssistant.Api.Tests.Features.Calendars;

/// <summary>What the calendar of offerings answers on a day the test chose, over rows it wrote.</summary>
public sealed class OfferingAnswersTests(LocalServices services) : CalendarAnswersTestBase(services)
{
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
        var figures = await Factory.Create<GetIpoStatistics>(Store.Documents, Cache().Aged(), Store.Clock).ExecuteAsync(Ct);
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
            .Create<GetIposOfMonth>(Store.Documents, Store.Clock)
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
        var figures = await Factory.Create<GetIpoStatistics>(Store.Documents, Cache().Aged(), Store.Clock).ExecuteAsync(Ct);
        Assert.Equal(["NASDAQ 2", "NYSE American 1"], figures.ByExchange.Select(e => $"{e.Key} {e.Value}"));
        Assert.Equal("NASDAQ/NASDAQ NASDAQ/NASDAQ Global NYSE American/NYSE MKT", await List(null));
        Assert.Equal("NASDAQ/NASDAQ NASDAQ/NASDAQ Global", await List("nasdaq"));
        Assert.Equal("NASDAQ/NASDAQ Global", await List("Global"));
        Assert.Equal("NYSE American/NYSE MKT", await List("nyse american"));
        Assert.Equal("", await List("%"));

        async Task<string> List(string? exchange)
        {
            var page = await Factory
                .Create<ListIpos>(Store.Documents, Store.Clock)
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
            var page = await Factory.Create<ListIpos>(Store.Documents, Store.Clock).ExecuteAsync(request, Ct);
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
