using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns.Analysis;
using InvestmentAssistant.Api.Features.Sns.Documents;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Analysis;

/// <summary>Prices that are missing, late, old or split, and volumes.</summary>
public sealed class EventStudyGapTests : EventStudyTestBase
{
    [Fact]
    public async Task Where_prices_are_missing_there_is_no_price_but_a_reason()
    {
        Bars.Add("KRW-BTC", At(10, 11, 0), 100).Add("KRW-BTC", At(10, 14, 0), 120);

        var impact = await LookAsync(Coin, At(10, 12, 0), Later);

        Assert.Equal((FigureStatus.NoData, null, "price_gap"), (impact.Base.Status, impact.Base.Price, impact.Base.Reason));
        Assert.All(impact.Horizons, h =>
            Assert.Equal((FigureStatus.NoData, null, "no_base_price"), (h.Point.Status, h.Change, h.Point.Reason))
        );
        Assert.Equal((FigureStatus.NoData, "no_volume"), (impact.Volume.Status, impact.Volume.Reason));
    }

    [Fact]
    public async Task A_gap_an_hour_later_leaves_the_other_figures()
    {
        Bars.Add("AAPL", At(24, 15, 59), 100)
            .AddMoving("AAPL", At(25, 9, 1), open: 110, close: 111)
            .Minutes("AAPL", At(25, 14, 30), 60, 120);

        var impact = await LookAsync(Stock, At(24, 16, 0), Later);

        Assert.Equal((FigureStatus.NoData, null), (Of(impact, "1h").Status, Of(impact, "1h").Change));
        Assert.Equal("price_gap", impact.Horizons[0].Point.Reason);
        Assert.Equal(("done", 10.00m, PriceFinder.NextTradable), Of(impact, "12h"));
        Assert.Equal(20.00m, Of(impact, "next_day").Change);
    }

    [Fact]
    public async Task A_market_that_has_not_traded_since_the_post_has_not_stood_still()
    {
        // After hours: the last trade may be old, but the price of the post is not also the price an hour later.
        Bars.Add("AAPL", At(24, 21, 30), 100);

        var impact = await LookAsync(Stock, At(24, 22, 0), Later);

        Assert.Equal(100m, impact.Base.Price);
        Assert.Equal((FigureStatus.NoData, null), (Of(impact, "1h").Status, Of(impact, "1h").Change));
        Assert.Equal("no_trade_since", impact.Horizons[0].Point.Reason);
    }

    [Fact]
    public async Task A_horizon_is_pending_until_its_time_and_then_stays_done()
    {
        var posted = At(10, 12, 0);
        Bars.Minutes("KRW-BTC", At(10, 11, 0), 60, 100);
        var fresh = await LookAsync(Coin, posted, At(10, 12, 5));
        Assert.Equal(100m, fresh.Base.Price);
        Assert.All(fresh.Horizons, h => Assert.Equal((FigureStatus.Pending, null), (h.Point.Status, h.Change)));
        Assert.Equal(At(10, 13, 0), fresh.Horizons[0].Point.DueAt);
        Assert.Equal(At(10, 13, 2), fresh.NextLook()); // two minutes for trades that are on their way
        Assert.True(fresh.IsWaiting());

        Bars.Minutes("KRW-BTC", At(10, 12, 0), 60, 102);
        var early = await LookAsync(Coin, posted, At(10, 13, 1), fresh);
        Assert.Equal(FigureStatus.Pending, Of(early, "1h").Status);

        var due = await LookAsync(Coin, posted, At(10, 13, 3), early);
        Assert.Equal(("done", 2.00m, PriceFinder.LastTrade), Of(due, "1h"));
        Assert.Equal(FigureStatus.Pending, Of(due, "12h").Status);
        Assert.Equal(At(11, 0, 2), due.NextLook());

        // What is done is done: bars that are corrected later change nothing.
        Bars.Minutes("KRW-BTC", At(10, 11, 0), 120, 500).Add("KRW-BTC", At(10, 23, 59), 110).Add("KRW-BTC", At(11, 11, 59), 90);
        var all = await LookAsync(Coin, posted, At(11, 12, 3), due);
        Assert.Equal(("done", 2.00m, PriceFinder.LastTrade), Of(all, "1h"));
        Assert.Equal((10.00m, -10.00m), (Of(all, "12h").Change, Of(all, "24h").Change));
        Assert.False(all.IsWaiting());
        Assert.Null(all.NextLook());
    }

