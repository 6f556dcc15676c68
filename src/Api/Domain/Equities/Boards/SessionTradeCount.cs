using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Persistence;
using Npgsql;

namespace InvestmentAssistant.Api.Domain.Equities.Boards;

/// <summary>
/// Number of trades of a board in the current session: counted once, then only what is new is counted and added. Only what was recorded
/// here can be counted: volumes that a provider reports for a session without our feed have no trades, and their number is unknown, not 0.
/// </summary>
public sealed class SessionTradeCount(
    string board,
    NpgsqlDataSource postgres,
    InstrumentDirectory directory,
    AnswerCache cache,
    MarketCalendar calendar,
    IClock clock
)
{
    /// <summary>Trades reach PostgreSQL within this time; what is younger is counted at the next reading.</summary>
    private static readonly Duration Settled = Duration.FromSeconds(5);

    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(2);

    /// <summary>Written by one reading at a time: the cache lets requests share it.</summary>
    private volatile Counted _last = new(default, default, 0);

    /// <summary>
    /// The count, at most some seconds old; the last known one when PostgreSQL is gone. Null when shares changed hands and no trade of
    /// them was recorded.
    /// </summary>
    /// <param name="moment">The board whose shares the count stands beside.</param>
    /// <param name="ct">Of the request.</param>
    public async Task<long?> ReadAsync(EquityMoment moment, CancellationToken ct) =>
        Told((await cache.GetAsync($"{board}:session-trades", FreshFor, CountAsync, ct)).Value.Trades, moment);

    /// <summary>Returns the count to show: null when it is 0 although shares were traded.</summary>
    internal static long? Told(long counted, EquityMoment moment) => counted == 0 && moment.Rows.Any(r => r.Volume > 0) ? null : counted;

    private async Task<Counted> CountAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var session = calendar.SessionOf(now);
        var last = _last.Session == session.Date ? _last : new Counted(session.Date, session.PreOpen, 0);
        var to = Instant.Min(now - Settled, session.PostClose);
        if (to <= last.To)
            return _last = last;
        var symbols = (await directory.ReadAsync(board, ct)).Select(i => i.Symbol).ToArray();
        await using var command = postgres.CreateCommand(
            "select count(*) from market.trades where symbol = any($1) and traded_at >= $2 and traded_at < $3"
        );
        command.WithValues([symbols, last.To, to]);
        return _last = last with { To = to, Trades = last.Trades + (long)(await command.ExecuteScalarAsync(ct))! };
    }

    /// <summary>Trades of a session up to an instant.</summary>
    private sealed record Counted(LocalDate Session, Instant To, long Trades);
}
