using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Domain.Markets;

namespace InvestmentAssistant.Api.Tests.Domain.Equities;

/// <summary>The list of the most active, through the hours of a day.</summary>
public sealed class MostActiveTests
{
    private static readonly LocalDate s_today = new(2026, 11, 24);

    [Fact]
    public void In_a_session_its_own_shares_decide_and_ties_go_by_symbol() =>
        Assert.Equal(["CCC", "AAA", "BBB"], Order(Row("AAA", s_today, 10, 900), Row("BBB", s_today, 10, 800), Row("CCC", s_today, 11, 20)));

    [Fact]
    public void What_last_traded_in_an_older_session_is_left_out() =>
        Assert.Equal(["AAA"], Order(Row("AAA", s_today, 10, 10), Row("OLD", s_today.PlusDays(-1), 5000, null)));

    [Fact]
    public void Before_the_opening_bell_the_last_24_hours_decide_also_beside_stocks_without_a_trade_since_yesterday() =>
        Assert.Equal(
            ["BBB", "OLD", "AAA"],
            Order(
                Row("AAA", s_today, null, 100),
                Row("BBB", s_today, null, 900),
                Row("OLD", s_today.PlusDays(-1), 5000, 500),
                Row("NEW", s_today, null, null)
            )
        );

    [Fact]
    public void A_board_without_a_trade_has_none() => Assert.Empty(Order(new EquityRow("AAA", "A", null, null)));

    [Fact]
    public void An_empty_board_has_none() => Assert.Empty(Order());

    private static IEnumerable<string> Order(params EquityRow[] rows) =>
        new EquityMoment(rows, 0, "", null, null).MostActive().Select(r => r.Symbol);

    private static EquityRow Row(string symbol, LocalDate session, long? volume, long? day) =>
        new(
            symbol,
            symbol,
            null,
            new EquityQuote
            {
                Symbol = symbol,
                SessionDate = session,
                SessionVolume = volume,
                Volume24h = day,
            }
        );
}
