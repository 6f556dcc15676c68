using InvestmentAssistant.Api.Features.CryptoDetails.Premium;
using NodaTime;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails.Premium;

/// <summary>One price of many venues, by hand.</summary>
public sealed class WeightedPriceTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 11, 24, 10, 0);
    private static readonly Duration s_maxAge = Duration.FromMinutes(15);

    private static VenueQuote Quote(string venue, decimal? price, decimal? volume, int minutesOld = 1, bool stale = false, bool anomaly = false, decimal? spread = null) =>
        new(venue, venue, "BTC/USDT", price, volume, spread, s_now - Duration.FromMinutes(minutesOld), stale, anomaly);

    private static WeightedPrice Of(params VenueQuote[] quotes) => WeightedPrice.Of(quotes, s_now, s_maxAge);

    private static IEnumerable<(string, LeftOutReason)> LeftOut(WeightedPrice price) => price.LeftOut.Select(q => (q.Quote.ExchangeId, q.Reason));

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
            Quote("good", 100, 10), Quote("stale", 100, 90, stale: true), Quote("odd", 100, 90, anomaly: true), Quote("old", 100, 90, minutesOld: 16),
            Quote("timeless", 100, 90) with { At = null }, Quote("at the limit", 100, 10, minutesOld: 15));
        Assert.Equal((100m, 20m), (price.Price, price.Volume));
        Assert.Equal([("stale", LeftOutReason.Stale), ("odd", LeftOutReason.Anomaly), ("old", LeftOutReason.TooOld), ("timeless", LeftOutReason.TooOld)], LeftOut(price));
    }

    [Fact]
    public void A_venue_without_a_price_or_a_volume_has_no_say()
    {
        var price = Of(Quote("good", 100, 10), Quote("silent", null, 90), Quote("zero", 0, 90), Quote("weightless", 120, 0), Quote("unknown", 120, null));
        Assert.Equal(100m, price.Price);
        Assert.Equal(
            [("silent", LeftOutReason.NoPrice), ("zero", LeftOutReason.NoPrice), ("weightless", LeftOutReason.NoVolume), ("unknown", LeftOutReason.NoVolume)], LeftOut(price));
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
        if (isOut) Assert.Equal(101.5m, price.Price);
    }

    [Fact]
    public void Venues_that_agree_to_the_last_digit_allow_a_tenth_of_a_percent()
    {
        var price = Of(Quote("a", 100, 1), Quote("b", 100, 1), Quote("c", 100, 1), Quote("near", 100.1m, 1), Quote("far", 100.11m, 1));
        Assert.Equal([("far", LeftOutReason.Outlier)], LeftOut(price));
    }

    [Fact]
    public void Of_two_venues_nobody_can_say_which_is_off() => Assert.Equal(150m, Of(Quote("a", 100, 1), Quote("b", 200, 1)).Price);

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
