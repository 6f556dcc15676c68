using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.MarketTime;
using NodaTime;
using Npgsql;

namespace InvestmentAssistant.Api.Platform.Markets.Equities.Boards;

/// <summary>How many trades of a board the present session has had so far: counted once, then only what is new is counted and added.</summary>
public sealed class SessionTradeCount(string board, NpgsqlDataSource postgres, InstrumentDirectory directory, MarketCalendar calendar, IClock clock)
    : IDisposable
{
    /// <summary>Trades reach PostgreSQL within this time; what is younger is counted at the next reading.</summary>
    private static readonly Duration Settled = Duration.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1);
    private LocalDate _session;
    private Instant _countedTo;
    private long _count;

    public async Task<long> ReadAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            var now = clock.GetCurrentInstant();
            var session = calendar.SessionOf(now);
            if (session.Date != _session) (_session, _countedTo, _count) = (session.Date, session.PreOpen, 0);
            var to = Instant.Min(now - Settled, session.PostClose);
            if (to <= _countedTo) return _count;
            var symbols = (await directory.ReadAsync(board, ct)).Select(i => i.Symbol).ToArray();
            await using var command = postgres.CreateCommand(
                "select count(*) from market.trades where symbol = any($1) and traded_at >= $2 and traded_at < $3");
            command.Parameters.Add(new() { Value = symbols });
            command.Parameters.Add(new() { Value = _countedTo });
            command.Parameters.Add(new() { Value = to });
            _count += (long)(await command.ExecuteScalarAsync(ct))!;
            _countedTo = to;
            return _count;
        }
        catch (Exception e) when (_countedTo != default && ProblemMiddleware.IsStoreGone(e))
        {
            // What was counted last; the answer's prices come from memory and go on too.
            return _count;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
