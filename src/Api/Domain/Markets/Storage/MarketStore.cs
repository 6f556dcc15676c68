using Npgsql;
using NpgsqlTypes;

namespace InvestmentAssistant.Api.Domain.Markets.Storage;

/// <inheritdoc cref="IMarketStore"/>
public sealed class MarketStore(NpgsqlDataSource source, TickPartitions partitions, MarketDay days, IClock clock) : IMarketStore
{
    private const string Staging = """
        create temp table incoming_trades
            (symbol text collate "C", traded_at timestamptz, price numeric, volume numeric, occurrence smallint, conditions text[]) on
            commit drop
        """;

    private const string InsertNew = """
        insert into market.trades (symbol, traded_at, price, volume, occurrence, conditions)
        select symbol, traded_at, price, volume, occurrence, conditions from incoming_trades
        on conflict do nothing
        """;

    // least and greatest pass over null: a bar whose first trades may set no price has only volume until one may.
    private const string Merged = """
        open = case when b.open_at is null or excluded.open_at < b.open_at then coalesce(excluded.open, b.open) else b.open end,
        open_at = least(b.open_at, excluded.open_at),
        high = greatest(b.high, excluded.high),
        low = least(b.low, excluded.low),
        close = case when b.close_at is null or excluded.close_at >= b.close_at then coalesce(excluded.close, b.close) else b.close end,
        close_at = greatest(b.close_at, excluded.close_at),
        volume = b.volume + excluded.volume
        """;

    private const string MergeBars = $"""
        insert into market.bars as b (resolution, symbol, start, open, high, low, close, volume, open_at, close_at)
        select * from unnest($1::smallint[], $2::text[], $3::timestamptz[], $4::numeric[], $5::numeric[], $6::numeric[], $7::numeric[],
            $8::numeric[], $9::timestamptz[], $10::timestamptz[])
        on conflict (resolution, symbol, start) do update set
            {Merged}
        """;

    private const string MergeDays = $"""
        insert into market.day_bars as b (symbol, date, open, high, low, close, volume, open_at, close_at, is_official)
        select s, d, o, h, l, c, v, oa, ca, false from unnest($1::text[], $2::date[], $3::numeric[], $4::numeric[], $5::numeric[],
            $6::numeric[], $7::numeric[], $8::timestamptz[], $9::timestamptz[]) as t (s, d, o, h, l, c, v, oa, ca)
        on conflict (symbol, date) do update set
            {Merged}
        where not b.is_official
        """;

    /// <summary>Raised in this process after official day bars were written.</summary>
    internal event Action? OfficialDayBarsWritten;

    /// <summary>Time that a live trade may take to the store: frames, batches, a retried transaction.</summary>
    private static readonly Duration OnTheWay = Duration.FromMinutes(2);

    /// <inheritdoc />
    public async Task<int> WriteTradesAsync(IReadOnlyList<Trade> trades, CancellationToken ct)
    {
        if (trades.Count == 0)
            return 0;
        // In key order: neighbours in the index are written together, and two writers never wait for each other in a circle.
        var ordered = trades.ToArray();
        Array.Sort(ordered, ByKey);
        try
        {
            return await WriteOnceAsync(ordered, ct);
        }
        catch (PostgresException gone) when (gone.SqlState is PostgresErrorCodes.CheckViolation or PostgresErrorCodes.UndefinedTable)
        {
            // "no partition found": retention dropped one that was known here.
            partitions.Forget();
            return await WriteOnceAsync(ordered, ct);
        }
    }

    private async Task<int> WriteOnceAsync(Trade[] trades, CancellationToken ct)
    {
        await partitions.EnsureAsync(PartitionsFor(trades), ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, Staging, ct);
        await CopyAsync(connection, trades, ct);

        // Nearly always all are new, and the count shows it. Otherwise the insert is rolled back and repeated with a list of the rows it
        // took.
        await transaction.SaveAsync("counted", ct);
        var inserted = await ExecuteAsync(connection, InsertNew, ct);
        IReadOnlyCollection<Trade> fresh = trades;
        if (inserted != trades.Length)
        {
            await transaction.RollbackAsync("counted", ct);
            fresh = await InsertAndTellAsync(connection, trades, ct);
        }
        await MergeAsync(connection, TradeFold.Of(fresh, days), ct);
        await transaction.CommitAsync(ct);
        return fresh.Count;
    }

    private static HashSet<TickPartitions.Partition> PartitionsFor(Trade[] trades)
    {
        var wanted = new HashSet<TickPartitions.Partition>();
        var hours = new HashSet<Instant>();
        foreach (var trade in trades)
            hours.Add(TradeFold.StartOf(trade.At, BarResolution.Hour));
        foreach (var hour in hours)
        {
            wanted.Add(TickPartitions.ForTrade(hour));
            foreach (var resolution in Enum.GetValues<BarResolution>())
                wanted.Add(TickPartitions.ForBar(resolution, hour));
        }
        return wanted;
    }

