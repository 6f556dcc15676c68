using FastEndpoints;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Calendars;
using InvestmentAssistant.Api.Features.Calendars.Sp500Earnings;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Tests.Domain.Markets;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Calendars;

/// <summary>What the index and the search of reports answer, over rows the test wrote.</summary>
public sealed class EarningsSearchAnswersTests(LocalServices services) : CalendarAnswersTestBase(services)
{
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
                (await Factory.Create<ListSp500Earnings>(Store.Documents, Store.Clock).ExecuteAsync(request, Ct)).Items.Select(i =>
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
        var board = new EquityBoard("sp500", new EmptyBoard(), directory, new MarketCalendar(), Store.Clock);
        var rows = await Factory
            .Create<SearchSp500Earnings>(Store.Documents, board, Store.Clock)
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
}
