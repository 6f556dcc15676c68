using CsCheck;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns.Analysis;
using InvestmentAssistant.Api.Features.Sns.Documents;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Analysis;

/// <summary>Every expected figure here was worked out by hand. November 2026: New York is five hours behind UTC.</summary>
public sealed class EventStudyTests
{
    private static readonly MarketCalendar s_calendar = new();
    private static readonly AffectedAsset s_stock = new("AAPL", "Apple", "stock", AssetMatcher.Cashtag, "$AAPL", 1, 1, "AAPL", "sp500");
    private static readonly AffectedAsset s_coin = new("BTC", "Bitcoin", "crypto", AssetMatcher.Cashtag, "$BTC", 1, 1, "KRW-BTC", "crypto");

    private readonly MemoryBars _bars = new();

    private static EventStudy Study(params Split[] splits) =>
        new(new PriceFinder(s_calendar), new MarketDay(s_calendar), new SplitTable(splits));

    private static Instant At(int day, int hour, int minute, int second = 0) => Instant.FromUtc(2026, 11, day, hour, minute, second);

    private Task<AssetImpact> LookAsync(AffectedAsset asset, Instant postedAt, Instant now, AssetImpact? before = null) =>
        Study().AdvanceAsync(asset, postedAt, before, _bars, now, Ct);

    private static (string Status, decimal? Change, string? Basis) Of(AssetImpact impact, string horizon)
    {
        var found = impact.Horizons.Single(h => h.Name == horizon);
        return (found.Point.Status, found.Change, found.Point.Basis);
    }

    private static readonly Instant s_later = At(30, 23, 0);

    [Fact]
    public async Task A_coin_at_noon_is_compared_an_hour_twelve_hours_and_a_day_later()
    {
        _bars
            .Add("KRW-BTC", At(10, 11, 59), 100)
            .Add("KRW-BTC", At(10, 12, 59), 103)
            .Add("KRW-BTC", At(10, 23, 59), 97)
            .Add("KRW-BTC", At(11, 11, 59), 104.5m);

        var impact = await LookAsync(s_coin, At(10, 12, 0, 30), s_later);

        Assert.Equal(
            (100m, At(10, 12, 0), PriceFinder.LastTrade, 1),
            (impact.Base.Price, impact.Base.PriceAt, impact.Base.Basis, impact.Base.BarMinutes)
        );
        Assert.Equal(["1h", "12h", "24h"], impact.Horizons.Select(h => h.Name));
        Assert.Equal(("done", 3.00m, PriceFinder.LastTrade), Of(impact, "1h"));
        Assert.Equal(("done", -3.00m, PriceFinder.LastTrade), Of(impact, "12h"));
        Assert.Equal(("done", 4.50m, PriceFinder.LastTrade), Of(impact, "24h"));
        Assert.Equal(At(11, 12, 0, 30), impact.Horizons[2].Point.TargetAt);
    }

    [Fact]
    public async Task A_bar_that_had_not_ended_is_not_looked_at()
    {
        // The minute of the post itself ends 30 seconds after it, at a price that nobody knew yet.
        _bars
            .Add("KRW-BTC", At(10, 11, 59), 100)
            .Add("KRW-BTC", At(10, 12, 0), 200)
            .Add("KRW-BTC", At(10, 12, 59), 103)
            .Add("KRW-BTC", At(10, 13, 0), 400);

        var impact = await LookAsync(s_coin, At(10, 12, 0, 30), s_later);

        Assert.Equal(100m, impact.Base.Price);
        Assert.Equal(3.00m, Of(impact, "1h").Change);
    }

