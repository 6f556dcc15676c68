using InvestmentAssistant.Api.Platform.Persistence;
using Npgsql;

namespace InvestmentAssistant.Api.Domain.Markets.Storage;

/// <summary>
/// Day figures from the day bars; the 24 hours from hour bars and, for the hour that the window cuts, minute bars: some 60 rows a
/// symbol instead of 1,440.
/// </summary>
public sealed class MarketAggregates([FromKeyedServices(PostgresSources.Reads)] NpgsqlDataSource source, MarketDay days, IClock clock)
    : IMarketAggregates
{
    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, MarketAggregate>> ReadAsync(IReadOnlyCollection<string> symbols, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var from = now - Duration.FromHours(24);
        var firstFullHour = TradeFold.StartOf(from - Duration.FromTicks(1), BarResolution.Hour) + Duration.FromHours(1);
        var list = symbols.Distinct(StringComparer.Ordinal).ToArray();
        var dates = Array.ConvertAll(list, s => days.Current(s, now));

        await using var command = source.CreateCommand(
            """
            with wanted as (select * from unnest($1::text[], $2::date[]) as w (symbol, date)),
            day as (select symbol, sum(volume) as volume from (
                    select symbol, volume from market.bars where resolution = 60 and start >= $4 and start <= $5
                    union all
                    select symbol, volume from market.bars where resolution = 1 and start >= $3 and start < $4) b group by symbol)
            select w.symbol, w.date, d.open, d.high, d.low, d.close, d.volume, day.volume from wanted w
            left join market.day_bars d on d.symbol = w.symbol and d.date = w.date
            left join day on day.symbol = w.symbol
            where d.symbol is not null or day.symbol is not null
            """
        );
        command.WithValues([list, dates, from, firstFullHour, now]);
        var found = new Dictionary<string, MarketAggregate>(list.Length, StringComparer.Ordinal);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            decimal? Number(int i) => rows.IsDBNull(i) ? null : rows.GetDecimal(i);
            var symbol = rows.GetString(0);
            found[symbol] = new(
                symbol,
                await rows.GetFieldValueAsync<LocalDate>(1, ct),
                Number(2),
                Number(3),
                Number(4),
                Number(5),
                Number(6),
                Number(7)
            );
        }
        return found;
    }
}
