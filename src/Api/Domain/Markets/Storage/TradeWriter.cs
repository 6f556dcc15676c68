using Npgsql;
using NpgsqlTypes;

namespace InvestmentAssistant.Api.Domain.Markets.Storage;

/// <summary>
/// Writes trades, each once, and adds those that are new to their bars and day bars in the same transaction: a trade that comes twice
/// changes no volume. Nearly always all are new: they are copied straight into their table, and only when one was known already are they
/// compared with what is there.
/// </summary>
internal sealed class TradeWriter(NpgsqlDataSource source, TickPartitions partitions, MarketDay days)
{
    private const string BeforeCopy = "before_copy";

    /// <summary>Whether the batch before held trades that were known.</summary>
    private volatile bool _knownBefore;

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

    /// <inheritdoc cref="IMarketStore.WriteTradesAsync"/>
    public async Task<int> WriteAsync(IReadOnlyList<Trade> trades, CancellationToken ct)
    {
        if (trades.Count == 0)
            return 0;
        // In key order: neighbours in the index are written together, and two writers never wait for each other in a circle.
        var ordered = trades.DistinctBy(Key).ToArray();
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
        var fresh = await TryCopyAsync(connection, transaction, trades, ct) ? trades : await InsertNewAsync(connection, trades, ct);
        await MergeAsync(connection, TradeFold.Of(fresh, days), ct);
        await transaction.CommitAsync(ct);
        return fresh.Count;
    }

    /// <summary>Copies trades that are all new. Returns false, with nothing written, when one was known.</summary>
    private async Task<bool> TryCopyAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Trade[] trades, CancellationToken ct)
    {
        // A feed that starts again sends what is known, batch after batch.
        if (_knownBefore)
        {
            _knownBefore = false;
            return false;
        }
        await transaction.SaveAsync(BeforeCopy, ct);
        try
        {
            await CopyAsync(connection, "market.trades", trades, ct);
            return true;
        }
        catch (PostgresException known) when (known.SqlState is PostgresErrorCodes.UniqueViolation)
        {
            await transaction.RollbackAsync(BeforeCopy, ct);
            return false;
        }
    }

    /// <summary>Inserts those that are not there yet and returns them.</summary>
    private async Task<IReadOnlyCollection<Trade>> InsertNewAsync(NpgsqlConnection connection, Trade[] trades, CancellationToken ct)
    {
        await ExecuteAsync(connection, Staging, ct);
        await CopyAsync(connection, "incoming_trades", trades, ct);
        var fresh = await InsertAndTellAsync(connection, trades, ct);
        _knownBefore = fresh.Count < trades.Length;
        return fresh;
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

    private static async Task CopyAsync(NpgsqlConnection connection, string table, Trade[] trades, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy {table} (symbol, traded_at, price, volume, occurrence, conditions) from stdin (format binary)",
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
                        Columns.Of(bars, b => (short)b.Key.Resolution),
                        Columns.Of(bars, b => b.Key.Symbol),
                        Columns.Of(bars, b => b.Key.Start),
                        Columns.Of(bars, b => b.Value.Open),
                        Columns.Of(bars, b => b.Value.High),
                        Columns.Of(bars, b => b.Value.Low),
                        Columns.Of(bars, b => b.Value.Close),
                        Columns.Of(bars, b => b.Value.Volume),
                        Columns.Of(bars, b => b.Value.OpenAt),
                        Columns.Of(bars, b => b.Value.CloseAt),
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
                        Columns.Of(days, d => d.Key.Symbol),
                        Columns.Of(days, d => d.Key.Date),
                        Columns.Of(days, d => d.Value.Open),
                        Columns.Of(days, d => d.Value.High),
                        Columns.Of(days, d => d.Value.Low),
                        Columns.Of(days, d => d.Value.Close),
                        Columns.Of(days, d => d.Value.Volume),
                        Columns.Of(days, d => d.Value.OpenAt),
                        Columns.Of(days, d => d.Value.CloseAt),
                    },
                }
            );
        }
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(ct);
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

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(ct);
    }
}
