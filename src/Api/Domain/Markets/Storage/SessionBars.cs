using InvestmentAssistant.Api.Platform.Persistence;
using Npgsql;

namespace InvestmentAssistant.Api.Domain.Markets.Storage;

/// <summary>The day bars of all stocks and ETFs of one session at once.</summary>
public sealed class SessionBars([FromKeyedServices(PostgresSources.Reads)] NpgsqlDataSource source)
{
    /// <summary>By symbol, as traded; official bars and those of our own trades.</summary>
    public async Task<IReadOnlyDictionary<string, DayBar>> OfAsync(LocalDate session, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            select symbol, open, high, low, close, volume, is_official from market.day_bars
            where date = $1 and open is not null and high is not null and close is not null
            """
        );
        command.WithValues([session]);
        var bars = new Dictionary<string, DayBar>(StringComparer.Ordinal);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            var symbol = rows.GetString(0);
            if (MarketDay.IsCrypto(symbol))
                continue;
            bars[symbol] = new DayBar(
                symbol,
                session,
                rows.GetDecimal(1),
                rows.GetDecimal(2),
                rows.GetDecimal(3),
                rows.GetDecimal(4),
                rows.GetDecimal(5),
                rows.GetBoolean(6)
            );
        }
        return bars;
    }
}
