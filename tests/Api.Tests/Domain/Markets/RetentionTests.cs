using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Domain.Markets.Storage;
using InvestmentAssistant.Api.Platform.Ingestion;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Tests.Domain.Markets;

public sealed class RetentionTests(MarketTestStore db) : IClassFixture<MarketTestStore>
{
    [Fact]
    public async Task Old_partitions_go_whole_and_a_late_trade_of_a_dropped_day_is_still_taken()
    {
        var now = Instant.FromUtc(2014, 6, 10, 0, 0);
        db.Clock.Reset(now);
        Instant[] days =
        [
            now - Duration.FromDays(500),
            now - Duration.FromDays(60),
            now - Duration.FromDays(15),
            now - Duration.FromDays(14),
            now,
        ];
        Trade[] trades = [.. days.Select(d => new Trade("OLD", d, 1, 1))];
        await db.Store.WriteTradesAsync(trades, Ct);
        // Another replica drops what this one thinks is there: its own memory of partitions must not lose the trade.
        await using var other = MarketTestStore.Build(db.ConnectionString, db.Clock);
        var job = new RetentionJob(
            Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<TickPartitions>(other),
            Options.Create(new RetentionOptions()),
            db.Clock
        );
        var outcome = await job.RunAsync(new JobContext(_ => { }), Ct);

        Assert.Contains("trades_20140526", outcome.Note, StringComparison.Ordinal);
        Assert.DoesNotContain("trades_20140527", outcome.Note, StringComparison.Ordinal);
        Assert.Equal(2L, await db.ScalarAsync<long>("select count(*) from market.trades where symbol = 'OLD'"));
        Assert.Equal(3, (await db.Store.ReadBarsAsync("OLD", BarResolution.Minute, days[0], now + Duration.FromDays(1), Ct)).Count);
        Assert.Equal(4, (await db.Store.ReadBarsAsync("OLD", BarResolution.Hour, days[0], now + Duration.FromDays(1), Ct)).Count);

        Assert.Equal(1, await db.Store.WriteTradesAsync([new("OLD", days[2] + Duration.FromSeconds(1), 1, 1)], Ct));
        Assert.Equal(1, (await job.RunAsync(new JobContext(_ => { }), Ct)).Rows);
        Assert.Equal(0, (await job.RunAsync(new JobContext(_ => { }), Ct)).Rows);
    }

    [Fact]
    public async Task The_last_state_of_a_board_is_the_newest_in_any_order_of_arrival()
    {
        var quotes = db.Get<ILastQuotes>();
        LastQuote<EquityQuote> At(string symbol, long ms, decimal price) =>
            new(
                "sp500",
                symbol,
                price,
                Instant.FromUnixTimeMilliseconds(ms),
                new EquityQuote
                {
                    Symbol = symbol,
                    Price = price,
                    TimestampMs = ms,
                    SessionDate = new(2014, 6, 9),
                    TradeConditions = ["1", "24"],
                }
            );
        var start = Instant.FromUtc(2014, 6, 9, 14, 0).ToUnixTimeMilliseconds();
        await quotes.WriteAsync([At("B", start, 10), At("A", start, 20), At("B", start + 5, 11.25m)], Ct);
        Assert.Equal(0, await quotes.WriteAsync([At("B", start + 4, 99)], Ct));
        await quotes.WriteAsync([At("A", start + 1, 21)], Ct);

        var read = await quotes.ReadAsync<EquityQuote>("sp500", Ct);
        Assert.Equal([("A", 21m), ("B", 11.25m)], read.Select(q => (q.Symbol, q.Price!.Value)));
        Assert.Equal(["1", "24"], read[1].TradeConditions!);
        Assert.Equal(new LocalDate(2014, 6, 9), read[0].SessionDate);
        Assert.Empty(await quotes.ReadAsync<EquityQuote>("etf", Ct));
        Assert.Equal("regular", await db.ScalarAsync<string>("select phase from market.last_quotes where symbol = 'A'"));
    }

    [Theory]
    [InlineData(null, true, TradeEffect.All)]
    [InlineData("1,8,12", true, TradeEffect.All)]
    [InlineData("1,24,12", false, TradeEffect.All)]
    [InlineData("1,24", true, TradeEffect.Volume)]
    [InlineData("3", true, TradeEffect.Volume)]
    [InlineData("30", true, TradeEffect.Volume | TradeEffect.HighLow)]
    [InlineData("32,37", true, TradeEffect.Volume)]
    [InlineData("16", true, TradeEffect.None)]
    [InlineData("4711", true, TradeEffect.All)]
    public void Conditions_restrict_what_a_trade_may_change(string? conditions, bool regular, TradeEffect effect) =>
        Assert.Equal(effect, TradeConditions.EffectOf(conditions?.Split(','), regular));
}
