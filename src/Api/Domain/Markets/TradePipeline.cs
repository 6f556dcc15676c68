using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Npgsql;

namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>Counts of the pipeline since the start.</summary>
/// <param name="Stored">New trades in PostgreSQL.</param>
/// <param name="Known">Trades that were there already.</param>
/// <param name="Dropped">Trades that PostgreSQL refuses in any batch, each logged.</param>
/// <param name="Waiting">Taken from a feed and not stored yet.</param>
/// <param name="Overflowed">Trades of a feed for which there was no room: PostgreSQL was away for too long.</param>
public sealed record TradePipelineStatus(long Stored, long Known, long Dropped, int Waiting, long Overflowed);

/// <summary>
/// Stands between a feed and PostgreSQL: gathers trades into batches by time and size, tries again while PostgreSQL is away (the natural
/// key makes that safe). A live feed never waits for it: what comes while it is full is counted, logged and lost, and prices go on. The
/// container disposes it after every feed has stopped, and then it writes what it holds.
/// </summary>
public sealed class TradePipeline : IAsyncDisposable
{
    /// <summary>A minute and a half at five thousand trades a second, some 60 MB.</summary>
    private const int Capacity = 500_000;
    private const int BatchSize = 20_000;
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FlushAtStop = TimeSpan.FromSeconds(10);

    private readonly IMarketStore _store;
    private readonly ILogger<TradePipeline> _log;
    private readonly Channel<Trade> _trades = Channel.CreateBounded<Trade>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly CancellationTokenSource _abort = new();
    private readonly Task _pump;
    private long _taken,
        _settled,
        _stored,
        _known,
        _dropped,
        _overflowed,
        _lastOverflowLog;

    /// <param name="store">Where trades go.</param>
    /// <param name="log">The log.</param>
    /// <param name="meters">Counts for operators; null for none.</param>
    public TradePipeline(IMarketStore store, ILogger<TradePipeline> log, IMeterFactory? meters = null)
    {
        (_store, _log) = (store, log);
        if (meters is not null)
            Count(meters.Create("InvestmentAssistant.Trades"));
        _pump = Task.Run(PumpAsync);
    }

    public TradePipelineStatus Status =>
        new(
            Interlocked.Read(ref _stored),
            Interlocked.Read(ref _known),
            Interlocked.Read(ref _dropped),
            (int)(Interlocked.Read(ref _taken) - Interlocked.Read(ref _settled)),
            Interlocked.Read(ref _overflowed)
        );

    private void Count(Meter meter)
    {
        meter.CreateObservableUpDownCounter(
            "investment_assistant.trades.waiting",
            () => Status.Waiting,
            "{trade}",
            "Trades that were taken from a feed and are not stored yet."
        );
        meter.CreateObservableUpDownCounter("investment_assistant.trades.capacity", () => Capacity, "{trade}", "Trades that may wait.");
        meter.CreateObservableCounter<long>(
            "investment_assistant.trades.settled",
            () =>
                Status is var now
                    ? [Of("stored", now.Stored), Of("known", now.Known), Of("refused", now.Dropped), Of("lost", now.Overflowed)]
                    : [],
            "{trade}",
            "Trades by what became of them: stored, known before, refused by PostgreSQL, or lost because the store was full."
        );

        static Measurement<long> Of(string outcome, long trades) => new(trades, KeyValuePair.Create("outcome", (object?)outcome));
    }

    /// <summary>Takes the trades of a live feed as far as there is room, and never waits.</summary>
    public void Offer(IReadOnlyList<Trade> trades)
    {
        for (var i = 0; i < trades.Count; i++)
        {
            if (!_trades.Writer.TryWrite(trades[i]))
            {
                Overflow(trades.Count - i);
                return;
            }
            Interlocked.Increment(ref _taken);
        }
    }

    /// <summary>Takes trades; waits while the pipeline is full.</summary>
    public async ValueTask WriteAsync(IReadOnlyList<Trade> trades, CancellationToken ct)
    {
        for (var i = 0; i < trades.Count; i++)
        {
            await _trades.Writer.WriteAsync(trades[i], ct);
            Interlocked.Increment(ref _taken);
        }
    }

