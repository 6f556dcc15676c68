using InvestmentAssistant.Api.Platform.Persistence;
using Npgsql;

namespace InvestmentAssistant.Api.Domain.Markets.Storage;

/// <inheritdoc cref="IMarketStore"/>
public sealed class MarketStore(NpgsqlDataSource source, TickPartitions partitions, MarketDay days, IClock clock) : IMarketStore
{
    private readonly TradeWriter _trades = new(source, partitions, days);
    private readonly ProvidedBarWriter _provided = new(source, partitions, clock);

    /// <summary>Raised in this process after official day bars were written.</summary>
    internal event Action? OfficialDayBarsWritten;

    /// <inheritdoc />
    public Task<int> WriteTradesAsync(IReadOnlyList<Trade> trades, CancellationToken ct) => _trades.WriteAsync(trades, ct);

    /// <inheritdoc />
    public async Task<int> WriteOfficialDayBarsAsync(IReadOnlyList<DayBar> bars, CancellationToken ct)
    {
        var written = await _provided.WriteOfficialDaysAsync(bars, ct);
        if (written > 0)
            OfficialDayBarsWritten?.Invoke();
        return written;
    }

    /// <inheritdoc />
    public Task<int> WriteHistoryBarsAsync(BarResolution resolution, IReadOnlyList<Bar> bars, CancellationToken ct) =>
        _provided.WriteHistoryAsync(resolution, bars, ct);

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
        command.WithValues([(short)resolution, symbol, from, to]);
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
        command.WithValues([symbol, from, to]);
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
}
