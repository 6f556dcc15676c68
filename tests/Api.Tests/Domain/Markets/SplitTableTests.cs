using CsCheck;
using InvestmentAssistant.Api.Domain.Markets;

namespace InvestmentAssistant.Api.Tests.Domain.Markets;

public sealed class SplitTableTests
{
    private static readonly SplitTable Shipped = SplitTable.Shipped();

    [Theory]
    [InlineData("AAPL", "2014-06-06", "2014-06-09", "7")]
    [InlineData("AAPL", "2014-06-06", "2014-06-06", "1")]
    [InlineData("AAPL", "2014-06-09", "2014-06-10", "1")] // the split's own day trades in new shares
    [InlineData("AAPL", "2014-06-06", "2020-08-31", "28")]
    [InlineData("AAPL", "2014-06-06", "2020-08-28", "7")]
    [InlineData("aapl", "2014-06-06", "2014-06-09", "7")]
    [InlineData("NVDA", "2024-06-07", "2024-06-10", "10")]
    [InlineData("TSLA", "2022-08-24", "2022-08-25", "3")]
    [InlineData("GOOGL", "2022-07-15", "2022-07-18", "20")]
    [InlineData("AMZN", "2022-06-03", "2022-06-06", "20")]
    [InlineData("GE", "2021-07-30", "2021-08-02", "0.125")]
    [InlineData("NOSUCH", "2000-01-03", "2026-01-02", "1")]
    public void Shares_of_one_day_are_converted_to_shares_of_a_later_one(string symbol, string after, string upTo, string factor) =>
        Assert.Equal(decimal.Parse(factor), Shipped.Factor(symbol, Date(after), Date(upTo)));

    [Fact]
    public void Every_shipped_split_takes_effect_on_a_trading_day_and_is_listed_once()
    {
        using var reader = new StreamReader(typeof(SplitTable).Assembly.GetManifestResourceStream("splits.csv")!);
        var (splits, calendar) = (SplitTable.Read(reader).ToList(), new MarketCalendar());
        Assert.InRange(splits.Count, 90, 1_000);
        Assert.All(splits, s =>
        {
            Assert.NotNull(calendar.SessionOn(s.Date));
            Assert.NotEqual(s.New, s.Old);
            Assert.Matches("^[A-Z.]+$", s.Symbol);
        });
        Assert.Equal(splits.Count, splits.DistinctBy(s => (s.Symbol, s.Date)).Count());
    }

    [Fact]
    public void A_bar_before_the_split_is_shown_in_new_shares()
    {
        var friday = new DayBar("AAPL", Date("2014-06-06"), 649.9m, 651.26m, 644.47m, 645.57m, 12_497_800, true);
        Assert.Equal(
            friday with
            {
                Open = 92.8429m,
                High = 93.0371m,
                Low = 92.0671m,
                Close = 92.2243m,
                Volume = 87_484_600,
            },
            Shipped.Adjust(friday, asOf: Date("2014-06-09"))
        );
        Assert.Same(friday, Shipped.Adjust(friday, asOf: Date("2014-06-06")));

        var minute = new Bar("AAPL", Instant.FromUtc(2014, 6, 6, 19, 59), 645.5m, 645.7m, 645.4m, 645.57m, 100);
        Assert.Equal(
            minute with
            {
                Open = 92.2143m,
                High = 92.2429m,
                Low = 92.2m,
                Close = 92.2243m,
                Volume = 700,
            },
            Shipped.Adjust(minute, Date("2014-06-06"), asOf: Date("2014-06-09"))
        );
        Assert.Same(minute, Shipped.Adjust(minute, Date("2014-06-06"), asOf: Date("2014-06-06")));
    }

    [Fact]
    public void Going_over_a_day_between_gives_the_same_factor_as_going_directly() =>
        Gen.Select(Gen.Int[0, 6000], Gen.Int[0, 6000], Gen.Int[0, 6000])
            .Sample(
                (a, b, c) =>
                {
                    int[] days = [a, b, c];
                    Array.Sort(days);
                    var (first, middle, last) = (
                        new LocalDate(2010, 1, 1).PlusDays(days[0]),
                        new LocalDate(2010, 1, 1).PlusDays(days[1]),
                        new LocalDate(2010, 1, 1).PlusDays(days[2])
                    );
                    return Shipped.Factor("AAPL", first, last)
                        == Shipped.Factor("AAPL", first, middle) * Shipped.Factor("AAPL", middle, last);
                }
            );

    [Fact]
    public void A_malformed_table_is_refused()
    {
        Assert.ThrowsAny<Exception>(() => Read("symbol,date,new,old\nAAPL,2014-06-09,7,0"));
        Assert.ThrowsAny<Exception>(() => Read("symbol,date,new,old\nAAPL,9 June 2014,7,1"));
        Assert.ThrowsAny<Exception>(() => Read("symbol,date,new,old\nAAPL,2014-06-09,7"));
        Assert.Single(Read("# a note\nsymbol,date,new,old\nAAPL,2014-06-09,7,1\n"));

        static List<Split> Read(string text) => [.. SplitTable.Read(new StringReader(text))];
    }

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
