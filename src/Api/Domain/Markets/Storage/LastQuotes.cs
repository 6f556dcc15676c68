using System.Text.Json;
using InvestmentAssistant.Api.Platform.Json;
using InvestmentAssistant.Api.Platform.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace InvestmentAssistant.Api.Domain.Markets.Storage;

/// <inheritdoc cref="ILastQuotes"/>
public sealed class LastQuotes(NpgsqlDataSource source, MarketDay days, MarketCalendar calendar) : ILastQuotes
{
    /// <inheritdoc />
    public async Task<int> WriteAsync<TQuote>(IReadOnlyList<LastQuote<TQuote>> quotes, CancellationToken ct)
        where TQuote : class
    {
        if (quotes.Count == 0)
            return 0;
        var rows = quotes
            .GroupBy(q => (q.Board, q.Symbol))
            .Select(g => g.MaxBy(q => q.TradedAt)!)
            .OrderBy(q => q.Board, StringComparer.Ordinal)
            .ThenBy(q => q.Symbol, StringComparer.Ordinal)
            .ToArray();
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(
            """
            insert into market.last_quotes as q (board, symbol, price, traded_at, session_date, phase, quote)
            select * from unnest($1::text[], $2::text[], $3::numeric[], $4::timestamptz[], $5::date[], $6::text[], $7::jsonb[])
            on conflict (board, symbol) do update set price = excluded.price, traded_at = excluded.traded_at,
                session_date = excluded.session_date, phase = excluded.phase, quote = excluded.quote, updated_at = now()
            where excluded.traded_at >= q.traded_at
            """,
            connection
        )
        {
            Parameters =
            {
                Columns.Of(rows, q => q.Board),
                Columns.Of(rows, q => q.Symbol),
                Columns.Of(rows, q => q.Price),
                Columns.Of(rows, q => q.TradedAt),
                Columns.Of(rows, q => days.Current(q.Symbol, q.TradedAt)),
                Columns.Of(rows, q => Phase(q.Symbol, q.TradedAt)),
                new()
                {
                    Value = Array.ConvertAll(rows, q => JsonSerializer.Serialize(q.Quote, JsonSettings.Wire)),
                    NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
                },
            },
        };
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<TQuote>> ReadAsync<TQuote>(string board, CancellationToken ct)
        where TQuote : class
    {
        await using var command = source.CreateCommand(
            "select quote from market.last_quotes where board = $1 order by symbol collate \"C\""
        );
        command.WithValues([board]);
        var quotes = new List<TQuote>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            if (JsonSerializer.Deserialize<TQuote>(rows.GetString(0), JsonSettings.Wire) is { } quote)
                quotes.Add(quote);
        return quotes;
    }

    private string Phase(string symbol, NodaTime.Instant at) =>
        (MarketDay.IsCrypto(symbol) ? SessionPhase.Regular : calendar.PhaseAt(at)).ToString().ToLowerInvariant();
}
