using InvestmentAssistant.Api.Domain.Markets;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Domain.Markets;

public sealed class MarketStoreTests(MarketTestStore db) : IClassFixture<MarketTestStore>
{
    // Friday 6 June 2014, 10:00 in New York.
    private static readonly Instant Ten = Instant.FromUtc(2014, 6, 6, 14, 0);
    private static readonly LocalDate Friday = new(2014, 6, 6);
    private static int _symbols;

    /// <summary>Tests share the tables and not the symbols.</summary>
    private static string NewSymbol(string prefix = "T") => prefix + Interlocked.Increment(ref _symbols);

    private static Trade At(
        string symbol,
        double seconds,
        decimal price,
        decimal volume = 10,
        int occurrence = 0,
        params string[] conditions
    ) =>
        new(
            symbol,
            Ten + Duration.FromMilliseconds((long)(seconds * 1000)),
            price,
            volume,
            occurrence,
            conditions.Length > 0 ? conditions : null
        );

    private async Task<Bar> OnlyBarAsync(string symbol, BarResolution resolution = BarResolution.Minute) =>
        Assert.Single(await db.Store.ReadBarsAsync(symbol, resolution, Ten - Duration.FromDays(2), Ten + Duration.FromDays(2), Ct));

    [Fact]
    public async Task A_batch_folds_into_bars_of_all_sizes_and_the_day()
    {
        var s = NewSymbol();
        Assert.Equal(4, await db.Store.WriteTradesAsync([At(s, 1, 100), At(s, 20, 103), At(s, 40, 99), At(s, 59.9, 101.5m, 7)], Ct));
        foreach (var resolution in Enum.GetValues<BarResolution>())
            Assert.Equal(new Bar(s, Ten, 100, 103, 99, 101.5m, 37), await OnlyBarAsync(s, resolution));
        Assert.Equal([new DayBar(s, Friday, 100, 103, 99, 101.5m, 37, false)], await db.Store.ReadDayBarsAsync(s, Friday, Friday, Ct));
    }

    [Fact]
    public async Task The_same_batch_again_changes_nothing()
    {
        var s = NewSymbol();
        Trade[] batch = [At(s, 1, 100), At(s, 2, 101), At(s, 2, 101, occurrence: 1)];
        Assert.Equal(3, await db.Store.WriteTradesAsync(batch, Ct));
        Assert.Equal(0, await db.Store.WriteTradesAsync(batch, Ct));
        Assert.Equal(new Bar(s, Ten, 100, 101, 100, 101, 30), await OnlyBarAsync(s));
    }

    [Fact]
    public async Task Of_a_batch_that_is_known_in_part_only_the_new_trades_count()
    {
        var s = NewSymbol();
        await db.Store.WriteTradesAsync([At(s, 1, 100), At(s, 3, 102)], Ct);
        Assert.Equal(1, await db.Store.WriteTradesAsync([At(s, 1, 100), At(s, 2, 110.50m, 5), At(s, 3, 102.000m)], Ct));
        Assert.Equal(new Bar(s, Ten, 100, 110.5m, 100, 102, 25), await OnlyBarAsync(s));
    }

    [Fact]
    public async Task Copies_within_a_batch_count_once_and_so_does_each_trade_of_a_feed_that_starts_again()
    {
        var s = NewSymbol();
        Trade[] first = [At(s, 1, 100), At(s, 1, 101), At(s, 1, 100), At(s, 1, 101.0m), At(s, 2, 100)];
        Assert.Equal(3, await db.Store.WriteTradesAsync(first, Ct));
        // What is known and what is new take turns.
        for (var i = 3; i < 8; i++)
        {
            Assert.Equal(0, await db.Store.WriteTradesAsync(first, Ct));
            Assert.Equal(1, await db.Store.WriteTradesAsync([.. first, At(s, i, 102)], Ct));
            Assert.Equal(1, await db.Store.WriteTradesAsync([At(s, i + 0.5, 103)], Ct));
        }
        Assert.Equal(new Bar(s, Ten, 100, 103, 100, 103, 130), await OnlyBarAsync(s));
        Assert.Equal(13L, await db.ScalarAsync<long>("select count(*) from market.trades where symbol = $1", s));
    }

    [Fact]
    public async Task Trades_out_of_order_open_and_close_by_their_time()
    {
        var s = NewSymbol();
        await db.Store.WriteTradesAsync([At(s, 30, 105)], Ct);
        await db.Store.WriteTradesAsync([At(s, 50, 104), At(s, 5, 101)], Ct);
        await db.Store.WriteTradesAsync([At(s, 40, 99)], Ct);
        Assert.Equal(new Bar(s, Ten, 101, 105, 99, 104, 40), await OnlyBarAsync(s));
        var day = Assert.Single(await db.Store.ReadDayBarsAsync(s, Friday, Friday, Ct));
        Assert.Equal((101m, 104m), (day.Open, day.Close));
    }