    [Fact]
    public void Nothing_that_happens_after_an_instant_changes_its_price()
    {
        var prices = new PriceFinder(s_calendar);
        Gen.Select(Gen.Int[0, 600], Gen.Int[1, 600].Array[0, 40], Gen.Int[1, 300].Array[1, 40])
            .Sample(
                (minute, later, earlier) =>
                {
                    var at = At(10, 0, 0, 20) + Duration.FromMinutes(300 + minute);
                    var known = new MemoryBars();
                    foreach (var ago in earlier)
                        known.Add("KRW-BTC", At(10, 0, 0) + Duration.FromMinutes(300 + minute - ago), ago);
                    var before = prices.AtAsync(known, s_coin, at, s_later, null, Ct);
                    foreach (var after in later)
                        known.Add("KRW-BTC", At(10, 0, 0) + Duration.FromMinutes(300 + minute + after - 1), 9999);
                    var with = prices.AtAsync(known, s_coin, at, s_later, null, Ct);
                    Assert.True(before.IsCompletedSuccessfully);
                    Assert.True(with.IsCompletedSuccessfully);
                    Assert.Equal(before.Result.Price, with.Result.Price);
                }
            );
    }

    [Theory]
    [InlineData(24, 15, 25, 15, PriceFinder.LastTrade, 4.00)] // Tuesday 10:00 in New York to Wednesday 10:00
    [InlineData(25, 20, 27, 9, PriceFinder.NextTradable, 9.00)] // a day after Wednesday 15:00 is Thanksgiving: Friday's first price
    [InlineData(27, 15, 30, 9, PriceFinder.NextTradable, 20.00)] // a day after Friday is Saturday: Monday's first price
    public async Task W8_stocks_and_funds_have_a_change_after_a_day_as_coins_have(
        int day,
        int hour,
        int dueDay,
        int dueHour,
        string basis,
        double change
    )
    {
        var posted = At(day, hour, 0);
        _bars
            .Add("AAPL", posted - Duration.FromMinutes(1), 100)
            .Add("AAPL", At(25, 14, 59), 104)
            .AddMoving("AAPL", At(27, 9, 0), open: 109, close: 110)
            .AddMoving("AAPL", At(30, 9, 0), open: 120, close: 121);

        var fund = s_stock with { Kind = "etf", Board = "etf" };
        foreach (var asset in new[] { s_stock, fund })
        {
            var impact = await LookAsync(asset, posted, s_later);
            Assert.Equal(("done", (decimal)change, basis), Of(impact, "24h"));
            Assert.Equal(At(dueDay, dueHour, 0), impact.Horizons.Single(h => h.Name == "24h").Point.DueAt);
            Assert.Equal(FigureStatus.Pending, Of(await LookAsync(asset, posted, At(dueDay, dueHour, 1)), "24h").Status);
        }
    }

    [Fact]
    public async Task A_post_on_Saturday_counts_from_the_first_price_on_Monday()
    {
        _bars
            .Add("AAPL", At(20, 20, 59), 50) // Friday's last regular minute: the past, not what one could trade at
            .AddMoving("AAPL", At(23, 9, 2), open: 51, close: 52)
            .Add("AAPL", At(23, 10, 0), 51.51m)
            .Add("AAPL", At(23, 21, 1), 53.55m)
            .Minutes("AAPL", At(23, 9, 3), 40, 51.2m)
            .Minutes("AAPL", At(23, 14, 30), 30, 52)
            .Minutes("AAPL", At(23, 15, 0), 30, 53);

        var impact = await LookAsync(s_stock, At(21, 15, 0), s_later);

        // 04:02 in New York, the first trade of the pre-market; an hour from there, and twelve.
        Assert.Equal((51m, At(23, 9, 2), PriceFinder.NextTradable), (impact.Base.Price, impact.Base.PriceAt, impact.Base.Basis));
        Assert.Equal(At(23, 9, 0), impact.Base.DueAt);
        Assert.Equal(["1h", "12h", "24h", "next_day"], impact.Horizons.Select(h => h.Name));
        Assert.Equal((At(23, 10, 2), At(23, 21, 2)), (impact.Horizons[0].Point.TargetAt, impact.Horizons[1].Point.TargetAt));
        Assert.Equal(("done", 1.00m, PriceFinder.LastTrade), Of(impact, "1h"));
        Assert.Equal(("done", 5.00m, PriceFinder.LastTrade), Of(impact, "12h"));
        // (52.5 - 51) / 51
        Assert.Equal(("done", 2.94m, PriceFinder.MeanOfFirstHour), Of(impact, "next_day"));
        Assert.Equal(("done", null, "market_closed_before"), (impact.Volume.Status, impact.Volume.Before, impact.Volume.Reason));
    }

