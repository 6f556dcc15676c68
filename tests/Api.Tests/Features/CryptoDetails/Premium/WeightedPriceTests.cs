using CsCheck;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Premium;

/// <summary>One price of many venues, by hand.</summary>
public sealed class WeightedPriceTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 11, 24, 10, 0);
    private static readonly Duration s_maxAge = Duration.FromMinutes(15);

    private static VenueQuote Quote(
        string venue,
        decimal? price,
        decimal? volume,
        int minutesOld = 1,
        bool stale = false,
        bool anomaly = false,
        decimal? spread = null
    ) => new(venue, venue, "BTC/USDT", price, volume, spread, s_now - Duration.FromMinutes(minutesOld), stale, anomaly);

    private static WeightedPrice Of(params VenueQuote[] quotes) => WeightedPrice.Of(quotes, s_now, s_maxAge);

    private static IEnumerable<(string, LeftOutReason)> LeftOut(WeightedPrice price) =>
        price.LeftOut.Select(q => (q.Quote.ExchangeId, q.Reason));

    [Fact]
    public void The_mean_is_weighted_by_volume()
    {
        // (100 x 3,000 + 101 x 1,000) / 4,000
        var price = Of(Quote("small", 101, 1_000, minutesOld: 5), Quote("large", 100, 3_000));
        Assert.Equal((100.25m, 4_000m), (price.Price, price.Volume));
        Assert.Equal(["large", "small"], price.Used.Select(q => q.ExchangeId));
        Assert.Equal((s_now - Duration.FromMinutes(5), s_now - Duration.FromMinutes(1)), (price.From, price.To));
        Assert.Empty(price.LeftOut);
    }

    [Fact]
    public void A_stale_an_anomalous_and_an_old_venue_do_not_count_and_are_counted()
    {
        var price = Of(
            Quote("good", 100, 10),
            Quote("stale", 100, 90, stale: true),
            Quote("odd", 100, 90, anomaly: true),
            Quote("old", 100, 90, minutesOld: 16),
            Quote("timeless", 100, 90) with
            {
                At = null,
            },
            Quote("at the limit", 100, 10, minutesOld: 15)
        );
        Assert.Equal((100m, 20m), (price.Price, price.Volume));
        Assert.Equal(
            [
                ("stale", LeftOutReason.Stale),
                ("odd", LeftOutReason.Anomaly),
                ("old", LeftOutReason.TooOld),
                ("timeless", LeftOutReason.TooOld),
            ],
            LeftOut(price)
        );
    }

    [Fact]
    public void A_venue_without_a_price_or_a_volume_has_no_say()
    {
        var price = Of(
            Quote("good", 100, 10),
            Quote("silent", null, 90),
            Quote("zero", 0, 90),
            Quote("weightless", 120, 0),
            Quote("unknown", 120, null)
        );
        Assert.Equal(100m, price.Price);
        Assert.Equal(
            [
                ("silent", LeftOutReason.NoPrice),
                ("zero", LeftOutReason.NoPrice),
                ("weightless", LeftOutReason.NoVolume),
                ("unknown", LeftOutReason.NoVolume),
            ],
            LeftOut(price)
        );
    }

    [Theory]
    // Of 100, 101, 102, 103 and x the median is 102; deviations 2, 1, 0, 1 and |x - 102|: their median is 1, so the bound is 5.
    [InlineData(107, false)]
    [InlineData(107.01, true)]
    [InlineData(92, true)]
    public void More_than_five_median_absolute_deviations_from_the_median_is_an_outlier(double x, bool isOut)
    {
        var other = (decimal)x;
        // Below, the median becomes 101 and the deviations 1, 0, 1, 2 and 9: the bound is 5 again.
        var price = Of(Quote("a", 100, 1), Quote("b", 101, 1), Quote("c", 102, 1), Quote("d", 103, 1), Quote("x", other, 1_000_000));
        Assert.Equal(isOut ? [("x", LeftOutReason.Outlier)] : [], LeftOut(price));
        if (isOut)
            Assert.Equal(101.5m, price.Price);
    }

    [Fact]
    public void Venues_that_agree_to_the_last_digit_allow_one_percent()
    {
        var price = Of(Quote("a", 100, 1), Quote("b", 100, 1), Quote("c", 100, 1), Quote("near", 101m, 1), Quote("far", 101.01m, 1));
        Assert.Equal([("far", LeftOutReason.Outlier)], LeftOut(price));
    }

    [Fact]
    public void N13_the_venue_with_nearly_all_of_the_volume_is_not_thrown_out_for_a_hair()
    {
        var price = Of(Quote("large", 100.06m, 97_000), Quote("a", 100, 1_000), Quote("b", 100, 1_000), Quote("c", 100.001m, 1_000));
        Assert.Empty(price.LeftOut);
        Assert.InRange(price.Price!.Value, 100.05m, 100.06m);
    }

    [Theory]
    [InlineData(100, 400)]
    [InlineData(100, 105.1)]
    public void N13_two_venues_that_contradict_each_other_make_no_price(double one, double other)
    {
        var price = Of(Quote("a", (decimal)one, 1), Quote("b", (decimal)other, 100_000));
        Assert.Null(price.Price);
        Assert.Equal([("a", LeftOutReason.Disagreement), ("b", LeftOutReason.Disagreement)], LeftOut(price));
    }

    [Fact]
    public void N13_two_venues_within_five_percent_make_one() => Assert.Equal(102.5m, Of(Quote("a", 100, 1), Quote("b", 105, 1)).Price);

    [Theory]
    [InlineData(100, "b")]
    [InlineData(390, "a")]
    public void N13_a_price_from_elsewhere_says_which_of_two_venues_is_off(int reference, string off)
    {
        var price = WeightedPrice.Of([Quote("a", 100, 1), Quote("b", 400, 100_000)], s_now, s_maxAge, reference);
        Assert.Equal([(off, LeftOutReason.Outlier)], LeftOut(price));
        Assert.Equal(off == "b" ? 100m : 400m, price.Price);
    }

    [Fact]
    public void N13_a_venue_alone_is_held_against_a_price_from_elsewhere()
    {
        Assert.Equal(400m, Of(Quote("a", 400, 1)).Price);
        Assert.Equal(140m, WeightedPrice.Of([Quote("a", 140, 1)], s_now, s_maxAge, 100).Price);
        var wild = WeightedPrice.Of([Quote("a", 400, 1)], s_now, s_maxAge, 100);
        Assert.Equal((null, LeftOutReason.Outlier), (wild.Price, wild.LeftOut[0].Reason));
    }

    [Fact]
    public void N13_venues_without_a_majority_make_no_price()
    {
        Assert.Null(Of(Quote("a", 100, 1), Quote("b", 200, 1), Quote("c", 400, 1)).Price);
        Assert.Null(Of(Quote("a", 100, 1), Quote("b", 100, 1), Quote("c", 400, 1), Quote("d", 400, 1)).Price);
        Assert.Equal(100m, Of(Quote("a", 100, 1), Quote("b", 100, 1), Quote("c", 400, 1)).Price);
    }

    private static readonly Gen<decimal> s_price = Gen.Double[0.0001, 1_000_000].Select(d => Math.Round((decimal)d, 8)).Where(d => d > 0);

    /// <summary>Venues within 0.5 % of one price.</summary>
    private static readonly Gen<(decimal Middle, VenueQuote[] Quotes)> s_market = Gen.Select(
        s_price,
        Gen.Int[3, 9],
        Gen.Int[0, 1_000_000],
        (middle, count, seed) =>
        {
            var random = new Random(seed);
            return (
                middle,
                Enumerable
                    .Range(0, count)
                    .Select(i =>
                        Quote(
                            $"v{i}",
                            middle * (1 + (((decimal)random.NextDouble() - 0.5m) / 100)),
                            1 + (decimal)(random.NextDouble() * 1_000_000)
                        )
                    )
                    .ToArray()
            );
        }
    );

    [Fact]
    public void N13_the_price_lies_among_the_venues_that_made_it_and_every_quote_is_used_or_left_out() =>
        s_market.Sample(m =>
        {
            var price = Of(m.Quotes);
            var used = price.Used.Select(q => q.Price!.Value).ToList();
            Assert.InRange(price.Price!.Value, used.Min() * 0.9999999m, used.Max() * 1.0000001m);
            Assert.Equal(m.Quotes.Length, price.Used.Count + price.LeftOut.Count);
        });

    [Fact]
    public void N13_one_wild_venue_of_any_volume_does_not_move_the_price_by_more_than_the_others_differ() =>
        Gen.Select(s_market, Gen.Double[1.2, 100], Gen.Bool)
            .Sample(
                (m, factor, up) =>
                {
                    var wild = Quote("wild", up ? m.Middle * (decimal)factor : m.Middle / (decimal)factor, 1_000_000_000_000m);
                    var price = Of([.. m.Quotes, wild]);
                    Assert.Contains(price.LeftOut, q => q.Quote.ExchangeId == "wild");
                    Assert.InRange(price.Price!.Value / m.Middle, 0.99m, 1.01m);
                }
            );

    [Fact]
    public void N13_the_order_of_the_venues_says_nothing() =>
        s_market.Sample(m =>
            Assert.Equal(Math.Round(Of(m.Quotes).Price!.Value, 8), Math.Round(Of([.. m.Quotes.Reverse()]).Price!.Value, 8))
        );

    [Fact]
    public void Without_a_venue_there_is_no_price()
    {
        var price = Of(Quote("stale", 100, 1, stale: true));
        Assert.Equal((null, 0m, null, null), (price.Price, price.Volume, price.From, price.SpreadPercent));
    }

    [Fact]
    public void Spreads_are_weighted_alike_over_the_venues_that_have_one()
    {
        // (0.1 x 300 + 0.5 x 100) / 400
        var price = Of(Quote("a", 100, 300, spread: 0.1m), Quote("b", 100, 100, spread: 0.5m), Quote("c", 100, 600));
        Assert.Equal(0.2m, price.SpreadPercent);
    }

    [Fact]
    public void Volumes_of_any_size_are_added_up_without_overflow()
    {
        var price = Of(Quote("a", 79_000_000_000m, 70_000_000_000_000_000_000m), Quote("b", 79_000_000_000m, 70_000_000_000_000_000_000m));
        Assert.Equal(79_000_000_000m, price.Price);
    }
}
