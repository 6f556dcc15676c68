using System.Text.Json;
using InvestmentAssistant.Api.Domain.Equities;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Tests.Domain.Markets;
using InvestmentAssistant.MarketSimulator.Tape;

namespace InvestmentAssistant.Api.Tests.Domain.Equities;

/// <summary>
/// The recorded days, minute by minute, through the provider's wire format, the feed's state, the trade pipeline and PostgreSQL; official
/// closes come as in a replay, once their session has ended.
/// </summary>
public sealed class ReplayedMinutesTests(MarketTestStore db) : IClassFixture<MarketTestStore>
{
    private static string Recorded(string file) => Path.Combine(AppContext.BaseDirectory, "MarketData", file);

    private static byte[] Wire(IEnumerable<TapeTrade> trades) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                data = trades.Select(t => new
                {
                    c = t.Conditions,
                    p = t.Price,
                    s = t.Symbol,
                    t = t.At.ToUnixTimeMilliseconds(),
                    v = t.Volume,
                }),
                type = "trade",
            }
        );

    [Theory]
    [InlineData("SPY", "etf", 6)]
    [InlineData("AAPL", "sp500", 3)]
    public async Task Every_minute_shows_its_recorded_price_against_the_close_before_its_own_session(
        string symbol,
        string board,
        int sessions
    )
    {
        var calendar = db.Get<MarketCalendar>();
        var closes = db.Get<IPreviousCloses>();
        var pipeline = db.Get<TradePipeline>();
        var splits = db.Get<SplitTable>();
        var official = RecordedTrades.ReadDays(Recorded("daily-bars.csv")).Where(d => d.Symbol == symbol).ToDictionary(d => d.Date);
        var minutes = RecordedTrades.ReadMinutes(Recorded("minute-bars.csv")).Where(b => b.Symbol == symbol).ToList();
        var state = new EquityState(calendar, closes);
        state.SetInstruments([new(board, symbol, symbol, null, null, 1)]);
        Task WriteOfficialAsync(IEnumerable<RecordedDay> days) =>
            db.Store.WriteOfficialDayBarsAsync(
                [.. days.Select(d => new DayBar(symbol, d.Date, d.Open, d.High, d.Low, d.Close, d.Volume, true))],
                Ct
            );

        var days = minutes.GroupBy(b => calendar.SessionOf(b.MinuteStart).Date).ToList();
        Assert.Equal(sessions, days.Count);
        await WriteOfficialAsync(official.Values.Where(d => d.Date < days[0].Key));
        decimal? lastChange = null;
        foreach (var day in days)
        {
            var session = calendar.SessionOn(day.Key)!;
            db.Clock.Reset(session.PreOpen);
            await closes.RefreshAsync(Ct);
            var previous = official[calendar.Previous(day.Key).Date];
            var expected = splits.Price(symbol, previous.Close, previous.Date, day.Key);
            foreach (var minute in day)
            {
                var frame = FinnhubFrames.Read(Wire(RecordedTrades.From([minute], session.IsRegular)));
                Assert.Equal(0, frame.Dropped);
                foreach (var trade in frame.Trades)
                    Assert.True(state.Apply(trade, 1));
                await pipeline.WriteAsync(frame.Trades, Ct);

                var quote = Assert.Single(state.TakeChanges()[board]);
                Assert.Equal((minute.Close, expected, day.Key), (quote.Price!.Value, quote.PreviousClose!.Value, quote.SessionDate!.Value));
                Assert.Equal(Change.Of(minute.Close, expected).Percent, quote.ChangeRate);
                Assert.InRange(
                    Instant.FromUnixTimeMilliseconds(quote.TimestampMs!.Value),
                    minute.MinuteStart,
                    minute.MinuteStart + Duration.FromMinutes(1)
                );
                if (session.IsRegular(minute.MinuteStart))
                    lastChange = quote.ChangeRate;
            }

            await pipeline.FlushAsync(Ct);
            var regular = day.Where(m => session.IsRegular(m.MinuteStart)).ToList();
            var recorded = new DayBar(
                symbol,
                day.Key,
                regular[0].Open,
                regular.Max(m => m.High),
                regular.Min(m => m.Low),
                regular[^1].Close,
                regular.Sum(m => m.Volume),
                IsOfficial: false
            );
            Assert.Equal([recorded], await db.Store.ReadDayBarsAsync(symbol, day.Key, day.Key, Ct));
            var shown = state.Find(symbol)!;
            Assert.Equal((recorded.Open, recorded.High, recorded.Low), (shown.Open!.Value, shown.High!.Value, shown.Low!.Value));
            await WriteOfficialAsync([official[day.Key]]);
        }
        Assert.Empty(state.TakeGaps());
        // The split of 9 June 2014: the shares rose by some 1.6 %, they did not lose six sevenths.
        if (symbol == "AAPL")
            Assert.InRange(lastChange!.Value, 1.5m, 1.7m);
    }
}
