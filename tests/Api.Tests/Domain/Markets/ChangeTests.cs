using CsCheck;
using InvestmentAssistant.Api.Domain.Markets;

namespace InvestmentAssistant.Api.Tests.Domain.Markets;

public sealed class ChangeTests
{
    [Theory]
    [InlineData("168.55", "168.89", "-0.34", "-0.20", false)]
    [InlineData("93.70", "92.2243", "1.48", "1.60", true)]
    [InlineData("100", "100", "0", "0", null)]
    [InlineData("100.001", "100", "0.00", "0.00", null)] // too small to show: unchanged
    [InlineData("0.104", "0.10", "0.00", "4.00", true)] // the percent shows it
    [InlineData("100.005", "100", "0.01", "0.01", true)] // halves round away from zero
    public void A_change_is_amount_percent_and_direction(string price, string close, string amount, string percent, bool? positive)
    {
        var change = Change.Of(decimal.Parse(price), decimal.Parse(close));
        Assert.Equal(new Change(decimal.Parse(amount), decimal.Parse(percent)), change);
        Assert.Equal(positive, change.IsPositive);
    }

    [Theory]
    [InlineData(null, "100")]
    [InlineData("100", null)]
    [InlineData("100", "0")]
    [InlineData("100", "-1")]
    public void An_unknown_price_gives_an_unknown_change_never_zero(string? price, string? close)
    {
        var change = Change.Of(price is null ? null : decimal.Parse(price), close is null ? null : decimal.Parse(close));
        Assert.Null(change.Amount);
        Assert.Null(change.Percent);
        Assert.Null(change.IsPositive);
    }

    [Fact]
    public void The_direction_never_contradicts_the_figures() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[1, 1_000_000])
            .Sample(
                (price, close) =>
                {
                    var change = Change.Of(price / 100m, close / 100m);
                    return change.IsPositive switch
                    {
                        true => price > close && change is { Amount: >= 0, Percent: >= 0 },
                        false => price < close && change is { Amount: <= 0, Percent: <= 0 },
                        null => change is { Amount: 0, Percent: 0 },
                    };
                }
            );

    [Theory]
    [InlineData("92.70", "645.57", true)] // AAPL 2014-06-09 without its split
    [InlineData("92.70", "92.2243", false)]
    [InlineData("59", "100", true)]
    [InlineData("61", "100", false)]
    [InlineData("60", "100", false)]
    [InlineData("103.5", "12.95", true)] // GE 2021-08-02 without its reverse split
    public void A_gap_beyond_40_percent_suggests_a_split_we_do_not_know(string first, string close, bool suspect) =>
        Assert.Equal(suspect, Change.SuggestsUnknownSplit(decimal.Parse(first), decimal.Parse(close)));

    [Fact]
    public void No_previous_close_suggests_nothing() => Assert.False(Change.SuggestsUnknownSplit(100m, null));
}
