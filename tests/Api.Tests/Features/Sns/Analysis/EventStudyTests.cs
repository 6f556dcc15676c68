using CsCheck;
using InvestmentAssistant.Api.Features.Sns.Analysis;
using InvestmentAssistant.Api.Features.Sns.Documents;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Analysis;

/// <summary>Prices around a post at any hour of a coin and of a stock.</summary>
public sealed class EventStudyTests : EventStudyTestBase
{
    [Fact]
    public async Task A_coin_at_noon_is_compared_an_hour_twelve_hours_and_a_day_later()
    {
        Bars.Add("KRW-BTC", At(10, 11, 59), 100)
            .Add("KRW-BTC", At(10, 12, 59), 103)
            .Add("KRW-BTC", At(10, 23, 59), 97)
            .Add("KRW-BTC", At(11, 11, 59), 104.5m);

        var impact = await LookAsync(Coin, At(10, 12, 0, 30), Later);

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
        Bars.Add("KRW-BTC", At(10, 11, 59), 100)
            .Add("KRW-BTC", At(10, 12, 0), 200)
            .Add("KRW-BTC", At(10, 12, 59), 103)
            .Add("KRW-BTC", At(10, 13, 0), 400);

        var impact = await LookAsync(Coin, At(10, 12, 0, 30), Later);

        Assert.Equal(100m, impact.Base.Price);
        Assert.Equal(3.00m, Of(impact, "1h").Change);
    }

    [Fact]
    public void Nothing_that_happens_after_an_instant_changes_its_price()
    {
        var prices = new PriceFinder(Calendar);
        Gen.Select(Gen.Int[0, 600], Gen.Int[1, 600].Array[0, 40], Gen.Int[1, 300].Array[1, 40])
            .Sample(
                (minute, later, earlier) =>
                {
                    var at = At(10, 0, 0, 20) + Duration.FromMinutes(300 + minute);
                    var known = new MemoryBars();
                    foreach (var ago in earlier)
                        known.Add("KRW-BTC", At(10, 0, 0) + Duration.FromMinutes(300 + minute - ago), ago);
                    var before = prices.AtAsync(known, Coin, at, Later, null, Ct);
                    foreach (var after in later)
                        known.Add("KRW-BTC", At(10, 0, 0) + Duration.FromMinutes(300 + minute + after - 1), 9999);
                    var with = prices.AtAsync(known, Coin, at, Later, null, Ct);
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
        Bars.Add("AAPL", posted - Duration.FromMinutes(1), 100)
            .Add("AAPL", At(25, 14, 59), 104)
            .AddMoving("AAPL", At(27, 9, 0), open: 109, close: 110)
            .AddMoving("AAPL", At(30, 9, 0), open: 120, close: 121);

        var fund = Stock with { Kind = "etf", Board = "etf" };
        foreach (var asset in new[] { Stock, fund })
        {
            var impact = await LookAsync(asset, posted, Later);
            Assert.Equal(("done", (decimal)change, basis), Of(impact, "24h"));
            Assert.Equal(At(dueDay, dueHour, 0), impact.Horizons.Single(h => h.Name == "24h").Point.DueAt);
            Assert.Equal(FigureStatus.Pending, Of(await LookAsync(asset, posted, At(dueDay, dueHour, 1)), "24h").Status);
        }
    }

    [Fact]
    public async Task A_post_on_Saturday_counts_from_the_first_price_on_Monday()
    {
        Bars.Add("AAPL", At(20, 20, 59), 50) // Friday's last regular minute: the past, not what one could trade at
            .AddMoving("AAPL", At(23, 9, 2), open: 51, close: 52)
            .Add("AAPL", At(23, 10, 0), 51.51m)
            .Add("AAPL", At(23, 21, 1), 53.55m)
            .Minutes("AAPL", At(23, 9, 3), 40, 51.2m)
            .Minutes("AAPL", At(23, 14, 30), 30, 52)
            .Minutes("AAPL", At(23, 15, 0), 30, 53);

        var impact = await LookAsync(Stock, At(21, 15, 0), Later);

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
        Bars.Add("AAPL", At(23, 20, 59), 190)
            .Add("AAPL", At(24, 12, 40), 200)
            .Add("AAPL", At(24, 13, 55), 201)
            .Add("AAPL", At(25, 0, 55), 206)
            .Minutes("AAPL", At(24, 14, 30), 60, 204);

        var impact = await LookAsync(Stock, At(24, 12, 56), Later);

        Assert.Equal((200m, At(24, 12, 41), PriceFinder.LastTrade), (impact.Base.Price, impact.Base.PriceAt, impact.Base.Basis));
        Assert.Equal(0.50m, Of(impact, "1h").Change);
        Assert.Equal(("done", 3.00m, PriceFinder.LastTrade), Of(impact, "12h")); // 19:56 in New York, four minutes before trading ends
        Assert.Equal(("done", 2.00m, PriceFinder.MeanOfFirstHour), Of(impact, "next_day"));
        Assert.Equal(At(24, 14, 30), impact.Horizons[3].Point.TargetAt);
    }

    [Fact]
    public async Task Before_the_first_pre_market_trade_yesterdays_price_is_none_of_today()
    {
        Bars.Add("AAPL", At(23, 20, 59), 190).AddMoving("AAPL", At(24, 13, 20), open: 200, close: 205);

        var impact = await LookAsync(Stock, At(24, 9, 30), Later);

        Assert.Equal((200m, At(24, 13, 20), PriceFinder.NextTradable), (impact.Base.Price, impact.Base.PriceAt, impact.Base.Basis));
    }

    [Fact]
    public async Task Ten_minutes_before_an_early_close_an_hour_later_is_after_hours_and_twelve_hours_later_is_Monday()
    {
        // Friday after Thanksgiving: 13:00 in New York is 18:00, after-hours trading ends at 22:00.
        Bars.Add("AAPL", At(27, 17, 49), 10)
            .Add("AAPL", At(27, 18, 30), 10.20m)
            .Add("AAPL", At(28, 5, 49), 99) // a trade on Saturday night that no exchange made
            .AddMoving("AAPL", At(30, 9, 0), open: 10.50m, close: 10.60m)
            .Minutes("AAPL", At(30, 14, 30), 60, 11);

        var impact = await LookAsync(Stock, At(27, 17, 50), Later);

        Assert.Equal((10m, At(27, 17, 50), PriceFinder.LastTrade), (impact.Base.Price, impact.Base.PriceAt, impact.Base.Basis));
        Assert.Equal(("done", 2.00m, PriceFinder.LastTrade), Of(impact, "1h"));
        Assert.Equal(("done", 5.00m, PriceFinder.NextTradable), Of(impact, "12h"));
        Assert.Equal((At(28, 5, 50), At(30, 9, 0)), (impact.Horizons[1].Point.TargetAt, impact.Horizons[1].Point.DueAt));
        Assert.Equal(("done", 10.00m, PriceFinder.MeanOfFirstHour), Of(impact, "next_day"));
    }

    [Fact]
    public async Task After_an_early_close_trading_is_over_at_five()
    {
        var impact = await LookAsync(Stock, At(27, 22, 0), At(27, 22, 30));

        Assert.Equal((FigureStatus.Pending, At(30, 9, 0)), (impact.Base.Status, impact.Base.DueAt));
        Assert.All(impact.Horizons, h => Assert.Equal(FigureStatus.Pending, h.Point.Status));
        Assert.Equal((At(30, 10, 0), At(30, 14, 30)), (impact.Horizons[0].Point.TargetAt, impact.Horizons[3].Point.TargetAt));
    }
}