    [Fact]
    public async Task A_missing_price_is_looked_for_less_and_less_often_for_three_days()
    {
        var posted = At(10, 12, 0);
        var now = At(12, 0, 0);
        var impact = await LookAsync(Coin, posted, now);
        Assert.Equal(now + Duration.FromSeconds(50), impact.NextLook());
        var looks = 0;
        while (impact.NextLook() is { } next)
        {
            Assert.True(next > now);
            now = next;
            impact = await LookAsync(Coin, posted, now, impact);
            looks++;
        }
        Assert.InRange(now, At(15, 0, 0), At(15, 6, 0));
        Assert.InRange(looks, 10, 40);

        // History that is filled in within that time is found.
        var missed = await LookAsync(Coin, posted, At(12, 0, 0));
        Bars.Minutes("KRW-BTC", At(10, 11, 0), 60, 100).Minutes("KRW-BTC", At(10, 12, 0), 61, 101);
        var found = await LookAsync(Coin, posted, missed.NextLook()!.Value, missed);
        Assert.Equal((100m, 1.00m), (found.Base.Price, Of(found, "1h").Change));
        // And what was settled without a price stays so.
        Assert.Equal(FigureStatus.NoData, (await LookAsync(Coin, posted, now + Duration.FromDays(1), impact)).Base.Status);
    }

    [Fact]
    public async Task Old_posts_are_judged_by_hours()
    {
        // 12:00 to 12:59 New York time on 3 September (four hours behind) is hours of 16:00 UTC.
        Instant Hour(int day, int hour) => Instant.FromUtc(2026, 9, day, hour, 0);
        foreach (
            var (at, price) in new[]
            {
                (Hour(3, 15), 100m),
                (Hour(3, 16), 104m),
                (Hour(4, 3), 77m),
                (Hour(4, 13), 110m),
                (Hour(4, 14), 130m),
            }
        )
            Bars.Add("AAPL", at, price, 500, BarResolution.Hour);
        Bars.AddMoving("AAPL", Hour(4, 8), open: 105, close: 106, 500, BarResolution.Hour);

        var impact = await LookAsync(Stock, Instant.FromUtc(2026, 9, 3, 16, 40), Later);

        // The last whole hour had ended at 16:00, forty minutes before; an hour later at 17:00.
        Assert.Equal((100m, Hour(3, 16), 60), (impact.Base.Price, impact.Base.PriceAt, impact.Base.BarMinutes));
        Assert.Equal(("done", 4.00m, PriceFinder.LastTrade), Of(impact, "1h"));
        // Twelve hours later is 00:40 in New York: closed until 04:00, 08:00 UTC.
        Assert.Equal(("done", 5.00m, PriceFinder.NextTradable), Of(impact, "12h"));
        // Of the first hour, 13:30 to 14:30 UTC, one hour bar ends in the middle: 14:00.
        Assert.Equal(("done", 10.00m, PriceFinder.MeanOfFirstHour), Of(impact, "next_day"));
    }

    [Fact]
    public async Task Volume_is_that_of_whole_bars_before_and_after()
    {
        Bars.Minutes("KRW-BTC", At(10, 11, 0), 60, 100, volume: 2)
            .Add("KRW-BTC", At(10, 12, 0), 100, volume: 1000)
            .Minutes("KRW-BTC", At(10, 12, 1), 60, 100, volume: 3);

        var volume = (await LookAsync(Coin, At(10, 12, 0, 30), Later)).Volume;

        Assert.Equal(("done", 120m, 180m, 50.00m), (volume.Status, volume.Before, volume.After, volume.ChangePercent));
        Assert.Equal((At(10, 11, 0), At(10, 12, 1), 1), (volume.BeforeFrom, volume.AfterFrom, volume.BarMinutes));
    }

    [Fact]
    public async Task Volume_of_hours_that_minutes_cover_only_in_part_is_read_from_coarser_bars()
    {
        Bars.Minutes("KRW-BTC", At(10, 11, 50), 10, 100, volume: 2).Minutes("KRW-BTC", At(10, 12, 0), 60, 100, volume: 3);
        for (var i = 0; i < 8; i++)
            Bars.Add("KRW-BTC", At(10, 11, 0) + Duration.FromMinutes(15 * i), 100, 40, BarResolution.QuarterHour);

        var volume = (await LookAsync(Coin, At(10, 12, 0), Later)).Volume;

        Assert.Equal((160m, 160m, 0.00m, 15), (volume.Before, volume.After, volume.ChangePercent, volume.BarMinutes));
    }

    [Fact]
    public async Task A_split_between_post_and_horizon_is_no_loss()
    {
        Bars.Add("AAPL", At(24, 20, 59), 100)
            .AddMoving("AAPL", At(25, 9, 0), open: 25.50m, close: 25.60m)
            .Minutes("AAPL", At(25, 14, 30), 60, 26);

        var impact = await Study(new Split("AAPL", new LocalDate(2026, 11, 25), 4, 1))
            .AdvanceAsync(Stock, At(24, 21, 0), null, Bars, Later, Ct);

        Assert.Equal(100m, impact.Base.Price);
        Assert.Equal((2.00m, 4.00m), (Of(impact, "12h").Change, Of(impact, "next_day").Change));
    }
}