    [Fact]
    public async Task A_price_without_a_trade_moves_the_price_and_no_volume()
    {
        var s = NewSymbol();
        await db.Store.WriteTradesAsync([At(s, 1, 100), At(s, 2, 102, 0)], Ct);
        Assert.Equal(new Bar(s, Ten, 100, 102, 100, 102, 10), await OnlyBarAsync(s));
    }

    [Fact]
    public async Task Conditions_that_may_not_set_the_price_add_only_volume()
    {
        var s = NewSymbol();
        await db.Store.WriteTradesAsync(
            [At(s, 1, 500, 3, 0, "1", "3"), At(s, 2, 100), At(s, 3, 600, 4, 0, "37"), At(s, 4, 90, 5, 0, "30")],
            Ct
        );
        // 30 (sold, out of sequence) makes the low and not the close.
        Assert.Equal(new Bar(s, Ten, 100, 100, 90, 100, 22), await OnlyBarAsync(s));
        Assert.Equal(4L, await db.ScalarAsync<long>("select count(*) from market.trades where symbol = $1", s));
    }

    [Fact]
    public async Task A_bar_of_which_no_trade_may_set_the_price_is_not_shown()
    {
        var s = NewSymbol();
        await db.Store.WriteTradesAsync([At(s, 1, 500, 3, 0, "3")], Ct);
        Assert.Empty(await db.Store.ReadBarsAsync(s, BarResolution.Minute, Ten, Ten + Duration.FromHours(1), Ct));
        await db.Store.WriteTradesAsync([At(s, 2, 100)], Ct);
        Assert.Equal(new Bar(s, Ten, 100, 100, 100, 100, 13), await OnlyBarAsync(s));
    }

    [Fact]
    public async Task The_day_bar_of_a_stock_is_the_regular_session_alone()
    {
        var s = NewSymbol();
        var pre = Instant.FromUtc(2014, 6, 6, 12, 0);
        var post = Instant.FromUtc(2014, 6, 6, 20, 0);
        await db.Store.WriteTradesAsync([new(s, pre, 90, 1), At(s, 1, 100), At(s, 2, 101), new(s, post, 120, 1)], Ct);
        Assert.Equal(
            new DayBar(s, Friday, 100, 101, 100, 101, 20, false),
            Assert.Single(await db.Store.ReadDayBarsAsync(s, Friday, Friday, Ct))
        );
        Assert.Equal(3, (await db.Store.ReadBarsAsync(s, BarResolution.Minute, pre, post + Duration.FromHours(1), Ct)).Count);
    }

    [Fact]
    public async Task A_day_of_crypto_begins_at_midnight_in_Seoul()
    {
        var s = NewSymbol("KRW-T");
        var midnight = Instant.FromUtc(2014, 6, 6, 15, 0);
        await db.Store.WriteTradesAsync(
            [new(s, midnight - Duration.FromMilliseconds(1), 1_000_000, 0.5m), new(s, midnight, 1_000_100, 0.25m)],
            Ct
        );
        Assert.Equal(
            [
                new DayBar(s, new(2014, 6, 6), 1_000_000, 1_000_000, 1_000_000, 1_000_000, 0.5m, false),
                new DayBar(s, new(2014, 6, 7), 1_000_100, 1_000_100, 1_000_100, 1_000_100, 0.25m, false),
            ],
            await db.Store.ReadDayBarsAsync(s, new(2014, 6, 1), new(2014, 6, 30), Ct)
        );
    }

    [Fact]
    public async Task An_official_day_bar_wins_and_late_trades_do_not_change_it()
    {
        var s = NewSymbol();
        var official = new DayBar(s, Friday, 99.5m, 105, 98, 104.25m, 123_456, true);
        await db.Store.WriteTradesAsync([At(s, 1, 100)], Ct);
        Assert.Equal(1, await db.Store.WriteOfficialDayBarsAsync([official], Ct));
        await db.Store.WriteTradesAsync([At(s, 2, 200)], Ct);
        Assert.Equal([official], await db.Store.ReadDayBarsAsync(s, Friday, Friday, Ct));
        Assert.Equal(0, await db.Store.WriteOfficialDayBarsAsync([official], Ct));
        Assert.Equal(1, await db.Store.WriteOfficialDayBarsAsync([official with { Close = 104.3m }, official with { Close = 104.5m }], Ct));
        Assert.Equal(104.5m, Assert.Single(await db.Store.ReadDayBarsAsync(s, Friday, Friday, Ct)).Close);
    }

