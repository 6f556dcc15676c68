using Npgsql;

namespace InvestmentAssistant.Api.Domain.Markets.Storage;

/// <summary>Writes bars that a provider made: they replace (official days) or precede (history) those made of trades here.</summary>
internal sealed class ProvidedBarWriter(NpgsqlDataSource source, TickPartitions partitions, IClock clock)
{
    /// <summary>Time that a live trade may take to the store: frames, batches, a retried transaction.</summary>
    private static readonly Duration OnTheWay = Duration.FromMinutes(2);

    /// <inheritdoc cref="IMarketStore.WriteOfficialDayBarsAsync"/>
    public async Task<int> WriteOfficialDaysAsync(IReadOnlyList<DayBar> bars, CancellationToken ct)
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
                Columns.Of(rows, b => b.Symbol),
                Columns.Of(rows, b => b.Date),
                Columns.Of(rows, b => b.Open),
                Columns.Of(rows, b => b.High),
                Columns.Of(rows, b => b.Low),
                Columns.Of(rows, b => b.Close),
                Columns.Of(rows, b => b.Volume),
            },
        };
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <inheritdoc cref="IMarketStore.WriteHistoryBarsAsync"/>
    public async Task<int> WriteHistoryAsync(BarResolution resolution, IReadOnlyList<Bar> bars, CancellationToken ct)
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
                Columns.Of(rows, b => b.Symbol),
                Columns.Of(rows, b => b.Start),
                Columns.Of(rows, b => b.Open),
                Columns.Of(rows, b => b.High),
                Columns.Of(rows, b => b.Low),
                Columns.Of(rows, b => b.Close),
                Columns.Of(rows, b => b.Volume),
            },
        };
        return await command.ExecuteNonQueryAsync(ct);
    }
}