    [Fact]
    public async Task A_post_in_the_pre_market_has_the_last_pre_market_price_and_looks_to_the_session_about_to_open()
    {
        _bars
            .Add("AAPL", At(23, 20, 59), 190)
            .Add("AAPL", At(24, 12, 40), 200)
            .Add("AAPL", At(24, 13, 55), 201)
            .Add("AAPL", At(25, 0, 55), 206)
            .Minutes("AAPL", At(24, 14, 30), 60, 204);

        var impact = await LookAsync(s_stock, At(24, 12, 56), s_later);

        Assert.Equal((200m, At(24, 12, 41), PriceFinder.LastTrade), (impact.Base.Price, impact.Base.PriceAt, impact.Base.Basis));
        Assert.Equal(0.50m, Of(impact, "1h").Change);
        Assert.Equal(("done", 3.00m, PriceFinder.LastTrade), Of(impact, "12h")); // 19:56 in New York, four minutes before trading ends
        Assert.Equal(("done", 2.00m, PriceFinder.MeanOfFirstHour), Of(impact, "next_day"));
        Assert.Equal(At(24, 14, 30), impact.Horizons[3].Point.TargetAt);
    }

    [Fact]
    public async Task Before_the_first_pre_market_trade_yesterdays_price_is_none_of_today()
    {
        _bars.Add("AAPL", At(23, 20, 59), 190).AddMoving("AAPL", At(24, 13, 20), open: 200, close: 205);

        var impact = await LookAsync(s_stock, At(24, 9, 30), s_later);

        Assert.Equal((200m, At(24, 13, 20), PriceFinder.NextTradable), (impact.Base.Price, impact.Base.PriceAt, impact.Base.Basis));
    }

    [Fact]
    public async Task Ten_minutes_before_an_early_close_an_hour_later_is_after_hours_and_twelve_hours_later_is_Monday()
    {
        // Friday after Thanksgiving: 13:00 in New York is 18:00, after-hours trading ends at 22:00.
        _bars
            .Add("AAPL", At(27, 17, 49), 10)
            .Add("AAPL", At(27, 18, 30), 10.20m)
            .Add("AAPL", At(28, 5, 49), 99) // a trade on Saturday night that no exchange made
            .AddMoving("AAPL", At(30, 9, 0), open: 10.50m, close: 10.60m)
            .Minutes("AAPL", At(30, 14, 30), 60, 11);

        var impact = await LookAsync(s_stock, At(27, 17, 50), s_later);

        Assert.Equal((10m, At(27, 17, 50), PriceFinder.LastTrade), (impact.Base.Price, impact.Base.PriceAt, impact.Base.Basis));
        Assert.Equal(("done", 2.00m, PriceFinder.LastTrade), Of(impact, "1h"));
        Assert.Equal(("done", 5.00m, PriceFinder.NextTradable), Of(impact, "12h"));
        Assert.Equal((At(28, 5, 50), At(30, 9, 0)), (impact.Horizons[1].Point.TargetAt, impact.Horizons[1].Point.DueAt));
        Assert.Equal(("done", 10.00m, PriceFinder.MeanOfFirstHour), Of(impact, "next_day"));
    }

    [Fact]
    public async Task After_an_early_close_trading_is_over_at_five()
    {
        var impact = await LookAsync(s_stock, At(27, 22, 0), At(27, 22, 30));

        Assert.Equal((FigureStatus.Pending, At(30, 9, 0)), (impact.Base.Status, impact.Base.DueAt));
        Assert.All(impact.Horizons, h => Assert.Equal(FigureStatus.Pending, h.Point.Status));
        Assert.Equal((At(30, 10, 0), At(30, 14, 30)), (impact.Horizons[0].Point.TargetAt, impact.Horizons[3].Point.TargetAt));
    }