    [Fact]
    public async Task History_fills_gaps_and_never_our_own_bars()
    {
        var s = NewSymbol();
        await db.Store.WriteTradesAsync([At(s, 61, 100)], Ct);
        var minute = Duration.FromMinutes(1);
        var written = await db.Store.WriteHistoryBarsAsync(
            BarResolution.Minute,
            [new(s, Ten, 50, 51, 49, 50, 5), new(s, Ten + minute, 60, 60, 60, 60, 6), new(s, db.Clock.GetCurrentInstant(), 1, 1, 1, 1, 1)],
            Ct
        );
        Assert.Equal(1, written);
        Assert.Equal(
            [new(s, Ten, 50, 51, 49, 50, 5), new Bar(s, Ten + minute, 100, 100, 100, 100, 10)],
            await db.Store.ReadBarsAsync(s, BarResolution.Minute, Ten, db.Clock.GetCurrentInstant() + minute, Ct)
        );
    }

    [Fact]
    public async Task A_batch_that_fails_in_the_middle_leaves_nothing_and_can_be_sent_again()
    {
        var s = NewSymbol();
        Trade[] batch = [.. Enumerable.Range(0, 500).Select(i => At(s, i / 10.0, 100 + i, 1))];
        // A lock on the last table that a batch touches holds the batch there, in the middle of its transaction, until it is killed.
        await using (var blocker = await db.Source.OpenConnectionAsync(Ct))
        await using (var transaction = await blocker.BeginTransactionAsync(Ct))
        {
            await using (var hold = new NpgsqlCommand("lock table market.day_bars in access exclusive mode", blocker))
                await hold.ExecuteNonQueryAsync(Ct);
            var write = db.Store.WriteTradesAsync(batch, Ct);
            const string Waiting =
                "select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%market.day_bars as b%' and "
                + "datname = current_database()";
            await Fixture.Wait.Until(
                async () =>
                {
                    await using var look = db.Source.CreateCommand(Waiting);
                    return await look.ExecuteScalarAsync(Ct) is not null;
                },
                TimeSpan.FromSeconds(20),
                "the batch waits for the day bars"
            );
            await db.ScalarAsync<bool>($"select bool_and(pg_terminate_backend(pid)) from ({Waiting}) w");
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => write);
            await transaction.RollbackAsync(Ct);
        }
        Assert.Equal(0L, await db.ScalarAsync<long>("select count(*) from market.trades where symbol = $1", s));
        Assert.Empty(await db.Store.ReadBarsAsync(s, BarResolution.Minute, Ten, Ten + Duration.FromHours(1), Ct));

        Assert.Equal(500, await db.Store.WriteTradesAsync(batch, Ct));
        Assert.Equal(new Bar(s, Ten, 100, 599, 100, 599, 500), await OnlyBarAsync(s));
    }

    [Fact]
    public async Task Two_replicas_that_write_the_same_trades_at_once_store_each_once()
    {
        var symbols = Enumerable.Range(0, 20).Select(_ => NewSymbol()).ToArray();
        Trade[] trades = [.. Enumerable.Range(0, 4000).Select(i => At(symbols[i % 20], i % 600 / 10.0, 100 + i % 7, 1, i / 600))];
        await using var other = MarketTestStore.Build(db.ConnectionString, db.Clock);
        var writes = trades
            .Chunk(400)
            .SelectMany(c =>
                new[] { db.Store.WriteTradesAsync(c, Ct), other.GetRequiredService<IMarketStore>().WriteTradesAsync([.. c.Reverse()], Ct) }
            );
        var stored = (await Task.WhenAll(writes)).Sum();
        Assert.Equal(trades.Distinct().Count(), stored);
        Assert.Equal(
            (decimal)stored,
            await db.ScalarAsync<decimal>("select sum(volume) from market.bars where resolution = 1 and symbol = any($1)", (object)symbols)
        );
    }

    [Fact]
    public async Task Partitions_of_days_long_past_are_made_once_by_many_writers_at_once()
    {
        await using var other = MarketTestStore.Build(db.ConnectionString, db.Clock);
        var s = NewSymbol();
        var first = Instant.FromUtc(2009, 1, 1, 15, 0);
        var writes = Enumerable
            .Range(0, 24)
            .Select(i =>
                (i % 2 == 0 ? db.Store : other.GetRequiredService<IMarketStore>()).WriteTradesAsync(
                    [new(s, first + Duration.FromDays(i / 4) + Duration.FromSeconds(i), 10 + i, 1)],
                    Ct
                )
            );
        Assert.Equal(24, (await Task.WhenAll(writes)).Sum());
        Assert.Equal(6L, await db.ScalarAsync<long>("select count(*) from pg_class where relname ~ '^trades_200901\\d\\d$'"));
        Assert.Equal(24L, await db.ScalarAsync<long>("select count(*) from market.trades where symbol = $1", s));
    }
}
