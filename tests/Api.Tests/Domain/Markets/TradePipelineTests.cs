using System.Collections.Concurrent;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Tests.Fixture;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Domain.Markets;

public sealed class TradePipelineTests
{
    private static Trade[] Trades(int count, string symbol = "A") =>
        [.. Enumerable.Range(0, count).Select(i => new Trade(symbol, Instant.FromUnixTimeMilliseconds(i), 1 + i, 1))];

    /// <summary>A store in memory that can be away, slow, or refuse a symbol as PostgreSQL would.</summary>
    private sealed class MemoryStore : IMarketStore
    {
        public ConcurrentQueue<int> Batches { get; } = new();
        public ConcurrentDictionary<Trade, bool> Stored { get; } = new();
        public volatile bool IsAway;
        public int Attempts;
        public TaskCompletionSource? Hold;

        public async Task<int> WriteTradesAsync(IReadOnlyList<Trade> trades, CancellationToken ct)
        {
            Interlocked.Increment(ref Attempts);
            if (Hold is { } hold)
                await hold.Task.WaitAsync(ct);
            if (IsAway)
                throw new NpgsqlException("connection refused");
            if (trades.Any(t => t.Symbol == "BAD"))
                throw new PostgresException("invalid byte sequence", "ERROR", "ERROR", "22021");
            Batches.Enqueue(trades.Count);
            return trades.Count(t => Stored.TryAdd(t, true));
        }

        public Task<int> WriteOfficialDayBarsAsync(IReadOnlyList<DayBar> bars, CancellationToken ct) => throw new NotSupportedException();

        public Task<int> WriteHistoryBarsAsync(BarResolution resolution, IReadOnlyList<Bar> bars, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<Bar>> ReadBarsAsync(
            string symbol,
            BarResolution resolution,
            Instant from,
            Instant to,
            CancellationToken ct
        ) => throw new NotSupportedException();

        public Task<IReadOnlyList<DayBar>> ReadDayBarsAsync(string symbol, LocalDate from, LocalDate to, CancellationToken ct) =>
            throw new NotSupportedException();
    }

    private static TradePipeline Over(MemoryStore store) => new(store, NullLogger<TradePipeline>.Instance);

    [Fact]
    public async Task Single_trades_are_gathered_into_batches()
    {
        var store = new MemoryStore();
        await using var pipeline = Over(store);
        foreach (var trade in Trades(1000))
            await pipeline.WriteAsync([trade], Ct);
        await pipeline.FlushAsync(Ct);
        Assert.Equal(1000, store.Stored.Count);
        Assert.InRange(store.Batches.Count, 1, 50);
        Assert.Equal(new TradePipelineStatus(1000, 0, 0, 0, 0), pipeline.Status);
    }

    [Fact]
    public async Task Nothing_is_lost_while_PostgreSQL_is_away()
    {
        var store = new MemoryStore { IsAway = true };
        await using var pipeline = Over(store);
        await pipeline.WriteAsync(Trades(100), Ct);
        await Wait.Until(() => store.Attempts >= 2);
        await pipeline.WriteAsync(Trades(100, "B"), Ct);
        Assert.Equal(200, pipeline.Status.Waiting);
        store.IsAway = false;
        await pipeline.FlushAsync(Ct);
        Assert.Equal(200, store.Stored.Count);
    }

    [Fact]
    public async Task A_writer_that_may_wait_does_so_when_the_pipeline_is_full()
    {
        var store = new MemoryStore { Hold = new() };
        await using var pipeline = Over(store);
        var write = pipeline.WriteAsync(Trades(600_000), Ct).AsTask();
        await Wait.Until(() => pipeline.Status.Waiting >= 500_000);
        Assert.False(write.IsCompleted);
        store.Hold!.SetResult();
        store.Hold = null;
        await write;
        await pipeline.FlushAsync(Ct);
        Assert.Equal(600_000, store.Stored.Count);
    }

    [Fact]
    public async Task A_live_feed_never_waits_and_what_had_no_room_is_counted()
    {
        var store = new MemoryStore { Hold = new() };
        await using var pipeline = Over(store);
        pipeline.Offer(Trades(1, "B"));
        await Wait.Until(() => store.Attempts >= 1);

        pipeline.Offer(Trades(600_000));

        var status = pipeline.Status;
        Assert.Equal(600_001, status.Waiting + status.Overflowed);
        Assert.True(status.Overflowed > 0);
        store.Hold!.SetResult();
        store.Hold = null;
        await pipeline.FlushAsync(Ct);
        Assert.Equal(status.Waiting, store.Stored.Count);
    }

    [Fact]
    public async Task A_trade_that_PostgreSQL_refuses_does_not_hold_up_the_others()
    {
        var store = new MemoryStore();
        await using var pipeline = Over(store);
        await pipeline.WriteAsync([.. Trades(50), new("BAD", Instant.FromUnixTimeSeconds(1), 1, 1), .. Trades(50, "B")], Ct);
        await pipeline.FlushAsync(Ct);
        Assert.Equal(100, store.Stored.Count);
        Assert.Equal(1, pipeline.Status.Dropped);
    }

    [Fact]
    public async Task What_was_taken_is_stored_before_the_end()
    {
        var store = new MemoryStore();
        var pipeline = Over(store);
        await pipeline.WriteAsync(Trades(5000), Ct);
        await pipeline.DisposeAsync();
        Assert.Equal(5000, store.Stored.Count);
    }
}
