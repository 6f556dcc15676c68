using System.Collections.Frozen;
using InvestmentAssistant.Api.Platform.Persistence;
using Npgsql;

namespace InvestmentAssistant.Api.Domain.Markets.Storage;

/// <summary>
/// Closes of the last sessions of all stocks and ETFs in memory. Read at start, when official closes were written here, when a session is
/// asked for that was not there at the last reading, and every few seconds for what another replica wrote.
/// </summary>
public sealed class PreviousCloses : BackgroundService, IPreviousCloses
{
    /// <summary>A replay runs 60 times as fast: ten seconds are ten minutes of the market, far less than a night.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private const int SessionsBack = 10;

    private readonly NpgsqlDataSource _source;
    private readonly PreviousClose _rule;
    private readonly MarketCalendar _calendar;
    private readonly IClock _clock;
    private readonly SchemaGate _gate;
    private readonly ILogger<PreviousCloses> _log;
    private readonly SemaphoreSlim _asked = new(0);
    private volatile Held _held = new(
        FrozenDictionary<(string, LocalDate), (decimal, bool)>.Empty,
        LocalDate.MinIsoValue,
        LocalDate.MinIsoValue
    );

    private sealed record Held(
        FrozenDictionary<(string Symbol, LocalDate Date), (decimal Close, bool IsOfficial)> Closes,
        LocalDate From,
        LocalDate Session
    );

    public PreviousCloses(
        NpgsqlDataSource source,
        MarketStore store,
        PreviousClose rule,
        MarketCalendar calendar,
        IClock clock,
        SchemaGate gate,
        ILogger<PreviousCloses> log
    )
    {
        (_source, _rule, _calendar, _clock, _gate, _log) = (source, rule, calendar, clock, gate, log);
        store.OfficialDayBarsWritten += Ask;
    }

    /// <inheritdoc />
    public decimal? For(string symbol, LocalDate sessionDate)
    {
        var held = _held;
        if (sessionDate > held.Session)
            Ask();
        if (!held.Closes.TryGetValue((symbol, _rule.DateFor(sessionDate)), out var close))
            return null;
        return close.IsOfficial ? _rule.For(symbol, sessionDate, close.Close, null) : _rule.For(symbol, sessionDate, null, close.Close);
    }

    /// <inheritdoc />
    public async Task RefreshAsync(CancellationToken ct)
    {
        var session = _calendar.SessionOf(_clock.GetCurrentInstant()).Date;
        var from = session;
        for (var i = 0; i < SessionsBack; i++)
            from = _calendar.Previous(from).Date;
        await using var command = _source.CreateCommand(
            "select symbol, date, close, is_official from market.day_bars where date >= $1 and close is not null"
        );
        command.WithValues([from]);
        var closes = new Dictionary<(string, LocalDate), (decimal, bool)>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            var symbol = rows.GetString(0);
            if (!MarketDay.IsCrypto(symbol))
                closes[(symbol, await rows.GetFieldValueAsync<LocalDate>(1, ct))] = (rows.GetDecimal(2), rows.GetBoolean(3));
        }
        _held = new(closes.ToFrozenDictionary(), from, session);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _gate.WaitAsync(stoppingToken);
        while (true)
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                _log.LogWarning("Previous closes could not be read, the last ones stay in use: {Reason}", error.Message);
            }
            // Many may ask at once: one reading answers all.
            if (await _asked.WaitAsync(Every, stoppingToken))
            {
                while (_asked.Wait(0, CancellationToken.None)) { }
                await Task.Delay(TimeSpan.FromMilliseconds(250), stoppingToken);
            }
        }
    }

    private void Ask()
    {
        if (_asked.CurrentCount == 0)
            _asked.Release();
    }

    public override void Dispose()
    {
        _asked.Dispose();
        base.Dispose();
    }
}