    /// <summary>Returns when every trade taken before the call is stored (or refused).</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        var until = Interlocked.Read(ref _taken);
        while (Interlocked.Read(ref _settled) < until)
            await Task.Delay(10, ct);
    }

    private async Task PumpAsync()
    {
        var batch = new List<Trade>(BatchSize);
        while (await _trades.Reader.WaitToReadAsync(_abort.Token))
        {
            var first = Stopwatch.GetTimestamp();
            while (batch.Count < BatchSize)
            {
                if (_trades.Reader.TryRead(out var trade))
                {
                    batch.Add(trade);
                    continue;
                }
                var left = Linger - Stopwatch.GetElapsedTime(first);
                if (left <= TimeSpan.Zero || _trades.Reader.Completion.IsCompleted)
                    break;
                using var linger = CancellationTokenSource.CreateLinkedTokenSource(_abort.Token);
                linger.CancelAfter(left);
                try
                {
                    if (!await _trades.Reader.WaitToReadAsync(linger.Token))
                        break;
                }
                catch (OperationCanceledException) when (!_abort.IsCancellationRequested)
                {
                    break;
                }
            }
            await StoreAsync(batch);
            Interlocked.Add(ref _settled, batch.Count);
            batch.Clear();
        }
    }

    private async Task StoreAsync(List<Trade> batch)
    {
        for (var pause = TimeSpan.FromMilliseconds(200); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                var stored = await _store.WriteTradesAsync(batch, _abort.Token);
                Interlocked.Add(ref _stored, stored);
                Interlocked.Add(ref _known, batch.Count - stored);
                return;
            }
            catch (Exception error) when (IsOfTheData(error))
            {
                await SplitAsync(batch, error);
                return;
            }
            catch (Exception error) when (!_abort.IsCancellationRequested)
            {
                _log.LogWarning("{Count} trades wait for PostgreSQL, next attempt in {Pause}: {Reason}", batch.Count, pause, error.Message);
                await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), _abort.Token);
            }
        }
    }

    private void Overflow(int trades)
    {
        var all = Interlocked.Add(ref _overflowed, trades);
        var last = Interlocked.Read(ref _lastOverflowLog);
        if (last != 0 && Stopwatch.GetElapsedTime(last) < TimeSpan.FromMinutes(1))
            return;
        if (Interlocked.CompareExchange(ref _lastOverflowLog, Stopwatch.GetTimestamp(), last) == last)
            _log.LogError("The store is full, {Count} trades were lost since the start: PostgreSQL is away or too slow", all);
    }

    /// <summary>One bad trade must not hold up the good ones: halves are tried until it stands alone.</summary>
    private async Task SplitAsync(List<Trade> batch, Exception error)
    {
        if (batch.Count > 1)
        {
            await StoreAsync(batch.GetRange(0, batch.Count / 2));
            await StoreAsync(batch.GetRange(batch.Count / 2, batch.Count - batch.Count / 2));
            return;
        }
        Interlocked.Increment(ref _dropped);
        _log.LogError(error, "PostgreSQL refuses a trade of {Symbol} at {At}; it is dropped", batch[0].Symbol, batch[0].At);
    }

    /// <summary>Class 22 (data) and 23 (constraint) errors, and values that the driver cannot write, do not go away by waiting.</summary>
    private static bool IsOfTheData(Exception error) =>
        error switch
        {
            PostgresException postgres => postgres.SqlState.StartsWith("22", StringComparison.Ordinal)
                || postgres.SqlState.StartsWith("23", StringComparison.Ordinal),
            ArgumentException or OverflowException or InvalidCastException => true,
            _ => false,
        };

    public async ValueTask DisposeAsync()
    {
        _trades.Writer.TryComplete();
        _abort.CancelAfter(FlushAtStop);
        try
        {
            await _pump;
        }
        catch (OperationCanceledException)
        {
            _log.LogError("{Count} trades could not be stored before the end", Status.Waiting);
        }
        _abort.Dispose();
    }
}
