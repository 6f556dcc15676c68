using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Domain.Markets;

namespace InvestmentAssistant.Api.Tests.Domain.Equities;

/// <summary>N8: what is not known is null, never 0.</summary>
public sealed class BoardFiguresTests
{
    [Theory]
    [InlineData(0L, 2_490_000_000L, null)] // shares were traded, and nobody here listened
    [InlineData(0L, null, 0L)] // before the first trade of a session
    [InlineData(17L, 2_490_000_000L, 17L)]
    public void N8_a_count_of_no_trades_beside_traded_shares_is_unknown(long counted, long? volume, long? told) =>
        Assert.Equal(told, SessionTradeCount.Told(counted, Moment(volume)));

    [Theory]
    [InlineData(null, null)]
    [InlineData(5L, 5L)]
    public void N8_a_board_without_a_known_volume_has_no_total(long? volume, long? total) =>
        Assert.Equal(total, EquitySummary.Of(Moment(volume)).TotalVolume);

    private static EquityMoment Moment(long? volume) =>
        new(
            [
                new EquityRow("AAA", "A", null, new EquityQuote { Symbol = "AAA", SessionVolume = volume }),
                new EquityRow("BBB", "B", null, null),
            ],
            0,
            "",
            null,
            null
        );
}