    [Fact]
    public async Task Where_prices_are_missing_there_is_no_price_but_a_reason()
    {
        _bars.Add("KRW-BTC", At(10, 11, 0), 100).Add("KRW-BTC", At(10, 14, 0), 120);

        var impact = await LookAsync(s_coin, At(10, 12, 0), s_later);

        Assert.Equal((FigureStatus.NoData, null, "price_gap"), (impact.Base.Status, impact.Base.Price, impact.Base.Reason));
        Assert.All(impact.Horizons, h =>
            Assert.Equal((FigureStatus.NoData, null, "no_base_price"), (h.Point.Status, h.Change, h.Point.Reason))
        );
        Assert.Equal((FigureStatus.NoData, "no_volume"), (impact.Volume.Status, impact.Volume.Reason));
    }

    [Fact]
    public async Task A_gap_an_hour_later_leaves_the_other_figures()
    {
        _bars
            .Add("AAPL", At(24, 15, 59), 100)
            .AddMoving("AAPL", At(25, 9, 1), open: 110, close: 111)
            .Minutes("AAPL", At(25, 14, 30), 60, 120);

        var impact = await LookAsync(s_stock, At(24, 16, 0), s_later);

        Assert.Equal((FigureStatus.NoData, null), (Of(impact, "1h").Status, Of(impact, "1h").Change));
        Assert.Equal("price_gap", impact.Horizons[0].Point.Reason);
        Assert.Equal(("done", 10.00m, PriceFinder.NextTradable), Of(impact, "12h"));
        Assert.Equal(20.00m, Of(impact, "next_day").Change);
    }

    [Fact]
    public async Task A_market_that_has_not_traded_since_the_post_has_not_stood_still()
    {
        // After hours: the last trade may be old, but the price of the post is not also the price an hour later.
        _bars.Add("AAPL", At(24, 21, 30), 100);

        var impact = await LookAsync(s_stock, At(24, 22, 0), s_later);

        Assert.Equal(100m, impact.Base.Price);
        Assert.Equal((FigureStatus.NoData, null), (Of(impact, "1h").Status, Of(impact, "1h").Change));
        Assert.Equal("no_trade_since", impact.Horizons[0].Point.Reason);
    }

    [Fact]
    public async Task A_horizon_is_pending_until_its_time_and_then_stays_done()
    {
        var posted = At(10, 12, 0);
        _bars.Minutes("KRW-BTC", At(10, 11, 0), 60, 100);
        var fresh = await LookAsync(s_coin, posted, At(10, 12, 5));
        Assert.Equal(100m, fresh.Base.Price);
        Assert.All(fresh.Horizons, h => Assert.Equal((FigureStatus.Pending, null), (h.Point.Status, h.Change)));
        Assert.Equal(At(10, 13, 0), fresh.Horizons[0].Point.DueAt);
        Assert.Equal(At(10, 13, 2), fresh.NextLook()); // two minutes for trades that are on their way
        Assert.True(fresh.IsWaiting());

        _bars.Minutes("KRW-BTC", At(10, 12, 0), 60, 102);
        var early = await LookAsync(s_coin, posted, At(10, 13, 1), fresh);
        Assert.Equal(FigureStatus.Pending, Of(early, "1h").Status);

        var due = await LookAsync(s_coin, posted, At(10, 13, 3), early);
        Assert.Equal(("done", 2.00m, PriceFinder.LastTrade), Of(due, "1h"));
        Assert.Equal(FigureStatus.Pending, Of(due, "12h").Status);
        Assert.Equal(At(11, 0, 2), due.NextLook());

        // What is done is done: bars that are corrected later change nothing.
        _bars.Minutes("KRW-BTC", At(10, 11, 0), 120, 500).Add("KRW-BTC", At(10, 23, 59), 110).Add("KRW-BTC", At(11, 11, 59), 90);
        var all = await LookAsync(s_coin, posted, At(11, 12, 3), due);
        Assert.Equal(("done", 2.00m, PriceFinder.LastTrade), Of(all, "1h"));
        Assert.Equal((10.00m, -10.00m), (Of(all, "12h").Change, Of(all, "24h").Change));
        Assert.False(all.IsWaiting());
        Assert.Null(all.NextLook());
    }