    private static async Task CopyAsync(NpgsqlConnection connection, Trade[] trades, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy incoming_trades (symbol, traded_at, price, volume, occurrence, conditions) from stdin (format binary)",
            ct
        );
        foreach (var trade in trades)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(trade.Symbol, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(trade.At, NpgsqlDbType.TimestampTz, ct);
            await copy.WriteAsync(trade.Price, NpgsqlDbType.Numeric, ct);
            await copy.WriteAsync(trade.Volume, NpgsqlDbType.Numeric, ct);
            await copy.WriteAsync((short)trade.Occurrence, NpgsqlDbType.Smallint, ct);
            if (trade.Conditions is { Count: > 0 } conditions)
                await copy.WriteAsync(conditions as string[] ?? [.. conditions], NpgsqlDbType.Array | NpgsqlDbType.Text, ct);
            else
                await copy.WriteNullAsync(ct);
        }
        await copy.CompleteAsync(ct);
    }

    private static async Task<IReadOnlyCollection<Trade>> InsertAndTellAsync(
        NpgsqlConnection connection,
        Trade[] trades,
        CancellationToken ct
    )
    {
        // The key of the table, in .NET equality: 1.10m equals 1.1m as it does in PostgreSQL.
        var byKey = new Dictionary<(string, Instant, decimal, decimal, int), Trade>(trades.Length);
        foreach (var trade in trades)
            byKey.TryAdd(Key(trade), trade);
        var fresh = new List<Trade>(trades.Length);
        await using var command = new NpgsqlCommand(InsertNew + " returning symbol, traded_at, price, volume, occurrence", connection);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            fresh.Add(
                byKey[
                    (
                        rows.GetString(0),
                        await rows.GetFieldValueAsync<Instant>(1, ct),
                        rows.GetDecimal(2),
                        rows.GetDecimal(3),
                        rows.GetInt16(4)
                    )
                ]
            );
        return fresh;
    }

    private static async Task MergeAsync(NpgsqlConnection connection, TradeFold fold, CancellationToken ct)
    {
        var bars = fold.Bars.ToArray();
        Array.Sort(bars, (a, b) =>
            Compare(a.Key.Symbol, b.Key.Symbol, a.Key.Resolution.CompareTo(b.Key.Resolution), a.Key.Start.CompareTo(b.Key.Start))
        );
        var days = fold.Days.ToArray();
        Array.Sort(days, (a, b) => Compare(a.Key.Symbol, b.Key.Symbol, a.Key.Date.CompareTo(b.Key.Date), 0));

        await using var batch = new NpgsqlBatch(connection);
        if (bars.Length > 0)
        {
            batch.BatchCommands.Add(
                new NpgsqlBatchCommand(MergeBars)
                {
                    Parameters =
                    {
                        Column(bars, b => (short)b.Key.Resolution),
                        Column(bars, b => b.Key.Symbol),
                        Column(bars, b => b.Key.Start),
                        Column(bars, b => b.Value.Open),
                        Column(bars, b => b.Value.High),
                        Column(bars, b => b.Value.Low),
                        Column(bars, b => b.Value.Close),
                        Column(bars, b => b.Value.Volume),
                        Column(bars, b => b.Value.OpenAt),
                        Column(bars, b => b.Value.CloseAt),
                    },
                }
            );
        }
        if (days.Length > 0)
        {
            batch.BatchCommands.Add(
                new NpgsqlBatchCommand(MergeDays)
                {
                    Parameters =
                    {
                        Column(days, d => d.Key.Symbol),
                        Column(days, d => d.Key.Date),
                        Column(days, d => d.Value.Open),
                        Column(days, d => d.Value.High),
                        Column(days, d => d.Value.Low),
                        Column(days, d => d.Value.Close),
                        Column(days, d => d.Value.Volume),
                        Column(days, d => d.Value.OpenAt),
                        Column(days, d => d.Value.CloseAt),
                    },
                }
            );
        }
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(ct);
    }

    /// <inheritdoc />
    public async Task<int> WriteOfficialDayBarsAsync(IReadOnlyList<DayBar> bars, CancellationToken ct)
    {
        if (bars.Count == 0)
            return 0;
        // One statement may touch a row only once: of two bars for one day the last counts.
        var rows = bars.GroupBy(b => (b.Symbol, b.Date))
            .Select(g => g.Last())
            .OrderBy(b => b.Symbol, StringComparer.Ordinal)
            .ThenBy(b => b.Date)
            .ToArray();
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(
            """
            insert into market.day_bars as b (symbol, date, open, high, low, close, volume, is_official)
            select s, d, o, h, l, c, v, true from unnest($1::text[], $2::date[], $3::numeric[], $4::numeric[], $5::numeric[],
            $6::numeric[], $7::numeric[])
                as t (s, d, o, h, l, c, v)
            on conflict (symbol, date) do update set open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
                volume = excluded.volume, open_at = null, close_at = null, is_official = true
            where (b.open, b.high, b.low, b.close, b.volume, b.is_official)
                is distinct from (excluded.open, excluded.high, excluded.low, excluded.close, excluded.volume, true)
            """,
            connection
        )
        {
            Parameters =
            {
                Column(rows, b => b.Symbol),
                Column(rows, b => b.Date),
                Column(rows, b => b.Open),
                Column(rows, b => b.High),
                Column(rows, b => b.Low),
                Column(rows, b => b.Close),
                Column(rows, b => b.Volume),
            },
        };
        var written = await command.ExecuteNonQueryAsync(ct);
        if (written > 0)
            OfficialDayBarsWritten?.Invoke();
        return written;
    }

    /// <inheritdoc />
    public async Task<int> WriteHistoryBarsAsync(BarResolution resolution, IReadOnlyList<Bar> bars, CancellationToken ct)
    {
        // A bar that is not over, or whose last trades may still be on their way here, would be added to by trades that the provider has
        // counted in it already.
        var over = clock.GetCurrentInstant() - Duration.FromMinutes((int)resolution) - OnTheWay;
        var rows = bars.Where(b => b.Start <= over)
            .GroupBy(b => (b.Symbol, b.Start))
            .Select(g => g.Last())
            .OrderBy(b => b.Symbol, StringComparer.Ordinal)
            .ThenBy(b => b.Start)
            .ToArray();
        if (rows.Length == 0)
            return 0;
        await partitions.EnsureAsync(rows.Select(b => TickPartitions.ForBar(resolution, b.Start)).Distinct(), ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(
            """
            insert into market.bars (resolution, symbol, start, open, high, low, close, volume, open_at, close_at)
            select $1, s, t, o, h, l, c, v, t, t + make_interval(mins => $1) - interval '1 microsecond'
            from unnest($2::text[], $3::timestamptz[], $4::numeric[], $5::numeric[], $6::numeric[], $7::numeric[], $8::numeric[]) as x (s,
            t, o, h, l, c, v)
            on conflict (resolution, symbol, start) do nothing
            """,
            connection
        )
        {
            Parameters =
            {
                new NpgsqlParameter { Value = (short)resolution },
                Column(rows, b => b.Symbol),
                Column(rows, b => b.Start),
                Column(rows, b => b.Open),
                Column(rows, b => b.High),
                Column(rows, b => b.Low),
                Column(rows, b => b.Close),
                Column(rows, b => b.Volume),
            },
        };
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Bar>> ReadBarsAsync(
        string symbol,
        BarResolution resolution,
        Instant from,
        Instant to,
        CancellationToken ct
    )
    {
        await using var command = source.CreateCommand(
            """
            select start, open, high, low, close, volume from market.bars
            where resolution = $1 and symbol = $2 and start >= $3 and start < $4 and open is not null and high is not null order by start
            """
        );
        command.Parameters.Add(new() { Value = (short)resolution });
        command.Parameters.Add(new() { Value = symbol });
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = to });
        var bars = new List<Bar>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            bars.Add(
                new Bar(
                    symbol,
                    await rows.GetFieldValueAsync<Instant>(0, ct),
                    rows.GetDecimal(1),
                    rows.GetDecimal(2),
                    rows.GetDecimal(3),
                    rows.GetDecimal(4),
                    rows.GetDecimal(5)
                )
            );
        return bars;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<DayBar>> ReadDayBarsAsync(string symbol, LocalDate from, LocalDate to, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            select date, open, high, low, close, volume, is_official from market.day_bars
            where symbol = $1 and date >= $2 and date <= $3 and open is not null and high is not null order by date
            """
        );
        command.Parameters.Add(new() { Value = symbol });
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = to });
        var bars = new List<DayBar>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            bars.Add(
                new DayBar(
                    symbol,
                    await rows.GetFieldValueAsync<LocalDate>(0, ct),
                    rows.GetDecimal(1),
                    rows.GetDecimal(2),
                    rows.GetDecimal(3),
                    rows.GetDecimal(4),
                    rows.GetDecimal(5),
                    rows.GetBoolean(6)
                )
            );
        return bars;
    }

    private static readonly Comparison<Trade> ByKey = (a, b) =>
    {
        var bySymbol = string.CompareOrdinal(a.Symbol, b.Symbol);
        return bySymbol != 0 ? bySymbol : a.At.CompareTo(b.At);
    };

    private static int Compare(string a, string b, int second, int third)
    {
        var first = string.CompareOrdinal(a, b);
        return first != 0 ? first
            : second != 0 ? second
            : third;
    }

    private static (string, Instant, decimal, decimal, int) Key(Trade trade) =>
        (trade.Symbol, trade.At, trade.Price, trade.Volume, trade.Occurrence);

    private static NpgsqlParameter<TValue[]> Column<TRow, TValue>(TRow[] rows, Func<TRow, TValue> value) =>
        new() { TypedValue = Array.ConvertAll(rows, r => value(r)) };

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(ct);
    }
}