    [Fact]
    public async Task A_missing_price_is_looked_for_ever_more_seldom_for_three_days()
    {
        var posted = At(10, 12, 0);
        var now = At(12, 0, 0);
        var impact = await LookAsync(s_coin, posted, now);
        Assert.Equal(now + Duration.FromSeconds(50), impact.NextLook());
        var looks = 0;
        while (impact.NextLook() is { } next)
        {
            Assert.True(next > now);
            now = next;
            impact = await LookAsync(s_coin, posted, now, impact);
            looks++;
        }
        Assert.InRange(now, At(15, 0, 0), At(15, 6, 0));
        Assert.InRange(looks, 10, 40);

        // History that is filled in within that time is found.
        var missed = await LookAsync(s_coin, posted, At(12, 0, 0));
        _bars.Minutes("KRW-BTC", At(10, 11, 0), 60, 100).Minutes("KRW-BTC", At(10, 12, 0), 61, 101);
        var found = await LookAsync(s_coin, posted, missed.NextLook()!.Value, missed);
        Assert.Equal((100m, 1.00m), (found.Base.Price, Of(found, "1h").Change));
        // And what was settled without a price stays so.
        Assert.Equal(FigureStatus.NoData, (await LookAsync(s_coin, posted, now + Duration.FromDays(1), impact)).Base.Status);
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
            _bars.Add("AAPL", at, price, 500, BarResolution.Hour);
        _bars.AddMoving("AAPL", Hour(4, 8), open: 105, close: 106, 500, BarResolution.Hour);

        var impact = await LookAsync(s_stock, Instant.FromUtc(2026, 9, 3, 16, 40), s_later);

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
        _bars
            .Minutes("KRW-BTC", At(10, 11, 0), 60, 100, volume: 2)
            .Add("KRW-BTC", At(10, 12, 0), 100, volume: 1000)
            .Minutes("KRW-BTC", At(10, 12, 1), 60, 100, volume: 3);

        var volume = (await LookAsync(s_coin, At(10, 12, 0, 30), s_later)).Volume;

        Assert.Equal(("done", 120m, 180m, 50.00m), (volume.Status, volume.Before, volume.After, volume.ChangePercent));
        Assert.Equal((At(10, 11, 0), At(10, 12, 1), 1), (volume.BeforeFrom, volume.AfterFrom, volume.BarMinutes));
    }

    [Fact]
    public async Task Volume_of_hours_that_minutes_cover_only_in_part_is_read_from_coarser_bars()
    {
        _bars.Minutes("KRW-BTC", At(10, 11, 50), 10, 100, volume: 2).Minutes("KRW-BTC", At(10, 12, 0), 60, 100, volume: 3);
        for (var i = 0; i < 8; i++)
            _bars.Add("KRW-BTC", At(10, 11, 0) + Duration.FromMinutes(15 * i), 100, 40, BarResolution.QuarterHour);

        var volume = (await LookAsync(s_coin, At(10, 12, 0), s_later)).Volume;

        Assert.Equal((160m, 160m, 0.00m, 15), (volume.Before, volume.After, volume.ChangePercent, volume.BarMinutes));
    }

    [Fact]
    public async Task A_split_between_post_and_horizon_is_no_loss()
    {
        _bars
            .Add("AAPL", At(24, 20, 59), 100)
            .AddMoving("AAPL", At(25, 9, 0), open: 25.50m, close: 25.60m)
            .Minutes("AAPL", At(25, 14, 30), 60, 26);

        var impact = await Study(new Split("AAPL", new LocalDate(2026, 11, 25), 4, 1))
            .AdvanceAsync(s_stock, At(24, 21, 0), null, _bars, s_later, Ct);

        Assert.Equal(100m, impact.Base.Price);
        Assert.Equal((2.00m, 4.00m), (Of(impact, "12h").Change, Of(impact, "next_day").Change));
    }
}
